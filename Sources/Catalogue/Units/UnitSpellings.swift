/// Ways to write the same words of a unit's name: `unit_spellings.tsv`.
struct UnitSpellings: Sendable {
  private struct Spelling: Sendable {
    let written: [String]
    let meant: [String]
  }

  /// By their first word, the longest first.
  private let spellings: [String: [Spelling]]

  /// As compiled in; empty only if the table were damaged, which a test rules out.
  static let compiledIn = UnitSpellings(GeneratedUnitTables.texts["unit_spellings.tsv"] ?? "")

  init(_ text: String) {
    let columns = ["written", "meant"]
    let file = try? TableFile(name: "unit_spellings.tsv", text: text, expected: columns)
    let rows = (file?.rows ?? []).map {
      Spelling(written: UnitName.words(of: $0.cells[0]), meant: UnitName.words(of: $0.cells[1]))
    }
    spellings = Dictionary(grouping: rows.filter { !$0.written.isEmpty }) { $0.written[0] }
      .mapValues { $0.sorted { $0.written.count > $1.written.count } }
  }

  /// The words with one spelling for each that has several; others as they are.
  func unified(_ words: [String]) -> [String] {
    guard words.contains(where: { spellings[$0] != nil }) else { return words }
    var result: [String] = []
    var rest = words[...]
    while let word = rest.first {
      if let found = spellings[word]?.first(where: { rest.starts(with: $0.written) }) {
        result += found.meant
        rest = rest.dropFirst(found.written.count)
      } else {
        result.append(word)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
