import Catalogue
import DocumentModel

extension Binder {
  /// A possible reading of a numeral.
  struct Candidate {
    var reading: Reading
    var score: Int
  }

  /// "2,5% trong tổng số 52.716 đảng viên toàn tỉnh": whatever sector the sentence is about.
  private func isOfAll(_ slot: Slot) -> Bool {
    slot.right.prefix(4).contains { items[$0].has("mark", "self") }
  }

  /// Chooses what a numeral counts, and writes the fact; or notes a quantity; or leaves it open.
  mutating func decide(_ slot: Slot, _ cues: Cues, fraction: Bool) {
    if isPoints(slot) {
      quantities[slot.item] = "điểm phần trăm"
      return
    }
    if isTimes(slot), slot.left.contains(where: { items[$0].has("statistic", "ratio") }),
      let reading = outerReading(slot)
    {
      emit(slot, reading, cues: cues, nature: nil, asPart: false)
      return
    }
    if let reading = inhabitants(slot, cues) {
      emit(slot, reading, cues: Cues(), nature: nil, asPart: false)
      return
    }
    if !slot.numeral.isPercent, exceedsPlan(slot) {
      quantities[slot.item] = nounAfterOrNil(slot.item) ?? "vượt"
      return
    }
    if let reading = comparedBefore(slot, cues) {
      let isEarlier = slot.opensParenthesis || clauses[slot.clause].depth > 0
      emit(
        slot, reading, cues: cues, nature: nil, asPart: false,
        growth: isEarlier ? nil : growthDirection(slot), earlier: isEarlier ? versus : nil)
      return
    }
    if let start = startOfChange(slot), let fact = factsOfItem[start]?.last,
      let reading = readings[fact],
      cues.rightNoun.map({ $0 == "person" || sameNoun($0, reading) }) ?? true
    {
      // "từ 8.431 đồng chí (19,2%) lên 10.987 đồng chí": of the same
      emit(slot, reading, cues: cues, nature: nil, asPart: false)
      return
    }
    if !slot.numeral.isPercent, let last = slot.left.last, items[last].has("mark", "versus"),
      rightComparison(slot) != nil, let reading = grown(cues),
      cues.rightNoun != "member" || reading.noun == "member"
    {
      // "so với 152 cuộc của nhiệm kỳ trước"
      emit(slot, reading, cues: cues, nature: nil, asPart: false)
      return
    }
    if fraction, lastWasPercent, let reading = lastReading,
      slot.left.contains(where: { isSameAs($0) }),
      cues.rightNoun.map({ $0 == "person" || sameNoun($0, reading) }) ?? true,
      !cues.features.contains(where: { $0.feature.key == "event" })
    {
      // "chiếm gần 40%, cụ thể là 346/870 đồng chí"
      emit(slot, reading, cues: cues, nature: nil, asPart: false)
      return
    }
    if !slot.numeral.isPercent, let reading = lastReading, exceedsFigure(slot) {
      emit(slot, reading, cues: Cues(), nature: .target, asPart: false)
      return
    }
    if let reading = wholeOfShare(slot, cues) ?? stockThatMoves(slot, cues) {
      emit(slot, reading, cues: cues, nature: nil, asPart: false, growth: growthDirection(slot))
      return
    }
    if let reading = membersOfReporter(slot, cues) ?? membersByGroup(slot, cues)
      ?? membersOfUnit(slot, cues) ?? totalToBeRated(slot, cues) ?? atEdge(slot)
      ?? goingOn(slot, cues) ?? nextOfSeries(slot, cues)
    {
      emit(slot, reading, cues: cues, nature: nil, asPart: false)
      return
    }
    if let reading = resultOfTarget(slot, cues) {
      emit(slot, reading, cues: cues, nature: .actual, asPart: false)
      return
    }
    if bindRespective(slot, cues) { return }
    if let reading = standing(slot, cues) {
      emit(slot, reading, cues: cues, nature: nil, asPart: false)
      return
    }
    if let reading = regrouped(slot, cues) {
      emit(slot, reading, cues: cues, nature: nil, asPart: true)
      return
    }
    if let reading = lastReading, isOutOf(slot) {
      emit(slot, reading, cues: cues, nature: .target, asPart: false)
      return
    }
    let countsYears =
      slot.right.first.map { firstWord(of: $0) == Folding.hash("tuổi") }
      ?? false
    if countsYears,
      slot.left.contains(where: { items[$0].has("statistic", "average") })
        || (labelClause(slot) ?? 0..<0).contains(where: { items[$0].has("statistic", "average") }),
      catalogue.concepts["age_mean"] != nil, frame.event != "admit", !cues.has("event", "admit")
    {
      // "Bình quân: 35,6 tuổi"
      let reading = Reading(
        concept: "age_mean", event: "age", noun: nil, dimensions: [:], own: [:], score: 6,
        source: "composed")
      emit(slot, reading, cues: Cues(), nature: nil, asPart: false)
      return
    }
    if countsYears, cues.has("event", "age"), cues.has("event", "admit") {
      // the mean age of new members is no concept of the catalogue
      quantities[slot.item] = "tuổi"
      return
    }
    if countsYears, !cues.has("event", "age"), frame.event != "age" {
      quantities[slot.item] = "tuổi"
      return
    }
    if let noun = rateOfSomethingElse(slot) {
      quantities[slot.item] = noun
      return
    }
    if !fraction, let (whole, time) = restatedWhole(slot, cues) {
      let outer = frame.time
      if let time { frame.time = time }
      emit(slot, whole, cues: cues, nature: nil, asPart: false)
      frame.time = outer
      return
    }
    let growth = moves(slot, cues) ? nil : growthDirection(slot)
    if growth != nil, isGross(slot) {
      quantities[slot.item] = nounAfterOrNil(slot.item) ?? "tăng, giảm"
      return
    }
    let specific = isSpecific(cues, slot)
    // what only restates the numeral before: "(44,1%)", ", chiếm 44,1%", "(384 đồng chí)", "tăng 02"
    if !specific, let reading = followed(slot, cues, growth: growth) {
      follow(slot, cues, reading, growth: growth)
      return
    }
    if !slot.numeral.isNone, !fraction,
      !slot.numeral.isPercent
        || cues.features.allSatisfy({
          $0.isRight || $0.feature.key == "mark" || $0.feature.key == "qualifier"
        }), let noun = foreignNoun(slot, cues)
    {
      quantities[slot.item] = noun
      return
    }
    if !slot.numeral.isNone, isForeignSentence(slot) || isThreshold(slot) {
      quantities[slot.item] = nounAfterOrNil(slot.item) ?? "?"
      return
    }
    if !slot.numeral.isNone, isOutside(slot, cues) {
      quantities[slot.item] = nounAfterOrNil(slot.item) ?? "?"
      outsideItems.insert(slot.item)
      return
    }
    var candidates = candidates(slot, cues)
    if growth != nil, let reading = grown(cues) {
      candidates.append(
        Candidate(reading: named(reading, slot, cues), score: weight("inherit_part") + 6))
    }
    if slot.numeral.isNone, !isDenial(slot, cues) { return }
    // "Đang sinh hoạt Đoàn có 97 đồng chí" behind a mean age
    if cues.rightNoun == "person" { candidates.removeAll { $0.reading.concept == "age_mean" } }
    candidates.sort { $0.score > $1.score }
    guard let best = candidates.first, best.score >= weight("unexplained_below") else {
      if let noun = nounAfterOrNil(slot.item), !slot.numeral.isNone { quantities[slot.item] = noun }
      return
    }
    if slot.numeral.decimals > 0, !slot.numeral.isPercent, slot.item > 0,
      items[slot.item - 1].isSign("="), cues.rightNoun == nil
    {
      // "Hệ số kỹ thuật Kt = 0,96"
      quantities[slot.item] = nounAfterOrNil(slot.item) ?? "?"
      return
    }
    var reading = best.reading
    reading.lead = candidates.first {
      $0.reading.concept != best.reading.concept
        || $0.reading.dimensions != best.reading.dimensions
    }.map { best.score - $0.score }
    if let scope, reading.dimensions["group"] == nil,
      takes("group", scope, reading),
      frame.entity == base.entity || shortNames.sector != nil, !isOfAll(slot)
    {
      reading.dimensions["group"] = scope
    }
    if let listTraits, listTraits.sentence == clauses[slot.clause].sentence,
      frame.entity != base.entity
    {
      for (key, value) in listTraits.traits
      where reading.dimensions[key] == nil && takes(key, value, reading) {
        reading.dimensions[key] = value
      }
    }
    if reading.source == "composed", frame.opensParts, let whole = wholeReading,
      whole.concept == reading.concept
    {
      var carried = frame.carried
      if frame.entity != nil, frame.entity != base.entity,
        !Binder.occupations.contains(whole.dimensions["group"] ?? "")
      {
        // a unit of its own is seldom of its parent's sector; who pupils are doesn't change with it
        carried["group"] = ""
      }
      reading.dimensions = whole.dimensions.filter { carried[$0.key] == nil }.merging(
        reading.dimensions
      ) { $1 }
    }
    if reading.concept == "organizations", reading.dimensions["org_type"] == "cell",
      clauses[slot.clause].depth > 0, clauses[slot.clause].numerals.first == slot.item,
      lastReading?.dimensions["org_type"] == "section_committee"
    {
      // "05 đảng bộ bộ phận (với 19 chi bộ)"
      reading.dimensions["org_type"] = "section_cell"
    }
    // "10 tổ chức cơ sở đảng trong đơn vị sự nghiệp với tổng số 527 đảng viên"
    if reading.concept == "members", let last = lastReading, last.concept == "organizations",
      last.own["org_type"] == "village_cell", reading.own.isEmpty,
      slot.left.count <= 2,
      slot.left.first.map({
        items[$0].has("mark", "object") || firstWord(of: $0) == Binder.has
      }) ?? false
    {
      // "38 chi bộ khu phố có 1.566 đảng viên"
      reading.dimensions["group"] = "residential"
    }
    if reading.concept == "members", let last = lastReading, last.concept == "organizations",
      let group = last.dimensions["group"],
      reading.dimensions["group"] == nil,
      slot.left.first.map({ items[$0].has("mark", "object") }) ?? false
    {
      reading.dimensions["group"] = group
      if let type = last.dimensions["org_type"], type != "subordinate" {
        reading.dimensions["org_type"] = type
      }
    }
    if reading.source == "composed" || reading.dimensions.isEmpty,
      let head = meant(slot, cues, reading)
    {
      reading.dimensions = head.dimensions.merging(reading.dimensions) { $1 }
    }
    if let among, among.sentence == clauses[slot.clause].sentence, reading.concept == "members",
      reading.dimensions["group"] == nil, among.item < slot.item
    {
      reading.dimensions["group"] = among.group
    }
    noteAmong(slot, reading)
    reading.score =
      best.score
      - (candidates.dropFirst().first { $0.reading.concept != reading.concept }?.score ?? 0)
    if slot.numeral.isNone {
      emitNone(slot, cues, reading)
      return
    }
    emit(slot, reading, cues: cues, nature: nil, asPart: true, growth: growth)
  }

  /// True for a dimension that the catalogue gives the concept; a report about one group says so of
  /// transfers and inspections too.
  func takes(_ dimension: String, _ value: String, _ reading: Reading) -> Bool {
    catalogue.allows(dimension, on: reading.concept)
      || dimension == "group" && value == shortNames.sector
  }

  /// Groups that say who the persons are, not which sector their unit belongs to.
  private static let occupations: Set<String> = [
    "pupils", "students", "pupils_and_students", "farmers",
  ]

  /// The reading that a block's words alone suggest.
  func describing(_ slot: Slot, _ cues: Cues) -> Reading? {
    guard
      cues.features.contains(where: {
        !["mark", "namer", "place", "scale", "nature", "qualifier", "aside"].contains(
          $0.feature.key)
      })
    else { return nil }
    return candidates(slot, cues).max { $0.score < $1.score }?.reading
  }

  func weight(_ name: String) -> Int { catalogue.weights[name] ?? 0 }

  /// "tăng 64 đồng chí do chuyển sinh hoạt đến", "giảm 31 đồng chí chuyển đi": the moves themselves.
  private func moves(_ slot: Slot, _ cues: Cues) -> Bool {
    let flows: Set<String> = ["admit", "transfer_in", "transfer_out", "die", "remove"]
    guard !slot.numeral.isPercent, versus == nil,
      let event = cues.features.filter({ $0.isRight && $0.feature.key == "event" })
        .min(by: { $0.distance < $1.distance }), flows.contains(event.feature.value)
    else { return false }
    return comparisonAhead(slot) == nil
  }

  /// "16.214 hộ, 78.460 người", "1.820 hộ với 7.300 khẩu": the people of so many households.
  private func inhabitants(_ slot: Slot, _ cues: Cues) -> Reading? {
    if catalogue.concepts["population"] != nil, slot.numeral.scale != nil,
      let next = items[safe: slot.item + 1],
      tokens[next.tokens.lowerBound].hash == Binder.inhabitant, next.tokens.count == 1
    {
      // "hơn 1,12 triệu dân"
      return Reading(
        concept: "population", event: "population", noun: "inhabitant", dimensions: [:], own: [:],
        score: weight("noun_right"), source: "composed")
    }
    guard catalogue.concepts["population"] != nil, !slot.numeral.isPercent,
      let previous = previousNumeral(slot), let noun = quantities[previous],
      noun.lowercased().hasPrefix("hộ"), slot.item - previous <= 5, slot.left.count <= 1,
      let next = items[safe: slot.item + 1],
      Binder.people.contains(tokens[next.tokens.lowerBound].hash)
    else { return nil }
    return Reading(
      concept: "population", event: "population", noun: "inhabitant", dimensions: [:], own: [:],
      score: weight("noun_right"), source: "composed")
  }

  static let inhabitant = Folding.hash("dân")
  static let people: Set<UInt64> = Set(["người", "khẩu", "nhân"].map { Folding.hash($0) })

  /// "vượt chỉ tiêu 06 đồng chí": by how much, not how many.
  private func exceedsPlan(_ slot: Slot) -> Bool {
    guard let last = slot.left.last, items[last].feature("nature") == "plan" else { return false }
    let before = items[last].tokens.lowerBound - 1
    return before >= 0 && tokens[before].hash == Binder.exceeds
  }

  /// "vượt con số 175 mà nghị quyết đề ra", "vượt mức 40 đồng chí được giao".
  private func exceedsFigure(_ slot: Slot) -> Bool {
    let left = slot.left.suffix(3).map { firstWord(of: $0) }
    guard let at = left.firstIndex(of: Binder.exceeds), at + 1 < left.count else { return false }
    return left[at + 1] == Folding.hash("con") || left[at + 1] == Folding.hash("mức")
  }

  static let exceeds = Folding.hash("vượt")

  /// "Tăng trong kỳ 128 đồng chí (kết nạp 87, chuyển đến 41)": all that came, not the change.
  private func isGross(_ slot: Slot) -> Bool {
    guard slot.clause + 1 < clauses.count, clauses[slot.clause].numerals.last == slot.item,
      versus == nil, comparisonAhead(slot) == nil
    else { return false }
    let next = clauses[slot.clause + 1]
    let comes: Set<String> = ["admit", "transfer_in", "transfer_out", "die", "remove"]
    return next.sentence == clauses[slot.clause].sentence && !next.numerals.isEmpty
      && [":", "(", ","].contains(next.opener ?? " ")
      && next.items.prefix(while: { items[$0].numeral == nil }).contains {
        items[$0].feature("event").map(comes.contains) ?? false
      }
  }

  /// "kết nạp 02 trên 05": behind "trên" (of a plan) stands the plan.
  func isOutOf(_ slot: Slot) -> Bool {
    guard !slot.numeral.isPercent, clauses[slot.clause].numerals.first != slot.item,
      let first = slot.left.first,
      firstWord(of: first) == Folding.hash("trên")
    else { return false }
    return slot.left.dropFirst().allSatisfy { items[$0].feature("nature") != nil }
  }

  func isPoints(_ slot: Slot) -> Bool {
    slot.right.prefix(2).contains { items[$0].has("aside", "points") }
  }

  /// A stated none needs what it denies beside it, and no counted subject before it
  /// ("15 chi bộ chưa kết nạp được đảng viên" denies nothing of the whole).
  func isDenial(_ slot: Slot, _ cues: Cues) -> Bool {
    let isLabel =
      slot.right.isEmpty
      || slot.right.allSatisfy {
        items[$0].feature("event") == nil && items[$0].feature("noun") == nil
          && items[$0].feature("form") == nil && items[$0].feature("expelled") == nil
      }
    if isLabel { return slot.right.count <= 1 }
    let clause = clauses[slot.clause]
    if let first = clause.numerals.first, first < slot.item, items[first].numeral?.isNone == false {
      return slot.left.contains { items[$0].feature("mark") != nil }
    }
    return true
  }
}
