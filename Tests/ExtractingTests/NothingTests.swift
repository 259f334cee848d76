import DocumentModel
import Foundation
import Testing

/// Texts without a figure of any Party unit: other bodies' reports, rules, statistics.
@Suite("Texts that yield nothing")
struct NothingTests {
  static let texts: [URL] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../corpus/nothing").standardizedFileURL
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
  }()

  @Test("there are some") func exist() { #expect(!NothingTests.texts.isEmpty) }

  @Test("no fact, and every numeral explained", arguments: texts)
  func nothing(file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let (document, extraction, _) = Report.read(head: text)
    let facts = extraction.facts.map {
      "\(file.lastPathComponent):\($0.source.line): \(Report.commune.line($0))"
    }
    #expect(facts.isEmpty)
    #expect(extraction.coverage >= 9950)
    expectWholeLedger(document, extraction, at: #_sourceLocation)
  }
}
