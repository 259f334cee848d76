import Catalogue
import DocumentModel

/// What a numeral takes over from a figure before it.
extension Binder {
  /// "Trong 731 đảng viên là viên chức, có 214 tiến sĩ": the figures to come are of that group.
  mutating func noteAmong(_ slot: Slot, _ reading: Reading) {
    guard reading.concept == "members", let group = reading.own["group"], !slot.numeral.isPercent,
      slot.item > 0, case .word = items[slot.item - 1].kind,
      firstWord(of: slot.item - 1) == Binder.inside
    else { return }
    among = (clauses[slot.clause].sentence, slot.item, group)
  }

  /// What "bình quân mỗi năm kết nạp 205,4", "con số này là 187", "thì nay đã có 858" speak of
  /// again: the count before of the same concept, whose dimensions go on.
  func meant(_ slot: Slot, _ cues: Cues, _ reading: Reading) -> Reading? {
    guard reading.own.isEmpty || reading.own.keys.allSatisfy({ $0 == "org_type" }),
      !slot.numeral.isPercent
    else { return nil }
    let isMean = cues.has("statistic", "average") || frame.averages == slot.clause
    if slot.left.contains(where: { isThen($0) }), let last = lastReading,
      last.concept == reading.concept
    {
      return last
    }
    let sentence = clauses[slot.clause].sentence
    func head(of sentence: Int) -> Reading? {
      facts.indices.first {
        facts[$0].context.block == block && facts[$0].context.sentence == sentence
          && facts[$0].concept == reading.concept && facts[$0].statistic == .total
      }.flatMap { readings[$0] }
    }
    if isMean, catalogue.concepts[reading.concept]?.isStock == false {
      // of the last count that nothing but a group narrows: "nữ 5; bình quân mỗi năm 20"; of the
      // sentence's own where there is no other: "Trong đó, nữ là 200 đồng chí, bình quân mỗi năm 40"
      let counts = facts.indices.filter {
        facts[$0].context.block == block && facts[$0].context.sentence == sentence
          && facts[$0].concept == reading.concept && facts[$0].statistic == .total
          && facts[$0].unit != "percent"
      }
      let general = counts.last { isGeneral(facts[$0].dimensions.filter { $0.key != "group" }) }
      return (general ?? (counts.count == 1 ? counts.first : nil)).flatMap { readings[$0] }
    }
    return saysThisNumber(slot) ? head(of: sentence - 1) : nil
  }

  /// "con số này", "số này".
  private func saysThisNumber(_ slot: Slot) -> Bool {
    slot.left.contains { index in
      guard case .word = items[index].kind, index + 1 < items.count else { return false }
      return firstWord(of: index) == Binder.number
        && items[index + 1].tokens.contains { tokens[$0].hash == Binder.this }
    }
  }

  private static let this = Folding.hash("này")

  /// The reading of the last figure outside parentheses that have closed.
  func outerReading(_ slot: Slot) -> Reading? {
    let depth = clauses[slot.clause].depth
    for clause in clauses[...slot.clause].reversed() where clause.depth <= depth {
      for item in clause.numerals.reversed() where item < slot.item {
        if let fact = factsOfItem[item]?.last { return readings[fact] }
      }
    }
    return lastReading
  }

  /// The first count of inspections in the block, which its list of bodies shares out.
  private var firstOfKind: Reading? {
    facts.indices.first { facts[$0].concept == "inspections" && facts[$0].statistic == .total }
      .flatMap { readings[$0] }
  }

  /// "Số cuộc kiểm tra chia theo chủ thể: cấp ủy 21, …": what the label says is shared out.
  private func casesOfLabel(_ slot: Slot) -> Reading? {
    guard let label = clauses[..<slot.clause].last(where: { $0.closer == ":" }),
      label.numerals.isEmpty, label.sentence == clauses[slot.clause].sentence,
      label.items.contains(where: { items[$0].has("noun", "case") }),
      let activity = label.items.compactMap({ items[$0].feature("activity") }).last
    else { return nil }
    return Reading(
      concept: "inspections", event: "inspect", noun: "case", dimensions: ["activity": activity],
      own: [:], score: 0, source: "label")
  }

  /// "- So với năm 2024 (11 ĐV): giảm 03 ĐV" in a list: of what the item before counted in all.
  func comparedBefore(_ slot: Slot, _ cues: Cues) -> Reading? {
    guard facts.isEmpty, region == .body, let first = items.first, first.has("mark", "versus"),
      clauses[slot.clause].sentence == 0, versus != nil || versusPending,
      var reading = readingBefore,
      !cues.features.contains(where: {
        $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
      }),
      // "So với đầu nhiệm kỳ, tỷ lệ đảng viên nữ tăng từ 38,7%": says itself whom it's about
      !cues.features.contains(where: {
        !$0.isRight && $0.distance < 6 && $0.feature.key == "noun" && $0.feature.value == "member"
          && reading.event != nil
      }),
      cues.rightNoun.map({ $0 == "person" || sameNoun($0, reading) }) ?? true
    else { return nil }
    if reading.event == "age", cues.rightNoun == "person" {
      // behind a mean age "So với đầu năm (2.817 đồng chí)" tells of whom it is the mean
      return Reading(
        concept: "members", event: nil, noun: "member", dimensions: [:], own: [:], score: 0,
        source: "parent")
    }
    reading.dimensions = reading.dimensions.filter { Binder.general.contains($0.key) }
    reading.own = [:]
    return reading
  }

  /// "hằng năm có ít nhất 85% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên; kết quả năm 2020 là
  /// 44/51 tổ chức": what the target before is about.
  func resultOfTarget(_ slot: Slot, _ cues: Cues) -> Reading? {
    guard let last = lastFact, facts[last].nature == .target, facts[last].unit == "percent",
      facts[last].context.sentence == clauses[slot.clause].sentence,
      clauses[slot.clause].depth == 0,
      let reading = lastReading,
      clauses[slot.clause].items.prefix(3).contains(where: { item in
        let at = items[item].tokens.lowerBound
        return tokens[at].hash == Binder.result.0 && tokens[safe: at + 1]?.hash == Binder.result.1
      }),
      !cues.features.contains(where: {
        $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
      }),
      cues.rightNoun.map({
        $0 == "person" || $0 == "orgword" || sameNoun($0, reading)
      }) ?? true
    else { return nil }
    return reading
  }

  /// What a numeral with no words of its own but its year, or the words "tổng số", goes on with.
  func goingOn(_ slot: Slot, _ cues: Cues) -> Reading? {
    guard !slot.numeral.isPercent, let last = lastFact, let reading = lastReading,
      facts[last].context.sentence == clauses[slot.clause].sentence, facts[last].unit != "percent",
      cues.rightNoun == nil || cues.rightNoun == "person"
    else { return nil }
    let said = cues.features.filter { !["qualifier", "statistic", "per"].contains($0.feature.key) }
    let previous = previousNumeral(slot)
    if said.isEmpty, slot.left.isEmpty, cues.rightNoun == nil, let year = slot.right.first,
      items[year].time?.isOneYear ?? false, let previous, factsOfItem[previous]?.last == last,
      items[safe: previous + 1]?.time?.isOneYear ?? false
    {
      // "từ 312 đồng chí năm 2020 xuống 301 năm 2021, 274 năm 2022"
      return reading
    }
    if reading.event == "find", facts[last].statistic == .total,
      cues.has("statistic", "average"), cues.rightNoun == "person",
      said.allSatisfy({ $0.feature.key == "noun" })
    {
      // "giới thiệu 16.240 quần chúng ưu tú, bình quân mỗi năm 3.248 người"
      return reading
    }
    if let before = slot.left.last, firstWord(of: before) == Binder.upTo,
      slot.left.contains(where: { items[$0].has("mark", "total") }),
      said.allSatisfy({ $0.feature.key == "mark" || $0.feature.value == "person" }),
      !(catalogue.concepts[reading.concept]?.isStock ?? true)
    {
      // "công nhận chính thức cho 16 đồng chí, nâng tổng số từ đầu năm lên 39"
      return reading
    }
    return nil
  }

  /// "đạt 89,5% của 907 đảng viên": the whole that the share before is of.
  func wholeOfShare(_ slot: Slot, _ cues: Cues) -> Reading? {
    guard !slot.numeral.isPercent, lastWasPercent, slot.item > 1,
      items[slot.item - 2].numeral != nil, firstWord(of: slot.item - 1) == Binder.of,
      let at = lastFact,
      facts[at].unit == "percent", facts[at].statistic == .total,
      let concept = facts[at].of?.concept, concept != facts[at].concept,
      let noun = cues.rightNoun, catalogue.readings["- \(noun)"] == concept
    else { return nil }
    return Reading(
      concept: concept, event: nil, noun: noun, dimensions: facts[at].of?.dimensions ?? [:],
      own: [:], score: 6, source: "share")
  }

  /// "12 đồng chí ra khỏi Đảng, số đảng viên tăng 57 đồng chí": the stock has grown, whatever the sentence
  /// counted before.
  func stockThatMoves(_ slot: Slot, _ cues: Cues) -> Reading? {
    guard !slot.numeral.isNone, cues.rightNoun.map({ $0 == "person" }) ?? true,
      clauses[slot.clause].numerals.first == slot.item, growthDirection(slot) != nil,
      let subject = slot.left.first(where: { items[$0].has("noun", "member") }),
      Binder.numberOf.contains(firstWord(of: subject)),
      !slot.left.contains(where: { items[$0].feature("event") != nil }),
      lastReading?.event.map(Binder.movements.contains) ?? false
    else { return nil }
    return .members
  }

  private static let of = Folding.hash("của")
  /// What changes the number of members.
  static let movements: Set<String> = [
    "admit", "transfer_in", "transfer_out", "die", "remove",
  ]
  private static let numberOf: Set<UInt64> = Set(["số", "tổng"].map { Folding.hash($0) })

  /// "Cân đối lại, ngày 30/6/2024 Đảng bộ còn 5.125 đồng chí": whom the body that reports has are its
  /// members, whatever the sentence before counted.
  func membersOfReporter(_ slot: Slot, _ cues: Cues) -> Reading? {
    guard !slot.numeral.isPercent, !slot.numeral.isNone, cues.rightNoun == "person",
      let has = slot.left.last, Binder.having.contains(firstWord(of: has)),
      slot.left.dropLast().last.map({ items[$0].has("mark", "self") }) ?? false || namesParty(has),
      clauses[slot.clause].numerals.first == slot.item,
      frame.time?.stock != nil, base.event == nil,
      // "Đảng bộ còn 12 đồng chí chưa đổi thẻ": those only
      slot.right.dropFirst().allSatisfy({
        if case .word = items[$0].kind { return false }
        return true
      }),
      !cues.features.contains(where: {
        $0.feature.key == "event" || $0.isRight && !["noun", "mark"].contains($0.feature.key)
      })
    else { return nil }
    return .members
  }

  /// "ĐV: tổng số 6.502, được đánh giá 5.714, miễn 638": of how many some were rated.
  func totalToBeRated(_ slot: Slot, _ cues: Cues) -> Reading? {
    guard !slot.numeral.isPercent, !slot.numeral.isNone, base.event == "rate",
      cues.rightNoun.map({ $0 == "person" || $0 == "member" }) ?? true,
      slot.left.contains(where: { items[$0].has("mark", "total") }),
      !cues.features.contains(where: { $0.feature.key == "event" || $0.feature.key == "orgword" }),
      cues.features.contains(where: { $0.feature.key == "noun" && $0.feature.value == "member" }),
      let next = clauses[safe: slot.clause + 1], let figure = next.numerals.first,
      next.sentence == clauses[slot.clause].sentence,
      (next.items.lowerBound..<figure).contains(where: { items[$0].has("event", "rate") })
    else { return nil }
    return .members
  }

  /// "Đảng bộ xã Hiệp Khê có 621 đảng viên nhưng cả năm mới kết nạp 04": how many a unit has, whatever is
  /// told of it besides.
  func membersOfUnit(_ slot: Slot, _ cues: Cues) -> Reading? {
    guard !slot.numeral.isPercent, !slot.numeral.isNone, cues.rightNoun == "member",
      slot.left.count >= 2, firstWord(of: slot.left.upperBound - 1) == Binder.has,
      case .entity = items[slot.left.upperBound - 2].kind,
      clauses[slot.clause].items.lowerBound == slot.left.upperBound - 2,
      items[safe: slot.item + 1]?.feature("noun") == "member",
      slot.right.dropFirst().first.map({ isFillerWord($0) }) ?? true,
      clauses[slot.clause].opener == nil || clauses[slot.clause].opener == "."
    else { return nil }
    return .members
  }

  /// "Đảng bộ gồm 458 giảng viên, 163 viên chức": whom it consists of are its members.
  func membersByGroup(_ slot: Slot, _ cues: Cues) -> Reading? {
    guard !slot.numeral.isPercent, !slot.numeral.isNone, lastReading == nil, base.event == nil,
      slot.left.count > 1, namesParty(slot.left.upperBound - 1),
      items[slot.left.upperBound - 2].has("mark", "self"),
      !cues.features.contains(where: { $0.feature.key == "event" || $0.feature.key == "noun" }),
      let group = items[safe: slot.item + 1]?.feature("group")
    else { return nil }
    var reading = Reading.members
    (reading.dimensions, reading.own) = (["group": group], ["group": group])
    return reading
  }

  /// True behind a bare "Đảng bộ".
  private func namesParty(_ item: Int) -> Bool {
    let at = items[item].tokens.lowerBound
    return at > 1 && tokens[at - 2].startsUpper && tokens[at - 2].hash == Scanner.Words.party
      && tokens[at - 1].hash == Scanner.Words.bo
  }

  private static let having: Set<UInt64> = Set(["còn", "có"].map { Folding.hash($0) })

  private static let upTo = Folding.hash("lên")

  private static let result = (Folding.hash("kết"), Folding.hash("quả"))

  /// "Thẩm quyền: chi bộ và đảng ủy cơ sở 57, UBKT Huyện ủy 11": the same counts by who decided.
  func regrouped(_ slot: Slot, _ cues: Cues) -> Reading? {
    guard isRegrouped, !slot.numeral.isPercent, !slot.numeral.isNone,
      cues.rightNoun == nil || cues.rightNoun == "person",
      var reading = casesOfLabel(slot) ?? firstOfKind ?? lastReading ?? previousSentenceReading
        ?? wholeReading,
      catalogue.allows("conductor", on: reading.concept)
    else { return nil }
    reading.dimensions = reading.dimensions.filter { ["activity", "subject"].contains($0.key) }
    reading.own = [:]
    let isCell = cues.features.contains {
      !$0.isRight && $0.feature.key == "orgword" && $0.feature.value == "cell"
    }
    if let conductor = cues.first("conductor", right: false) ?? (isCell ? "grassroots" : nil)
      ?? cues.first("conductor?", right: false)
    {
      reading.dimensions["conductor"] = conductor
      reading.own["conductor"] = conductor
    }
    reading.score = weight("noun_left")
    return reading
  }
}
