import Catalogue
import DocumentModel

extension Binder {
  /// Writes one fact.
  mutating func emit(
    _ slot: Slot, _ reading: Reading, cues: Cues, nature: Fact.Nature?, asPart: Bool,
    growth: Int64? = nil, earlier: TimeMention? = nil
  ) {
    guard let concept = catalogue.concepts[reading.concept] else { return }
    let numeral = slot.numeral
    var reading = reading
    for (key, value) in frame.carried
    where reading.dimensions[key] == nil && catalogue.allows(key, on: reading.concept) {
      if key == "conductor" && reading.concept.hasPrefix("disciplined")
        && frame.carried["activity"] != "violation_signs"
        && !cues.features.contains(where: { $0.feature.key == "conductor" })
        && !(frame.opensParts && wholeReading?.dimensions["conductor"] == value)
      {
        continue
      }
      if key == "activity" || key == "conductor", reading.concept.hasPrefix("disciplined"),
        value != "violation_signs" && key == "activity" || speaksOfAll(slot)
      {
        continue
      }
      if key == "activity", reading.concept.hasPrefix("violating"),
        value == "inspection_and_supervision"
      {
        continue
      }
      if key == "subject", !reading.concept.hasPrefix("insp") { continue }
      reading.dimensions[key] = value
    }
    reading.dimensions = reading.dimensions.filter { takes($0.key, $0.value, reading) }
    if reading.own["position"] != nil { reading.dimensions["committee_member"] = nil }
    if reading.concept == "training_participants", reading.dimensions["course"] == nil {
      reading.dimensions["course"] =
        lastReading?.dimensions["course"] ?? previousSentenceReading?.dimensions["course"]
        ?? "awareness"
    }
    if reading.concept == "training_participants", reading.dimensions["passed"] != nil,
      reading.dimensions["group"] == nil, !frame.opensParts, let last = lastReading,
      last.concept == reading.concept,
      let group = last.dimensions["group"]
    {
      // "cho 1.663 quần chúng trong doanh nghiệp …; 1.638 học viên đạt yêu cầu": of these learners
      reading.dimensions["group"] = group
    }
    let bareCell = cues.features.contains {
      $0.feature.key == "orgword" && $0.feature.value == "cell"
    }
    if reading.concept == "rated_organizations", reading.dimensions["org_type"] == nil,
      let type = base.dimensions["org_type"] ?? (bareCell ? cellType : frame.orgType ?? cellType)
    {
      reading.dimensions["org_type"] =
        type.hasPrefix("~") ? (reportsAsCommune ? "commune_cell" : "subordinate_cell") : type
    }
    if coversBoth(slot, reading) { reading.dimensions["activity"] = "inspection_and_supervision" }
    if ["inspections", "inspected_organizations", "inspected_members"].contains(reading.concept),
      reading.dimensions["activity"] == nil
    {
      let said = cues.first("activity?", right: false)
      // "Số được giám sát là 60 tổ chức đảng và 149 đảng viên"
      if reading.concept == "inspected_organizations" { frame.carried["activity"] = said }
      reading.dimensions["activity"] =
        said ?? cues.first("activity?") ?? "inspection_and_supervision"
    }

    var fact = Fact(
      file: document.file, concept: reading.concept, value: numeral.value, upper: numeral.upper,
      unit: numeral.isPercent ? "percent" : concept.unit, decimals: numeral.decimals,
      entity: unitBehind(slot) ?? frame.entity ?? Entity(name: unit), period: nil,
      dimensions: reading.dimensions,
      source: document.span(numeral.range))
    fact.context = FactContext(
      block: block, sentence: clauses[slot.clause].sentence, region: region)
    fact.qualifier = qualifier(slot, cues)
    slotConcept = reading.concept
    fact.nature = nature ?? self.nature(slot, cues)
    statistics(slot, cues, growth, &fact)
    if fact.statistic == .growth, let growth, growth < 0 { fact.value = fact.value.negated }
    periods(slot, cues, earlier: earlier, isStock: concept.isStock, &fact)
    if fact.nature == .actual, let day = fact.period?.start ?? fact.period?.end,
      let horizon = concept.isStock ? stockHorizon : flowHorizon, day > horizon,
      calendar.date.map({ fact.period?.end ?? day > $0 }) ?? true
    {
      fact.nature = .target
    }
    if numeral.isPercent, fact.statistic != .growth, fact.statistic != .index {
      fact.of = whole(slot, cues, reading, fact)
      if fact.of?.nature == .target, fact.statistic == .total, slot.opensParenthesis,
        let done = facts.last(where: { other in
          other.concept == fact.concept && other.nature == .actual && other.unit != "percent"
            && other.statistic == .total
        }), done.context.block == block,
        done.context.sentence == clauses[slot.clause].sentence, ownTime(slot) == nil
      {
        // "17 cuộc … trên tổng số 74 cuộc đề ra cho cả năm (23,0%)": of the time of what was done
        fact.period = done.period
      }
      if fact.of?.nature == .target, fact.nature == .target, mood != .target {
        fact.nature = .actual
      }
    }
    if concept.code == "age_mean", fact.statistic != .growth { fact.statistic = .total }
    let index = facts.count
    facts.append(fact)
    factsOfItem[slot.item, default: []].append(index)
    link(index, fact, asPart: asPart, reading)
    reading.unknownWords = strangers(beside: slot)
    reading.timeSource =
      ownTime(slot) != nil
      ? "beside"
      : frame.time != nil && frame.time?.flow != base.time?.flow
        ? "sentence" : base.time == nil ? "report" : "heading"
    readings[index] = reading
    if fact.statistic != .growth || lastReading == nil { lastReading = reading }
    lastFact = index
    if fact.unit != "percent", fact.statistic == .total, earlier == nil {
      lastCountFact = index
      if !asPart || !frame.opensParts || wholeReading == nil {
        lastWholeReading = reading
        if !frame.opensParts {
          wholeReading = reading
        } else if wholeReading == nil {
          // "Về cơ cấu, có mấy điểm: - Phụ nữ 331. Người dân tộc …": the first point is itself a part
          lastWholeReading?.dimensions = reading.dimensions.filter {
            !Binder.traits.contains($0.key)
          }
        }
      }
    }
    if earlier != nil { versus = nil }
  }

  /// Words before the numeral in its clause, and behind it up to the first cue, that are no fillers.
  private func strangers(beside slot: Slot) -> Int {
    let right = slot.right.prefix { index in
      if case .cue = items[index].kind { return false }
      return true
    }
    return (Array(slot.left) + Array(right)).count { index in
      if case .word = items[index].kind { return !isFillerWord(index) }
      return false
    }
  }

  /// "05 đồng chí thuộc Chi bộ thôn Đồng Mới": the unit named behind a figure is that figure's.
  private func unitBehind(_ slot: Slot) -> Entity? {
    for index in slot.right.prefix(5) {
      if case .entity(let name) = items[index].kind {
        guard index > slot.item + 1,
          Binder.belonging.contains(tokens[items[index - 1].tokens.upperBound - 1].hash)
        else { return nil }
        return Entity(name: name)
      }
      guard items[index].feature("noun") != nil || isFiller(index) else { return nil }
    }
    return nil
  }

  private static let belonging: Set<UInt64> = Set(["thuộc", "ở", "tại"].map { Folding.hash($0) })

  /// "Cả năm, toàn Đảng bộ thi hành kỷ luật 13 đảng viên": not only what an inspection led to.
  private func speaksOfAll(_ slot: Slot) -> Bool {
    guard let first = firstItem(ofSentence: clauses[slot.clause].sentence), first < slot.item else {
      return false
    }
    return (first..<slot.item).contains { items[$0].has("mark", "self") }
  }

  /// "gồm 09 cuộc kiểm tra và 06 cuộc giám sát, đối với 10 chi bộ và 34 đảng viên": of both kinds.
  private func coversBoth(_ slot: Slot, _ reading: Reading) -> Bool {
    guard reading.concept.hasPrefix("inspected_") else { return false }
    let clause = clauses[slot.clause]
    let start = clause.opener == "&" && slot.clause > 0 ? slot.clause - 1 : slot.clause
    guard clauses[start].opener == ",", let first = clauses[start].items.first,
      items[first].has("mark", "object"), start >= 2, clauses[start - 1].opener == "&",
      let last = clauses[start - 1].numerals.last, let before = clauses[start - 2].numerals.last,
      let one = factsOfItem[last]?.last, let other = factsOfItem[before]?.last
    else { return false }
    return facts[one].concept == "inspections" && facts[other].concept == "inspections"
      && facts[one].dimensions["activity"] != facts[other].dimensions["activity"]
  }
}
