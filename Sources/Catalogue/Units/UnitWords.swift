/// What stands before a unit's own name: `unit_words.tsv`.
struct UnitWords: Sendable {
  struct Phrase: Sendable {
    let words: [String]
    /// The same without tones and marks.
    let bare: [String]
    /// The kind it tells, bare; empty for a head that tells none.
    let kind: String
  }

  let heads: [Phrase]
  let kinds: [Phrase]
  /// Kind to the levels on which it stands.
  let levels: [String: Set<String>]

  /// As compiled in; empty only if the table were damaged, which a test rules out.
  static let compiledIn = UnitWords(GeneratedUnitTables.texts["unit_words.tsv"] ?? "")

  private init(_ text: String) {
    let columns = ["role", "phrase", "kind", "levels"]
    let rows = (try? TableFile(name: "unit_words.tsv", text: text, expected: columns))?.rows ?? []
    var phrases: [String: [Phrase]] = [:]
    var levels: [String: Set<String>] = [:]
    for row in rows {
      let words = UnitName.fold(row.cells[1])
      let kind = UnitName.bare(UnitName.fold(row.cells[2])).joined(separator: " ")
      phrases[row.cells[0], default: []].append(
        Phrase(words: words, bare: UnitName.bare(words), kind: kind))
      levels[kind, default: []].formUnion(row.cells[3].split(separator: " ").map(String.init))
    }
    heads = phrases["head"] ?? []
    kinds = phrases["kind"] ?? []
    self.levels = levels
  }
}
