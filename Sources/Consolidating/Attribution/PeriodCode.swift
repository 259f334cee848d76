import Catalogue
package import DocumentModel

/// Periods as people type them: `2026`, `2026-Q1`, `2026-H1`, `2026-9M`, `2026-03`,
/// `2026-01-01/2026-03-31`, `2026-03-31`.
package enum PeriodCode {
  /// Reads a code; nil for anything else.
  package static func period(_ code: String) -> Period? {
    if code.contains("/") {
      let days = code.split(separator: "/").map { CalendarDate(iso: $0) }
      guard days.count == 2, let start = days[0], let end = days[1], start <= end else {
        return nil
      }
      return .duration(start: start, end: end)
    }
    if code.count == 10 { return CalendarDate(iso: code).map { .instant($0) } }
    let parts = code.uppercased().split(separator: "-")
    guard let first = parts.first, first.count == 4, parts.count <= 2, let year = Int(first) else {
      return nil
    }
    switch parts.dropFirst().first.map(String.init) {
    case nil: return .year(year)
    case "Q1": return span(year, 1, 3)
    case "Q2": return span(year, 4, 6)
    case "Q3": return span(year, 7, 9)
    case "Q4": return span(year, 10, 12)
    case "H1": return span(year, 1, 6)
    case "H2": return span(year, 7, 12)
    case "9M": return span(year, 1, 9)
    case let other?:
      guard other.count == 2, let month = Int(other), (1...12).contains(month) else { return nil }
      return span(year, month, month)
    }
  }

  /// The shortest code of a period: `2026-Q1` where it has one.
  package static func code(_ period: Period) -> String {
    guard case .duration(let start, let end) = period else { return period.end.description }
    let year = start.description.prefix(4)
    let names = ["", "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2", "-9M"]
    let months = (1...12).map { $0 < 10 ? "-0\($0)" : "-\($0)" }
    let fitting = (names + months).map { year + $0 }.first { self.period($0) == period }
    return fitting ?? "\(start)/\(end)"
  }

  /// The quarter, half or year that a path names: "bao-cao-quy-1-2026.txt", "2026-Q1/a.txt".
  static func period(inPath path: String) -> Period? {
    for part in path.split(separator: "/").reversed() {
      let words = UnitName.bare(UnitName.fold(String(part)))
      let years = words.compactMap { $0.count == 4 ? Int($0) : nil }
        .filter { (1990...2100).contains($0) }
      guard let year = years.first, Set(years).count == 1 else { continue }
      for (index, word) in words.enumerated() {
        let next = index + 1 < words.count ? words[index + 1] : ""
        let number =
          word == "quy" || word == "q"
          ? next
          : word.hasPrefix("quy")
            ? String(word.dropFirst(3)) : word.hasPrefix("q") ? String(word.dropFirst()) : ""
        if let quarter = quarters[number] { return period("\(year)-Q\(quarter)") }
      }
    }
    return nil
  }

  private static let quarters = [
    "1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4,
  ]

  private static func span(_ year: Int, _ first: Int, _ last: Int) -> Period {
    .duration(start: .firstDay(year: year, month: first), end: .lastDay(year: year, month: last))
  }
}
