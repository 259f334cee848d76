import DocumentModel

/// The reviewed tables that give the rooms their language: concepts, dimensions, lexicons, rules.
package struct Catalogue: Sendable {
  package let concepts: [String: Concept]
  /// Dimension code to its rows.
  package let dimensions: [String: [Member]]
  package let lexicon: Lexicon
  /// Event and noun ("inspect org", "- member") to concept code.
  package let readings: [String: String]
  /// Folded words that OCR damages to the words they stand for.
  package let repairs: RepairTable
  /// Feature of a candidate reading to its weight.
  package let weights: [String: Int]
  /// Dimension code to the concepts it can qualify; a dimension that is not listed fits all.
  package let applies: [String: Set<String>]
  package let structure: StructureLexicon
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
  /// - Parameters:
  ///   - texts: file name to text for tables that replace the compiled-in ones.
  ///   - additions: tables of rules that come on top.
  /// - Throws: `TableError` naming file and line of the first mistake.
  package init(
    replacing texts: [String: String] = [:], adding additions: [NamedText] = []
  ) throws(TableError) {
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
    rules = try RuleTable(replacing: texts, adding: additions)
    for rule in rules.rules {
      try RuleVocabulary(concepts: Set(concepts.keys), dimensions: dimensions).check(rule)
    }
    self.structure = try StructureLexicon(table("structure.tsv", StructureLexicon.columns))
    self.lexicon = try Lexicon(table("phrases.tsv", ["phrase", "features"]))
    var readings: [String: String] = [:]
    let readingTable = try table("readings.tsv", ["event", "noun", "concept"])
    for row in readingTable.rows {
      guard concepts[row.cells[2]] != nil else {
        throw TableError(
          file: readingTable.name, line: row.line,
          message: Message(
            vi: "không có khái niệm \(row.cells[2])", en: "no concept \(row.cells[2])"))
      }
      readings["\(row.cells[0]) \(row.cells[1])"] = row.cells[2]
    }
    self.readings = readings
    self.repairs = try RepairTable(table("repairs.tsv", ["wrong", "right"]))
    var weights: [String: Int] = [:]
    let weightTable = try table("weights.tsv", ["feature", "weight"])
    for row in weightTable.rows {
      guard let weight = Int(row.cells[1]) else {
        throw TableError(
          file: weightTable.name, line: row.line,
          message: Message(
            vi: "trọng số phải là số nguyên", en: "a weight is a whole number"))
      }
      weights[row.cells[0]] = weight
    }
    self.weights = weights
    var applies: [String: Set<String>] = [:]
    let appliesTable = try table("applies.tsv", ["dimension", "concepts"])
    for row in appliesTable.rows {
      let codes = row.cells[1].split(separator: " ").map(String.init)
      if let wrong = codes.first(where: { concepts[$0] == nil }) {
        throw TableError(
          file: appliesTable.name, line: row.line,
          message: Message(vi: "không có khái niệm \(wrong)", en: "no concept \(wrong)"))
      }
      applies[row.cells[0]] = Set(codes)
    }
    self.applies = applies
  }

  /// Tokens of pieces of `bytes`, with damaged words read as what they stand for.
  package func tokens(_ bytes: [UInt8], _ segments: [Range<Int>]) -> [Token] {
    var tokens = Tokenizer.tokens(bytes, segments)
    repairs.apply(&tokens, bytes: bytes)
    return tokens
  }

  /// False where the tables say that a dimension cannot qualify a concept.
  package func allows(_ dimension: String, on concept: String) -> Bool {
    applies[dimension]?.contains(concept) ?? true
  }
}
