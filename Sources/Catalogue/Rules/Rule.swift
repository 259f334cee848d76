package import DocumentModel

/// A row of `rules.tsv`: what must hold of the figures of a report.
///
/// A class, because every relation found names its rule.
package final class Rule: Sendable {
  package let id: String
  /// A family code of the contract: `sum_mismatch`, `share_mismatch`, ….
  package let family: String
  package let severity: Flag.Severity
  package let relation: Kind
  package let operands: Operands
  /// The `operands` and `applies` cells as written.
  package let wording: (operands: String, applies: String)
  package let applies: Applicability
  /// What a reviewer should do, in Vietnamese and English.
  package let instruction: Message
  /// The form or regulation that it comes from.
  package let source: String
  /// The table that it stands in, and the line there, from 1.
  package let place: Place

  /// Parameters: as the properties of the same names.
  init(
    id: String, family: String, severity: Flag.Severity, relation: Kind, operands: Operands,
    wording: (operands: String, applies: String), applies: Applicability, instruction: Message,
    source: String, place: Place
  ) {
    (self.id, self.family, self.severity, self.relation) = (id, family, severity, relation)
    (self.operands, self.wording, self.applies) = (operands, wording, applies)
    (self.instruction, self.source, self.place) = (instruction, source, place)
  }

  package struct Place: Sendable, Hashable {
    package let file: String
    package let line: Int
  }

  /// What must be so of every figure, or the rule is undecided.
  package struct Applicability: Sendable, Hashable {
    /// Of 1000.
    package var confidence = 0
    /// Empty for all.
    package var concepts: Set<String> = []
    package var natures: Set<Fact.Nature> = []

    package func admits(_ fact: Fact) -> Bool {
      admits(fact.concept, fact.nature, confidence: fact.confidence)
    }

    /// The same for a fact of which only these are at hand: copying all of it costs more than the question.
    package func admits(_ concept: String, _ nature: Fact.Nature, confidence: Int) -> Bool {
      confidence >= self.confidence && (concepts.isEmpty || concepts.contains(concept))
        && (natures.isEmpty || natures.contains(nature))
    }
  }

  /// What a rule says; each is found and checked by a type of Validating.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A breakdown that the text calls complete; parts of one that it doesn't.
    case breakdown, part
    /// Members of a dimension that together make up the whole, or that exclude one another.
    case partition, exclusive
    /// Spans that cover a longer one; units that a table adds up; shares that add up to 100%.
    case series, units
    case sharesComplete = "shares_complete"
    /// A member that lies within another; a concept within another; the steps of a scale.
    case subset, scale
    /// Members that a list may count within another one or apart.
    case within
    case conceptPart = "concept_part"
    /// A dimension that doesn't narrow its concept ("exempt from rating" isn't rated).
    case separate
    case share
    case shareTruncated = "share_truncated"
    case shareBase = "share_base"
    case sharesTotal = "shares_total"
    case average, change, rate
    case rateTruncated = "rate_truncated"
    case balance, coverage, restatement, equal
    case wholeNumber = "whole_number"
    case atMostHundred = "at_most_hundred"
    case notNegative = "not_negative"
    /// A concept's least and greatest possible value.
    case range
    /// Between reports: an opening and the last closing, a figure and the others of its kind.
    case carried, outlier
    case calendar
    case eventDate = "event_date"
    case ratingDate = "rating_date"
    case citationDate = "citation_date"
    case citationKind = "citation_kind"
    case citationSuffix = "citation_suffix"
    case citationIssuer = "citation_issuer"
  }

  /// What the `operands` cell names, by kind.
  package enum Operands: Sendable, Hashable {
    case none
    case dimensions([String])
    case partition(Partition)
    case subset(dimension: String, children: [String], parent: String)
    /// Members from low to high.
    case scale(dimension: String, members: [String])
    /// Holds where the part has the dimension `needs`.
    case conceptPart(part: String, whole: String, needs: String)
    case balance(stock: String, inflows: [String], outflows: [String])
    /// The flow, with each reading's members of the dimension, covers the stock.
    case coverage(flow: String, stock: String, dimension: String, readings: [[String]])
    case equal(Aspects, Aspects)
    case range(concept: String, low: Int, high: Int)
    /// Compared with at least so many others: the unit's earlier figures, or its peers'.
    case outlier(Basis, least: Int)
  }

  package enum Basis: String, Sendable, Hashable { case history, peers }

  /// A concept with dimensions: `removals{reason=expelled}`.
  package struct Aspects: Sendable, Hashable {
    package let concept: String
    package let dimensions: [String: String]
  }

  /// Members of one dimension that make up a whole.
  package struct Partition: Sendable, Hashable {
    package let dimension: String
    /// Nil where the whole has no member of the dimension.
    package let whole: String?
    /// Alternative readings, each a list of groups; a group is one of several members.
    package let readings: [[Group]]
    /// What it means when the parts fall short of the whole, or exceed it.
    package let under: Effect
    package let over: Effect

    package struct Group: Sendable, Hashable {
      package let members: [String]
      package let isOptional: Bool
    }
  }

  package enum Effect: Sendable, Hashable {
    case severity(Flag.Severity)
    /// A warning where the difference is at most a hundredth of the whole; otherwise nothing.
    case near
    case nothing
  }
}
