import Catalogue
import DocumentModel

extension Binder {
  /// "143 sinh viên, học sinh 38 người, tăng lần lượt 15 và 09": each figure is of the fact in the
  /// same place before.
  mutating func bindRespective(_ slot: Slot, _ cues: Cues) -> Bool {
    guard let (number, run) = respective[slot.item], let first = run.first else { return false }
    let named = ((firstItem(ofSentence: sentenceOf) ?? first)..<first).compactMap { index in
      if case .entity(let name) = items[index].kind { return name }
      return nil
    }
    if named.count == run.count {
      // "Chi bộ A và Chi bộ B kết nạp nhiều nhất, lần lượt là 03 và 02 đồng chí"
      frame.entity = Entity(name: named[number])
      return false
    }
    if number > 0 {
      guard let lead = factsOfItem[first]?.last, let peers = peers(of: run), number < peers.count,
        let reading = respectiveReading(peers[number], slot, run)
      else { return false }
      let model = facts[lead]
      let isLess = model.statistic == .growth && model.value.mantissa < 0
      emit(
        slot, reading, cues: cues, nature: model.nature, asPart: false,
        growth: model.statistic == .growth ? (isLess ? -1 : 1) : nil)
      guard let last = facts.indices.last, factsOfItem[slot.item]?.last == last else { return true }
      facts[last].statistic = model.statistic
      facts[last].base = model.base
      if isStock(facts[last]) == isStock(model) { facts[last].period = model.period }
      return true
    }
    guard let peers = peers(of: run), let reading = respectiveReading(peers[0], slot, run) else {
      return false
    }
    let said = items[..<first].suffix(4).compactMap { $0.feature("statistic") }.last
    let growth = growthDirection(slot) ?? (said == "growth+" ? 1 : said == "growth-" ? -1 : nil)
    emit(
      slot, reading, cues: cues, nature: nil, asPart: false, growth: growth,
      earlier: growth == nil && !slot.numeral.isPercent ? timeBefore(slot) : nil)
    if let last = factsOfItem[slot.item]?.last, let time = comparison(behind: run),
      facts[last].base == nil, growth != nil || slot.numeral.isPercent && equals(slot)
    {
      // "lần lượt bằng 104,1% và 98,3% so với năm 2024"
      if growth == nil {
        facts[last].statistic = .index
        facts[last].of = nil
      }
      let isStock = catalogue.concepts[facts[last].concept]?.isStock ?? false
      facts[last].base = isStock ? time.stock.map { .instant($0) } : time.flow
    }
    return true
  }

  /// "cùng kỳ năm 2023, bốn hình thức này tương ứng là 168, 65, 11 và 25": the time before that list.
  private func timeBefore(_ slot: Slot) -> TimeMention? {
    guard slot.clause > 0, clauses[slot.clause].opener == ",",
      clauses[slot.clause - 1].numerals.isEmpty,
      !clauses[slot.clause - 1].items.contains(where: { items[$0].has("mark", "versus") })
    else { return nil }
    return clauses[slot.clause - 1].items.compactMap { items[$0].time }.last { $0.isComparison }
  }

  private func isStock(_ fact: Fact) -> Bool {
    catalogue.concepts[fact.concept]?.isStock ?? false
  }

  private func equals(_ slot: Slot) -> Bool {
    slot.left.contains { firstWord(of: $0) == Folding.hash("bằng") }
  }

  /// The time that the figures of a run are compared with.
  private func comparison(behind run: [Int]) -> TimeMention? {
    guard let last = run.last else { return nil }
    for index in items.indices.dropFirst(last + 1).prefix(6) {
      if items[index].isSign(".") || items[index].isSign(";") { return nil }
      if let time = items[index].time { return time }
    }
    return nil
  }

  /// The last facts before a run, as many as it has figures.
  private func peers(of run: [Int]) -> [Int]? {
    guard let first = run.first else { return nil }
    let start = tokens[items[first].tokens.lowerBound].range.lowerBound
    let before = facts.indices.filter { fact in
      facts[fact].source.start < start && facts[fact].statistic == .total
        && facts[fact].unit != "percent"
    }
    let own = before.filter { facts[$0].context.sentence == sentenceOf }
    let pool = own.isEmpty ? before : own
    guard pool.count >= run.count, own.count >= run.count || own.isEmpty else { return nil }
    return Array(pool.suffix(run.count))
  }

  /// What the peer counts, by the body and of the noun that are named with the run.
  private func respectiveReading(_ peer: Int, _ slot: Slot, _ run: [Int]) -> Reading? {
    guard var reading = readings[peer] else { return nil }
    reading.dimensions = facts[peer].dimensions
    if let conductor = frame.carried["conductor"],
      catalogue.allows("conductor", on: reading.concept),
      facts[peer].context.sentence == sentenceOf, reading.dimensions["conductor"] != nil
    {
      reading.dimensions["conductor"] = conductor
    }
    // "52 tổ chức và 160 đảng viên", "28, 30 và 31 đồng chí"
    let noun =
      items[safe: slot.item + 1]?.feature("noun")
      ?? run.last.flatMap { items[safe: $0 + 1]?.feature("noun") }
    if let noun, !slot.numeral.isPercent, !sameNoun(noun, reading),
      noun != "person" || reading.event == "train"
    {
      guard let concept = catalogue.readings["\(reading.event ?? "-") \(noun)"] else { return nil }
      reading.concept = concept
      reading.noun = noun
      reading.dimensions = reading.dimensions.filter { catalogue.allows($0.key, on: concept) }
    }
    return reading
  }
}
