import Catalogue
import DocumentModel

extension TimeScanner {
  /// A written day: 31/3/2026, 01/6/2021, 25/20/2017 (no such day), "ngày 21 tháng 01 năm 2019".
  struct Day {
    var date: CalendarDate?
    var range: Range<Int>
    var next: Int
    var month: Int
    var year: Int?
    /// 1 for year, 2 for month, 3 for day.
    var grain: Int
  }

  func day(at index: Int) -> Day? {
    // d/m/yyyy or d/m or m/yyyy, also with points or dashes of one kind
    if let first = digits(index) {
      for mark in ["/", "-"] as [Unicode.Scalar] where sign(index + 1, mark) {
        guard let second = digits(index + 2), !tokens[index + 1].spaced || mark == "/" else {
          continue
        }
        if sign(index + 3, mark), let year = yearNumber(index + 4), first <= 31 {
          return Day(
            date: CalendarDate(year: year, month: second, day: first),
            range: tokens[index].range.lowerBound..<tokens[index + 4].range.upperBound,
            next: index + 5, month: second, year: year, grain: 3)
        }
        if mark == "/", let year = yearNumber(index + 2), (1...12).contains(first) {
          return Day(
            date: .lastDay(year: year, month: first),
            range: tokens[index].range.lowerBound..<tokens[index + 2].range.upperBound,
            next: index + 3, month: first, year: year, grain: 2)
        }
      }
    }
    // d.m.yyyy as one number token
    if index < tokens.count, tokens[index].kind == .number {
      let parts = bytes[tokens[index].range].split(separator: 0x2E).compactMap {
        Int(String(decoding: $0, as: UTF8.self))
      }
      if parts.count == 3, (1930...2100).contains(parts[2]), parts[0] <= 31, parts[1] <= 12 {
        return Day(
          date: CalendarDate(year: parts[2], month: parts[1], day: parts[0]),
          range: tokens[index].range, next: index + 1, month: parts[1], year: parts[2], grain: 3)
      }
    }
    if word(index, Words.ngay) {
      if let day = day(at: index + 1), day.grain == 3 { return day }
      if let number = digits(index + 1) {
        if word(index + 2, Words.thang), let month = digits(index + 3) {
          var next = index + 4
          var year = calendar.year
          if word(next, Words.nam), let stated = yearNumber(next + 1) {
            year = stated
            next += 2
          } else if sign(next, "/"), let stated = yearNumber(next + 1) {
            year = stated
            next += 2
          }
          guard let year else { return nil }
          return Day(
            date: CalendarDate(year: year, month: month, day: number),
            range: tokens[index].range.lowerBound..<tokens[next - 1].range.upperBound, next: next,
            month: month, year: year, grain: 3)
        }
        if sign(index + 2, "/"), let month = digits(index + 3), (1...12).contains(month),
          number <= 31
        {
          return Day(
            date: calendar.year.flatMap { CalendarDate(year: $0, month: month, day: number) },
            range: tokens[index + 1].range.lowerBound..<tokens[index + 3].range.upperBound,
            next: index + 4, month: month, year: nil, grain: 3)
        }
      }
      return nil
    }
    if word(index, Words.thang) {
      if let day = day(at: index + 1), day.grain == 2 {
        return Day(
          date: day.date, range: day.range, next: day.next, month: day.month, year: day.year,
          grain: 2)
      }
      let named = monthName(at: index + 1)
      if let month = digits(index + 1) ?? named?.month, (1...12).contains(month) {
        var next = named?.next ?? index + 2
        var year = calendar.year
        if word(next, Words.nam), let stated = yearNumber(next + 1) {
          year = stated
          next += 2
        } else if sign(next, "-") || sign(next, "–"), let second = digits(next + 1),
          sign(next + 2, "/"), let stated = yearNumber(next + 3)
        {
          return Day(
            date: .lastDay(year: stated, month: second),
            range: tokens[index + 1].range.lowerBound..<tokens[next + 3].range.upperBound,
            next: next + 4, month: second, year: stated, grain: 2)
        }
        guard let year else { return nil }
        return Day(
          date: .lastDay(year: year, month: month),
          range: tokens[index].range.lowerBound..<tokens[next - 1].range.upperBound, next: next,
          month: month, year: year, grain: 2)
      }
    }
    return nil
  }

  /// "Bảy" of "Tháng Bảy": a month by its name, which is written with a capital.
  private func monthName(at index: Int) -> (month: Int, next: Int)? {
    guard index < tokens.count, tokens[index].kind == .word, tokens[index].startsUpper,
      let month = TimeScanner.months[tokens[index].hash]
    else { return nil }
    if month == 10, index + 1 < tokens.count, tokens[index + 1].startsUpper,
      let more = [1, 2].first(where: { tokens[index + 1].hash == TimeScanner.tens[$0 - 1] })
    {
      return (month + more, index + 2)
    }
    return (month, index + 1)
  }

  private static let tens = ["một", "hai"].map { Folding.hash($0) }
  private static let months: [UInt64: Int] = Dictionary(
    uniqueKeysWithValues: [
      ("giêng", 1), ("một", 1), ("hai", 2), ("ba", 3), ("tư", 4), ("năm", 5), ("sáu", 6),
      ("bảy", 7), ("tám", 8), ("chín", 9), ("mười", 10), ("chạp", 12),
    ].map { (Folding.hash($0.0), $0.1) })
}
