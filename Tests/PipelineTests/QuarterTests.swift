import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// A folder of a province's units with all that goes wrong in one, and what must come of it.
///
/// `corpus/quarter/expected` was written by hand before the program ran.
@Suite("A quarter of thirteen units")
struct QuarterTests {
  private let folder: TemporaryFolder
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "corpus/quarter")
  private static var reports: String { corpus.appendingPathComponent("reports").path }

  init() throws { folder = try TemporaryFolder() }

  private func location(_ name: String) -> DatasetLocation {
    DatasetLocation(path: folder.file(name), root: QuarterTests.reports)
  }

  private func files() throws -> [String] {
    InputSearch(paths: [QuarterTests.reports]).inputs.compactMap {
      switch $0.origin {
      case .file(let path): path
      case .unusable(_, let path): path
      case .standardInput: nil
      }
    }
  }

  private func importUnits(into name: String) throws {
    try UnitList(file: QuarterTests.corpus.appendingPathComponent("units.csv").path)
      .replace(in: location(name))
  }

  private func ingest(_ paths: [String], into name: String, jobs: Int = 2) async throws {
    _ = try await Ingest(into: location(name), catalogue: nil, jobs: jobs)
      .run(InputSearch(paths: paths), stop: StopSwitch()) { _ in }
  }

  /// Every file of every export, by name.
  private func exports(of name: String) throws -> [String: Data] {
    let export = try DatasetExport(of: location(name), catalogue: nil)
    var files: [String: Data] = [:]
    for format in DatasetExport.Format.allCases {
      for path in try export.run(format, to: folder.file("out-" + name)) {
        let url = URL(fileURLWithPath: path)
        files[url.lastPathComponent] = try Data(contentsOf: url)
      }
    }
    return files
  }

  private func records(_ name: String, in exports: [String: Data]) throws -> [[String: Any]] {
    let text = String(decoding: try #require(exports[name]), as: UTF8.self)
    return try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  /// Rows of a table of the expectation; its first row names the columns.
  private func expected(_ name: String) throws -> Set<[String]> {
    let url = QuarterTests.corpus.appendingPathComponent("expected/\(name).tsv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    let width = lines[0].split(separator: "\t", omittingEmptySubsequences: false).count
    return Set(
      lines.dropFirst().map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return cells + Array(repeating: "", count: width - cells.count)
      })
  }

  private func dimensions(_ record: [String: Any]) -> String {
    let all = record["dimensions"] as? [String: String] ?? [:]
    return all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ";")
  }

  @Test("yields exactly the expected dataset")
  func dataset() async throws {
    try importUnits(into: "d.sqlite")
    try await ingest([QuarterTests.reports], into: "d.sqlite")
    let exports = try exports(of: "d.sqlite")

    let cells = try records("consolidated.ndjson", in: exports).map { cell -> [String] in
      let entity = cell["entity"] as? [String: Any] ?? [:]
      let period = cell["period"] as? [String: String] ?? [:]
      let span = period["instant"] ?? "\(period["start"] ?? "")/\(period["end"] ?? "")"
      let coverage = (cell["coverage"] as? [String: Int]).map {
        "\($0["reported"] ?? 0)/\($0["expected"] ?? 0)"
      }
      let name = "\(entity["code"] ?? "")\(entity["derived"] == nil ? "" : "*")"
      let value = (cell["value"] as? NSNumber).map { "\($0)" } ?? ""
      return [
        name, span, "\(cell["concept"] ?? "")", dimensions(cell), value, "\(cell["status"] ?? "")",
        coverage ?? "",
      ]
    }
    #expect(cells.count == Set(cells).count)
    #expect(try Set(cells).symmetricDifference(expected("consolidated")) == [])

    let submissions = try records("submissions.ndjson", in: exports).map {
      ["\($0["file"] ?? "")", $0["unit"] as? String ?? "", "\($0["outcome"] ?? "")"]
    }
    #expect(try Set(submissions).symmetricDifference(expected("submissions")) == [])

    let missing = try records("missing.ndjson", in: exports).map {
      ["2026-Q1", ($0["entity"] as? [String: Any])?["code"] as? String ?? ""]
    }
    #expect(try Set(missing) == expected("missing"))

    let facts = Dictionary(
      uniqueKeysWithValues: try records("facts.ndjson", in: exports).map {
        ("\($0["id"] ?? "")", $0)
      })
    let rollups = try records("flags.ndjson", in: exports)
      .filter { $0["rule"] as? String == "rollup_mismatch" }
      .map { flag -> [String] in
        let stated = (flag["facts"] as? [String])?.first.flatMap { facts[$0] } ?? [:]
        return [
          "\(stated["concept"] ?? "")", dimensions(stated), "\(flag["severity"] ?? "")",
          "\(flag["observed"] ?? "")", "\(flag["expected"] ?? "")",
        ]
      }
    #expect(try Set(rollups) == expected("rollup"))
  }

  @Test("equal bytes in every export: twice, in another order, with one worker, in two halves")
  func bytes() async throws {
    let files = try files()
    try importUnits(into: "one.sqlite")
    try await ingest([QuarterTests.reports], into: "one.sqlite", jobs: 2)
    let first = try exports(of: "one.sqlite")
    try #require(first.count == 12)

    try await ingest([QuarterTests.reports], into: "one.sqlite", jobs: 2)
    #expect(try exports(of: "one.sqlite") == first, "the same folder again")

    for file in files.reversed() { try await ingest([file], into: "two.sqlite", jobs: 1) }
    try importUnits(into: "two.sqlite")
    #expect(try exports(of: "two.sqlite") == first, "one by one from the last, units afterwards")

    try importUnits(into: "three.sqlite")
    try await ingest(Array(files[(files.count / 2)...]), into: "three.sqlite", jobs: 1)
    try await ingest(Array(files[..<(files.count / 2)]), into: "three.sqlite", jobs: 2)
    #expect(try exports(of: "three.sqlite") == first, "two halves, the second one first")
  }

  @Test("two ingests at once, and one while a reader is open, give the same as one alone")
  func concurrency() async throws {
    let files = try files()
    try importUnits(into: "alone.sqlite")
    try await ingest([QuarterTests.reports], into: "alone.sqlite")
    try importUnits(into: "both.sqlite")
    async let left: Void = ingest(Array(files[..<9]), into: "both.sqlite")
    async let right: Void = ingest(Array(files[6...]), into: "both.sqlite")
    _ = try DatasetStatus(of: location("both.sqlite"))
    _ = try await (left, right)
    #expect(try exports(of: "both.sqlite") == exports(of: "alone.sqlite"))
  }

  @Test("status tells who has reported, who is late, and who hasn't")
  func status() async throws {
    try importUnits(into: "d.sqlite")
    try await ingest([QuarterTests.reports], into: "d.sqlite")
    let period = try #require(TypedPeriod.period("2026-Q1"))
    let due = try #require(CalendarDate(iso: "2026-04-05"))
    let status = try PeriodStatus(
      of: location("d.sqlite"), catalogue: nil, period: period, asOf: due)
    #expect(status.lines.count == 14)
    #expect(status.reported == 13)
    #expect(status.lines.filter { $0.state == .missing }.map(\.unit.code) == ["LC14"])
    let late = status.lines.filter { $0.state == .late }
    #expect(late.map(\.unit.code) == ["LC02", "LC08", "LC13"])
    #expect(late.map(\.daysLate) == [1, 2, 3])
    let text = PeriodTable(language: .vi).text(status)
    #expect(text.contains("13 trên 14 đơn vị đã báo cáo"))
    let lines = String(decoding: PeriodTable.csv(status), as: UTF8.self).split(separator: "\r\n")
    #expect(lines.count == 15)
    let document =
      try JSONSerialization.jsonObject(with: Data(PeriodTable.json(status))) as? [String: Any]
    #expect(document?["missing"] as? Int == 1)
    #expect((document?["units"] as? [Any])?.count == 14)
  }

  @Test("a person's decisions: withdrawing and assigning, by path or by id")
  func decisions() async throws {
    try importUnits(into: "d.sqlite")
    try await ingest([QuarterTests.reports], into: "d.sqlite")
    let decisions = try Decisions(in: location("d.sqlite"), catalogue: nil)
    let withdrawn = try decisions.withdraw("a-sin-pho-thay-the.txt", reason: "gửi nhầm")
    #expect(withdrawn.outcome == .withdrawn)
    let files = try DatasetStatus(of: location("d.sqlite")).files.map(\.submission)
    let original = try #require(files.first { $0.file == "sin-pho.txt" })
    #expect(original.outcome == .accepted)
    let assigned = try decisions.assign(
      original.id, unit: "LC14", period: TypedPeriod.period("2026-H1"))
    #expect(assigned.unit == "LC14")
    #expect(assigned.entity == "xã Nà Tẳm")
    #expect(throws: DecisionFailure.self) {
      try decisions.assign(original.id, unit: "LC99", period: nil)
    }
    #expect(throws: DecisionFailure.self) { try decisions.withdraw("none.txt", reason: "x") }
    #expect(throws: DecisionFailure.self) { try decisions.withdraw("khun-noong.docx", reason: "x") }
  }
}
