import Catalogue
import DocumentModel

extension Binder {
  /// "nếu cùng thời điểm năm trước … có 1.431", "khi cả phường chỉ kết nạp được 13" behind "so với
  /// quý III năm 2025": the figure is the earlier one.
  mutating func leftComparison(_ slot: Slot) -> TimeMention? {
    var label = labelClause(slot) ?? 0..<0
    if label.count > 3 { label = 0..<0 }
    for index in Array(label) + Array(slot.left) where items[index].time?.isComparison ?? false {
      comparisonClause = slot.clause
      comparisonTime = items[index].time
    }
    if slot.left.isEmpty, comparisonClause == slot.clause - 1, clauses[slot.clause].opener == ",",
      clauses[comparisonClause].depth == clauses[slot.clause].depth, let time = comparisonTime
    {
      // not behind parentheses: "08 chuyển đi (cùng kỳ 11), 01 từ trần"
      comparisonClause = slot.clause
      return time
    }
    if comparisonClause >= 0, comparisonClause == slot.clause - 1,
      clauses[comparisonClause].numerals.isEmpty, clauses[slot.clause].opener == ",",
      clauses[slot.clause].numerals.first == slot.item,
      clauses[slot.clause].sentence == clauses[comparisonClause].sentence,
      !slot.left.contains(where: { items[$0].time != nil }), let time = comparisonTime
    {
      // "Cùng kỳ năm trước, các đảng bộ cũ kết nạp 9 đồng chí"
      return time
    }
    if clauses[slot.clause].opener == ")", clauses[slot.clause].numerals.first == slot.item,
      slot.left.allSatisfy({ isFiller($0) }),
      let outer = clauses[..<slot.clause].last(where: { $0.depth == clauses[slot.clause].depth }),
      outer.sentence == clauses[slot.clause].sentence, outer.numerals.isEmpty,
      clauses[slot.clause - 1].numerals.isEmpty,
      let time = outer.items.compactMap({ items[$0].time }).last, time.isComparison,
      !outer.items.contains(where: { items[$0].has("mark", "versus") })
    {
      // "cùng thời gian này năm ngoái (6 tháng đầu năm 2025) được 21 đồng chí"
      return time
    }
    for index in (Array(label) + Array(slot.left)).reversed() {
      if let time = items[index].time, time.isComparison {
        return index > 0 && items[index - 1].has("mark", "versus") ? nil : time
      }
    }
    if let versus, let first = clauses[slot.clause].items.first, clauses[slot.clause].opener == ",",
      firstWord(of: first) == Folding.hash("khi"),
      clauses[slot.clause].numerals.first == slot.item
    {
      return versus
    }
    return nil
  }

  /// "so với 102 đồng chí của cùng kỳ", "so với mức 88,3% cùng kỳ".
  func rightComparison(_ slot: Slot) -> TimeMention? {
    guard
      slot.left.contains(where: { index in
        if items[index].has("mark", "versus") { return true }
        if case .word = items[index].kind {
          return firstWord(of: index) == Folding.hash("từ")
        }
        return false
      })
    else { return nil }
    for index in slot.right {
      if let time = items[index].time {
        return time.isComparison || slot.left.contains { items[$0].has("mark", "versus") }
          ? time : nil
      }
      if items[index].numeral != nil { return nil }
    }
    return nil
  }

  /// "tăng từ 59 lên 62": the first figure is of before the report's span, or of what it is
  /// compared with.
  func fromTime(_ slot: Slot) -> TimeMention? {
    guard let before = slot.left.last, case .word = items[before].kind,
      firstWord(of: before) == Folding.hash("từ")
    else { return nil }
    guard leadsOn(slot.item) != nil else { return nil }
    if let versus { return versus }
    guard let start = calendar.period?.start else { return nil }
    let flow = calendar.longSpan == nil ? Period.year(start.year - 1) : calendar.termBefore
    return TimeMention(flow: flow, stock: start.dayBefore)
  }

  /// The "lên" or "xuống" behind a figure, over its share in parentheses.
  private func leadsOn(_ figure: Int) -> Int? {
    var depth = 0
    for index in items.indices.dropFirst(figure + 1).prefix(14) {
      if items[index].isSign("(") { depth += 1 }
      if items[index].isSign(")") { depth -= 1 }
      if items[index].isSign(".") || items[index].isSign(";") { return nil }
      guard depth == 0 else { continue }
      if case .word = items[index].kind,
        Binder.onwards.contains(firstWord(of: index))
      {
        return index
      }
      if items[index].numeral != nil { return nil }
    }
    return nil
  }

  /// The figure that a change starts from, where `slot` is what it leads to.
  func startOfChange(_ slot: Slot) -> Int? {
    guard
      let before = items.indices[..<slot.item].suffix(3).last(where: {
        Binder.onwards.contains(firstWord(of: $0))
      }), items[(before + 1)..<slot.item].allSatisfy({ $0.numeral == nil })
    else { return nil }
    return items.indices[..<before].last { index in
      items[index].numeral?.isPercent == slot.numeral.isPercent && leadsOn(index) == before
        && index > 0
        && firstWord(of: index - 1) == Binder.from
    }
  }

  /// "từ 59 năm 2020 lên 62 năm 2025": the time between the two ends.
  func startTime(_ slot: Slot) -> TimeMention? {
    guard let before = slot.left.last, firstWord(of: before) == Binder.from
    else { return nil }
    var index = slot.item + 1
    let end = clauses[slot.clause].numerals.first { $0 > slot.item } ?? items.count
    var found: TimeMention?
    while index < min(end, items.count) {
      if let time = items[index].time, found == nil { found = time }
      if Binder.onwards.contains(firstWord(of: index)) { return found }
      if items[index].isSign(".") || items[index].isSign(";") { return nil }
      index += 1
    }
    return nil
  }

  func ownTime(_ slot: Slot) -> TimeMention? {
    // "84,1% (năm 2020)"
    let next = slot.clause + 1
    if next < clauses.count, clauses[slot.clause].closer == "(",
      clauses[slot.clause].numerals.last == slot.item,
      clauses[next].numerals.isEmpty, clauses[next].items.count <= 4, clauses[next].closer == ")",
      clauses[next].items.allSatisfy({ isTimeOrWord($0) }),
      let time = clauses[next].items.compactMap({ items[$0].time }).first,
      !time.isComparison, !time.isDay || catalogue.concepts[slotConcept]?.isStock ?? false
    {
      return time
    }
    for index in slot.right {
      if slot.numeral.isPercent || slot.isNumerator,
        ["plan", "program"].contains(items[index].feature("nature"))
      {
        return nil
      }
      if isThen(index) { return nil }
      if let time = items[index].time {
        if index > 0, items[index - 1].has("mark", "versus") { return nil }
        // "2.405 đồng chí và năm 2025: 2.476": the next one's label
        if items[safe: index + 1]?.isSign(":") ?? false,
          items[safe: index + 2]?.numeral != nil,
          (slot.item + 1..<index).contains(where: { isAndWord($0) })
        {
          return nil
        }
        return time.isComparison ? nil : time
      }
      if items[index].numeral != nil { break }
      if items[index].has("mark", "versus") { return nil }
    }
    return nil
  }

  /// "nếu đầu năm có 846 thì đến cuối năm đã là 858".
  func isThen(_ item: Int) -> Bool {
    guard case .word = items[item].kind else { return false }
    return firstWord(of: item) == Binder.then
  }

  private func isAndWord(_ item: Int) -> Bool {
    guard case .word = items[item].kind else { return false }
    return firstWord(of: item) == Binder.and
  }

  private static let and = Folding.hash("và")

  private func isTimeOrWord(_ item: Int) -> Bool {
    if case .word = items[item].kind { return true }
    return items[item].time != nil || items[item].feature("aside") != nil
  }

  /// The comparison that stands behind the numeral in its sentence.
  func comparisonAhead(_ slot: Slot) -> TimeMention? {
    let sentence = clauses[slot.clause].sentence
    var index = slot.item + 1
    var pending = false
    guard let end = clauses.last(where: { $0.sentence == sentence })?.items.upperBound else {
      return nil
    }
    while index < end {
      if items[index].has("mark", "versus") { pending = true }
      if let time = items[index].time, pending || time.isComparison { return time }
      index += 1
    }
    return nil
  }
}
