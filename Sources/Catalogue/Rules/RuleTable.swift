import DocumentModel

/// The validation rules and the tables that they lean on.
package struct RuleTable: Sendable {
  /// In the order of the table.
  package let rules: [Rule]
  package let citations: CitationTable
  /// Words that name a unit's rank and don't tell units apart ("đảng bộ"), longest first.
  package let unitRanks: [String]
  private let byKind: [Rule.Kind: [Rule]]

  package func rules(_ kind: Rule.Kind) -> [Rule] { byKind[kind] ?? [] }

  package func first(_ kind: Rule.Kind) -> Rule? { byKind[kind]?.first }

  /// Loads the tables.
  ///
  /// - Parameters:
  ///   - texts: file name to text for tables that replace the compiled-in ones
  ///     or, named `NAME.add.tsv`, add to them.
  ///   - additions: further tables of rules, in order; a rule of one that is there already takes
  ///     its place.
  /// - Throws: `TableError` naming file and line of the first mistake.
  package init(
    replacing texts: [String: String] = [:], adding additions: [NamedText] = []
  ) throws(TableError) {
    let source = try TableSource(texts)
    var rules = try RuleTable.rules(in: source.table("rules.tsv", RuleRow.columns))
    for addition in additions {
      let file = try TableFile(name: addition.name, text: addition.text, expected: RuleRow.columns)
      for rule in try RuleTable.rules(in: file) {
        if let old = rules.firstIndex(where: { $0.id == rule.id }) {
          rules[old] = rule
        } else {
          rules.append(rule)
        }
      }
    }
    self.rules = rules
    byKind = Dictionary(grouping: rules, by: \.relation)
    citations = try CitationTable(source.table("citation_types.tsv", ["role", "words", "code"]))
    unitRanks = try source.table("unit_ranks.tsv", ["words"]).rows.map { $0.cells[0] }
      .sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
  }

  /// The rules of one table, in its order; each id stands once.
  private static func rules(in file: TableFile) throws(TableError) -> [Rule] {
    var rules: [Rule] = []
    var seen: [String: Int] = [:]
    for row in file.rows {
      let rule = try RuleRow(file: row.file, row: row).rule()
      if let line = seen[rule.id] {
        throw TableError(
          file: row.file, line: row.line,
          message: Message(
            vi: "mã \(rule.id) đã có ở dòng \(line)", en: "\(rule.id) stands on line \(line) too"))
      }
      seen[rule.id] = row.line
      rules.append(rule)
    }
    return rules
  }
}

/// A table's name, for messages, and its whole text.
package struct NamedText: Sendable {
  package let name: String
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
