import Catalogue
import DocumentModel

extension Binder {
  /// "… không có cách chức, khai trừ / Giảm 01 đồng chí": a new sentence grows what was counted in
  /// all, not the last part.
  func inGeneral(_ reading: Reading) -> Reading {
    guard !isGeneral(reading.dimensions),
      let fact = facts.indices.last(where: {
        facts[$0].concept == reading.concept && isGeneral(facts[$0])
      })
    else { return reading }
    return readings[fact] ?? reading
  }

  func isSpecific(_ cues: Cues, _ slot: Slot) -> Bool {
    for entry in cues.features {
      switch entry.feature.key {
      case "noun":
        if entry.feature.value == "person" { continue }
        if slot.opensParenthesis, entry.isRight, !cues.has("mark", "total"),
          let last = lastReading ?? (opensBehindComparison(slot) ? previousSentenceReading : nil),
          lastWasPercent || versus != nil,
          sameNoun(entry.feature.value, last)
        {
          continue
        }
        if slot.numeral.isPercent, !entry.isRight, entry.distance > 6 { return true }
        // "chiếm 2,4% tổng số đảng viên": the whole, not the part
        if slot.numeral.isPercent, entry.isRight, isWholeOfShare(slot, entry.item) { continue }
        return true
      case "mark", "qualifier", "nature", "statistic", "per", "aside", "after", "namer",
        "conductor", "install", "scale":
        continue
      case "orgword" where slot.opensParenthesis && entry.isRight && lastWasPercent:
        // "18,8% (54 chi bộ) hoàn thành xuất sắc nhiệm vụ"
        if let last = lastReading, sameNoun("orgword", last) { continue }
        return true
      case "event":
        if entry.feature.value.hasSuffix("?") { continue }
        if slot.numeral.isPercent, entry.isRight, isWholeOfShare(slot, entry.item) { continue }
        return true
      default:
        if slot.numeral.isPercent, entry.isRight, isWholeOfShare(slot, entry.item) { continue }
        return true
      }
    }
    return false
  }

  /// Behind "chiếm x%": "tổng số …", "so với …", "trong tổng số …", "số …" name the whole.
  func isWholeOfShare(_ slot: Slot, _ item: Int) -> Bool {
    guard slot.right.contains(item) else { return false }
    var index = slot.item + 1
    while index <= item {
      if items[index].has("mark", "total") || items[index].has("mark", "versus") { return true }
      if items[index].tokens.count == 1,
        firstWord(of: index) == Binder.number
      {
        return true
      }
      if case .time(let time) = items[index].kind, time.isComparison { return true }
      if items[index].feature("nature") == "plan" { return true }
      if items[index].has("event", "population") { return true }
      if let noun = items[index].feature("noun"), noun == "member",
        firstWord(of: index) == Folding.hash("tổng")
          || firstWord(of: index) == Folding.hash("số")
      {
        return true
      }
      if slot.numeral.isPercent, items[index].feature("noun") == "member",
        items[safe: index + 1]?.has("mark", "self") ?? false,
        slot.left.contains(where: { items[$0].has("mark", "share") })
      {
        // "chiếm 6,4% đảng viên toàn tỉnh"
        return true
      }
      index += 1
    }
    return false
  }

  /// "trong các năm 2021, 2022, 2023 lần lượt là 19, 21 và 24": each figure behind a year that was put
  /// before it counts what the first does.
  func nextOfSeries(_ slot: Slot, _ cues: Cues) -> Reading? {
    guard !slot.numeral.isPercent, !slot.numeral.isNone, let last = lastReading,
      let named = items[safe: slot.item - 1], named.time?.isOneYear ?? false,
      let previous = previousNumeral(slot),
      // years put in keep the place where the text has them, in front of the whole list
      named.tokens.lowerBound < items[previous].tokens.lowerBound,
      cues.rightNoun.map({ $0 == "person" || sameNoun($0, last) }) ?? true,
      !cues.features.contains(where: { $0.feature.key == "event" || $0.feature.key == "noun" })
    else { return nil }
    return last
  }

  func followed(_ slot: Slot, _ cues: Cues, growth: Int64?) -> Reading? {
    if clauses[slot.clause].depth > 0 || slot.opensParenthesis, let at = lastFact,
      let reading = readings[at],
      !(frame.opensParts && !slot.opensParenthesis)
    {
      let dated = slot.left.contains { items[$0].time != nil } || labelHasTime(slot)
      // "hơn 400 đảng viên nữ (412 đồng chí)"
      let isExact = slot.opensParenthesis && facts[at].qualifier != .exact && slot.left.isEmpty
      if slot.numeral.isPercent || growth != nil || versus != nil || lastWasPercent || dated
        || isExact
      {
        let isSameSentence = facts[at].context.sentence == clauses[slot.clause].sentence
        return isSameSentence ? reading : inGeneral(reading)
      }
    }
    guard let last = lastReading else {
      if opensBehindComparison(slot), growth == nil, let before = previousSentenceReading {
        // "… khai trừ 01. So với cùng kỳ (07 đảng viên) giảm 02": of what was counted in all
        return inGeneral(before)
      }
      if slot.numeral.isPercent, growth == nil, frame.event != nil,
        frame.event != previousSentenceReading?.event
      {
        return nil
      }
      // "Công tác lưu trữ hồ sơ điện tử mới đạt 65%": a subject of its own
      if slot.numeral.isPercent, growth == nil, unknownWords(before: slot) > 3 { return nil }
      if growth != nil || slot.numeral.isPercent && sharesSentenceBefore(cues) {
        let before = previousSentenceReading ?? wholeReading
        return isOfPersons(cues, before) ? nil : before
      }
      return nil
    }
    if slot.numeral.isPercent, growth != nil, let at = lastFact, facts[at].statistic == .growth,
      facts[at].context.sentence == clauses[slot.clause].sentence, let reading = readings[at]
    {
      // "32 cuộc … và 50 đảng viên, hơn cùng kỳ (28 cuộc) 04 cuộc, tăng 14,3%": the same change again
      return reading
    }
    if slot.numeral.isPercent, let other = corresponding(slot) ?? ofPlannedKind(slot) {
      return other
    }
    if last.concept == "population", slot.numeral.isPercent, last.own.isEmpty { return nil }
    if slot.numeral.isPercent { return deniedSince(slot) ?? ofStatedNoun(slot) ?? last }
    if isTarget(slot), !isUnknownNoun(slot.item) { return last }
    if growth != nil {
      return (grown(cues) ?? (isOfPersons(cues, last) ? nil : last)).map { named($0, slot, cues) }
    }
    // "96,1% đảng viên, tương đương 832 người"
    if lastWasPercent, slot.left.contains(where: { isSameAs($0) }) { return last }
    // "chiếm tới 80,0% với 4.893 đồng chí"
    if lastWasPercent, slot.left.count == 1, items[slot.left.lowerBound].has("mark", "object"),
      items[safe: slot.item + 1]?.has("noun", "person") == true
    {
      return last
    }
    if slot.opensParenthesis || clauses[slot.clause].depth > 0 {
      let listing = frame.opensParts && !slot.opensParenthesis
      if listing { return nil }
      if versus != nil { return last }
      if lastWasPercent { return last }
      return nil
    }
    if versus != nil, clauses[slot.clause].numerals.count >= 1,
      slot.left.contains(where: { items[$0].time != nil || items[$0].has("mark", "versus") })
    {
      return last
    }
    return nil
  }

  private func unknownWords(before slot: Slot) -> Int {
    guard let first = firstItem(ofSentence: clauses[slot.clause].sentence) else { return 0 }
    return (first..<slot.item).count { index in
      if case .word = items[index].kind { return !isFillerWord(index) }
      return false
    }
  }

  /// "từ 341 xuống còn 296": the other end of a change.
  func isTarget(_ slot: Slot) -> Bool {
    let numerals = clauses[slot.clause].numerals
    guard let at = numerals.firstIndex(of: slot.item), at > 0 else { return false }
    let before = numerals[at - 1]
    guard before > clauses[slot.clause].items.lowerBound,
      firstWord(of: before - 1) == Binder.from
    else { return false }
    return (before + 1..<slot.item).contains { index in
      Binder.onwards.contains(firstWord(of: index))
    }
  }

  static let more = Folding.hash("thêm")
  static let got = Folding.hash("được")
  static let from = Folding.hash("từ")
  static let onwards: Set<UInt64> = Set(["lên", "xuống", "còn"].map { Folding.hash($0) })

  /// "Còn 03 tổ chức cơ sở đảng chưa kết nạp được đảng viên nào; riêng Công ty X mới đạt 16,7%": a
  /// share of what the clause before speaks of, not of what it counts.
  private func deniedSince(_ slot: Slot) -> Reading? {
    guard let entity = frame.entity, entity != base.entity, facts.count == factsBeforeEntity,
      let last = lastReading, last.event == nil, let event = frame.event,
      slot.left.contains(where: { items[$0].has("mark", "share") }),
      let concept = catalogue.readings["\(event) member"]
    else { return nil }
    return Reading(
      concept: concept, event: event, noun: "member", dimensions: [:], own: [:], score: 6,
      source: "sentence")
  }

  /// "nữ 301 - nam 185, tương ứng 61,9% và 38,1%": the shares go to the counts in their order.
  private func corresponding(_ slot: Slot) -> Reading? {
    let clause = clauses[slot.clause]
    func says(_ clause: Clause) -> Bool {
      clause.items.contains { isSameAs($0) }
    }
    let counts = facts.indices.filter {
      facts[$0].context.sentence == clause.sentence && facts[$0].unit != "percent"
    }.suffix(2)
    guard counts.count == 2, let first = counts.first, let last = counts.last else { return nil }
    if says(clause), slot.clause + 1 < clauses.count, clauses[slot.clause + 1].opener == "&",
      let next = clauses[slot.clause + 1].numerals.first, items[next].numeral?.isPercent == true
    {
      return readings[first]
    }
    if clause.opener == "&", slot.clause > 0, says(clauses[slot.clause - 1]),
      let previous = previousNumeral(slot), items[previous].numeral?.isPercent == true
    {
      return readings[last]
    }
    return nil
  }

  /// "… 14 đảng viên, bằng 120,0% số cuộc của cùng kỳ", "đạt 81,3% so với 112 cuộc": of the last
  /// figure that counts what the whole counts.
  private func ofStatedNoun(_ slot: Slot) -> Reading? {
    var noun: String?
    var index = slot.item + 1
    var isWhole = false
    while index < items.count, index < slot.item + 7, noun == nil {
      if items[index].isSign(",") || items[index].isSign(";") || items[index].isSign(".") { break }
      if items[index].has("mark", "versus") || items[index].has("mark", "total")
        || items[index].tokens.count == 1
          && firstWord(of: index) == Binder.number
      {
        isWhole = true
      }
      if isWhole { noun = items[index].feature("noun") }
      index += 1
    }
    guard let noun, noun != "person", let last = lastReading, !sameNoun(noun, last) else {
      return nil
    }
    return facts.indices.reversed().first { at in
      facts[at].context.sentence == clauses[slot.clause].sentence && facts[at].unit != "percent"
        && facts[at].statistic == .total && readings[at].map { sameNoun(noun, $0) } ?? false
    }.flatMap { readings[$0] }
  }

  func labelHasTime(_ slot: Slot) -> Bool {
    guard clauses[slot.clause].opener == ":", slot.clause > 0 else { return false }
    return clauses[slot.clause - 1].items.contains { items[$0].time != nil }
      && clauses[slot.clause - 1].depth > 0
  }

  func sharesSentenceBefore(_ cues: Cues) -> Bool {
    cues.features.contains {
      $0.feature.key == "mark" && $0.feature.value == "share" && !$0.isRight
    }
  }

  var lastWasPercent: Bool {
    guard let lastFact else { return false }
    return facts[lastFact].unit == "percent"
  }

  mutating func follow(_ slot: Slot, _ cues: Cues, _ reading: Reading, growth: Int64?) {
    var reading = reading
    reading.score = 10
    let previous = lastFact.map { facts[$0] }
    if slot.numeral.isPercent {
      let corresponds = (max(0, slot.item - 2)..<slot.item).contains { index in
        isSameAs(index)
      }
      let equals =
        slot.item > 0 && items[slot.item - 1].isSign("=")
        && previous?.statistic == .growth && growth == nil
      let inheritsGrowth =
        equals
        || (slot.opensParenthesis || corresponds) && previous?.statistic == .growth
          && growth == nil && corresponds
        || slot.opensParenthesis && previous?.statistic == .growth && growth == nil
          && !cues.features.contains { $0.feature.key == "mark" && $0.feature.value == "share" }
      let direction =
        growth ?? (inheritsGrowth ? (previous?.value.mantissa ?? 0 < 0 ? -1 : 1) : nil)
      emit(
        slot, reading, cues: cues, nature: previous?.nature == .forecast ? .forecast : nil,
        asPart: false, growth: direction)
      return
    }
    if growth != nil {
      emit(slot, reading, cues: cues, nature: nil, asPart: false, growth: growth)
      return
    }
    if slot.opensParenthesis, slot.left.isEmpty, lastWasPercent, previous?.statistic == .growth,
      !opensBehindComparison(slot)
    {
      // "tăng 3,3% (01 đồng chí)"
      let isLess = previous?.value.mantissa ?? 0 < 0
      emit(slot, reading, cues: cues, nature: nil, asPart: false, growth: isLess ? -1 : 1)
      return
    }
    if opensBehindComparison(slot) {
      emit(slot, reading, cues: cues, nature: nil, asPart: false, earlier: versus)
      return
    }
    if lastWasPercent,
      previous?.of?.nature == .target || previous?.nature == .target
    {
      emit(slot, reading, cues: cues, nature: .target, asPart: false)
      return
    }
    let dated = slot.left.contains { items[$0].time != nil } || labelHasTime(slot)
    emit(slot, reading, cues: cues, nature: nil, asPart: false, earlier: dated ? nil : versus)
  }

  /// "tăng 4,7% so với năm 2024 (1.654 đồng chí)": what it is compared with stands in parentheses.
  private func opensBehindComparison(_ slot: Slot) -> Bool {
    versus != nil && slot.opensParenthesis && slot.clause > 0
      && clauses[slot.clause - 1].items.suffix(2).contains { items[$0].time != nil }
  }

  /// "02 cuộc đối với 03 tổ chức đảng; đạt 50% kế hoạch năm (04 cuộc)": of the plan's own kind.
  private func ofPlannedKind(_ slot: Slot) -> Reading? {
    guard slot.right.contains(where: { items[$0].feature("nature") != nil }),
      let plan = clauses[safe: slot.clause + 1], plan.depth > clauses[slot.clause].depth,
      plan.numerals.count == 1, let numeral = plan.numerals.first,
      let noun = items[safe: numeral + 1]?.feature("noun"), noun != "person",
      let last = lastReading, !sameNoun(noun, last)
    else { return nil }
    return readings.filter { facts[$0.key].statistic == .total && sameNoun(noun, $0.value) }
      .max { $0.key < $1.key }?.value
  }

  /// "đạt 3,02% so với tổng số đảng viên cuối năm 2017 (61.127 đồng chí)": the share's whole itself.
  func restatedWhole(_ slot: Slot, _ cues: Cues) -> (Reading, TimeMention?)? {
    guard slot.opensParenthesis, slot.clause > 0, !slot.numeral.isPercent, !slot.numeral.isNone,
      slot.left.isEmpty, lastWasPercent, let percent = clauses[slot.clause - 1].numerals.last,
      !cues.features.contains(where: {
        !["noun", "mark", "aside"].contains($0.feature.key)
      })
    else { return nil }
    let tail = (percent + 1)..<clauses[slot.clause - 1].items.upperBound
    guard !tail.contains(where: { items[$0].feature("nature") == "plan" }),
      let whole = tail.first(where: { items[$0].feature("noun") != nil }),
      tail.contains(where: { items[$0].has("mark", "total") || items[$0].has("mark", "versus") }),
      let noun = items[whole].feature("noun"), noun != "person"
    else { return nil }
    let event = tail.compactMap { items[$0].feature("event") }.first { !$0.hasSuffix("?") }
    guard let concept = catalogue.readings["\(event ?? "-") \(noun)"] else { return nil }
    let time = tail.compactMap { items[$0].time }.first
    let reading = Reading(
      concept: concept, event: event, noun: noun, dimensions: [:], own: [:],
      score: weight("noun_left"), source: "share")
    return (reading, time)
  }
}
