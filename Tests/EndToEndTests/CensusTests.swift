import Foundation
import TestSupport
import Testing

/// `scripts/score` holds the program to the census; this holds the census to the corpus.
@Suite("The census of the corpus")
struct CensusTests {
  private static let corpus = Program.repository.appendingPathComponent("corpus")

  private struct Gold: Decodable {
    let file: String
    let facts: [Entry]
    let flags: [Entry]?

    struct Entry: Decodable {}
  }

  private func rows() throws -> [String: [String]] {
    let text = try String(
      contentsOf: CensusTests.corpus.appendingPathComponent("census.tsv"), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
    let cells = lines.map { $0.split(separator: "\t").map(String.init) }
    return Dictionary(uniqueKeysWithValues: cells.map { ($0[0], $0) })
  }

  private func reports() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: CensusTests.corpus.appendingPathComponent("reports"), includingPropertiesForKeys: nil)
  }

  @Test("names every report, and no other")
  func names() throws {
    let names = try reports().map(\.lastPathComponent).sorted()
    #expect(names.count >= 16)
    #expect(try rows().keys.sorted() == names)
  }

  @Test("tells each report's size and how much gold it has")
  func contents() throws {
    let rows = try rows()
    for folder in try reports() {
      let name = folder.lastPathComponent
      let data = try Data(contentsOf: folder.appendingPathComponent(name + ".gold.json"))
      let gold = try JSONDecoder().decode(Gold.self, from: data)
      let source = folder.appendingPathComponent(gold.file)
      let bytes = try Data(contentsOf: source).count
      let expected = [
        name, source.pathExtension, "\(bytes)", "\(gold.facts.count)",
        "\(gold.flags?.count ?? 0)",
      ]
      #expect(rows[name].map { Array($0.prefix(5)) } == expected)
    }
  }

  @Test("every gold numeral stands on its line")
  func goldPlaces() throws {
    struct Place: Decodable {
      let line: Int
      let text: String
    }
    struct Places: Decodable {
      let file: String
      let facts: [Place]
    }
    for folder in try reports() {
      let name = folder.lastPathComponent
      let data = try Data(contentsOf: folder.appendingPathComponent(name + ".gold.json"))
      let gold = try JSONDecoder().decode(Places.self, from: data)
      let text = try String(
        contentsOf: folder.appendingPathComponent(gold.file), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for place in gold.facts {
        #expect(
          lines.indices.contains(place.line - 1)
            && lines[place.line - 1].contains(place.text),
          "\(gold.file):\(place.line) \(place.text)")
      }
    }
  }
}
