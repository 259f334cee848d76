import Catalogue
import DocumentModel

extension TimeScanner {
  /// "quý I năm 2026", "quý III", "quý 3/2026".
  func quarter(at index: Int) -> Result? {
    guard word(index, Words.quy), index + 1 < tokens.count else { return nil }
    var number: Int?
    var ranges: [Range<Int>] = []
    if tokens[index + 1].kind == .word {
      number = Words.roman[tokens[index + 1].hash]
    } else if let value = digits(index + 1), (1...4).contains(value) {
      number = value
      ranges.append(tokens[index + 1].range)
    }
    guard let number else { return nil }
    let (year, next, yearRanges) = followingYear(index + 2)
    guard let year else { return nil }
    ranges += yearRanges
    let flow = counted(
      .duration(
        start: .firstDay(year: year, month: number * 3 - 2),
        end: .lastDay(year: year, month: number * 3)))
    return Result(
      mention: TimeMention(flow: flow, stock: flow.end, ranges: ranges), next: next)
  }

  /// A span by its name, over the days that the report counts it on.
  func counted(_ flow: Period) -> Period {
    flow == calendar.nominal ? calendar.period ?? flow : flow
  }

  /// A year behind "quý I" or "6 tháng": "năm 2026", "/2026", "năm trước", or the report's own.
  func followingYear(_ index: Int) -> (Int?, Int, [Range<Int>]) {
    if sign(index, "/"), let year = yearNumber(index + 1) {
      return (year, index + 2, [tokens[index + 1].range])
    }
    if let year = yearNumber(index) { return (year, index + 1, [tokens[index].range]) }
    if word(index, Words.nam) {
      if let year = yearNumber(index + 1) { return (year, index + 2, [tokens[index + 1].range]) }
      if word(index + 1, Words.truoc) { return (calendar.year.map { $0 - 1 }, index + 2, []) }
      if word(index + 1, Words.nay) { return (calendar.thisYear, index + 2, []) }
    }
    return (calendar.year, index, [])
  }

  /// "6 tháng đầu năm 2024", "9 tháng năm 2026", "6 tháng cuối năm", "sáu tháng qua".
  func months(at index: Int) -> Result? {
    if let half = halfYear(at: index) { return half }
    guard word(index + 1, Words.thang) || isShortMonths(index) else { return nil }
    let number = digits(index) ?? Words.counts[tokens[index].hash]
    guard let number, (2...11).contains(number) else { return nil }
    var ranges = tokens[index].kind == .number ? [tokens[index].range] : []
    var position = index + 2
    var fromEnd = false
    var stated = false
    if word(position, Words.dau) || word(position, Words.cuoi) {
      fromEnd = word(position, Words.cuoi)
      position += 1
      stated = true
    } else if word(position, Words.qua) {
      position += 1
      stated = true
    }
    let (year, next, yearRanges) = followingYear(position)
    var end = next
    if yearRanges.isEmpty, word(end, Words.nam) { end += 1 }
    guard let year else { return nil }
    ranges += yearRanges
    let usual = (number == 6 || number == 9) && !fromEnd
    guard stated || !yearRanges.isEmpty || isReportSpan(months: number) || usual else { return nil }
    let flow = counted(
      fromEnd
        ? .duration(start: .firstDay(year: year, month: 13 - number), end: .lastDay(year: year))
        : .duration(start: .firstDay(year: year), end: .lastDay(year: year, month: number)))
    return Result(
      mention: TimeMention(flow: flow, stock: flow.end, ranges: ranges), next: end)
  }

  /// "nửa đầu năm 2026", "nửa cuối năm".
  private func halfYear(at index: Int) -> Result? {
    guard word(index, Words.nua), word(index + 1, Words.dau) || word(index + 1, Words.cuoi),
      word(index + 2, Words.nam)
    else { return nil }
    let (year, next, ranges) = followingYear(index + 2)
    guard let year else { return nil }
    let flow = counted(
      word(index + 1, Words.cuoi)
        ? .duration(start: .firstDay(year: year, month: 7), end: .lastDay(year: year))
        : .duration(start: .firstDay(year: year), end: .lastDay(year: year, month: 6)))
    return Result(
      mention: TimeMention(flow: flow, stock: flow.end, ranges: ranges),
      next: max(next, index + 3))
  }

  /// "9T", "6T/2026".
  private func isShortMonths(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index].kind == .number && !tokens[index + 1].spaced
      && tokens[index + 1].isAllUpper && word(index + 1, Words.t)
  }

  func isReportSpan(months: Int) -> Bool {
    guard let period = calendar.period, let start = period.start else { return false }
    return start.month == 1 && period.end.month == months
  }

  /// "năm 2020", "năm 2020-2022", "giai đoạn 2021 - 2025", "nhiệm kỳ 2020-2025", "(2020-2022)".
  func years(at index: Int) -> Result? {
    var position = index
    var isTerm = false
    var named = false
    if word(position, Words.nhiem), word(position + 1, Words.ky) {
      position += 2
      isTerm = true
      named = true
    } else if word(position, Words.giai), word(position + 1, Words.doan) {
      position += 2
      named = true
    } else if word(position, Words.nam) {
      position += 1
      named = true
    } else if position + 1 < tokens.count, word(position + 1, Words.nam),
      Words.counts[tokens[position].hash] != nil || digits(position).map({ $0 < 20 }) == true,
      let span = yearRange(at: position + 2)
    {
      // "5 năm 2021 - 2025", "ba năm 2022 - 2024"
      let count = tokens[position].kind == .number ? [tokens[position].range] : []
      return Result(
        mention: TimeMention(
          flow: .duration(start: .firstDay(year: span.first), end: .lastDay(year: span.last)),
          stock: .lastDay(year: span.last), ranges: count + span.ranges),
        next: span.next)
    }
    if let span = countedYears(at: index) ?? listedYears(at: index) { return span }
    if let first = yearNumber(position), sign(position + 1, "-") || sign(position + 1, "–"),
      let last = day(at: position + 2), last.grain == 2, let end = last.date
    {
      // "2022 - 4/2025"
      return Result(
        mention: TimeMention(
          flow: .duration(start: .firstDay(year: first), end: end), stock: end,
          ranges: [tokens[position].range, last.range]),
        next: last.next)
    }
    if let span = yearRange(at: position) {
      let flow = Period.duration(start: .firstDay(year: span.first), end: .lastDay(year: span.last))
      // "so nhiệm kỳ 2015 - 2020", of which the report says that it counts 2015 to 2019
      let counted = [calendar.earlier, calendar.longSpan].lazy.compactMap { $0 }.first {
        isTerm && $0.start == flow.start && $0.end < flow.end
      }
      return Result(
        mention: TimeMention(
          flow: counted ?? flow, stock: (counted ?? flow).end,
          span: counted == nil ? nil : flow, ranges: span.ranges),
        next: span.next)
    }
    // "cuối mỗi năm: 2015 là 4.339; 2016 là 4.462", "2015: 18, 2016: 22"
    let labels =
      position + 2 < tokens.count
      && (sign(position + 1, ":") || word(position + 1, Words.la) || isDashLabel(position))
      && tokens[position + 2].kind == .number && tokens[position].range.count == 4
    if named, !isTerm, let year = yearNumber(position), word(position + 2, Words.sang),
      word(position + 1, Words.chuyen) || word(position + 1, Words.mang)
    {
      // "Năm 2024 chuyển sang: 1.142 đồng chí": what stood at its end
      return Result(
        mention: TimeMention(
          flow: .year(year), stock: .lastDay(year: year), span: .year(year), isEdge: true,
          ranges: [tokens[position].range]),
        next: position + 3)
    }
    if named || labels, !isTerm, let year = yearNumber(position) {
      return Result(
        mention: TimeMention(
          flow: .year(year), stock: .lastDay(year: year), isLabel: !named,
          ranges: [tokens[position].range]),
        next: position + 1)
    }
    return nil
  }

  /// "2020 - 09, 2021 - 08": a year, a dash and its figure, in a list.
  private func isDashLabel(_ index: Int) -> Bool {
    guard tokens[index + 1].kind == .sign, [0x2D, 0x2013].contains(tokens[index + 1].hash),
      tokens[index + 1].spaced, tokens[index + 2].kind == .number,
      tokens[index + 2].range.count <= 3,
      index == 0 || tokens[index - 1].isSign(":") || tokens[index - 1].isSign(",")
    else { return false }
    return true
  }

  /// "5 năm (2021 - 2025)", "ba năm, 2022 - 2024".
  private func countedYears(at index: Int) -> Result? {
    guard word(index + 1, Words.nam),
      Words.counts[tokens[index].hash] != nil
        || digits(index).map({ $0 < 20 }) == true,
      sign(index + 2, "("), let span = yearRange(at: index + 3), sign(span.next, ")")
    else { return nil }
    let count = tokens[index].kind == .number ? [tokens[index].range] : []
    return Result(
      mention: TimeMention(
        flow: .duration(start: .firstDay(year: span.first), end: .lastDay(year: span.last)),
        stock: .lastDay(year: span.last), ranges: count + span.ranges),
      next: span.next + 1)
  }

  /// "trong 5 năm", "năm năm qua": as many years as the report covers are the report's own span.
  func spanOfYears(at index: Int) -> Result? {
    if let part = partOfYears(at: index) { return part }
    guard index + 1 < tokens.count, word(index + 1, Words.nam), yearNumber(index + 2) == nil,
      let count = digits(index) ?? Words.counts[tokens[index].hash], (2...20).contains(count),
      tokens[index].kind == .number || index == 0 || word(index - 1, Words.trong)
        || word(index + 2, Words.qua)
    else { return nil }
    var flow: Period?
    if let period = calendar.period, let start = period.start, start.month == 1,
      period.end.year - start.year + 1 == count || period.end.year - start.year == count
    {
      flow =
        period.end.year - start.year == count
        ? .duration(start: start, end: .lastDay(year: start.year + count - 1)) : period
    }
    if flow == nil, word(index + 2, Words.qua), let end = calendar.period?.end {
      // "4 năm qua" of a yearly report
      flow = .duration(start: .firstDay(year: end.year - count + 1), end: end)
    }
    let ranges = tokens[index].kind == .number ? [tokens[index].range] : []
    return Result(
      mention: TimeMention(flow: flow, stock: flow?.end, ranges: ranges),
      next: word(index + 2, Words.qua) ? index + 3 : index + 2)
  }

  /// "4 năm đầu", "hai năm cuối nhiệm kỳ" in a report on more years than these.
  private func partOfYears(at index: Int) -> Result? {
    guard index + 2 < tokens.count, word(index + 1, Words.nam),
      word(index + 2, Words.dau) || word(index + 2, Words.cuoi),
      let count = digits(index) ?? Words.counts[tokens[index].hash], (2...10).contains(count),
      let period = calendar.period, let start = period.start,
      period.end.year - start.year >= count
    else { return nil }
    let isFirst = word(index + 2, Words.dau)
    let flow: Period =
      isFirst
      ? .duration(start: start, end: .lastDay(year: start.year + count - 1))
      : .duration(start: .firstDay(year: period.end.year - count + 1), end: period.end)
    let isOfTerm = word(index + 3, Words.nhiem) && word(index + 4, Words.ky)
    return Result(
      mention: TimeMention(
        flow: flow, stock: flow.end,
        ranges: tokens[index].kind == .number ? [tokens[index].range] : []),
      next: index + (isOfTerm ? 5 : 3))
  }

  func yearRange(
    at index: Int
  ) -> (first: Int, last: Int, ranges: [Range<Int>], next: Int)? {
    guard let first = yearNumber(index), index + 2 < tokens.count, tokens[index + 1].kind == .sign,
      [0x2D, 0x2013, 0x2014].contains(tokens[index + 1].hash), let last = yearNumber(index + 2),
      last >= first, last - first <= 30
    else { return nil }
    return (first, last, [tokens[index].range, tokens[index + 2].range], index + 3)
  }

  /// "ba năm 2022, 2023 và 2024": as many years as counted, one after another.
  private func listedYears(at index: Int) -> Result? {
    guard word(index + 1, Words.nam),
      let count = Words.counts[tokens[index].hash] ?? digits(index), (2...10).contains(count),
      let first = yearNumber(index + 2)
    else { return nil }
    var ranges = tokens[index].kind == .number ? [tokens[index].range] : []
    ranges.append(tokens[index + 2].range)
    var position = index + 3
    var last = first
    while position + 1 < tokens.count, sign(position, ",") || word(position, Words.va),
      let year = yearNumber(position + 1), year == last + 1
    {
      ranges.append(tokens[position + 1].range)
      last = year
      position += 2
    }
    guard last - first + 1 == count else { return nil }
    return Result(
      mention: TimeMention(
        flow: .duration(start: .firstDay(year: first), end: .lastDay(year: last)),
        stock: .lastDay(year: last), ranges: ranges),
      next: position)
  }
}
