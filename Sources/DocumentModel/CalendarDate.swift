/// A day of the Gregorian calendar, without time or zone.
package struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Year, month and day from the highest bits to the lowest: figures are compared by their dates by
  /// the ten thousand.
  private let packed: Int32

  package var year: Int { Int(packed >> 9) }
  /// From 1 to 12.
  package var month: Int { Int(packed >> 5) & 15 }
  /// From 1 to the month's length.
  package var day: Int { Int(packed) & 31 }

  /// Returns nil for a day that no calendar has, like 31/11 or month 20.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CalendarDate.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    packed = Int32(year << 9 | month << 5 | day)
  }

  /// Reads `2026-03-31`.
  package init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  package static func firstDay(year: Int, month: Int = 1) -> CalendarDate {
    CalendarDate(unchecked: year, min(max(month, 1), 12), 1)
  }

  package static func lastDay(year: Int, month: Int = 12) -> CalendarDate {
    let month = min(max(month, 1), 12)
    return CalendarDate(unchecked: year, month, length(ofMonth: month, year: year))
  }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  package var dayBefore: CalendarDate {
    if day > 1 { return CalendarDate(unchecked: year, month, day - 1) }
    return month > 1
      ? .lastDay(year: year, month: month - 1) : .lastDay(year: year - 1)
  }

  /// The same day in another year; 29 February becomes 28 in a common year.
  package func moved(toYear other: Int) -> CalendarDate {
    CalendarDate(
      unchecked: other, month, min(day, CalendarDate.length(ofMonth: month, year: other)))
  }

  /// Days from another day to this one; negative where this one is earlier.
  package func days(since other: CalendarDate) -> Int { ordinal - other.ordinal }

  /// Days since 31 December of the year 0.
  private var ordinal: Int {
    let past = year - 1
    let before = (1..<month).reduce(0) { $0 + CalendarDate.length(ofMonth: $1, year: year) }
    return past * 365 + past / 4 - past / 100 + past / 400 + before + day
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.packed < right.packed
  }

  /// ISO 8601: `2026-03-31`.
  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
