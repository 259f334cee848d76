import Foundation
import TestSupport
import Testing

@Suite("One report in several formats")
struct FormatsTests {
  private let tonghop: Program
  private static let corpus = Program.repository.appendingPathComponent("corpus")

  init() throws { tonghop = Program(folder: try TemporaryFolder()) }

  /// The facts of a file without what tells its place, in order.
  private func facts(_ file: URL) throws -> [String] {
    try tonghop("extract", file.path, "--format", "ndjson").lines.map { line in
      var fact = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      fact["text"] = (fact["source"] as? [String: Any])?["text"]
      for name in ["id", "file", "source", "confidence"] { fact[name] = nil }
      let data = try JSONSerialization.data(withJSONObject: fact, options: .sortedKeys)
      return String(decoding: data, as: UTF8.self)
    }.sorted()
  }

  @Test("a PDF yields the facts of its text", arguments: ["k03", "s02", "s04"])
  func pdf(name: String) throws {
    let text = try facts(FormatsTests.corpus.appendingPathComponent("reports/\(name)/\(name).txt"))
    let pdf = try facts(FormatsTests.corpus.appendingPathComponent("formats/\(name).pdf"))
    #expect(text.count > 100)
    #expect(Set(pdf).subtracting(text) == [])
    #expect(pdf == text)
  }

  @Test(
    "so does what pdftotext makes of it, with words cut, columns shifted and marks set apart",
    arguments: ["k03.layout", "s02.layout", "s04.layout", "s02.raw"])
  func converted(name: String) throws {
    let report = name.prefix(3)
    let text = try facts(
      FormatsTests.corpus.appendingPathComponent("reports/\(report)/\(report).txt"))
    let converted = try facts(FormatsTests.corpus.appendingPathComponent("formats/\(name).txt"))
    #expect(converted == text)
  }

  @Test("every figure of a PDF has page and box, and its bytes in the text as read")
  func places() throws {
    let file = FormatsTests.corpus.appendingPathComponent("formats/s04.pdf").path
    let bytes = Array(try tonghop("text", "--raw", file).output.utf8)
    var pages: Set<Int> = []
    for line in try tonghop("numerals", file, "--format", "ndjson").lines {
      let record = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let source = try #require(record["source"] as? [String: Any])
      let start = try #require(source["start"] as? Int)
      let end = try #require(source["end"] as? Int)
      #expect(source["text"] as? String == String(decoding: bytes[start..<end], as: UTF8.self))
      pages.insert(try #require(source["page"] as? Int))
      let box = try #require(source["box"] as? [Double])
      #expect(box.count == 4 && box[0] < box[2] && box[1] < box[3] && box[3] < 842)
    }
    #expect(pages == [1, 2, 3, 4])
  }
}
