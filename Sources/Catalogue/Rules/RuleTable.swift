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
  /// - Parameter texts: file name to text for tables that replace the compiled-in ones.
  /// - Throws: `TableError` naming file and line of the first mistake.
  package init(replacing texts: [String: String] = [:]) throws(TableError) {
    func table(_ name: String, _ columns: [String]) throws(TableError) -> TableFile {
      try TableFile(
        name: name, text: texts[name] ?? GeneratedTables.texts[name] ?? "", expected: columns)
    }
    let file = try table("rules.tsv", RuleRow.columns)
    var rules: [Rule] = []
    var seen: [String: Int] = [:]
    for row in file.rows {
      let rule = try RuleRow(file: file.name, row: row).rule()
      if let line = seen[rule.id] {
        throw TableError(
          file: file.name, line: row.line,
          message: Message(
            vi: "mã \(rule.id) đã có ở dòng \(line)", en: "\(rule.id) stands on line \(line) too"))
      }
      seen[rule.id] = row.line
      rules.append(rule)
    }
    self.rules = rules
    byKind = Dictionary(grouping: rules, by: \.relation)
    citations = try CitationTable(table("citation_types.tsv", ["role", "words", "code"]))
    unitRanks = try table("unit_ranks.tsv", ["words"]).rows.map { $0.cells[0] }
      .sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
  }
}
