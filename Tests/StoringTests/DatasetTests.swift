import DocumentModel
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storing

@Suite("A dataset")
struct DatasetTests {
  private let folder: TemporaryFolder
  private let dataset: Dataset

  init() throws {
    folder = try TemporaryFolder()
    dataset = try Dataset(path: folder.file("d.sqlite"), creates: true, wait: 0)
  }

  private func submission(_ id: String, file: String) -> Submission {
    Submission(
      id: id, file: file, sha256: String(repeating: id.last ?? "0", count: 64),
      entity: "Đảng bộ xã Bình Lư", period: Sample.firstQuarter, kind: "quarter",
      number: "91-BC/ĐU", date: CalendarDate(year: 2026, month: 4, day: 2), outcome: .accepted,
      numerals: 2, facts: 1, flags: 1, coverage: 5000)
  }

  @discardableResult
  private func record(_ id: String, file: String, facts: [Fact] = []) throws -> Bool {
    try dataset.record(
      submission(id, file: file), offer: "o-\(file)", extraction: Extraction(facts: facts),
      flags: [])
  }

  private func submissions() throws -> [Submission] { try dataset.read { try $0.submissions() } }

  private func facts() throws -> [Fact] {
    var facts: [Fact] = []
    try dataset.read { try $0.forEachFact { fact, _ in facts.append(fact) } }
    return facts
  }

  @Test("gives back what it was given: a submission")
  func submissionRoundTrip() throws {
    try record("s1", file: "a.txt")
    #expect(try submissions() == [submission("s1", file: "a.txt")])
  }

  @Test(
    "gives back what it was given: facts",
    arguments: [
      Sample.fact(),
      Sample.fact(
        value: ExactDecimal(-182, scale: 1), upper: ExactDecimal(5), unit: "percent", decimals: 1,
        qualifier: .atLeast, statistic: .growth, per: "year",
        of: Whole(
          concept: "members", dimensions: ["sex": "female"], nature: .target,
          period: .year(2025), noun: "trưởng thôn"),
        base: Sample.endOfMarch, code: "03390", period: Sample.firstQuarter,
        dimensions: ["sex": "female", "ethnicity": "e_de"], confidence: 5),
      Sample.fact(period: nil),
    ])
  func factRoundTrip(fact: Fact) throws {
    try record("s1", file: "a.txt", facts: [fact])
    #expect(try facts() == [fact])
  }

  @Test("gives back what it was given: flags")
  func flagRoundTrip() throws {
    var flag = Sample.flag()
    flag.cause = "c1"
    flag.suggestion = Suggestion(
      edits: [
        Suggestion.Edit(source: Sample.span(text: "5"), value: .number(ExactDecimal(25, scale: 1)))
      ], reason: Message(vi: "v", en: "e"))
    flag.alternatives = [
      Suggestion(
        edits: [Suggestion.Edit(source: Sample.span(text: "5"), value: .text("2026"))],
        reason: Message(vi: "v", en: "e"))
    ]
    try dataset.record(
      submission("s1", file: "a.txt"), offer: "o", extraction: Extraction(), flags: [flag])
    var flags: [DocumentModel.Flag] = []
    try dataset.read { try $0.forEachFlag { flag, _ in flags.append(flag) } }
    #expect(flags == [flag])
    #expect(try dataset.read { try $0.flagCounts(report: "s1") } == [.error: 1])
  }

  @Test("the same content under two paths is one submission, the smaller path's")
  func duplicates() throws {
    try record("s1", file: "b.txt", facts: [Sample.fact()])
    try record("s1", file: "a.txt", facts: [Sample.fact()])
    let submissions = try submissions()
    #expect(submissions.map(\.file) == ["a.txt", "b.txt"])
    #expect(submissions.map(\.id) == ["s1", "o-b.txt"])
    #expect(submissions.map(\.outcome) == [.accepted, .duplicate])
    #expect(submissions.map(\.duplicateOf) == [nil, "s1"])
    #expect(try facts().map(\.file) == ["a.txt"])
  }

  @Test("offering the same again changes nothing")
  func again() throws {
    #expect(try record("s1", file: "a.txt"))
    #expect(try !record("s1", file: "a.txt"))
  }

  @Test("paths that differ only in how letters are composed are two paths")
  func composition() throws {
    try record("s1", file: "báo.txt".precomposedStringWithCanonicalMapping)
    try record("s1", file: "báo.txt".decomposedStringWithCanonicalMapping)
    #expect(try submissions().map(\.outcome) == [.accepted, .duplicate])
  }

  @Test("a failure is recorded once, and gone when its path could be read")
  func failures() throws {
    let failure = InputFailure(file: "a.txt", message: Message(vi: "rỗng", en: "empty"))
    #expect(try dataset.record(failure, id: "o1", sha256: ""))
    #expect(try !dataset.record(failure, id: "o1", sha256: ""))
    #expect(try submissions().map(\.outcome) == [.failed])
    #expect(try submissions().map(\.reason) == [failure.message])
    try record("s1", file: "a.txt")
    #expect(try submissions().map(\.outcome) == [.accepted])
  }

  @Test("a submission is written whole or not at all")
  func transaction() throws {
    let twins = [Sample.fact("same"), Sample.fact("same", start: 50)]
    #expect(throws: DatasetError.self) { try record("s1", file: "a.txt", facts: twins) }
    #expect(try submissions().isEmpty)
    #expect(try facts().isEmpty)
  }

  @Test("a writer that finds another writer waits, then says so")
  func busy() throws {
    let other = try DatabaseQueue(path: dataset.path)
    try other.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: DatasetError.busy(path: dataset.path)) {
        try record("s1", file: "a.txt")
      }
      #expect(try submissions().isEmpty, "readers are not held up")
      try db.execute(sql: "ROLLBACK")
    }
  }
}
