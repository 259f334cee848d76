/// One stated figure with its meaning and its place; the contract's *fact*.
package struct Fact: Sendable, Hashable {
  /// Stable and unique: from the content hash, the place and the aspects, never from the path.
  package var id: String
  package var file: String
  /// A code of `concepts.tsv`.
  package var concept: String
  package var value: ExactDecimal
  /// The other end where a range is stated: "3 - 4%" has value 3, upper 4.
  package var upper: ExactDecimal?
  /// The concept's unit, or `percent`, `years`, `ratio`.
  package var unit: String
  /// Digits stated after the comma.
  package var decimals: Int
  package var qualifier: Qualifier
  package var nature: Nature
  package var statistic: Statistic
  package var per: String?
  package var of: Whole?
  /// For growth and index: the period compared with.
  package var base: Period?
  package var entity: Entity
  package var period: Period?
  /// Dimension code to member code.
  package var dimensions: [String: String]
  package var source: SourceSpan
  /// From 0 to 1000, printed as 0…1.
  package var confidence: Int
  /// How the text ties this figure to others; not printed, but what rules start from.
  package var context: FactContext
  /// Which phrase gave which aspect; filled by Explainer alone, empty otherwise.
  package var evidence: [Evidence]

  package enum Qualifier: String, Sendable, Hashable, CaseIterable {
    case exact, about, nearly
    case moreThan = "more_than"
    case atLeast = "at_least"
    case lessThan = "less_than"
    case atMost = "at_most"
  }

  package enum Nature: String, Sendable, Hashable, CaseIterable {
    case actual, target, forecast
  }

  package enum Statistic: String, Sendable, Hashable, CaseIterable {
    case total, average, growth, index
  }

  package init(
    id: String = "", file: String, concept: String, value: ExactDecimal,
    upper: ExactDecimal? = nil, unit: String, decimals: Int = 0, qualifier: Qualifier = .exact,
    nature: Nature = .actual, statistic: Statistic = .total, per: String? = nil,
    of: Whole? = nil, base: Period? = nil, entity: Entity, period: Period?,
    dimensions: [String: String] = [:], source: SourceSpan, confidence: Int = 1000,
    context: FactContext = FactContext(), evidence: [Evidence] = []
  ) {
    self.id = id
    self.file = file
    self.concept = concept
    self.value = value
    self.upper = upper
    self.unit = unit
    self.decimals = decimals
    self.qualifier = qualifier
    self.nature = nature
    self.statistic = statistic
    self.per = per
    self.of = of
    self.base = base
    self.entity = entity
    self.period = period
    self.dimensions = dimensions
    self.source = source
    self.confidence = confidence
    self.context = context
    self.evidence = evidence
  }
}

/// The unit whose figure it is: the name as stated, the code from the unit registry or nil.
package struct Entity: Sendable, Hashable {
  /// In composed letters, whatever the document has: a dataset groups by its bytes.
  package var name: String
  package var code: String?

  package init(name: String, code: String? = nil) {
    self.name = name.composed
    self.code = code
  }
}

/// The whole that a percentage is a share of, where that is not the same concept, entity and
/// period without the dimension that names the part.
package struct Whole: Sendable, Hashable {
  package var concept: String?
  package var dimensions: [String: String]
  package var nature: Fact.Nature
  package var period: Period?
  /// A whole outside the catalogue ("trưởng thôn").
  package var noun: String?

  package init(
    concept: String? = nil, dimensions: [String: String] = [:], nature: Fact.Nature = .actual,
    period: Period? = nil, noun: String? = nil
  ) {
    self.concept = concept
    self.dimensions = dimensions
    self.nature = nature
    self.period = period
    self.noun = noun
  }
}

/// Where in the document's structure a fact stands.
package struct FactContext: Sendable, Hashable {
  /// Index of the block (paragraph, list item, table row, footnote) in the document, from 0.
  package var block: Int
  /// Index of the sentence in its block, from 0.
  package var sentence: Int
  package var region: Region
  /// What its confidence was weighed from, as `certainty.tsv` names it; empty unless asked for.
  package var grounds: [String] = []

  package enum Region: String, Sendable, Hashable { case body, footnote, table, heading }

  package init(block: Int = 0, sentence: Int = 0, region: Region = .body) {
    self.block = block
    self.sentence = sentence
    self.region = region
  }
}

/// One aspect of a fact and the phrase that gave it: without the phrase the aspect would be another.
package struct Evidence: Sendable, Hashable {
  /// `concept`, `period`, `entity`, `nature`, … or a dimension's code.
  package var aspect: String
  /// The phrase's place, or nil where no single phrase decides.
  package var span: SourceSpan?
  /// Where the phrase stands: `right` of the numeral or before it (`label`), in a `parent`, a
  /// `footnote`, a `heading`, a table's `header`, the letterhead or title (`document`); `several`
  /// where there is no single one.
  package var level: String

  package init(aspect: String, span: SourceSpan?, level: String) {
    self.aspect = aspect
    self.span = span
    self.level = level
  }
}
