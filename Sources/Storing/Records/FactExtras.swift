import DocumentModel

/// The aspects of a fact that few facts have, as JSON in one column.
struct FactExtras: Codable, Hashable {
  var of: WholeRecord?
  var base: PeriodRecord?
  var box: [Double]?
  var raw: [Int]?
  var via: String?

  /// Nil where the fact has none of them.
  init?(_ fact: Fact) {
    guard
      fact.of != nil || fact.base != nil || fact.source.box != nil
        || fact.source.raw != nil || fact.source.via != nil
    else { return nil }
    of = fact.of.map(WholeRecord.init)
    base = fact.base.map(PeriodRecord.init)
    box = fact.source.box.map { [$0.left, $0.top, $0.right, $0.bottom] }
    via = fact.source.via
    raw = fact.source.raw.map { [$0.lowerBound, $0.upperBound] }
  }
}

struct WholeRecord: Codable, Hashable {
  var concept: String?
  var dimensions: [String: String]
  var nature: String
  var period: PeriodRecord?
  var noun: String?

  init(_ whole: Whole) {
    concept = whole.concept
    dimensions = whole.dimensions
    nature = whole.nature.rawValue
    period = whole.period.map(PeriodRecord.init)
    noun = whole.noun
  }

  var whole: Whole {
    Whole(
      concept: concept, dimensions: dimensions, nature: Fact.Nature(rawValue: nature) ?? .actual,
      period: period?.period, noun: noun)
  }
}

/// A period as two days; an instant has no start.
struct PeriodRecord: Codable, Hashable {
  var start: String?
  var end: String

  init(_ period: Period) {
    start = period.start?.description
    end = period.end.description
  }

  /// Reads the two columns of a table.
  init?(start: String?, end: String?) {
    guard let end else { return nil }
    self.start = start
    self.end = end
  }

  var period: Period? {
    guard let end = CalendarDate(iso: end) else { return nil }
    guard let start = start.flatMap({ CalendarDate(iso: $0) }) else { return .instant(end) }
    return .duration(start: start, end: end)
  }
}
