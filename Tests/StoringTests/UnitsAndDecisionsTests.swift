import DocumentModel
import TestSupport
import Testing

@testable import Storing

@Suite("Units and decisions in a dataset")
struct UnitsAndDecisionsTests {
  private let folder: TemporaryFolder
  private let dataset: Dataset

  init() throws {
    folder = try TemporaryFolder()
    dataset = try Dataset(path: folder.file("d.sqlite"), creates: true, wait: 0)
  }

  @Test("a list is given back as it came, and the next one takes its place")
  func units() throws {
    let units = [
      ReportingUnit(code: "A", name: "xã A", kind: "xã", parent: "T", reports: true),
      ReportingUnit(
        code: "B", name: "xã B", validFrom: .firstDay(year: 2025, month: 7),
        validTo: .lastDay(year: 2026)),
      ReportingUnit(code: "B", name: "phường B", validFrom: .firstDay(year: 2027)),
    ]
    try dataset.replaceUnits(units)
    #expect(try dataset.read { try $0.units() } == units)
    try dataset.replaceUnits([units[0]])
    #expect(try dataset.read { try $0.units() } == [units[0]])
  }

  @Test("decisions are a history: none is lost, the order is kept")
  func decisions() throws {
    let submission = Submission(
      id: "s1", file: "a.txt", sha256: String(repeating: "1", count: 64), outcome: .accepted)
    try dataset.record(submission, offer: "o", extraction: Extraction(), flags: [])
    let decisions = [
      Decision(report: "s1", action: .withdraw(reason: "nhầm")),
      Decision(report: "s1", action: .assign(unit: "A", period: Sample.firstQuarter)),
      Decision(report: "s1", action: .assign(unit: nil, period: Sample.endOfMarch)),
    ]
    for decision in decisions { try dataset.record(decision) }
    #expect(try dataset.read { try $0.decisions() } == decisions)
  }

  @Test("a decision on what isn't there is refused")
  func unknown() {
    #expect(throws: DatasetError.self) {
      try dataset.record(Decision(report: "none", action: .withdraw(reason: "x")))
    }
  }

  @Test("what a report says of itself, the words around its figures, and a refusal are kept")
  func evidence() throws {
    let evidence = ReportEvidence(
      unit: "Đảng bộ xã A", parent: "Đảng bộ tỉnh T", title: "BÁO CÁO", recipient: "Tỉnh ủy",
      topic: "rating", isReplacement: true, replaces: ["12-bc/đu"])
    let submission = Submission(
      id: "s1", file: "a.txt", sha256: String(repeating: "1", count: 64), outcome: .accepted)
    try dataset.record(
      submission, offer: "o", evidence: evidence, extraction: Extraction(facts: [Sample.fact()]),
      flags: [], quotes: ["f1": "có 384 đảng viên"])
    try dataset.record(
      InputFailure(
        file: "m.txt", message: Message(vi: "MẬT", en: "secret"), outcome: .refused), id: "o2",
      sha256: "")
    #expect(try dataset.read { try $0.evidence() } == ["s1": evidence])
    #expect(try dataset.read { try $0.quotes() } == ["f1": "có 384 đảng viên"])
    #expect(
      try dataset.read { try $0.submissions() }.map(\.outcome) == [.accepted, .refused])
  }
}
