package import DocumentModel

/// One figure of a dataset, with what its report says of itself.
package struct DatasetFigure: Sendable {
  /// With its unit's code in `entity`, where that is known.
  package let fact: Fact
  /// The id of the report that it stands in.
  package let report: String
  /// The span that the report is about.
  package let period: Period?
  /// What the unit's peers have in common, such as the code of the unit above; nil for no peers.
  package let group: String?

  package init(fact: Fact, report: String, period: Period?, group: String? = nil) {
    self.fact = fact
    self.report = report
    self.period = period
    self.group = group
  }

  /// What tells units apart.
  var unit: String { fact.entity.code.map { "#" + $0 } ?? fact.entity.name }
}

/// What figures of different units and days must share to be compared.
struct FigureKind: Hashable {
  let concept: String
  let unit: String
  let statistic: Fact.Statistic
  let per: String?
  let of: Whole?
  let dimensions: [String: String]

  init?(_ fact: Fact) {
    guard fact.nature == .actual, fact.upper == nil, fact.qualifier == .exact, fact.base == nil
    else { return nil }
    concept = fact.concept
    unit = fact.unit
    statistic = fact.statistic
    per = fact.per
    of = fact.of
    dimensions = fact.dimensions
  }
}
