import Catalogue
import DocumentModel

extension TimeScanner {
  /// "cùng kỳ [năm 2023|năm trước]", "năm trước", "đến nay", "trong quý", "trong kỳ".
  func relative(at index: Int) -> Result? {
    if word(index, Words.cung), word(index + 1, Words.ky) || word(index + 1, Words.thoi) {
      var position = index + 2
      if word(index + 1, Words.thoi) {
        position += 1
        if word(index + 2, Words.gian), word(position, Words.this) { position += 1 }
        // "cùng thời gian đã công nhận …": the same time as that just named
        if word(index + 2, Words.gian), !word(position, Words.nam), !word(position, Words.cua) {
          return nil
        }
      }
      var ranges: [Range<Int>] = []
      var year = calendar.year.map { $0 - 1 }
      if word(position, Words.nam) {
        if let stated = yearNumber(position + 1) {
          year = stated
          ranges.append(tokens[position + 1].range)
          position += 2
        } else if let next = before(position + 1) {
          position = next
        }
      } else if let stated = yearNumber(position) {
        year = stated
        ranges.append(tokens[position].range)
        position += 1
      }
      guard let year else { return nil }
      let flow = calendar.period.map { TimeScanner.moved($0, to: year) }
      let stock = (calendar.asOf ?? calendar.period?.end)?.moved(toYear: year)
      return Result(
        mention: TimeMention(flow: flow, stock: stock, isComparison: true, ranges: ranges),
        next: position)
    }
    if word(index, Words.bao), word(index + 1, Words.cao), word(index - 1, Words.diem),
      let now = calendar.now
    {
      // "tại thời điểm báo cáo"
      return Result(mention: TimeMention(flow: nil, stock: now), next: index + 2)
    }
    if word(index, Words.nay), let now = calendar.now,
      index == 0 || tokens[index - 1].kind == .sign || word(index - 1, Words.hien)
        || index + 1 < tokens.count && Words.afterNow.contains(tokens[index + 1].hash)
    {
      return Result(mention: TimeMention(flow: nil, stock: now), next: index + 1)
    }
    if word(index, Words.ck), isShortComparison(index), let year = calendar.year {
      let stated = index + 1 < tokens.count ? yearNumber(index + 1) : nil
      let target = stated ?? year - 1
      return Result(
        mention: TimeMention(
          flow: calendar.period.map { TimeScanner.moved($0, to: target) },
          stock: (calendar.asOf ?? calendar.period?.end)?.moved(toYear: target), isComparison: true,
          ranges: stated == nil ? [] : [tokens[index + 1].range]),
        next: stated == nil ? index + 1 : index + 2)
    }
    if word(index, Words.nam), let next = before(index + 1), let year = calendar.year,
      index == 0 || digits(index - 1) == nil && Words.counts[tokens[index - 1].hash] == nil
    {
      return Result(
        mention: TimeMention(
          flow: .year(year - 1), stock: .lastDay(year: year - 1), isComparison: true),
        next: next)
    }
    if word(index, Words.nhiem), word(index + 1, Words.ky), let next = before(index + 2),
      let term = calendar.termBefore
    {
      return Result(
        mention: TimeMention(flow: term, stock: term.end, isComparison: true), next: next)
    }
    if word(index, Words.quy), let next = before(index + 1), let period = calendar.period,
      let start = period.start, start.month % 3 == 1, period.end.month - start.month == 2
    {
      let end = start.dayBefore
      return Result(
        mention: TimeMention(
          flow: .duration(start: .firstDay(year: end.year, month: end.month - 2), end: end),
          stock: end, isComparison: true),
        next: next)
    }
    if index > 0, word(index - 1, Words.ca), word(index, Words.nam), yearNumber(index + 1) == nil,
      // "cả năm người đều đạt", "cả năm đồng chí đều đạt": five of them
      !word(index + 2, Words.deu), !word(index + 3, Words.deu), let year = calendar.year
    {
      return Result(
        mention: TimeMention(flow: .year(year), stock: .lastDay(year: year)), next: index + 1)
    }
    if word(index, Words.nam), word(index + 1, Words.nay), let year = calendar.thisYear {
      let soFar = calendar.period.flatMap { period in
        (calendar.nominal ?? period).start == .firstDay(year: year) ? period : nil
      }
      return Result(mention: TimeMention(flow: soFar ?? .year(year), stock: nil), next: index + 2)
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

  /// Behind "trước", "liền trước", "liền kề trước", "ngoái".
  func before(_ index: Int) -> Int? {
    var position = index
    while word(position, Words.lien) || word(position, Words.ke) { position += 1 }
    return word(position, Words.truoc) || word(position, Words.ngoai) ? position + 1 : nil
  }

  static func moved(_ period: Period, to year: Int) -> Period {
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

  /// "CK 15 cuộc", "so ck (20 cuộc)", "ck: 0": short for "cùng kỳ" where a figure follows, a sign, or
  /// where it's compared with.
  private func isShortComparison(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return true }
    return tokens[index + 1].kind != .word
      || index > 0 && Words.compared.contains(tokens[index - 1].hash)
  }

  /// "so với 05 năm trước": the same day so many years before; the span before one as long.
  func yearsAgo(at index: Int) -> Result? {
    guard index < tokens.count, let count = digits(index) ?? Words.counts[tokens[index].hash],
      (2...20).contains(count),
      word(index + 1, Words.nam), word(index + 2, Words.truoc), word(index - 1, Words.against),
      let now = calendar.asOf ?? calendar.period?.end
    else { return nil }
    let flow = calendar.period.map { TimeScanner.moved($0, to: $0.end.year - count) }
    return Result(
      mention: TimeMention(
        flow: flow, stock: now.moved(toYear: now.year - count), isComparison: true,
        ranges: tokens[index].kind == .number ? [tokens[index].range] : []),
      next: index + 3)
  }
}
