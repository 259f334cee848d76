package import DocumentModel

/// The reviewed tables that give the rooms their language: concepts, dimensions, lexicons, rules.
package struct Catalogue: Sendable {
  package let concepts: [String: Concept]
  /// Dimension code to its rows.
  package let dimensions: [String: [Member]]
  package let rules: RuleTable

  /// A concept of `concepts.tsv`.
  package struct Concept: Sendable, Hashable {
    package let code: String
    package let unit: String
    /// True for a stock, counted on a day; false for a flow, counted over a span.
    package let isStock: Bool
    package let vi: String
  }

  /// One member of a dimension.
  package struct Member: Sendable, Hashable {
    package let code: String
    package let vi: String
  }

  /// Loads the tables.
  ///
  /// - Parameter texts: file name to text for tables that replace the compiled-in ones.
  /// - Throws: `TableError` naming file and line of the first mistake.
  package init(replacing texts: [String: String] = [:]) throws(TableError) {
    func table(_ name: String, _ columns: [String]) throws(TableError) -> TableFile {
      try TableFile(
        name: name, text: texts[name] ?? GeneratedTables.texts[name] ?? "", expected: columns)
    }
    var concepts: [String: Concept] = [:]
    for row in try table("concepts.tsv", ["code", "unit", "period", "vi", "definition"]).rows {
      concepts[row.cells[0]] = Concept(
        code: row.cells[0], unit: row.cells[1], isStock: row.cells[2] == "instant",
        vi: row.cells[3])
    }
    self.concepts = concepts
    var dimensions: [String: [Member]] = [:]
    for row in try table("dimensions.tsv", ["dimension", "member", "vi"]).rows {
      dimensions[row.cells[0], default: []].append(Member(code: row.cells[1], vi: row.cells[2]))
    }
    self.dimensions = dimensions
    rules = try RuleTable(replacing: texts)
  }
}
