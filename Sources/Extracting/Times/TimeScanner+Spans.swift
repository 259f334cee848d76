import Catalogue
import DocumentModel

extension TimeScanner {
  /// "từ … đến …", "từ … đến nay".
  func fromTo(at index: Int) -> Result? {
    var start = index
    if word(start, Words.tinh), word(start + 1, Words.tu) { start += 1 }
    guard word(start, Words.tu) else { return nil }
    var position = start + 1
    var ranges: [Range<Int>] = []
    var from: CalendarDate?
    if word(position, Words.khi) {
      // "từ khi thành lập … đến nay": up to eight words
      var scan = position + 1
      while scan < min(tokens.count, position + 10) {
        if word(scan, Words.den), word(scan + 1, Words.nay) {
          guard let now = calendar.now else { return nil }
          let begin = calendar.period?.start ?? calendar.termStart
          guard let begin else { return nil }
          return Result(
            mention: TimeMention(flow: .duration(start: begin, end: now), stock: now),
            next: scan + 2)
        }
        scan += 1
      }
      return nil
    }
    if let sinceStart = sinceStart(at: position) { return sinceStart }
    if let first = simple(at: position) {
      ranges += first.mention.ranges
      from = first.mention.flow?.start ?? first.mention.stock
      if let span = first.mention.span {
        from = first.mention.stock == span.end ? span.end : span.start
      }
      if case .instant(let day)? = first.mention.flow { from = day }
      position = first.next
    } else if let open = tokens[position...].prefix(7).firstIndex(where: { $0.isSign("(") }),
      open > position, tokens[position..<open].allSatisfy({ $0.kind == .word }),
      let first = day(at: open + 1), first.grain == 3, let date = first.date,
      sign(first.next, ")"), isTo(first.next + 1)
    {
      // "tính từ ngày lập phường (01/7/2025) đến 31/3/2026"
      ranges.append(first.range)
      from = date
      position = first.next + 1
    } else if let day = digits(position), sign(position + 1, "/"), let month = digits(position + 2),
      isTo(position + 3), let last = self.day(at: position + 4), last.grain == 3,
      let end = last.date, let first = CalendarDate(year: end.year, month: month, day: day)
    {
      // "từ 01/12 đến 10/12/2025"
      ranges.append(tokens[position].range.lowerBound..<tokens[position + 2].range.upperBound)
      from = first <= end ? first : first.moved(toYear: end.year - 1)
      position += 3
    } else if let year = yearNumber(position) {
      from = .firstDay(year: year)
      ranges.append(tokens[position].range)
      position += 1
    } else {
      return nil
    }
    if position < tokens.count, tokens[position].kind == .sign,
      [0x2D, 0x2013].contains(tokens[position].hash), let year = yearNumber(position + 1)
    {
      guard let from else { return nil }
      ranges.append(tokens[position + 1].range)
      return Result(
        mention: TimeMention(
          flow: .duration(start: from, end: .lastDay(year: year)), stock: .lastDay(year: year),
          ranges: ranges),
        next: position + 2)
    }
    if word(position, Words.cho), isTo(position + 1) { position += 1 }
    if sign(position, ","), index == 0 || tokens[index - 1].kind == .sign, let from,
      ranges.count == 1, ranges[0].count <= 7, let now = calendar.now, from < now,
      position + 1 < tokens.count, tokens[position + 1].kind == .word
    {
      // "Từ tháng 7/2025, cấp ủy các chi bộ được kiện toàn thêm 14 đồng chí"
      return Result(
        mention: TimeMention(flow: .duration(start: from, end: now), stock: now, ranges: ranges),
        next: position)
    }
    guard isTo(position), let from else { return nil }
    position += 1
    if word(position, Words.nay) {
      guard let now = calendar.now else { return nil }
      return Result(
        mention: TimeMention(
          flow: .duration(start: from, end: now), stock: now, ranges: ranges),
        next: position + 1)
    }
    let isEnd = word(position, Words.het)
    if isEnd { position += 1 }
    // "từ ngày 01/7/2025 đến hết năm"
    if let second = simple(at: position) ?? (isEnd ? edged(at: position, 2) : nil),
      let end = second.mention.flow?.end ?? second.mention.stock
    {
      return Result(
        mention: TimeMention(
          flow: .duration(start: from, end: end), stock: end,
          ranges: ranges + second.mention.ranges),
        next: second.next)
    }
    if let year = yearNumber(position) {
      return Result(
        mention: TimeMention(
          flow: .duration(start: from, end: .lastDay(year: year)), stock: .lastDay(year: year),
          ranges: ranges + [tokens[position].range]),
        next: position + 1)
    }
    return nil
  }

  /// "từ đầu năm có 04 lớp": up to the day of the figures.
  private func sinceStart(at index: Int) -> Result? {
    guard word(index, Words.dau), index < 2 || !Words.sinceOutset.contains(tokens[index - 2].hash),
      let point = edged(at: index + 1, 1), let start = point.mention.span?.start,
      !isTo(point.next), !word(point.next, Words.cho), let now = calendar.now, start < now,
      point.mention.span.map({ now <= $0.end }) ?? false
    else { return nil }
    return Result(
      mention: TimeMention(
        flow: .duration(start: start, end: now), stock: now, ranges: point.mention.ranges),
      next: point.next)
  }

  /// "lũy kế đến nay", "lũy kế từ đầu năm", "lũy kế": from the year's beginning.
  func cumulated(at index: Int) -> Result? {
    guard index + 1 < tokens.count, Words.luy.contains(tokens[index].hash),
      word(index + 1, Words.ke2)
    else { return nil }
    if let stated = months(at: index + 2) ?? quarter(at: index + 2) { return stated }
    if let span = fromTo(at: index + 2) { return span }
    guard let now = calendar.now, let start = calendar.period?.start, start.year == now.year,
      index + 2 < tokens.count,
      until(at: index + 2) != nil || sign(index + 2, ":") || tokens[index + 2].kind == .number
    else { return nil }
    var result = Result(
      mention: TimeMention(
        flow: .duration(start: .firstDay(year: now.year), end: now), stock: now), next: index + 2)
    if let point = until(at: index + 2) {
      result.next = point.next
      result.mention.ranges = point.mention.ranges
      if let end = point.mention.stock, end.year == now.year {
        result.mention.flow = .duration(start: .firstDay(year: end.year), end: end)
        result.mention.stock = end
      }
    }
    return result
  }

  /// "30/6" behind "đến": a day of the report's own year.
  private func shortDay(at index: Int) -> Result? {
    guard let day = digits(index), sign(index + 1, "/"), let month = digits(index + 2),
      (13...31).contains(day)
        || tokens[index].range.count == 2 && tokens[index + 2].range.count == 1,
      !sign(index + 3, "/"), let year = calendar.year,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    let range = tokens[index].range.lowerBound..<tokens[index + 2].range.upperBound
    return Result(
      mention: TimeMention(flow: .instant(date), stock: date, isDay: true, ranges: [range]),
      next: index + 3)
  }

  /// "01/2019 - 4/2025".
  func monthSpan(from first: CalendarDate, behind day: Day) -> Result? {
    guard sign(day.next, "-") || sign(day.next, "–"), let last = self.day(at: day.next + 1),
      last.grain == 2, let end = last.date, first < end
    else { return nil }
    return Result(
      mention: TimeMention(
        flow: .duration(start: .firstDay(year: first.year, month: first.month), end: end),
        stock: end, ranges: [day.range, last.range]),
      next: last.next)
  }

  /// "đến", "tới".
  private func isTo(_ index: Int) -> Bool {
    word(index, Words.den) || word(index, Words.toi)
  }

  /// "tính đến ngày …", "đến …", "đến nay".
  func until(at index: Int) -> Result? {
    var position = index
    if word(position, Words.tinh), word(position + 1, Words.den) { position += 1 }
    if word(position, Words.cho), isTo(position + 1) { position += 1 }
    // "Hết tháng 3 đã kết nạp 09"
    let isEnd = word(position, Words.het) && !isTo(position - 1)
    guard isTo(position) || isEnd else { return nil }
    if isEnd {
      guard simple(at: position + 1) != nil else { return nil }
      position -= 1
    }
    let isDen = isEnd || word(position, Words.den)
    position += 1
    if !isDen, !word(position, Words.nay), !word(position, Words.ngay), !word(position, Words.cuoi)
    {
      return nil
    }
    if word(position, Words.nay) {
      guard let now = calendar.now else { return nil }
      return Result(
        mention: TimeMention(flow: nil, stock: now, isUntil: true), next: position + 1)
    }
    if word(position, Words.het) { position += 1 }
    if word(position, Words.thoi), word(position + 1, Words.diem) { position += 2 }
    guard var point = simple(at: position) ?? shortDay(at: position) else { return nil }
    point.mention.isUntil = true
    // "đến tháng 10/2023": from the year's beginning
    if case .duration(let start, let end)? = point.mention.flow, start.year == end.year {
      let first = calendar.period?.start
      let isWithin = first.map { $0.year < end.year } ?? false && end <= calendar.period?.end ?? end
      point.mention.flow = .duration(
        start: isWithin ? first ?? start : .firstDay(year: end.year), end: end)
    }
    return point
  }

  func edged(at index: Int, _ edge: Int) -> Result? {
    var position = index
    if word(position, Words.moi) { position += 1 }
    if word(position, Words.nhiem), word(position + 1, Words.ky) {
      guard let start = calendar.termStart else { return nil }
      var next = position + 2
      var ranges: [Range<Int>] = []
      var first = start
      if let term = yearRange(at: next) {
        first = .firstDay(year: term.first)
        ranges = term.ranges
        next = term.next
      }
      let date = edge == 1 ? first.dayBefore : CalendarDate.lastDay(year: first.year + 5)
      return Result(
        mention: TimeMention(
          stock: date, span: .duration(start: first, end: .lastDay(year: first.year + 5)),
          isEdge: true, ranges: ranges),
        next: next)
    }
    if let quarter = quarter(at: position), let flow = quarter.mention.flow {
      return edgeOf(flow, quarter, edge)
    }
    if word(position, Words.nam) {
      if let year = yearNumber(position + 1) {
        let result = Result(
          mention: TimeMention(ranges: [tokens[position + 1].range]), next: position + 2)
        return edgeOf(.year(year), result, edge)
      }
      guard let year = calendar.year else { return nil }
      // "cuối năm trước", "cuối năm ngoái"; in "cuối năm trước khi …" the word belongs to what follows
      if let next = before(position + 1), !word(next, Words.khi) {
        return edgeOf(.year(year - 1), Result(mention: TimeMention(), next: next), edge)
      }
      return edgeOf(
        .year(year), Result(mention: TimeMention(), next: position + 1), edge)
    }
    if word(position, Words.ky), let period = calendar.period, period.start != nil {
      return edgeOf(period, Result(mention: TimeMention(), next: position + 1), edge)
    }
    return nil
  }

  func edgeOf(_ flow: Period, _ result: Result, _ edge: Int) -> Result? {
    guard let start = flow.start else { return nil }
    var mention = result.mention
    mention.isEdge = true
    mention.stock = edge == 1 ? start.dayBefore : flow.end
    mention.flow = nil
    mention.span = flow
    return Result(mention: mention, next: result.next)
  }
}
