import Catalogue
import DocumentModel

/// School years, of which a report gives the calendar years only.
extension HeaderReader {
  /// "năm học 2025 - 2026", of which the years stand at `index`: over the days that the document gives a
  /// school year ("từ 01/9 năm trước đến hết 31/8 năm sau"), else from 1 September to 31 August, or to
  /// 31 May, when lessons end, where the report is written in the summer.
  func schoolYear(
    _ scanner: TimeScanner, _ index: Int, dated date: CalendarDate?
  ) -> Period? {
    guard index > 1, scanner.word(index - 1, TimeScanner.Words.hoc),
      scanner.word(index - 2, TimeScanner.Words.nam), let years = scanner.yearRange(at: index),
      years.last == years.first + 1
    else { return nil }
    let edges = edgesOfSchoolYears()
    let end = edges?.end ?? (month: 8, day: 31)
    let start = edges?.start ?? (month: 9, day: 1)
    guard let first = CalendarDate(year: years.first, month: start.month, day: start.day),
      let last = CalendarDate(year: years.last, month: end.month, day: end.day)
    else { return nil }
    let lessons = CalendarDate(year: years.last, month: 5, day: 31)
    if edges == nil, let date, date < last, let lessons {
      return .duration(start: first, end: lessons)
    }
    return .duration(start: first, end: last)
  }

  /// "Năm học được tính từ ngày 01/9 năm trước đến hết ngày 31/8 năm sau".
  private func edgesOfSchoolYears() -> (
    start: (month: Int, day: Int), end: (month: Int, day: Int)
  )? {
    for block in document.blocks where [.paragraph, .listItem, .footnote].contains(block.kind) {
      let tokens = words[block]
      let scanner = TimeScanner(bytes: document.bytes, tokens: tokens, calendar: Calendar())
      var start: (month: Int, day: Int)?
      for index in tokens.indices {
        guard let day = scanner.dayOfMonth(index) else { continue }
        if scanner.word(index + 3, TimeScanner.Words.nam),
          scanner.word(index + 4, TimeScanner.Words.truoc)
        {
          start = day
        } else if let start, scanner.word(index + 3, TimeScanner.Words.nam),
          [TimeScanner.Words.sau, TimeScanner.Words.nay].contains(tokens[safe: index + 4]?.hash)
        {
          return (start, day)
        }
      }
    }
    return nil
  }
}

extension TimeScanner {
  /// "01/9" at token `index`, of whatever year.
  fileprivate func dayOfMonth(_ index: Int) -> (month: Int, day: Int)? {
    guard let day = digits(index), sign(index + 1, "/"), let month = digits(index + 2),
      !sign(index + 3, "/"), (1...31).contains(day), (1...12).contains(month)
    else { return nil }
    return (month, day)
  }
}
