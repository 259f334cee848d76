import Catalogue
import DocumentModel

extension Binder {
  mutating func periods(
    _ slot: Slot, _ cues: Cues, earlier: TimeMention?, isStock: Bool, _ fact: inout Fact
  ) {
    var time = ownTime(slot) ?? frame.time ?? base.time
    if let label = labelTime,
      label.clause == slot.clause
        || label.clause == slot.clause - 1 && clauses[slot.clause].opener == ":",
      fact.statistic == .total
    {
      time = label.time
    }
    if fact.statistic == .total || fact.statistic == .average, let own = leftComparison(slot) {
      time = own
    }
    if fact.statistic == .total, let own = rightComparison(slot) { time = own }
    if clauses[slot.clause].depth > 0, let own = parenthesisTime, fact.statistic == .total,
      !(labelClause(slot) ?? 0..<0).contains(where: { items[$0].time?.isDay ?? false })
    {
      time = own
    }
    if fact.statistic == .total, let own = startTime(slot) ?? fromTime(slot) {
      time = own
    }
    if let start = startOfChange(slot), let first = factsOfItem[start]?.last, ownTime(slot) == nil,
      let day = time?.stock, facts[first].period?.end == day
    {
      // "từ 59 lên 62": the second figure is of the report's own time
      time = sentenceTime ?? base.time
    }
    if let earlier { time = earlier }
    // a rating is of a year, a mean of ratings of several
    let ratedYear = fact.concept.hasPrefix("rated_") && fact.statistic != .average
    func flow(_ time: TimeMention?) -> Period? {
      if ratedYear, let year = yearOfSentence ?? yearOfRating,
        time?.flow.map({ !isYear($0) }) ?? true
      {
        return year
      }
      guard let time else { return calendar.period.flatMap { $0.start == nil ? nil : $0 } }
      if fact.nature == .target, let span = time.span { return span }
      if let flow = time.flow, flow.start != nil { return flow }
      if ratedYear, let day = time.stock { return .year(day.year) }
      if time.isComparison { return time.flow }
      if time.isUntil, let flow = base.time?.flow, let start = flow.start, let day = time.stock,
        start <= day, day <= flow.end
      {
        return flow
      }
      return calendar.period.flatMap { $0.start == nil ? nil : $0 }
    }
    func stock(_ time: TimeMention?) -> Period? {
      if let day = frame.day?.stock, frame.dayClause == slot.clause || frame.dayClause == Int.max,
        ownTime(slot) == nil
      {
        return .instant(day)
      }
      if let day = time?.stock {
        if let flow = time?.flow, flow == calendar.period, !(time?.isEdge ?? false),
          let asOf = calendar.asOf
        {
          return .instant(asOf)
        }
        if fact.nature == .actual, !(time?.isEdge ?? false), let asOf = calendar.asOf, day > asOf,
          day.year == asOf.year, time?.flow?.start != nil
        {
          return .instant(asOf)
        }
        return .instant(day)
      }
      return calendar.asOf.map { .instant($0) }
    }
    if base.nature != nil, base.level == "heading", fact.nature == .actual, ownTime(slot) == nil,
      frame.time == nil || frame.time?.flow == base.time?.flow
    {
      // what a part about plans says has been done was done in the report's own span
      time = nil
    }
    fact.period = isStock ? stock(time) : flow(time)
    if !slot.numeral.isPercent, lastWasPercent, let at = lastFact,
      facts[at].concept == fact.concept, facts[at].dimensions == fact.dimensions,
      facts[at].statistic == .total, slot.left.contains(where: { isSameAs($0) }),
      ownTime(slot) == nil
    {
      // "lên 72,6%, ứng với 4.442 đảng viên"
      fact.period = facts[at].period
    }
    if slot.numeral.isPercent, slot.opensParenthesis, slot.left.isEmpty, let at = lastCountFact,
      facts[at].concept == fact.concept,
      factsOfItem[slot.item - 2]?.last == at
        || factsOfItem[slot.item - 3]?.last == at
        || factsOfItem[slot.item - 4]?.last == at && items[slot.item - 3].isSign("/"),
      ownTime(slot) == nil
    {
      // "từ 8.431 đồng chí (19,2%) lên …": a share is of the same time as its count
      fact.period = facts[at].period
    }
    if fact.nature == .target, !isStock, ownTime(slot) == nil, isFurther(slot),
      let coming = comingSpan(),
      fact.period.map({ $0.end == coming.end || $0 == calendar.period })
        ?? true
    {
      // "hoàn thành 105 cuộc còn lại", "mở thêm 02 lớp": what is left of the year
      fact.period = coming
    } else if fact.nature != .actual, !isStock,
      time == nil || (time?.flow == nil && time?.isUntil ?? false), frame.nature != nil,
      let coming = planTime?.flow ?? comingSpan()
    {
      // "Phấn đấu … hoàn thành 105 cuộc còn lại": what is planned lies behind the report's own span
      fact.period = coming
    } else if fact.nature != .actual, let time, time.flow != nil, !time.isDay {
      planTime = time
    }
    let isPlan = slot.left.contains { items[$0].feature("nature") == "plan" }
    if fact.nature == .target, !isStock, let period = fact.period, ownTime(slot) == nil,
      base.nature == nil && frame.nature == nil || isPlan
    {
      // a yearly plan: "đạt 48,6% chỉ tiêu năm (35)"
      fact.period = plannedPeriod(period, slot)
    }
    if fact.statistic == .average, !isStock, ownTime(slot) == nil, fact.per == "year",
      let whole = facts.first(where: {
        $0.context.block == block && $0.context.sentence == clauses[slot.clause].sentence
          && $0.concept == fact.concept && $0.statistic == .total && $0.unit == fact.unit
      })?.period, let start = whole.start, start.year < whole.end.year
    {
      // "642 đồng chí, chia ra: …, 6 tháng đầu năm 2023 là 112; bình quân mỗi năm 214": of the whole span
      fact.period = whole
    }
    if fact.nature == .target, !isStock, let term = plannedTerm(slot) { fact.period = term }
    if fact.statistic == .index, fact.unit == "ratio", let time = ownTime(slot) {
      fact.base = isStock ? time.stock.map { .instant($0) } : time.flow
      fact.period = isStock ? stock(frame.time) : flow(frame.time)
      return
    }
    if fact.statistic == .index, let time = ownTime(slot), isEarlier(time) {
      // "bằng 103,3% năm 2024"
      fact.base = isStock ? time.stock.map { .instant($0) } : time.flow
      let current = frame.time ?? self.base.time
      fact.period = isStock ? stock(current) : flow(current)
      return
    }
    if fact.statistic == .growth || fact.statistic == .index {
      var base = versus
      if base == nil { base = comparisonAhead(slot) }
      if let base {
        let wanted =
          isStock
          ? base.stock.map { Period.instant($0) }
          : base.flow
        fact.base = wanted
      }
      if base == nil, let current = fact.period,
        let earlier = facts.last(where: { other in
          other.concept == fact.concept && other.dimensions == fact.dimensions
            && other.statistic == .total && other.unit != "percent"
            && other.context.sentence == clauses[slot.clause].sentence
            && (other.period.map { $0.end < current.end } ?? false)
        }), frame.time?.stock ?? current.end == current.end || frame.time == nil
      {
        // "31 đồng chí (năm 2024: 30), tăng 3,3%"
        fact.base = earlier.period
        return
      }
      // "quý III năm 2025 là 15, giảm 03": the time named last is the earlier one
      if base == nil, let time = frame.time, let day = time.stock,
        let now = calendar.period?.start ?? calendar.asOf, day < now
      {
        fact.base = isStock ? .instant(day) : time.flow
        // "Năm 2024 kết nạp 21, tăng 03": the change is of the report's own time
        let current = sentenceTime?.stock == day ? self.base.time : sentenceTime ?? self.base.time
        fact.period = isStock ? stock(current) : flow(current)
      }
      if let time = ownTime(slot), time.isComparison || base?.stock == time.stock {
        let current = frame.time ?? self.base.time
        fact.period = isStock ? stock(current) : flow(current)
      }
    }
  }

  /// "giao cả nhiệm kỳ kết nạp 1.000", "đạt 55,0% chỉ tiêu Đại hội (80 đồng chí)": the whole term, where
  /// the report is of a part of it.
  private func plannedTerm(_ slot: Slot) -> Period? {
    guard ownTime(slot) == nil, let start = calendar.termStart, let period = calendar.period,
      period.end < .lastDay(year: start.year + 4)
    else { return nil }
    let first = slot.opensParenthesis && slot.clause > 0 ? slot.clause - 1 : slot.clause
    let from = items[
      clauses[first].numerals.last { $0 < slot.item } ?? clauses[first].items.lowerBound
    ]
    .tokens.lowerBound
    let words = tokens[from..<items[slot.item].tokens.lowerBound]
    let names = zip(zip(words, words.dropFirst()), words.dropFirst(2)).contains { pair, last in
      let hashes = [pair.0.hash, pair.1.hash, last.hash]
      return Binder.terms.contains(hashes)
    }
    return names
      ? .duration(start: .firstDay(year: start.year), end: .lastDay(year: start.year + 5)) : nil
  }

  private static let terms = Set(
    ["cả nhiệm kỳ", "toàn nhiệm kỳ", "tiêu nhiệm kỳ", "tiêu đại hội", "của nhiệm kỳ"].map {
      $0.split(separator: " ").map { Folding.hash(String($0)) }
    })

  /// "thêm" before the figure, "còn lại" behind it.
  private func isFurther(_ slot: Slot) -> Bool {
    slot.left.suffix(3).contains {
      tokens[items[$0].tokens.upperBound - 1].hash == Binder.more
    } || slot.right.contains { items[$0].has("mark", "rest") }
  }

  private func isYear(_ period: Period) -> Bool {
    period == .year(period.end.year)
  }

  /// The last day that the report can know of.
  var stockHorizon: CalendarDate? {
    [calendar.period?.end, calendar.asOf, calendar.date].compactMap { $0 }.max()
  }

  /// The last day of the span that the report looks back on.
  var flowHorizon: CalendarDate? {
    calendar.period?.end ?? [calendar.asOf, calendar.date].compactMap { $0 }.max()
  }

  /// What follows the report's own span: the next quarter, the rest of the year, the next year.
  func comingSpan() -> Period? {
    guard let period = calendar.period, let start = period.start else { return nil }
    let end = period.end
    guard end.month < 12 else { return .year(end.year + 1) }
    guard start.year == end.year else {
      return .duration(
        start: .firstDay(year: end.year, month: end.month + 1), end: .lastDay(year: end.year))
    }
    let last = end.month - start.month == 2 ? end.month + 3 : 12
    return .duration(
      start: .firstDay(year: end.year, month: end.month + 1),
      end: .lastDay(year: end.year, month: last))
  }

  func plannedPeriod(_ period: Period, _ slot: Slot) -> Period {
    let isYearly = slot.left.contains { index in
      let year = Folding.hash("năm")
      return items[index].feature("nature") == "plan"
        && (items[index].tokens.contains { tokens[$0].hash == year }
          || index + 1 < items.count && firstWord(of: index + 1) == year)
    }
    if isYearly, period == calendar.period, calendar.nominal != nil {
      return .year(period.end.year)
    }
    guard let start = period.start, start.year == period.end.year,
      isYearly || start.month == 1 && start.day == 1
    else { return period }
    return .year(start.year)
  }
}
