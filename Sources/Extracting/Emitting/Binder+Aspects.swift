import Catalogue
import DocumentModel

extension Binder {
  func qualifier(_ slot: Slot, _ cues: Cues) -> Fact.Qualifier {
    var index = slot.item - 1
    var steps = 0
    while index >= slot.left.lowerBound, steps < 3 {
      if let value = items[index].feature("qualifier") {
        if value == "more_than", steps > 0 { return .exact }
        return Fact.Qualifier(rawValue: value) ?? .exact
      }
      if case .word = items[index].kind,
        firstWord(of: index) == Folding.hash("từ")
      {
        index -= 1
        steps += 1
        continue
      }
      if items[index].feature("mark") == "share" || items[index].feature("event") != nil {
        index -= 1
        steps += 2
        continue
      }
      break
    }
    for index in slot.right {
      if let after = items[index].feature("after") {
        if index > 0, Binder.levels.contains(where: { items[index - 1].feature($0) != nil }) {
          return .exact
        }
        return Fact.Qualifier(rawValue: after) ?? .exact
      }
      if items[index].numeral != nil { break }
    }
    return .exact
  }

  func nature(_ slot: Slot, _ cues: Cues) -> Fact.Nature {
    if slot.opensParenthesis, slot.clause > 0, !slot.numeral.isPercent, !slot.isNumerator,
      clauses[slot.clause - 1].items.reversed().prefix(while: { items[$0].numeral == nil })
        .contains(where: { ["plan", "program"].contains(items[$0].feature("nature")) })
    {
      return .target
    }
    if !slot.numeral.isPercent, !slot.numeral.isNone,
      slot.left.contains(where: {
        items[$0].has("mark", "versus") || items[$0].has("mark", "total")
      }),
      cues.features.contains(where: {
        $0.isRight && $0.feature.key == "nature"
          && ["plan", "program"].contains($0.feature.value)
      })
    {
      // "so với 112 cuộc theo chương trình cả năm"
      return .target
    }
    if slot.numeral.isPercent, let last = lastFact, facts[last].nature == .target,
      facts[last].context.sentence == clauses[slot.clause].sentence,
      ["at_least", "at_most", "more_than"].contains(cues.first("qualifier") ?? cues.first("after")),
      cues.first("per") == "year"
    {
      // "giao cả nhiệm kỳ kết nạp 1.000 đảng viên, mỗi năm từ 3% trở lên"
      return .target
    }
    let left = cues.features.filter {
      $0.feature.key == "nature" && !$0.isRight && !isByProgramme($0.item)
    }.min {
      $0.distance < $1.distance
    }
    if let left {
      switch left.feature.value {
      case "plan" where isForOrganisations(slot, left.item, cues): break
      case "program":
        if fact(slot, isPlan: cues) { return .target }
      case "plan", "target": return .target
      case "forecast": return .forecast
      case "actual?":
        if base.nature == nil || isPast(frame.time) && frame.nature == nil
          || frame.nature == .target && isPast(frame.time)
        {
          return .actual
        }
      default: break
      }
    }
    if let first = firstItem(ofSentence: clauses[slot.clause].sentence),
      items[first].has("nature", "plan"), let last = slot.left.last,
      firstWord(of: last) == TimeScanner.Words.la,
      !items[first..<slot.item].contains(where: \.isCount)
    {
      // "Chỉ tiêu cài đặt sổ tay nêu tại Hướng dẫn số 18, ngày 12/12/2025 là 95%"
      return .target
    }
    if catalogue.concepts[slotConcept]?.isStock ?? false, opensWithStock(slot) { return .actual }
    if plannedSentence == clauses[slot.clause].sentence, !slot.numeral.isPercent,
      lastReading == nil, let end = frame.time?.flow?.end, let last = calendar.period?.end,
      // "Theo chương trình hằng năm, đã kiểm tra 12 cuộc" tells what was done
      end > last
    {
      return .target
    }
    if frame.nature == base.nature, base.level == "heading" || base.level == "parent",
      catalogue.concepts[slotConcept]?.isStock ?? false,
      (frame.time?.isEdge ?? false)
        && (frame.time?.stock ?? .firstDay(year: 9999))
          <= (calendar.date ?? calendar.now ?? .firstDay(year: 1))
        || slot.left.contains(where: { items[$0].has("mark", "stock") })
    {
      return .actual
    }
    if continuesTarget(slot, cues) || isPartOfTarget(slot, cues) { return .target }
    return frame.nature ?? base.nature ?? .actual
  }

  /// "chỉ tiêu kết nạp 1.200 đảng viên trong doanh nghiệp và 750 đảng viên là sinh viên".
  private func continuesTarget(_ slot: Slot, _ cues: Cues) -> Bool {
    let clause = clauses[slot.clause]
    guard clause.opener == "&", clause.numerals.first == slot.item, slot.left.isEmpty,
      !slot.numeral.isPercent, let last = lastCountFact, facts[last].nature == .target,
      facts[last].concept == slotConcept, facts[last].context.block == block,
      lastFact == last
    else { return false }
    return !cues.features.contains {
      ["nature", "statistic"].contains($0.feature.key) || $0.feature.value == "versus"
    }
  }

  /// "chỉ tiêu kết nạp 30 đảng viên, trong đó nữ từ 40% trở lên, bình quân mỗi năm 06": of the same
  /// plan, as long as no result is told between.
  private func isPartOfTarget(_ slot: Slot, _ cues: Cues) -> Bool {
    guard let last = lastCountFact, facts[last].nature == .target, facts[last].statistic == .total,
      facts[last].context.block == block, facts[last].concept == slotConcept,
      facts[last].context.sentence == clauses[slot.clause].sentence, frame.nature == nil,
      ownTime(slot) == nil, clauses[slot.clause].opener == ",",
      clauses[slot.clause].numerals.first == slot.item
    else { return false }
    let isBound = cues.features.contains {
      $0.feature.key == "qualifier" && ["at_least", "at_most"].contains($0.feature.value)
        || $0.feature.key == "after"
    }
    let isPart = frame.opensParts && frame.whole == last + offset && isBound
    return isPart || cues.has("statistic", "average")
  }

  /// "từ trung học phổ thông trở lên": "trở lên" of a level, not of the number.
  static let levels = [
    "education", "qualification", "theory", "level", "grade", "years_of_membership",
  ]

  static let one = Folding.hash("một")

  /// What the sentence or its part speaks of: results, plans, forecasts.
  var mood: Fact.Nature { frame.nature ?? base.nature ?? .actual }

  /// "Với 63.150 đảng viên, …" in a part about plans says what there is.
  func opensWithStock(_ slot: Slot) -> Bool {
    guard base.nature == .target, let first = firstItem(ofSentence: clauses[slot.clause].sentence)
    else { return false }
    return first + 1 == slot.item && items[first].has("mark", "object")
  }

  /// "Chương trình năm 2026 có 14 cuộc kiểm tra": the number of a programme is a plan.
  func fact(_ slot: Slot, isPlan cues: Cues) -> Bool {
    cues.rightNoun == "case"
      && !cues.features.contains { $0.feature.key == "nature" && $0.feature.value == "actual?" }
  }

  /// "kiểm tra theo chương trình 03 cuộc": those inspected as the programme says, not its number.
  private func isByProgramme(_ item: Int) -> Bool {
    guard item > 0, items[item].tokens.count == 3, firstWord(of: item) == Binder.by else {
      return false
    }
    return items[item - 1].feature("activity") != nil
      && items[safe: item + 1]?.numeral != nil
  }

  /// "giao chỉ tiêu cho 54 tổ chức đảng": the organisations are no target.
  func isForOrganisations(_ slot: Slot, _ plan: Int, _ cues: Cues) -> Bool {
    guard cues.rightNoun == "org" || cues.rightNoun == "orgword", plan < slot.item else {
      return false
    }
    return (plan..<slot.item).contains { items[$0].has("mark", "object") }
  }

  mutating func statistics(_ slot: Slot, _ cues: Cues, _ growth: Int64?, _ fact: inout Fact) {
    if growth != nil {
      fact.statistic = .growth
    } else if slot.numeral.isPercent, isIndex(slot) {
      fact.statistic = .index
    } else if cues.features.contains(where: {
      $0.feature.key == "statistic" && $0.feature.value == "average" && !$0.isRight
    })
      || frame.averages == slot.clause - 1 && clauses[slot.clause - 1].numerals.isEmpty
      || isAnotherMean(slot, fact)
    {
      fact.statistic = .average
    } else if cues.features.contains(where: {
      $0.feature.key == "statistic" && $0.feature.value == "ratio" && !$0.isRight
    }), isTimes(slot) {
      fact.statistic = .index
      fact.unit = "ratio"
    }
    if let per = cues.first("per") ?? perBehind(slot)
      ?? (fact.statistic == .average || fact.nature != .actual ? frame.per : nil)
    {
      if fact.unit != "percent" || fact.nature == .target || fact.statistic == .average {
        fact.per = per
      }
      // "tính ra 57,3 học viên mỗi lớp": so many can only be a mean
      if fact.statistic == .total, fact.nature == .actual, !slot.numeral.isPercent,
        slot.numeral.decimals > 0
      {
        fact.statistic = .average
      }
    }
  }

  /// "Bình quân mỗi năm 59,2 đồng chí, trong khi nhiệm kỳ trước chỉ là 48,2".
  private func isAnotherMean(_ slot: Slot, _ fact: Fact) -> Bool {
    guard slot.numeral.decimals > 0, !slot.numeral.isPercent, let last = lastFact,
      facts[last].statistic == .average, facts[last].concept == fact.concept
    else { return false }
    return facts[last].context.sentence == clauses[slot.clause].sentence
  }

  func isTimes(_ slot: Slot) -> Bool {
    if slot.numeral.isWord, let last = slot.left.last, items[last].has("statistic", "ratio") {
      return true
    }
    return slot.right.first.map { index in
      if case .word = items[index].kind {
        return firstWord(of: index) == Folding.hash("lần")
      }
      return false
    } ?? false
  }

  /// "bằng 133,3% cùng kỳ", "bằng 106,8% so với …".
  func isIndex(_ slot: Slot) -> Bool {
    let equals = slot.left.suffix(3).contains { index in
      firstWord(of: index) == Folding.hash("bằng")
    }
    guard equals else { return false }
    if slot.right.contains(where: { items[$0].has("mark", "total") && items[$0].time == nil }) {
      // "bằng 3,0% so với tổng số đảng viên đầu năm": a share
      return false
    }
    if versus != nil { return true }
    for index in slot.right {
      if items[index].feature("nature") == "plan" { return false }
      if items[index].has("mark", "versus") { return true }
      if let time = items[index].time {
        return time.isComparison || isEarlier(time)
      }
    }
    return false
  }

  /// True for a span within what the report looks back on.
  func isPast(_ time: TimeMention?) -> Bool {
    guard let end = time?.flow?.end, let last = calendar.period?.end else { return false }
    return end <= last
  }

  /// True for a span that ends before the one that the sentence or the report is about.
  func isEarlier(_ time: TimeMention) -> Bool {
    let own = (frame.time?.flow ?? base.time?.flow)?.start ?? calendar.period?.start
    guard let start = own, let end = time.flow?.end ?? (time.isEdge ? time.stock : nil) else {
      return false
    }
    return end < start
  }

  /// "đảng viên/năm", "học viên/lớp", "đảng viên/chi bộ", "70 học viên một lớp".
  func perBehind(_ slot: Slot) -> String? {
    for index in slot.right where index + 1 < items.count {
      guard case .word = items[index].kind,
        firstWord(of: index) == Binder.one,
        tokens[items[index].tokens.upperBound - 1].hash == Binder.one
      else { continue }
      if items[index + 1].has("noun", "class") { return "class" }
      if items[index + 1].has("noun", "org") { return "organization" }
    }
    for index in slot.right where items[index].isSign("/") && index + 1 < items.count {
      let hash = firstWord(of: index + 1)
      if hash == Folding.hash("năm") { return "year" }
      if hash == Folding.hash("lớp") { return "class" }
      if hash == Folding.hash("chi") || hash == Folding.hash("đảng") { return "organization" }
      if hash == Folding.hash("quý") { return "quarter" }
      if hash == Folding.hash("tháng") { return "month" }
    }
    return nil
  }
}
