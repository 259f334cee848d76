/// The time a fact holds for: a day (stocks) or a span of days, both inclusive (flows).
package enum Period: Sendable, Hashable {
  case instant(CalendarDate)
  case duration(start: CalendarDate, end: CalendarDate)

  package static func year(_ year: Int) -> Period {
    .duration(start: .firstDay(year: year), end: .lastDay(year: year))
  }

  /// The last day: the day of an instant, the end of a duration.
  package var end: CalendarDate {
    switch self {
    case .instant(let day): return day
    case .duration(_, let end): return end
    }
  }

  package var start: CalendarDate? {
    if case .duration(let start, _) = self { return start }
    return nil
  }
}
