import Catalogue
import DocumentModel

extension Binder {
  mutating func bindFraction(_ slot: Slot, _ second: Int, clause: Int, position: Int) {
    guard let lower = items[second].numeral else { return }
    let numerals = clauses[clause].numerals
    let end =
      position + 2 < numerals.count
      ? split(after: second, before: numerals[position + 2]) : clauses[clause].items.upperBound
    var top = slot
    top.right = (second + 1)..<end
    top.isNumerator = true
    var cues = cues(top)
    cues.firstRightIsWord = false
    let before = facts.count
    // "61/58 CT": CT behind a fraction of admissions is chỉ tiêu
    let isAbbreviated =
      cues.features.contains { $0.isRight && $0.feature.key == "status" }
      && cues.has("event", "admit")
    if isAbbreviated { cues.features.removeAll { $0.isRight && $0.feature.key == "status" } }
    var isPlan =
      isAbbreviated || isOfPlan(slot.item, second)
      || cues.features.contains {
        $0.feature.key == "nature" && $0.isRight && $0.feature.value != "actual?"
          && ($0.feature.value != "program" || cues.rightNoun != "org")
      }
    // "Họp chi bộ: 06/06 kỳ": a thing outside the catalogue, whatever its label
    if isUnknownNoun(second),
      !cues.features.contains(where: {
        ["event", "sex", "grade", "status", "trained", "passed", "ethnicity"].contains(
          $0.feature.key)
      }), base.concept == nil,
      !cues.features.contains(where: {
        $0.feature.key == "noun" && $0.feature.value != "org" && $0.feature.value != "orgword"
      })
    {
      quantities[slot.item] = nounAfter(second)
      quantities[second] = nounAfter(second)
      return
    }
    if let (first, last) = pair(slot) {
      bindPair(slot, second, lower, first, last)
      return
    }
    if let again = restated(lower, cues) {
      var reading = again.reading
      let own = ownDimensions(cues, concept: reading.concept, event: reading.event, slot: top)
      for (key, value) in own.dimensions {
        reading.dimensions[key] = value
        reading.own[key] = value
      }
      emit(top, reading, cues: cues, nature: nil, asPart: true)
      var lowerSlot = slot
      lowerSlot.item = second
      lowerSlot.numeral = lower
      let part = facts.count - 1
      emit(lowerSlot, again.reading, cues: Cues(), nature: nil, asPart: false)
      facts[facts.count - 1].period = facts[again.fact].period
      links.append(.share(percent: -1, part: part + offset, whole: facts.count - 1 + offset))
      lastReading = reading
      lastFact = part
      lastCountFact = part
      return
    }
    let share = lastWasPercent ? lastFact : nil
    decide(top, cues, fraction: true)
    guard facts.count > before, let reading = lastReading else { return }
    let numerator = facts.count - 1
    // the whole: another noun right behind it is another thing ("266 đảng viên/933 cán bộ")
    if let noun = cues.rightNoun,
      ["person", "member", "org", "orgword", "candidate", "participant", "case"].contains(noun)
        == false
    {
      quantities[second] = noun
      return
    }
    if isUnknownNoun(second) && !cues.features.contains(where: { $0.isRight }) {
      quantities[second] = nounAfter(second)
      facts[numerator].of = nil
      fractionOutside = nounAfter(second)
      return
    }
    // "kết nạp 21/35": what one sets out to do; "nữ 45/87" has its whole
    if second == slot.item + 2,
      ["admissions", "inspections", "training_classes"].contains(reading.concept),
      reading.own.keys.allSatisfy({ ["activity", "conductor", "course", "subject"].contains($0) })
    {
      isPlan = true
    }
    var denominator = reading
    for key in reading.own.keys
    where key != "activity" && key != "conductor" && key != "org_type" && key != "course"
      && key != "subject"
    {
      denominator.dimensions[key] = nil
    }
    // "năm 2021 là 46/49, năm 2022 là 44/45": a grade that goes on is the part's, too
    denominator.dimensions["grade"] = nil
    var nature: Fact.Nature? = nil
    if isPlan {
      denominator = reading
      nature = .target
      // "Cộng 28/26 cuộc theo chương trình": done 28
      if facts[numerator].nature == .target, frame.nature == nil, base.nature == nil {
        facts[numerator].nature = .actual
        facts[numerator].period =
          share.flatMap { slot.opensParenthesis ? facts[$0].period : nil }
          ?? (frame.time ?? base.time)?.flow ?? calendar.period
      }
    } else {
      switch reading.concept {
      case "rated_members" where reading.dimensions["grade"] == nil: denominator.concept = "members"
      case "rated_organizations"
      where reading.dimensions["grade"] == nil
        || reading.dimensions["grade"] == "good+" && cues.rightNoun == "org":
        // "548/627 tổ chức cơ sở đảng hoàn thành tốt trở lên": of all there are
        denominator.concept = "organizations"
      case "handbook_users": denominator.concept = "members"
      case "inspected_members":
        denominator.concept = "members"
      case "inspected_organizations":
        denominator.concept = "organizations"
      case "confirmations":
        denominator.concept = "members"
        denominator.dimensions["status"] = "probationary"
      case "violating_members": denominator.concept = "inspected_members"
      case "violating_organizations": denominator.concept = "inspected_organizations"
      case "disciplined_members" where reading.own["committee_member"] != nil: break
      case "residence_members", "disciplined_members": denominator.concept = "members"
      default: break
      }
      if let share, let whole = facts[share].of, let concept = whole.concept,
        facts[share].concept == reading.concept, concept != reading.concept,
        slot.opensParenthesis || slot.left.contains(where: { isSameAs($0) })
      {
        // "bằng 0,5% tổng số đảng viên (04/870 đồng chí)": the whole that the share has named
        denominator.concept = concept
        denominator.dimensions = whole.dimensions
      }
      denominator.dimensions = denominator.dimensions.filter {
        catalogue.allows($0.key, on: denominator.concept)
      }
    }
    var lowerSlot = slot
    lowerSlot.item = second
    lowerSlot.numeral = lower
    let whole = facts.count
    emit(lowerSlot, denominator, cues: Cues(), nature: nature, asPart: false)
    if second == slot.item + 2, facts.count > whole {
      // "73 trên 89": out of 89, not more than 89
      facts[whole].qualifier = .exact
    }
    fractionPlan = isPlan ? (numerator, facts.count - 1) : nil
    links.append(.share(percent: -1, part: numerator + offset, whole: facts.count - 1 + offset))
    lastReading = reading
    lastFact = numerator
    lastCountFact = numerator
  }

  /// "58 quần chúng ưu tú; 39/58 người có giấy chứng nhận": the whole was the last count.
  private func restated(_ lower: Numeral, _ cues: Cues) -> (fact: Int, reading: Reading)? {
    guard let fact = lastCountFact, facts[fact].value == lower.value, facts[fact].nature == .actual,
      facts[fact].statistic == .total, let reading = readings[fact],
      lower.value >= ExactDecimal(10), cues.rightNoun == nil || cues.rightNoun == "person",
      !cues.features.contains(where: {
        $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
          && $0.feature.value != reading.event
      }),
      !cues.features.contains(where: {
        !$0.isRight && $0.feature.key == "noun" && $0.feature.value != "person"
      })
    else { return nil }
    return (fact, reading)
  }

  mutating func bindSlot(_ slot: Slot) {
    var slot = slot
    // "chiếm tỷ lệ 73,1;": the percent sign forgotten
    if !slot.numeral.isPercent, slot.numeral.decimals > 0, slot.right.isEmpty, !slot.numeral.isNone,
      let before = slot.left.last, items[before].has("mark", "share")
    {
      slot.numeral.isPercent = true
    }
    decide(slot, cuesOfPart(slot, cues(slot)), fraction: false)
  }

  /// The labels of "chính thức/dự bị: 788/33": cues of one kind on both sides of a stroke.
  private func pair(_ slot: Slot) -> (Int, Int)? {
    let label = Array(labelClause(slot) ?? 0..<0) + Array(slot.left)
    for (place, index) in label.enumerated()
    where items[index].isSign("/") && place > 0 && place + 1 < label.count {
      let keys = ["status", "sex", "grade", "form", "trained"]
      let before = label[place - 1]
      let after = label[place + 1]
      if keys.contains(where: {
        items[before].feature($0) != nil && items[after].feature($0) != nil
      }) {
        return (before, after)
      }
    }
    return nil
  }

  private mutating func bindPair(
    _ slot: Slot, _ second: Int, _ lower: Numeral, _ first: Int, _ last: Int
  ) {
    var left = cues(slot)
    left.features.removeAll { $0.item == last }
    decide(slot, left, fraction: true)
    var other = slot
    other.item = second
    other.numeral = lower
    var right = cues(slot)
    right.features.removeAll { $0.item == first }
    decide(other, right, fraction: true)
  }

  /// "KN 252/CT 230": CT behind a stroke is chỉ tiêu.
  func isOfPlan(_ item: Int, _ next: Int) -> Bool {
    next == item + 3 && items[item + 1].isSign("/")
      && (["plan", "target"].contains(items[item + 2].feature("nature"))
        || items[item + 2].tokens.count == 1 && firstWord(of: item + 2) == Binder.quota)
  }

  private static let quota = Folding.hash("ct")

  /// "12/870", "479 trên 486".
  func isOver(_ link: Int, _ next: Int) -> Bool {
    if items[link].isSign("/") { return true }
    // In one expression this crashes the optimiser of Swift 6.3 (CopyPropagation).
    guard items[link].tokens.count == 1, items[link].has("qualifier", "more_than") else {
      return false
    }
    guard firstWord(of: link) == Binder.over else { return false }
    return items[next].numeral?.isPercent == false
  }

  /// "71 trong số 160 người mới kết nạp", "1.421 đồng chí trong tổng số 1.502".
  func isAmong(_ item: Int, _ next: Int) -> Bool {
    guard next >= item + 2, next - item <= 5, items[next].numeral?.isPercent == false else {
      return false
    }
    // "541 trong 607 đảng viên được xếp loại"
    if next == item + 2 { return firstWord(of: item + 1) == Binder.inside }
    let first = items[item + 1].has("noun", "person") ? item + 2 : item + 1
    guard first < next, [Binder.inside, Binder.over].contains(firstWord(of: first)) else {
      return false
    }
    return ((first + 1)..<next).allSatisfy { index in
      if items[index].has("mark", "total") { return true }
      return items[index].tokens.count == 1 && firstWord(of: index) == Binder.number
    }
  }
}
