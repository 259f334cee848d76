package import DocumentModel

/// Values for tests; each names only what the test is about.
package enum Sample {
  package static func fact(
    _ id: String = "f1", file: String = "a.txt", concept: String = "members",
    value: ExactDecimal = ExactDecimal(384), upper: ExactDecimal? = nil, unit: String = "person",
    decimals: Int = 0, qualifier: Fact.Qualifier = .exact,
    statistic: Fact.Statistic = .total, per: String? = nil, of: Whole? = nil, base: Period? = nil,
    entity: String = "Đảng bộ xã Bình Lư", code: String? = nil, period: Period? = endOfMarch,
    dimensions: [String: String] = [:], start: Int = 10, text: String = "384",
    confidence: Int = 1000
  ) -> Fact {
    Fact(
      id: id, file: file, concept: concept, value: value, upper: upper, unit: unit,
      decimals: decimals, qualifier: qualifier, statistic: statistic, per: per, of: of, base: base,
      entity: Entity(name: entity, code: code), period: period, dimensions: dimensions,
      source: span(start: start, text: text), confidence: confidence)
  }

  package static func flag(
    _ id: String = "g1", severity: Flag.Severity = .error, start: Int = 10
  ) -> Flag {
    Flag(
      id: id, file: "a.txt", rule: "sum_mismatch", severity: severity, facts: ["f1", "f2"],
      sources: [span(start: start, text: "384")], observed: ExactDecimal(384),
      expected: ExactDecimal(385), difference: ExactDecimal(-1),
      message: Message(vi: "tổng không khớp", en: "the sum is off"))
  }

  package static func span(line: Int = 3, start: Int = 10, text: String) -> SourceSpan {
    SourceSpan(line: line, start: start, end: start + text.utf8.count, text: text)
  }

  package static let endOfMarch = Period.instant(.lastDay(year: 2026, month: 3))
  package static let firstQuarter = Period.duration(
    start: .firstDay(year: 2026, month: 1), end: .lastDay(year: 2026, month: 3))
}
