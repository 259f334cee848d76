import Catalogue
import DocumentModel

extension Binder {
  /// A possible reading of a numeral.
  struct Candidate {
    var reading: Reading
    var score: Int
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
    if let reading = lastReading, isOutOf(slot) {
      emit(slot, reading, cues: cues, nature: .target, asPart: false)
      return
    }
    if slot.right.first.map({ tokens[items[$0].tokens.lowerBound].hash == Folding.hash("tuổi") })
      ?? false, !cues.has("event", "age"), frame.event != "age"
    {
      quantities[slot.item] = "tuổi"
      return
    }
    if let noun = rateOfSomethingElse(slot) {
      quantities[slot.item] = noun
      return
    }
    let growth = growthDirection(slot)
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
    if !slot.numeral.isNone, isOutside(slot, cues) {
      quantities[slot.item] = nounAfterOrNil(slot.item) ?? "?"
      outsideItems.insert(slot.item)
      return
    }
    var candidates = candidates(slot, cues)
    if growth != nil, let reading = grown(cues) {
      candidates.append(Candidate(reading: reading, score: weight("inherit_part") + 6))
    }
    if slot.numeral.isNone, !isDenial(slot, cues) { return }
    candidates.sort { $0.score > $1.score }
    guard let best = candidates.first, best.score >= weight("unexplained_below") else {
      if let noun = nounAfterOrNil(slot.item), !slot.numeral.isNone { quantities[slot.item] = noun }
      return
    }
    var reading = best.reading
    if let scope, reading.dimensions["group"] == nil,
      catalogue.allows("group", on: reading.concept), frame.entity == base.entity
    {
      reading.dimensions["group"] = scope
    }
    if reading.source == "composed", frame.opensParts, let whole = wholeReading,
      whole.concept == reading.concept
    {
      var carried = frame.carried
      if frame.entity != nil, frame.entity != base.entity { carried["group"] = "" }
      reading.dimensions = whole.dimensions.filter { carried[$0.key] == nil }.merging(
        reading.dimensions
      ) { $1 }
    }
    // "10 tổ chức cơ sở đảng trong đơn vị sự nghiệp với tổng số 527 đảng viên"
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
    reading.score =
      best.score
      - (candidates.dropFirst().first { $0.reading.concept != reading.concept }?.score ?? 0)
    if slot.numeral.isNone {
      emitNone(slot, cues, reading)
      return
    }
    emit(slot, reading, cues: cues, nature: nil, asPart: true, growth: growth)
  }

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

  /// "kết nạp 02 trên 05": behind "trên" (of a plan) stands the plan.
  func isOutOf(_ slot: Slot) -> Bool {
    guard !slot.numeral.isPercent, clauses[slot.clause].numerals.first != slot.item,
      let first = slot.left.first,
      tokens[items[first].tokens.lowerBound].hash == Folding.hash("trên")
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
