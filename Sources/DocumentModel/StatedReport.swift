/// A report whose figures come with their codes: nothing of it has to be found out.
package struct StatedReport: Sendable, Hashable {
  package var header: ReportHeader
  package var figures: [StatedFigure]

  package init(header: ReportHeader, figures: [StatedFigure]) {
    self.header = header
    self.figures = figures
  }
}

/// A figure with its codes and where its numeral stands in the text as read.
package struct StatedFigure: Sendable, Hashable {
  /// Of the numeral, without its sign for percent.
  package var range: Range<Int>
  /// The place in the file that a message about it names: line, from 1, and element.
  package var line: Int
  package var element: String
  package var concept: String
  package var value: ExactDecimal
  package var decimals: Int
  package var unit: String
  package var qualifier: Fact.Qualifier
  package var nature: Fact.Nature
  package var statistic: Fact.Statistic
  /// A named sub-unit; nil for the reporting unit.
  package var entity: String?
  /// Nil for the report's own: its as-of date for stocks, its period for flows.
  package var period: Period?
  package var dimensions: [String: String]

  package init(
    range: Range<Int>, line: Int, element: String, concept: String, value: ExactDecimal,
    decimals: Int, unit: String, qualifier: Fact.Qualifier = .exact,
    nature: Fact.Nature = .actual, statistic: Fact.Statistic = .total, entity: String? = nil,
    period: Period? = nil, dimensions: [String: String] = [:]
  ) {
    self.range = range
    self.line = line
    self.element = element
    self.concept = concept
    self.value = value
    self.decimals = decimals
    self.unit = unit
    self.qualifier = qualifier
    self.nature = nature
    self.statistic = statistic
    self.entity = entity
    self.period = period
    self.dimensions = dimensions
  }
}
