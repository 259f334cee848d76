import Catalogue
import DocumentModel

/// Increases and decreases, and what they are of.
extension Binder {
  /// What a growth is the growth of: the whole of a running list, else the numeral before.
  func grown(_ cues: Cues) -> Reading? {
    let onlyNoun = cues.features.allSatisfy { entry in
      ["noun", "mark", "qualifier", "statistic", "namer", "aside", "nature", "orgword"].contains(
        entry.feature.key) || !entry.isRight
    }
    guard onlyNoun,
      !cues.features.contains(where: {
        ["event", "expelled", "form", "reason", "grade", "exempt?"].contains($0.feature.key)
          && !$0.isRight && $0.distance < 5
      })
    else { return nil }
    let isCell = cues.features.contains {
      $0.feature.key == "orgword" && $0.feature.value == "cell"
    }
    let recent = cues.rightNoun.flatMap { noun in
      noun == "person"
        ? nil
        : readings.filter { facts[$0.key].statistic == .total && sameNoun(noun, $0.value) }
          .max { $0.key < $1.key }
          .map { fact, reading -> Reading in
            var reading = reading
            reading.dimensions = facts[fact].dimensions
            return reading
          }
    }
    // "+ Nữ 08 đồng chí, tăng 03": an item of a list grows itself, not the whole above the list
    let isOfList = frame.whole.map { $0 < offset } ?? false
    for reading in [
      frame.opensParts && !(isOfList && lastReading != nil) ? wholeReading : nil, lastReading,
      wholeReading, previousSentenceReading,
      recent,
    ] {
      guard let reading else { continue }
      if isCell, reading.concept == "organizations",
        reading.dimensions["org_type"]?.hasSuffix("cell") != true
      {
        continue
      }
      if let noun = cues.rightNoun, noun != "person", !sameNoun(noun, reading) { continue }
      if isOfPersons(cues, reading) { continue }
      return lastReading == nil ? inGeneral(reading) : reading
    }
    return nil
  }

  /// "tăng 2 tổ chức đảng và 7 đảng viên so với năm 2018", "tăng 09 tổ chức đảng (18,4%) và 14 đảng
  /// viên": the direction goes on to the next count.
  private func goesOn(_ slot: Slot) -> Int64? {
    let clause = clauses[slot.clause]
    guard clause.numerals.first == slot.item, !slot.numeral.isPercent, slot.clause > 0,
      ["&", ",", ")"].contains(clause.opener),
      slot.left.count <= (clause.opener == ")" ? 1 : 0), slot.left.allSatisfy({ isFiller($0) }),
      let before = clauses[..<slot.clause].lastIndex(where: { $0.depth == clause.depth }),
      clauseBehindShare(before) == slot.clause, let previous = clauses[before].numerals.last,
      let fact = factsOfItem[previous]?.last, facts[fact].statistic == .growth,
      facts[fact].unit != "percent", let noun = items[safe: slot.item + 1]?.feature("noun"),
      noun != "person", let other = readings[fact], !sameNoun(noun, other),
      // "… và 41 đảng viên, tăng 02 đảng viên": a count with a change of its own
      !(clauses[safe: slot.clause + 1]?.items.first.map {
        items[$0].feature("statistic")?.hasPrefix("growth") ?? false
      } ?? false),
      versus != nil || comparisonAhead(slot) != nil
    else { return nil }
    return facts[fact].value.mantissa < 0 ? -1 : 1
  }

  /// +1 or −1 where the numeral is an increase or a decrease.
  func growthDirection(_ slot: Slot) -> Int64? {
    if let direction = goesOn(slot) ?? aroundParentheses(slot) ?? inCell(slot) { return direction }
    let isCompared =
      versus != nil || slot.right.contains { items[$0].has("mark", "versus") } && lastReading != nil
      || (clauseAroundParentheses(slot)?.contains { items[$0].has("mark", "versus") } ?? false)
    let said = slot.left.suffix(2).filter { firstWord(of: $0) != Binder.got }
    if let last = said.last, isCompared, case .word = items[last].kind,
      firstWord(of: last) == Binder.more,
      !slot.left.contains(where: { items[$0].feature("event") != nil })
    {
      // "So với đầu nhiệm kỳ: thêm 91 người", "41 đồng chí, thêm 14 đồng chí so với năm 2024"
      return 1
    }
    var index = slot.item - 1
    // "hơn lúc bàn giao 58 đồng chí", "nhiều hơn thời điểm sáp nhập 58 đồng chí"
    let moment = slot.left.suffix(6).last { item in
      if case .word = items[item].kind {
        return Scanner.isMoment(tokens, items[item].tokens.lowerBound)
      }
      return false
    }
    if let moment, moment > slot.left.lowerBound, items[moment - 1].feature("statistic") != nil {
      index = moment - 1
    }
    var steps = 0
    while index >= slot.left.lowerBound, steps < 4 {
      let item = items[index]
      if let statistic = item.feature("statistic") {
        if statistic == "growth+" { return 1 }
        if statistic == "growth-" { return -1 }
        return nil
      }
      if item.feature("qualifier") != nil || item.feature("mark") == "share"
        || item.feature("mark") == "versus" || item.time != nil
      {
        index -= 1
        steps += 1
        continue
      }
      if case .word = item.kind {
        if tokens[item.tokens.lowerBound].hash == Folding.hash("do") { return nil }
        // "tăng từ 59 lên 62": two counts, no change
        if [Folding.hash("từ"), Folding.hash("lên"), Folding.hash("xuống")].contains(
          tokens[item.tokens.lowerBound].hash)
        {
          return nil
        }
        index -= 1
        steps += 1
        continue
      }
      return nil
    }
    return nil
  }

  /// A cell of a table that holds "tăng 03 (21,4%)": the same change again.
  private func inCell(_ slot: Slot) -> Int64? {
    guard region == .table, slot.numeral.isPercent, let at = lastFact,
      facts[at].statistic == .growth, facts[at].unit != "percent",
      factsOfItem[slot.item - 2]?.last == at || factsOfItem[slot.item - 3]?.last == at
    else { return nil }
    return facts[at].value.mantissa < 0 ? -1 : 1
  }

  /// "nhiều hơn cùng kỳ (04 đồng chí) là 02 đồng chí": the change behind what it's compared with.
  private func aroundParentheses(_ slot: Slot) -> Int64? {
    guard slot.left.allSatisfy({ isFiller($0) }) else { return nil }
    for item in (clauseAroundParentheses(slot) ?? 0..<0).reversed() {
      switch items[item].feature("statistic") {
      case "growth+": return 1
      case "growth-": return -1
      default: break
      }
    }
    return nil
  }

  /// What stands before the parentheses behind which a figure comes at once, behind the last figure there.
  private func clauseAroundParentheses(_ slot: Slot) -> Range<Int>? {
    guard slot.clause > 1, clauses[slot.clause - 1].depth > clauses[slot.clause].depth,
      clauses[slot.clause - 1].sentence == clauses[slot.clause].sentence, slot.left.count <= 2
    else { return nil }
    let depth = clauses[slot.clause].depth
    guard let outer = clauses[..<slot.clause].last(where: { $0.depth == depth }) else { return nil }
    return (outer.numerals.last.map { $0 + 1 } ?? outer.items.lowerBound)..<outer.items.upperBound
  }

  /// "chính thức 163, dự bị 12; số chính thức tăng 08": of those that stand before the change itself.
  func named(_ reading: Reading, _ slot: Slot, _ cues: Cues) -> Reading {
    let told = cues.features.filter {
      !$0.isRight && $0.distance <= 4 && slot.left.contains($0.item)
        && Binder.traits.contains($0.feature.key)
    }
    guard let entry = told.min(by: { $0.distance < $1.distance }),
      reading.dimensions[entry.feature.key] != nil
    else { return reading }
    var reading = reading
    reading.dimensions[entry.feature.key] = entry.feature.value
    reading.own[entry.feature.key] = entry.feature.value
    return reading
  }
}
