import Catalogue
import DocumentModel

/// What the report says of its own dates: what relative times are relative to.
struct Calendar {
  var period: Period?
  var asOf: CalendarDate?
  var date: CalendarDate?
  /// First day of the term the document names.
  var termStart: CalendarDate?

  var year: Int? { period?.end.year ?? asOf?.year ?? date?.year }

  /// Where "đến nay" ends.
  var now: CalendarDate? { asOf ?? date ?? period?.end }
}

/// Reads dates and spans of time at a token.
struct TimeScanner {
  let bytes: [UInt8]
  let tokens: [Token]
  var calendar: Calendar

  struct Result {
    var mention: TimeMention
    var next: Int
  }

  private enum Words {
    static let nam = Folding.hash("năm")
    static let thang = Folding.hash("tháng")
    static let ngay = Folding.hash("ngày")
    static let quy = Folding.hash("quý")
    static let dau = Folding.hash("đầu")
    static let cuoi = Folding.hash("cuối")
    static let het = Folding.hash("hết")
    static let den = Folding.hash("đến")
    static let tu = Folding.hash("từ")
    static let nay = Folding.hash("nay")
    static let truoc = Folding.hash("trước")
    static let nhiem = Folding.hash("nhiệm")
    static let ky = Folding.hash("kỳ")
    static let cung = Folding.hash("cùng")
    static let giai = Folding.hash("giai")
    static let doan = Folding.hash("đoạn")
    static let thoi = Folding.hash("thời")
    static let diem = Folding.hash("điểm")
    static let tinh = Folding.hash("tính")
    static let va = Folding.hash("và")
    static let thanh = Folding.hash("thành")
    static let lap = Folding.hash("lập")
    static let khi = Folding.hash("khi")
    static let moi = Folding.hash("mỗi")
    static let ca = Folding.hash("cả")
    static let qua = Folding.hash("qua")
    static let la = Folding.hash("là")
    static let ck = Folding.hash("ck")
    static let trong = Folding.hash("trong")
    static let roman: [UInt64: Int] = [
      Folding.hash("i"): 1, Folding.hash("ii"): 2, Folding.hash("iii"): 3, Folding.hash("iv"): 4,
      Folding.hash("một"): 1, Folding.hash("hai"): 2, Folding.hash("ba"): 3, Folding.hash("tư"): 4,
    ]
    static let counts: [UInt64: Int] = [
      Folding.hash("ba"): 3, Folding.hash("sáu"): 6, Folding.hash("chín"): 9,
      Folding.hash("hai"): 2, Folding.hash("bốn"): 4, Folding.hash("năm"): 5,
    ]
  }

  func word(_ index: Int, _ hash: UInt64) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .word && tokens[index].hash == hash
  }

  private func sign(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    index < tokens.count && tokens[index].isSign(scalar)
  }

  /// Plain digits without points, as a number.
  func digits(_ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .number, tokens[index].range.count <= 4
    else { return nil }
    var value = 0
    for position in tokens[index].range {
      guard bytes[position] >= 0x30, bytes[position] <= 0x39 else { return nil }
      value = value * 10 + Int(bytes[position] - 0x30)
    }
    return value
  }

  func yearNumber(_ index: Int) -> Int? {
    guard let value = digits(index), tokens[index].range.count == 4, (1930...2100).contains(value)
    else { return nil }
    return value
  }

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
      if let month = digits(index + 1), (1...12).contains(month) {
        var next = index + 2
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

  /// A time at token `index`, or nil.
  func time(at index: Int) -> Result? {
    guard index < tokens.count else { return nil }
    if let span = fromTo(at: index) { return span }
    if let point = until(at: index) { return point }
    return simple(at: index)
  }

  /// "từ … đến …", "từ … đến nay".
  private func fromTo(at index: Int) -> Result? {
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
    var bare: Int?
    if let first = simple(at: position) {
      ranges += first.mention.ranges
      from = first.mention.flow?.start ?? first.mention.stock
      if let span = first.mention.span {
        from = first.mention.stock == span.end ? span.end : span.start
      }
      if case .instant(let day)? = first.mention.flow { from = day }
      position = first.next
    } else if let year = yearNumber(position) {
      from = .firstDay(year: year)
      bare = year
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
    guard word(position, Words.den), let from else {
      if bare != nil { return nil }
      return nil
    }
    position += 1
    if word(position, Words.nay) {
      guard let now = calendar.now else { return nil }
      return Result(
        mention: TimeMention(
          flow: .duration(start: from, end: now), stock: now, ranges: ranges),
        next: position + 1)
    }
    if word(position, Words.het) { position += 1 }
    if let second = simple(at: position), let end = second.mention.flow?.end ?? second.mention.stock
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

  /// "tính đến ngày …", "đến …", "đến nay".
  private func until(at index: Int) -> Result? {
    var position = index
    if word(position, Words.tinh), word(position + 1, Words.den) { position += 1 }
    guard word(position, Words.den) else { return nil }
    position += 1
    if word(position, Words.nay) {
      guard let now = calendar.now else { return nil }
      return Result(
        mention: TimeMention(flow: nil, stock: now, isUntil: true), next: position + 1)
    }
    if word(position, Words.het) { position += 1 }
    if word(position, Words.thoi), word(position + 1, Words.diem) { position += 2 }
    guard var point = simple(at: position) else { return nil }
    point.mention.isUntil = true
    // "đến tháng 10/2023": from the year's beginning
    if case .duration(let start, let end)? = point.mention.flow, start.year == end.year {
      point.mention.flow = .duration(start: .firstDay(year: end.year), end: end)
    }
    return point
  }

  private func simple(at index: Int) -> Result? {
    var position = index
    if word(position, Words.thoi), word(position + 1, Words.diem) { position += 2 }
    if let day = day(at: position) {
      guard let date = day.date else {
        return Result(
          mention: TimeMention(flow: nil, stock: nil, isDay: true, ranges: [day.range]),
          next: day.next)
      }
      if day.grain == 2 {
        return Result(
          mention: TimeMention(
            flow: .duration(start: .firstDay(year: date.year, month: date.month), end: date),
            stock: date, ranges: [day.range]),
          next: day.next)
      }
      return Result(
        mention: TimeMention(
          flow: .instant(date), stock: date, isDay: true, ranges: [day.range]),
        next: day.next)
    }
    let edge = word(position, Words.dau) ? 1 : word(position, Words.cuoi) ? 2 : 0
    if edge > 0, let inner = edged(at: position + 1, edge) { return inner }
    if word(position, Words.ca) { position += 1 }
    if let quarter = quarter(at: position) { return quarter }
    if let months = months(at: position) { return months }
    if let years = years(at: position) { return years }
    if let span = spanOfYears(at: position) { return span }
    return relative(at: position)
  }

  private func edged(at index: Int, _ edge: Int) -> Result? {
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
      return edgeOf(
        .year(year), Result(mention: TimeMention(), next: position + 1), edge)
    }
    if word(position, Words.ky), let period = calendar.period, period.start != nil {
      return edgeOf(period, Result(mention: TimeMention(), next: position + 1), edge)
    }
    return nil
  }

  private func edgeOf(_ flow: Period, _ result: Result, _ edge: Int) -> Result? {
    guard let start = flow.start else { return nil }
    var mention = result.mention
    mention.isEdge = true
    mention.stock = edge == 1 ? start.dayBefore : flow.end
    mention.flow = nil
    mention.span = flow
    return Result(mention: mention, next: result.next)
  }

  /// "quý I năm 2026", "quý III", "quý 3/2026".
  private func quarter(at index: Int) -> Result? {
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
    let flow = Period.duration(
      start: .firstDay(year: year, month: number * 3 - 2),
      end: .lastDay(year: year, month: number * 3))
    return Result(
      mention: TimeMention(flow: flow, stock: flow.end, ranges: ranges), next: next)
  }

  /// A year behind "quý I" or "6 tháng": "năm 2026", "/2026", "năm trước", or the report's own.
  private func followingYear(_ index: Int) -> (Int?, Int, [Range<Int>]) {
    if sign(index, "/"), let year = yearNumber(index + 1) {
      return (year, index + 2, [tokens[index + 1].range])
    }
    if let year = yearNumber(index) { return (year, index + 1, [tokens[index].range]) }
    if word(index, Words.nam) {
      if let year = yearNumber(index + 1) { return (year, index + 2, [tokens[index + 1].range]) }
      if word(index + 1, Words.truoc) { return (calendar.year.map { $0 - 1 }, index + 2, []) }
      if word(index + 1, Words.nay) { return (calendar.year, index + 2, []) }
    }
    return (calendar.year, index, [])
  }

  /// "6 tháng đầu năm 2024", "9 tháng năm 2026", "6 tháng cuối năm", "sáu tháng qua".
  private func months(at index: Int) -> Result? {
    guard word(index + 1, Words.thang) else { return nil }
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
    let flow =
      fromEnd
      ? Period.duration(
        start: .firstDay(year: year, month: 13 - number), end: .lastDay(year: year))
      : Period.duration(start: .firstDay(year: year), end: .lastDay(year: year, month: number))
    return Result(
      mention: TimeMention(flow: flow, stock: flow.end, ranges: ranges), next: end)
  }

  private func isReportSpan(months: Int) -> Bool {
    guard let period = calendar.period, let start = period.start else { return false }
    return start.month == 1 && period.end.month == months
  }

  /// "năm 2020", "năm 2020-2022", "giai đoạn 2021 - 2025", "nhiệm kỳ 2020-2025", "(2020-2022)".
  private func years(at index: Int) -> Result? {
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
    if let span = yearRange(at: position) {
      _ = isTerm
      return Result(
        mention: TimeMention(
          flow: .duration(start: .firstDay(year: span.first), end: .lastDay(year: span.last)),
          stock: .lastDay(year: span.last), ranges: span.ranges),
        next: span.next)
    }
    // "cuối mỗi năm: 2015 là 4.339; 2016 là 4.462", "2015: 18, 2016: 22"
    let labels =
      position + 2 < tokens.count
      && (sign(position + 1, ":") || word(position + 1, Words.la))
      && tokens[position + 2].kind == .number && tokens[position].range.count == 4
    if named || labels, !isTerm, let year = yearNumber(position) {
      return Result(
        mention: TimeMention(
          flow: .year(year), stock: .lastDay(year: year), isLabel: !named,
          ranges: [tokens[position].range]),
        next: position + 1)
    }
    return nil
  }

  /// "trong 5 năm", "năm năm qua": as many years as the report covers are the report's own span.
  private func spanOfYears(at index: Int) -> Result? {
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
    let ranges = tokens[index].kind == .number ? [tokens[index].range] : []
    return Result(
      mention: TimeMention(flow: flow, stock: flow?.end, ranges: ranges),
      next: word(index + 2, Words.qua) ? index + 3 : index + 2)
  }

  private func yearRange(
    at index: Int
  ) -> (first: Int, last: Int, ranges: [Range<Int>], next: Int)? {
    guard let first = yearNumber(index), index + 2 < tokens.count, tokens[index + 1].kind == .sign,
      [0x2D, 0x2013, 0x2014].contains(tokens[index + 1].hash), let last = yearNumber(index + 2),
      last >= first, last - first <= 30
    else { return nil }
    return (first, last, [tokens[index].range, tokens[index + 2].range], index + 3)
  }

  /// "cùng kỳ [năm 2023|năm trước]", "năm trước", "đến nay", "trong quý", "trong kỳ".
  private func relative(at index: Int) -> Result? {
    if word(index, Words.cung), word(index + 1, Words.ky) || word(index + 1, Words.thoi) {
      var position = index + 2
      if word(index + 1, Words.thoi) { position += 1 }
      var ranges: [Range<Int>] = []
      var year = calendar.year.map { $0 - 1 }
      if word(position, Words.nam) {
        if let stated = yearNumber(position + 1) {
          year = stated
          ranges.append(tokens[position + 1].range)
          position += 2
        } else if word(position + 1, Words.truoc) {
          position += 2
        }
      } else if let stated = yearNumber(position) {
        year = stated
        ranges.append(tokens[position].range)
        position += 1
      }
      guard let year else { return nil }
      let flow = calendar.period.map { moved($0, to: year) }
      let stock = (calendar.asOf ?? calendar.period?.end)?.moved(toYear: year)
      return Result(
        mention: TimeMention(flow: flow, stock: stock, isComparison: true, ranges: ranges),
        next: position)
    }
    if word(index, Words.nay), let now = calendar.now, index == 0 || tokens[index - 1].kind == .sign
    {
      return Result(mention: TimeMention(flow: nil, stock: now), next: index + 1)
    }
    if word(index, Words.ck), tokens[index].isAllUpper, index + 1 < tokens.count,
      tokens[index + 1].kind == .number,
      let year = calendar.year
    {
      let stated = yearNumber(index + 1)
      let target = stated ?? year - 1
      return Result(
        mention: TimeMention(
          flow: calendar.period.map { moved($0, to: target) },
          stock: (calendar.asOf ?? calendar.period?.end)?.moved(toYear: target), isComparison: true,
          ranges: stated == nil ? [] : [tokens[index + 1].range]),
        next: stated == nil ? index + 1 : index + 2)
    }
    if word(index, Words.nam), word(index + 1, Words.truoc), let year = calendar.year {
      return Result(
        mention: TimeMention(
          flow: .year(year - 1), stock: .lastDay(year: year - 1), isComparison: true),
        next: index + 2)
    }
    if index > 0, word(index - 1, Words.ca), word(index, Words.nam), yearNumber(index + 1) == nil,
      let year = calendar.year
    {
      return Result(
        mention: TimeMention(flow: .year(year), stock: .lastDay(year: year)), next: index + 1)
    }
    if word(index, Words.nam), word(index + 1, Words.nay), let year = calendar.year {
      return Result(mention: TimeMention(flow: .year(year), stock: nil), next: index + 2)
    }
    if word(index, Words.trong) || word(index, Words.ca),
      word(index + 1, Words.quy) || word(index + 1, Words.ky) || word(index + 1, Words.nam),
      word(index, Words.trong), let period = calendar.period, period.start != nil
    {
      if yearNumber(index + 2) == nil,
        !(index + 2 < tokens.count && Words.roman[tokens[index + 2].hash] != nil)
      {
        return Result(mention: TimeMention(flow: period, stock: nil), next: index + 2)
      }
    }
    return nil
  }

  func moved(_ period: Period, to year: Int) -> Period {
    switch period {
    case .instant(let day): return .instant(day.moved(toYear: year))
    case .duration(let start, let end):
      let shift = year - end.year
      let last = end == .lastDay(year: end.year, month: end.month)
      return .duration(
        start: start.moved(toYear: start.year + shift),
        end: last ? .lastDay(year: year, month: end.month) : end.moved(toYear: year))
    }
  }
}
