import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Storing

/// `Kept/` holds datasets as earlier versions wrote them; none is ever replaced by a newer one.
@Suite("A dataset of an earlier version")
struct MigrationTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func kept(_ name: String) throws -> Dataset {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Kept/\(name)")
    let copy = folder.file("d.sqlite")
    try FileManager.default.copyItem(atPath: source.path, toPath: copy)
    return try Dataset(path: copy, creates: false, wait: 0)
  }

  @Test("2026-01: all is still there, and what is new can be added")
  func first() throws {
    let dataset = try kept("2026-01.dataset")
    let (submissions, evidence) = try dataset.read { (try $0.submissions(), try $0.evidence()) }
    #expect(submissions.map(\.file) == ["a.txt", "b.txt", "c.txt"])
    #expect(submissions.map(\.outcome) == [.accepted, .duplicate, .failed])
    #expect(evidence.values.map(\.unit) == ["Đảng bộ xã Mường Lạng"])
    var values: [ExactDecimal] = []
    try dataset.read { try $0.forEachFact { fact, _ in values.append(fact.value) } }
    #expect(values == [ExactDecimal(384), ExactDecimal(120), ExactDecimal(5)])
    try dataset.replaceUnits([ReportingUnit(code: "A", name: "xã Mường Lạng")])
    try dataset.record(
      Decision(report: submissions[0].id, action: .assign(unit: "A", period: nil)))
    #expect(try dataset.read { try $0.units().map(\.code) } == ["A"])
    #expect(try dataset.read { try $0.decisions() }.count == 1)
  }
}
