import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("Ingesting")
struct IngestTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(IngestTests.report(members: 384), to: "in/b.txt")
    try folder.write(IngestTests.report(members: 384), to: "in/sub/a.txt")
    try folder.write(IngestTests.report(members: 25, unit: "BẢN BO"), to: "in/c.txt")
    try folder.write("", to: "in/empty.txt")
    try folder.write([0, 1, 2, 0, 0xFF], to: "in/binary.txt")
    try folder.write("x", to: "in/a.xyz")
  }

  private static func report(members: Int, unit: String = "BÌNH LƯ") -> String {
    """
    ĐẢNG BỘ XÃ \(unit)

    BÁO CÁO
    quý I năm 2026

    Tính đến 31/3/2026, toàn Đảng bộ có \(members) đảng viên.

    """
  }

  @discardableResult
  private func ingest(
    _ paths: [String], into name: String = "d.sqlite", jobs: Int = 2,
    stop: StopSwitch = StopSwitch(), recorded: (IngestedFile) throws -> Void = { _ in }
  ) async throws -> IngestSummary {
    let ingest = try Ingest(
      into: DatasetLocation(path: folder.file(name)), catalogue: nil, jobs: jobs)
    return try await ingest.run(
      InputSearch(paths: paths.map(folder.file)), stop: stop, recorded: recorded)
  }

  private func export(_ name: String) throws -> [String] {
    let export = try DatasetExport(
      of: DatasetLocation(path: folder.file(name)), catalogue: nil)
    let ndjson = try export.run(.ndjson, to: folder.file("out-\(name)"))
    let csv = try export.run(.csv, to: folder.file("out-\(name)"))
    return try (ndjson + csv).map {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self)
    }
  }

  @Test("a bad file is a recorded failure; the others go on")
  func failures() async throws {
    let summary = try await ingest(["in", "missing.txt"])
    #expect(summary.tally.read == 3)
    #expect(summary.tally.failed == 4)
    #expect(summary.count(.accepted) == 2)
    #expect(summary.count(.duplicate) == 1)
    let status = try DatasetStatus(of: DatasetLocation(path: folder.file("d.sqlite")))
    #expect(
      status.files.filter { $0.submission.outcome == .failed }.map(\.submission.file)
        == ["in/a.xyz", "in/binary.txt", "in/empty.txt", "missing.txt"])
  }

  @Test("paths are relative to the dataset's folder, or to the root that is named")
  func root() async throws {
    let location = DatasetLocation(path: folder.file("d.sqlite"), root: folder.file("in"))
    var files: [String] = []
    _ = try await Ingest(into: location, catalogue: nil, jobs: 1).run(
      InputSearch(paths: [folder.file("in/c.txt")]), stop: StopSwitch()
    ) { files.append($0.submission.file) }
    #expect(files == ["c.txt"])
  }

  @Test("the same folder twice changes nothing")
  func twice() async throws {
    try await ingest(["in"])
    let before = try export("d.sqlite")
    let summary = try await ingest(["in"])
    #expect(summary.files.allSatisfy { !$0.isNew })
    #expect(try export("d.sqlite") == before)
  }

  @Test("equal content gives equal exports, whatever the order, the halves and the workers")
  func order() async throws {
    try await ingest(["in"], into: "one.sqlite", jobs: 1)
    try await ingest(["in/sub"], into: "two.sqlite", jobs: 4)
    try await ingest(["in/empty.txt", "in/c.txt"], into: "two.sqlite", jobs: 4)
    try await ingest(["in"], into: "two.sqlite", jobs: 4)
    #expect(try export("one.sqlite") == export("two.sqlite"))
  }

  @Test("a wish to stop is granted after the current file, and the rest can follow later")
  func stopping() async throws {
    let stop = StopSwitch()
    let summary = try await ingest(["in"], jobs: 1, stop: stop) { _ in stop.request(15) }
    #expect(summary.isStopped)
    #expect(summary.files.count == 1)
    try await ingest(["in"])
    try await ingest(["in"], into: "whole.sqlite")
    #expect(try export("d.sqlite") == export("whole.sqlite"))
  }

  @Test("standard input is a submission too")
  func label() {
    #expect(InputSearch(paths: ["-"]).inputs.map(\.label) == ["-"])
  }
}
