import Catalogue
import DocumentModel

extension TimeScanner {
  /// "năm học 2022 - 2023", "cả năm học", "đầu năm học", in a report that is itself on a school year,
  /// of which it says the days; elsewhere nobody says when one begins, and nil.
  func schoolYear(at index: Int) -> Result? {
    guard let period = calendar.schoolYear else { return nil }
    if let years = yearRange(at: index), years.last == years.first + 1,
      !word(index - 1, Words.ky), !word(index - 1, Words.doan)
    {
      // "2023 - 2024 là 121 đồng chí, 2024 - 2025 là 130 đồng chí"
      let flow = TimeScanner.moved(period, to: years.last)
      return Result(
        mention: TimeMention(flow: flow, stock: flow.end, ranges: years.ranges), next: years.next)
    }
    if let years = countedSchoolYears(at: index, period) { return years }
    var position = index
    var edge = 0
    var isWhole = false
    if word(position, Words.dau) {
      edge = 1
      position += 1
    } else if word(position, Words.cuoi) || word(position, Words.het) {
      edge = 2
      position += 1
    } else if word(position, Words.ca) || word(position, Words.trong) {
      isWhole = true
      position += 1
    }
    guard word(position, Words.nam), word(position + 1, Words.hoc) else { return nil }
    position += 2
    var shift = 0
    var ranges: [Range<Int>] = []
    var isOwn = false
    if let years = yearRange(at: position), years.last == years.first + 1, let start = period.start
    {
      shift = years.first - start.year
      ranges = years.ranges
      position = years.next
    } else if let next = before(position) {
      shift = -1
      position = next
    } else if word(position, Words.toi) || word(position, Words.sau) || word(position, Words.moi2) {
      shift = 1
      position += 1
    } else if word(position, Words.nay) || word(position, Words.qua) {
      isOwn = true
      position += 1
    } else if edge > 0 || isWhole {
      isOwn = true
    } else {
      return nil
    }
    let moved =
      shift == 0 ? period : TimeScanner.moved(period, to: period.end.year + shift)
    let flow = shift == -1 ? calendar.earlier ?? moved : moved
    if edge > 0 {
      let result = Result(mention: TimeMention(ranges: ranges), next: position)
      return edgeOf(flow, result, edge)
    }
    return Result(
      mention: TimeMention(
        flow: flow, stock: isOwn ? nil : flow.end, isComparison: shift == -1 && ranges.isEmpty,
        ranges: ranges),
      next: position)
  }

  /// "ba năm học", "cả ba năm học": so many up to the report's own.
  private func countedSchoolYears(at index: Int, _ period: Period) -> Result? {
    let at = word(index, Words.ca) ? index + 1 : index
    guard at < tokens.count, let count = digits(at) ?? Words.counts[tokens[at].hash],
      (2...10).contains(count), word(at + 1, Words.nam), word(at + 2, Words.hoc),
      let start = TimeScanner.moved(period, to: period.end.year - count + 1).start
    else { return nil }
    return Result(
      mention: TimeMention(
        flow: .duration(start: start, end: period.end), stock: period.end,
        ranges: tokens[at].kind == .number ? [tokens[at].range] : []),
      next: at + 3)
  }

  /// "Chín tháng qua" in a report on nine months, "ba tháng qua" in one on a quarter, whichever they are.
  func ownMonths(at index: Int) -> Result? {
    guard word(index + 1, Words.thang), word(index + 2, Words.qua),
      let number = digits(index) ?? Words.counts[tokens[index].hash],
      let period = calendar.period, let start = period.start,
      (period.end.year - start.year) * 12 + period.end.month - start.month + 1 == number
    else { return nil }
    return Result(
      mention: TimeMention(
        flow: period, ranges: tokens[index].kind == .number ? [tokens[index].range] : []),
      next: index + 3)
  }
}

extension Calendar {
  /// The report's span where it is a school year: begun in one summer, ended before the next.
  var schoolYear: Period? {
    guard let period, let start = period.start, start.year + 1 == period.end.year,
      (7...10).contains(start.month), (4...8).contains(period.end.month)
    else { return nil }
    return period
  }
}
