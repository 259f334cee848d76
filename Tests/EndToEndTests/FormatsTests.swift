import Foundation
import TestSupport
import Testing

@Suite("One report in several formats")
struct FormatsTests {
  private let tonghop: Program
  private static let corpus = Program.repository.appendingPathComponent("corpus")

  init() throws { tonghop = Program(folder: try TemporaryFolder()) }

  /// The records of a command on a file without what tells their place, in order.
  private func records(_ command: String, _ file: String) throws -> [String] {
    try tonghop(
      command, FormatsTests.corpus.appendingPathComponent(file).path, "--format", "ndjson"
    ).records().map { record in
      var record = record
      record["text"] = texts(of: record["sources"] ?? [record["source"]])
      record["edits"] = edits(of: record["suggestion"])
      for name in [
        "id", "file", "source", "sources", "facts", "confidence", "cause", "message", "suggestion",
        "alternatives",
      ] { record[name] = nil }
      let data = try JSONSerialization.data(withJSONObject: record, options: .sortedKeys)
      return String(decoding: data, as: UTF8.self)
    }.sorted()
  }

  private func texts(of sources: Any) -> [String] {
    (sources as? [[String: Any]] ?? []).map { $0["text"] as? String ?? "" }
  }

  private func edits(of suggestion: Any?) -> [String] {
    let edits = (suggestion as? [String: Any])?["edits"] as? [[String: Any]] ?? []
    return edits.map { "\(texts(of: [$0["source"]])) → \($0["value"] ?? "")" }
  }

  @Test(
    "a PDF yields the facts and flags of its text; so does what pdftotext makes of it, words cut",
    arguments: [
      "k03.pdf", "s02.pdf", "s04.pdf", "k03.layout.txt", "s02.layout.txt", "s04.layout.txt",
      "s02.raw.txt",
    ])
  func converted(name: String) throws {
    let report = name.prefix(3)
    let text = "reports/\(report)/\(report).txt"
    let facts = try records("extract", text)
    #expect(facts.count > 100)
    #expect(try records("extract", "formats/\(name)") == facts)
    let flags = try records("check", text)
    #expect(flags.isEmpty == (report == "k03"))
    #expect(try records("check", "formats/\(name)") == flags)
  }

  @Test("every figure of a PDF has page and box, and its bytes in the text as read")
  func places() throws {
    let file = FormatsTests.corpus.appendingPathComponent("formats/s04.pdf").path
    let bytes = Array(try tonghop("text", "--raw", file).output.utf8)
    var pages: Set<Int> = []
    for record in try tonghop("numerals", file, "--format", "ndjson").records() {
      let source = try record.expectSource(in: bytes)
      pages.insert(try #require(source["page"] as? Int))
      let box = try #require(source["box"] as? [Double])
      #expect(box.count == 4 && box[0] < box[2] && box[1] < box[3] && box[3] < 842)
    }
    #expect(pages == [1, 2, 3, 4])
  }
}
