import DocumentModel

/// What span a report is about: its kind, as far as its period tells.
enum ReportKind {
  static func code(for period: Period?) -> String? {
    guard case .duration(let start, let end) = period, start.day == 1 else { return nil }
    let months = (end.year - start.year) * 12 + end.month - start.month + 1
    let isQuarter = start.month % 3 == 1
    switch months {
    case 1: return "month"
    case 3 where isQuarter: return "quarter"
    case 6 where start.month == 1 || start.month == 7: return "half_year"
    case 9 where start.month == 1: return "nine_months"
    case 12 where start.month == 1: return "year"
    case 24...: return "term"
    default: return "other"
    }
  }
}
