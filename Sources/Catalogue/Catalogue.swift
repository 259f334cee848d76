import DocumentModel

/// The reviewed tables that give the rooms their language: concepts, dimensions, lexicons, rules.
package final class Catalogue: Sendable {
  package let concepts: [String: Concept]
  /// Dimension code to its rows.
  package let dimensions: [String: [Member]]
  package let lexicon: Lexicon
  /// Event and noun ("inspect org", "- member") to concept code.
  package let readings: [String: String]
  /// Folded words that OCR damages to the words they stand for.
  package let repairs: RepairTable
  private let pieces: WordPieces
  /// Feature of a candidate reading to its weight.
  package let weights: [String: Int]
  /// Feature of a fact to what it is worth for its confidence, in thousandths of the logistic scale.
  package let certainty: [String: Int]
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
  ///   - texts: file name to text for tables that replace the compiled-in ones or, named
  ///     `NAME.add.tsv`, add to them.
  ///   - additions: tables of rules that come on top.
  /// - Throws: `TableError` naming file and line of the first mistake.
  package init(
    replacing texts: [String: String] = [:], adding additions: [NamedText] = []
  ) throws(TableError) {
    let source = try TableSource(texts)
    let concepts = try Catalogue.concepts(source)
    let dimensions = try Catalogue.dimensions(source)
    self.concepts = concepts
    self.dimensions = dimensions
    rules = try RuleTable(replacing: texts, adding: additions)
    for rule in rules.rules {
      try RuleVocabulary(concepts: Set(concepts.keys), dimensions: dimensions).check(rule)
    }
    structure = try StructureLexicon(source.table("structure.tsv", StructureLexicon.columns))
    var readings: [String: String] = [:]
    let readingRows = try source.table("readings.tsv", ["event", "noun", "concept"]).rows
    for row in readingRows {
      guard concepts[row.cells[2]] != nil else {
        throw row.mistake(
          vi: "không có khái niệm \(row.cells[2])", en: "no concept \(row.cells[2])")
      }
      readings["\(row.cells[0]) \(row.cells[1])"] = row.cells[2]
    }
    self.readings = readings
    let phrases = try source.table(Catalogue.phrases, Catalogue.phraseColumns)
    lexicon = try Lexicon(
      phrases,
      abbreviations: Abbreviations(source.table("abbreviations.tsv", ["short", "long"])))
    pieces = WordPieces(known: lexicon.words)
    if source.isChanged(Catalogue.phrases) {
      let known = try KnownFeatures(
        phrases: source.compiledIn(Catalogue.phrases, Catalogue.phraseColumns),
        dimensions: dimensions, readings: readingRows)
      for row in phrases.rows {
        if let mistake = try known.mistake(in: row) { throw mistake }
      }
    }
    repairs = try RepairTable(source.table("repairs.tsv", ["wrong", "right"]))
    weights = try Catalogue.weights(source)
    certainty = try Catalogue.certainty(source)
    applies = try Catalogue.applies(source, concepts, dimensions)
  }

  private init(_ other: Catalogue, lexicon: Lexicon) {
    (concepts, dimensions, self.lexicon) = (other.concepts, other.dimensions, lexicon)
    (readings, repairs, pieces) = (other.readings, other.repairs, other.pieces)
    (weights, certainty, applies) = (other.weights, other.certainty, other.applies)
    (structure, rules) = (other.structure, other.rules)
  }

  /// The same catalogue for one report that declares short forms of its own.
  ///
  /// - Parameter forms: each short form and its words in full, folded.
  /// - Returns: this very catalogue where no long form is a phrase of its tables.
  package func knowing(_ forms: [(short: UInt64, long: [UInt64])]) -> Catalogue {
    lexicon.adding(forms).map { Catalogue(self, lexicon: $0) } ?? self
  }

  /// Tokens of pieces of `bytes`, with damaged words read as what they stand for.
  package func tokens(_ bytes: [UInt8], _ segments: [Range<Int>]) -> [Token] {
    var tokens = Tokenizer.tokens(bytes, segments)
    pieces.apply(&tokens, bytes: bytes)
    repairs.apply(&tokens, bytes: bytes)
    return tokens
  }

  /// False where the tables say that a dimension cannot qualify a concept.
  package func allows(_ dimension: String, on concept: String) -> Bool {
    applies[dimension]?.contains(concept) ?? true
  }
}
