import Catalogue
import DocumentModel

extension Binder {
  /// "không có cách chức, khai trừ": one word, a fact for each thing it denies.
  mutating func emitNone(_ slot: Slot, _ cues: Cues, _ reading: Reading) {
    let isStock = catalogue.concepts[reading.concept]?.isStock ?? true
    if isStock, reading.own.isEmpty { return }
    if isStock, reading.event == nil, !slot.right.isEmpty, !hasSubject(slot) { return }
    if !slot.right.isEmpty, speaksOfSome(slot) { return }
    if !slot.right.isEmpty, !isStock,
      !cues.features.contains(where: { entry in
        ["event", "form", "expelled", "reason", "grade"].contains(entry.feature.key)
          && entry.feature.value == reading.event
          || ["form", "expelled", "reason", "grade", "activity"].contains(entry.feature.key)
      }), frame.event != reading.event
    {
      return
    }
    if isStock, reading.event == nil, !(slot.left.isEmpty || frame.event == nil) { return }
    emit(slot, reading, cues: cues, nature: nil, asPart: true)
    // further things denied in the same breath
    var seen: Set<String> = [key(reading)]
    var extra: [Reading] = []
    let isLabel = slot.right.isEmpty
    for entry in cues.features where entry.isRight || isLabel && entry.feature.key == "event" {
      var other = reading
      switch entry.feature.key {
      case "form": other.dimensions["form"] = entry.feature.value
      case "expelled":
        if reading.concept == "removals" {
          other.dimensions["reason"] = "expelled"
        } else {
          other.dimensions["form"] = "expulsion"
        }
      case "noun":
        guard entry.feature.value != "person", entry.feature.value != reading.noun,
          let concept = catalogue.readings["\(reading.event ?? "-") \(entry.feature.value)"]
        else { continue }
        other.concept = concept
        other.noun = entry.feature.value
        other.dimensions = other.dimensions.filter {
          catalogue.allows($0.key, on: concept) && $0.key != "org_type"
        }
      case "event":
        guard ["complain", "denounce"].contains(entry.feature.value),
          let concept = catalogue.readings["\(entry.feature.value) petition"]
        else { continue }
        other.concept = concept
      default: continue
      }
      if seen.insert(key(other)).inserted { extra.append(other) }
    }
    for index in deniedBehind(slot) {
      guard case .cue(let features) = items[index].kind else { continue }
      var other = reading
      for feature in features {
        switch feature.key {
        case "event"
        where ["complain", "denounce"].contains(feature.value) && reading.noun == "petition":
          if let concept = catalogue.readings["\(feature.value) petition"] {
            other.concept = concept
          }
        case "form" where reading.dimensions["form"] != nil:
          other.dimensions["form"] = feature.value
        case "expelled" where reading.dimensions["form"] != nil:
          other.dimensions["form"] = "expulsion"
        case "expelled" where reading.dimensions["reason"] != nil:
          other.dimensions["reason"] = "expelled"
        case "noun" where feature.value == "member" && reading.concept.hasSuffix("_organizations"):
          if let concept = catalogue.readings["\(reading.event ?? "-") member"] {
            other.concept = concept
            other.noun = "member"
            other.dimensions["org_type"] = nil
          }
        default: continue
        }
      }
      if seen.insert(key(other)).inserted { extra.append(other) }
    }
    for other in extra { emit(slot, other, cues: cues, nature: nil, asPart: true) }
  }

  /// "Đảng bộ hiện không có đảng viên là học sinh": the unit itself, or nobody, stands before.
  private func hasSubject(_ slot: Slot) -> Bool {
    let start = clauses[slot.clause].items.lowerBound
    return (start..<slot.item).contains {
      items[$0].has("mark", "self") || items[$0].has("noun", "org")
    }
      || slot.item == start
  }

  /// "Một số chi bộ chưa kết nạp được đảng viên", "nhiều doanh nghiệp chưa …": true of some only.
  private func speaksOfSome(_ slot: Slot) -> Bool {
    let sentence = clauses[slot.clause].sentence
    guard let start = clauses.first(where: { $0.sentence == sentence })?.items.lowerBound else {
      return false
    }
    let some: Set<UInt64> = Set(["nhiều", "những", "nơi", "vài", "còn"].map { Folding.hash($0) })
    let of = Folding.hash("số")
    let one = Folding.hash("một")
    for index in start..<slot.item {
      let first = items[index].tokens.lowerBound
      if case .word = items[index].kind {
        if some.contains(tokens[first].hash) { return true }
        if tokens[first].hash == one, first + 1 < tokens.count, tokens[first + 1].hash == of {
          return true
        }
      }
    }
    return false
  }

  private func key(_ reading: Reading) -> String {
    reading.concept
      + reading.dimensions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined()
  }

  /// The clause behind a comma that goes on listing what there was none of.
  private func deniedBehind(_ slot: Slot) -> Range<Int> {
    let clause = clauses[slot.clause]
    guard clause.closer == ",", slot.clause + 1 < clauses.count else { return 0..<0 }
    let next = clauses[slot.clause + 1]
    guard next.numerals.isEmpty, next.items.count <= 4, next.opener == "," else { return 0..<0 }
    return next.items
  }

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
      {
        continue
      }
      if key == "activity", reading.concept.hasPrefix("disciplined"), value != "violation_signs" {
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
    reading.dimensions = reading.dimensions.filter { catalogue.allows($0.key, on: reading.concept) }
    if reading.own["position"] != nil { reading.dimensions["committee_member"] = nil }
    if reading.concept == "training_participants", reading.dimensions["course"] == nil {
      reading.dimensions["course"] =
        lastReading?.dimensions["course"] ?? previousSentenceReading?.dimensions["course"]
        ?? "awareness"
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
    if ["inspections", "inspected_organizations", "inspected_members"].contains(reading.concept),
      reading.dimensions["activity"] == nil
    {
      reading.dimensions["activity"] = "inspection_and_supervision"
    }

    var fact = Fact(
      file: document.file, concept: reading.concept, value: numeral.value, upper: numeral.upper,
      unit: numeral.isPercent ? "percent" : concept.unit, decimals: numeral.decimals,
      entity: frame.entity ?? Entity(name: unit), period: nil, dimensions: reading.dimensions,
      source: document.span(numeral.range))
    fact.context = FactContext(
      block: block, sentence: clauses[slot.clause].sentence, region: region)
    fact.confidence = min(1000, max(100, 500 + reading.score * 50))
    fact.qualifier = qualifier(slot, cues)
    slotConcept = reading.concept
    fact.nature = nature ?? self.nature(slot, cues)
    statistics(slot, cues, growth, &fact)
    if fact.statistic == .growth, let growth, growth < 0 { fact.value = fact.value.negated }
    periods(slot, cues, earlier: earlier, isStock: concept.isStock, &fact)
    if numeral.isPercent, fact.statistic != .growth, fact.statistic != .index {
      fact.of = whole(slot, cues, reading, fact)
      if fact.of?.nature == .target, fact.nature == .target { fact.nature = .actual }
    }
    if concept.code == "age_mean" { fact.statistic = .total }
    evidence(slot, cues, reading, &fact)
    let index = facts.count
    facts.append(fact)
    factsOfItem[slot.item, default: []].append(index)
    link(index, fact, asPart: asPart, reading)
    readings[index] = reading
    if fact.statistic != .growth || lastReading == nil { lastReading = reading }
    lastFact = index
    if fact.unit != "percent", fact.statistic == .total, earlier == nil {
      lastCountFact = index
      if !asPart || !frame.opensParts || wholeReading == nil {
        lastWholeReading = reading
        if !frame.opensParts { wholeReading = reading }
      }
    }
    if earlier != nil { versus = nil }
  }

  private mutating func link(_ index: Int, _ fact: Fact, asPart: Bool, _ reading: Reading) {
    if fact.unit == "percent", fact.statistic == .total, fact.of?.nature == .target,
      let last = lastFact, last > 0,
      facts[last].nature == .target, facts[last].concept == fact.concept,
      facts[last].unit != "percent",
      facts[last - 1].concept == fact.concept, facts[last - 1].unit != "percent",
      facts[last - 1].nature != .target,
      facts[last - 1].context.block == block
    {
      links.append(.share(percent: index + offset, part: last - 1 + offset, whole: last + offset))
    } else if fact.unit == "percent", fact.statistic == .total {
      let part = lastFact.flatMap {
        facts[$0].unit != "percent" && facts[$0].concept == fact.concept
          && facts[$0].dimensions == fact.dimensions && facts[$0].per == fact.per
          ? $0 + offset : nil
      }
      links.append(.share(percent: index + offset, part: part, whole: nil))
    }
    if fact.unit != "percent", fact.statistic == .total, let last = lastFact,
      facts[last].unit == "percent",
      facts[last].statistic == .total, facts[last].of?.nature != .target,
      clauses.last.map({ $0.depth >= 0 }) ?? true,
      facts[last].period == fact.period, isInParentheses(fact),
      facts[last].concept == fact.concept, facts[last].dimensions == fact.dimensions,
      fact.nature == facts[last].nature
    {
      links.append(.share(percent: last + offset, part: index + offset, whole: nil))
    }
    if fact.statistic == .growth || fact.statistic == .index {
      let same = { (other: Fact) in
        other.concept == fact.concept && other.dimensions == fact.dimensions
          && other.entity == fact.entity
          && other.unit != "percent" && other.statistic == .total
      }
      let recent = facts.indices.dropLast().suffix(10).reversed()
      let current = recent.first {
        same(facts[$0]) && facts[$0].period == fact.period && facts[$0].nature == fact.nature
      }
      let earlier = recent.first {
        same(facts[$0]) && facts[$0].period == fact.base && fact.base != nil
      }
      links.append(
        .growth(
          change: index + offset, current: current.map { $0 + offset },
          earlier: earlier.map { $0 + offset }))
    }
    if asPart, frame.opensParts, let whole = frame.whole, fact.unit != "percent",
      fact.statistic == .total,
      isPart(fact, reading)
    {
      if let at = links.lastIndex(where: {
        if case .breakdown(let w, _, _) = $0 { return w == whole } else { return false }
      }),
        case .breakdown(_, let parts, let complete) = links[at],
        complete || sameKind(parts.last, reading)
      {
        links[at] = .breakdown(whole: whole, parts: parts + [index + offset], complete: complete)
      } else if whole != index + offset {
        links.append(.breakdown(whole: whole, parts: [index + offset], complete: frame.isComplete))
      }
    }
  }

  private func isInParentheses(_ fact: Fact) -> Bool {
    clauses.contains { clause in
      clause.depth > 0
        && clause.items.contains { items[$0].numeral?.range.lowerBound == fact.source.start }
    }
  }

  /// What can stand below a whole of organisations.
  private static let children: [String: Set<String>] = [
    "grassroots": ["grassroots_committee", "grassroots_cell"],
    "subordinate": [
      "grassroots_committee", "grassroots_cell", "commune_cell", "subordinate_cell", "village_cell",
      "cell",
    ],
    "cell": [
      "grassroots_cell", "subordinate_cell", "commune_cell", "village_cell", "section_cell",
    ],
    "commune_cell": ["village_cell", "commune_cell"],
    "subordinate_cell": ["subordinate_cell", "village_cell", "section_cell"],
  ]

  /// True where a fact can be a part of the whole that its list names.
  private func isPart(_ fact: Fact, _ reading: Reading) -> Bool {
    guard let whole = wholeReading, whole.concept == fact.concept else { return false }
    if let at = frame.whole, at >= offset, facts[at - offset].entity != fact.entity,
      fact.dimensions != whole.dimensions
    {
      return false
    }
    let type = whole.dimensions["org_type"]
    let own = fact.dimensions["org_type"]
    if let type {
      guard let own else { return false }
      if own == type { return fact.dimensions != whole.dimensions || fact.entity.name != unit }
      return Binder.children[type]?.contains(own) ?? false
    }
    for (key, value) in whole.dimensions where fact.dimensions[key] != value {
      if key == "activity", value == "inspection_and_supervision" { continue }
      if key == "committee_member" || key == "grade" { continue }
      return false
    }
    return true
  }

  private func sameKind(_ part: Int?, _ reading: Reading) -> Bool {
    guard let part, part >= offset, let other = readings[part - offset] else { return true }
    return other.concept == reading.concept && Set(other.own.keys) == Set(reading.own.keys)
  }

  // MARK: Aspects

  private func qualifier(_ slot: Slot, _ cues: Cues) -> Fact.Qualifier {
    var index = slot.item - 1
    var steps = 0
    while index >= slot.left.lowerBound, steps < 3 {
      if let value = items[index].feature("qualifier") {
        if value == "more_than", steps > 0 { return .exact }
        return Fact.Qualifier(rawValue: value) ?? .exact
      }
      if case .word = items[index].kind,
        tokens[items[index].tokens.lowerBound].hash == Folding.hash("từ")
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
        return Fact.Qualifier(rawValue: after) ?? .exact
      }
      if items[index].numeral != nil { break }
    }
    return .exact
  }

  private func nature(_ slot: Slot, _ cues: Cues) -> Fact.Nature {
    if slot.opensParenthesis, slot.clause > 0, !slot.numeral.isPercent,
      clauses[slot.clause - 1].items.suffix(3).contains(where: {
        items[$0].feature("nature") == "plan"
      })
    {
      return .target
    }
    let left = cues.features.filter { $0.feature.key == "nature" && !$0.isRight }.min {
      $0.distance < $1.distance
    }
    if let left {
      switch left.feature.value {
      case "plan" where isForOrganisations(slot, left.item, cues): break
      case "program":
        if fact(slot, isPlan: cues) { return .target }
      case "plan", "target": return .target
      case "forecast": return .forecast
      case "actual?": if base.nature == nil { return .actual }
      default: break
      }
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
    return frame.nature ?? base.nature ?? .actual
  }

  /// "Chương trình năm 2026 có 14 cuộc kiểm tra": the number of a programme is a plan.
  private func fact(_ slot: Slot, isPlan cues: Cues) -> Bool {
    cues.rightNoun == "case"
      && !cues.features.contains { $0.feature.key == "nature" && $0.feature.value == "actual?" }
  }

  /// "giao chỉ tiêu cho 54 tổ chức đảng": the organisations are no target.
  private func isForOrganisations(_ slot: Slot, _ plan: Int, _ cues: Cues) -> Bool {
    guard cues.rightNoun == "org" || cues.rightNoun == "orgword", plan < slot.item else {
      return false
    }
    return (plan..<slot.item).contains { items[$0].has("mark", "object") }
  }

  private mutating func statistics(_ slot: Slot, _ cues: Cues, _ growth: Int64?, _ fact: inout Fact)
  {
    if growth != nil {
      fact.statistic = .growth
    } else if slot.numeral.isPercent, isIndex(slot) {
      fact.statistic = .index
    } else if cues.features.contains(where: {
      $0.feature.key == "statistic" && $0.feature.value == "average" && !$0.isRight
    })
      || frame.averages == slot.clause - 1 && clauses[slot.clause - 1].numerals.isEmpty
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
    }
  }

  func isTimes(_ slot: Slot) -> Bool {
    slot.right.first.map { index in
      if case .word = items[index].kind {
        return tokens[items[index].tokens.lowerBound].hash == Folding.hash("lần")
      }
      return false
    } ?? false
  }

  /// "bằng 133,3% cùng kỳ", "bằng 106,8% so với …".
  private func isIndex(_ slot: Slot) -> Bool {
    let equals = slot.left.suffix(3).contains { index in
      tokens[items[index].tokens.lowerBound].hash == Folding.hash("bằng")
    }
    guard equals else { return false }
    if versus != nil { return true }
    for index in slot.right {
      if items[index].feature("nature") == "plan" { return false }
      if items[index].has("mark", "versus") { return true }
      if let time = items[index].time, time.isComparison { return true }
    }
    return false
  }

  /// "đảng viên/năm", "học viên/lớp", "đảng viên/chi bộ".
  private func perBehind(_ slot: Slot) -> String? {
    for index in slot.right where items[index].isSign("/") && index + 1 < items.count {
      let hash = tokens[items[index + 1].tokens.lowerBound].hash
      if hash == Folding.hash("năm") { return "year" }
      if hash == Folding.hash("lớp") { return "class" }
      if hash == Folding.hash("chi") || hash == Folding.hash("đảng") { return "organization" }
      if hash == Folding.hash("quý") { return "quarter" }
      if hash == Folding.hash("tháng") { return "month" }
    }
    return nil
  }

  private mutating func periods(
    _ slot: Slot, _ cues: Cues, earlier: TimeMention?, isStock: Bool, _ fact: inout Fact
  ) {
    var time = ownTime(slot) ?? frame.time ?? base.time
    if let label = labelTime,
      label.clause == slot.clause
        || label.clause == slot.clause - 1 && clauses[slot.clause].opener == ":",
      fact.statistic == .total
    {
      time = label.time
    }
    if fact.statistic == .total || fact.statistic == .average, let own = leftComparison(slot) {
      time = own
    }
    if fact.statistic == .total, let own = rightComparison(slot) { time = own }
    if clauses[slot.clause].depth > 0, let own = parenthesisTime, fact.statistic == .total {
      time = own
    }
    if fact.statistic == .total, let own = fromTime(slot) {
      time = own
    }
    if let earlier { time = earlier }
    let ratedYear = fact.concept.hasPrefix("rated_")
    func flow(_ time: TimeMention?) -> Period? {
      guard let time else { return calendar.period.flatMap { $0.start == nil ? nil : $0 } }
      if let flow = time.flow, flow.start != nil { return flow }
      if ratedYear, let day = time.stock { return .year(day.year) }
      if fact.nature == .target, let span = time.span { return span }
      if time.isComparison { return time.flow }
      if time.isUntil, let flow = base.time?.flow, let start = flow.start, let day = time.stock,
        start <= day, day <= flow.end
      {
        return flow
      }
      return calendar.period.flatMap { $0.start == nil ? nil : $0 }
    }
    func stock(_ time: TimeMention?) -> Period? {
      if let day = frame.day?.stock, frame.dayClause == slot.clause || frame.dayClause == Int.max,
        ownTime(slot) == nil
      {
        return .instant(day)
      }
      if let day = time?.stock {
        if let flow = time?.flow, flow == calendar.period, !(time?.isEdge ?? false),
          let asOf = calendar.asOf
        {
          return .instant(asOf)
        }
        if fact.nature == .actual, !(time?.isEdge ?? false), let asOf = calendar.asOf, day > asOf,
          day.year == asOf.year, time?.flow?.start != nil
        {
          return .instant(asOf)
        }
        return .instant(day)
      }
      return calendar.asOf.map { .instant($0) }
    }
    if base.nature != nil, base.level == "heading", fact.nature == .actual, ownTime(slot) == nil,
      frame.time == nil || frame.time?.flow == base.time?.flow
    {
      // what a part about plans says has been done was done in the report's own span
      time = nil
    }
    fact.period = isStock ? stock(time) : flow(time)
    if fact.nature != .actual, !isStock,
      time == nil || (time?.flow == nil && time?.isUntil ?? false), frame.nature != nil,
      let coming = planTime?.flow ?? comingSpan()
    {
      // "Phấn đấu … hoàn thành 105 cuộc còn lại": what is planned lies behind the report's own span
      fact.period = coming
    } else if fact.nature != .actual, let time, time.flow != nil, !time.isDay {
      planTime = time
    }
    let isPlan = slot.left.contains { items[$0].feature("nature") == "plan" }
    if fact.nature == .target, !isStock, let period = fact.period, ownTime(slot) == nil,
      base.nature == nil && frame.nature == nil || isPlan
    {
      // a yearly plan: "đạt 48,6% chỉ tiêu năm (35)"
      fact.period = plannedPeriod(period, slot)
    }
    if fact.statistic == .index, fact.unit == "ratio", let time = ownTime(slot) {
      fact.base = isStock ? time.stock.map { .instant($0) } : time.flow
      fact.period = isStock ? stock(frame.time) : flow(frame.time)
      return
    }
    if fact.statistic == .growth || fact.statistic == .index {
      var base = versus
      if base == nil { base = comparisonAhead(slot) }
      if let base {
        let wanted =
          isStock
          ? base.stock.map { Period.instant($0) }
          : base.flow.map { shifted($0, like: fact.period, base) }
        fact.base = wanted
      }
      // "quý III năm 2025 là 15, giảm 03": the time named last is the earlier one
      if base == nil, let time = frame.time, let day = time.stock,
        let now = calendar.period?.start ?? calendar.asOf, day < now
      {
        fact.base = isStock ? .instant(day) : time.flow
        let current = sentenceTime ?? self.base.time
        fact.period = isStock ? stock(current) : flow(current)
      }
      if let time = ownTime(slot), time.isComparison || base?.stock == time.stock {
        let current = frame.time ?? self.base.time
        fact.period = isStock ? stock(current) : flow(current)
      }
    }
  }

  /// What follows the report's own span: the next quarter, the rest of the year, the next year.
  func comingSpan() -> Period? {
    guard let period = calendar.period, let start = period.start else { return nil }
    let end = period.end
    guard start.year == end.year, end.month < 12 else { return .year(end.year + 1) }
    let last = end.month - start.month == 2 ? end.month + 3 : 12
    return .duration(
      start: .firstDay(year: end.year, month: end.month + 1),
      end: .lastDay(year: end.year, month: last))
  }

  /// "so với năm 2023" of a half-year figure is the half-year of 2023 where the text says "cùng kỳ";
  /// a plain year stays a year.
  private func shifted(_ period: Period, like current: Period?, _ mention: TimeMention) -> Period {
    period
  }

  private func plannedPeriod(_ period: Period, _ slot: Slot) -> Period {
    let isYearly = slot.left.contains { index in
      items[index].feature("nature") == "plan" && index + 1 < items.count
        && tokens[items[index + 1].tokens.lowerBound].hash == Folding.hash("năm")
    }
    guard let start = period.start, start.year == period.end.year,
      isYearly || start.month == 1 && start.day == 1
    else { return period }
    return .year(start.year)
  }

  /// "nếu cùng thời điểm năm trước … có 1.431", "khi cả phường chỉ kết nạp được 13" behind "so với
  /// quý III năm 2025": the figure is the earlier one.
  private mutating func leftComparison(_ slot: Slot) -> TimeMention? {
    var label = labelClause(slot) ?? 0..<0
    if label.count > 3 { label = 0..<0 }
    for index in Array(label) + Array(slot.left) where items[index].time?.isComparison ?? false {
      comparisonClause = slot.clause
      comparisonTime = items[index].time
    }
    if slot.left.isEmpty, comparisonClause == slot.clause - 1, clauses[slot.clause].opener == ",",
      let time = comparisonTime
    {
      comparisonClause = slot.clause
      return time
    }
    for index in (Array(label) + Array(slot.left)).reversed() {
      if let time = items[index].time, time.isComparison {
        return index > 0 && items[index - 1].has("mark", "versus") ? nil : time
      }
    }
    if let versus, let first = clauses[slot.clause].items.first, clauses[slot.clause].opener == ",",
      tokens[items[first].tokens.lowerBound].hash == Folding.hash("khi"),
      clauses[slot.clause].numerals.first == slot.item
    {
      return versus
    }
    return nil
  }

  /// "so với 102 đồng chí của cùng kỳ", "so với mức 88,3% cùng kỳ".
  private func rightComparison(_ slot: Slot) -> TimeMention? {
    guard
      slot.left.contains(where: { index in
        if items[index].has("mark", "versus") { return true }
        if case .word = items[index].kind {
          return tokens[items[index].tokens.lowerBound].hash == Folding.hash("từ")
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
  private func fromTime(_ slot: Slot) -> TimeMention? {
    guard let before = slot.left.last, case .word = items[before].kind,
      tokens[items[before].tokens.lowerBound].hash == Folding.hash("từ")
    else { return nil }
    let onwards = [Folding.hash("lên"), Folding.hash("xuống")]
    var index = slot.item + 1
    while index < clauses[slot.clause].items.upperBound {
      if case .word = items[index].kind,
        onwards.contains(tokens[items[index].tokens.lowerBound].hash)
      {
        if let versus { return versus }
        guard let start = calendar.period?.start else { return nil }
        return TimeMention(flow: .year(start.year - 1), stock: start.dayBefore)
      }
      if items[index].numeral != nil { return nil }
      index += 1
    }
    return nil
  }

  private func ownTime(_ slot: Slot) -> TimeMention? {
    // "84,1% (năm 2020)"
    let next = slot.clause + 1
    if next < clauses.count, clauses[slot.clause].closer == "(",
      clauses[slot.clause].numerals.last == slot.item,
      clauses[next].numerals.isEmpty, clauses[next].items.count == 1,
      let time = items[clauses[next].items.lowerBound].time,
      !time.isComparison, !time.isDay || catalogue.concepts[slotConcept]?.isStock ?? false
    {
      return time
    }
    for index in slot.right {
      if slot.numeral.isPercent, items[index].feature("nature") == "plan" { return nil }
      if let time = items[index].time {
        if index > 0, items[index - 1].has("mark", "versus") { return nil }
        return time.isComparison ? nil : time
      }
      if items[index].numeral != nil { break }
      if items[index].has("mark", "versus") { return nil }
    }
    return nil
  }

  /// The comparison that stands behind the numeral in its sentence.
  private func comparisonAhead(_ slot: Slot) -> TimeMention? {
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

  /// The whole of a share, where the text or the catalogue names one that is not the default.
  private func whole(_ slot: Slot, _ cues: Cues, _ reading: Reading, _ fact: Fact) -> Whole? {
    let plan =
      slot.right.prefix(4).contains { items[$0].feature("nature") == "plan" }
      || cues.features.contains {
        $0.feature.key == "nature" && $0.feature.value == "plan" && $0.isRight
      }
    if plan, fact.nature == .actual || fact.nature == .forecast || fact.nature == .target {
      var dimensions = reading.dimensions
      for key in reading.own.keys where !["activity", "course"].contains(key) {
        dimensions[key] = dimensions[key]
      }
      let period = fact.period.map { plannedPeriod($0, slot) }
      return Whole(
        concept: reading.concept, dimensions: dimensions, nature: .target,
        period: period == fact.period ? nil : period)
    }
    if let pair = fractionPlan, lastFact == pair.fact,
      facts[pair.plan].context.sentence == clauses[slot.clause].sentence
    {
      let plan = facts[pair.plan]
      return Whole(
        concept: plan.concept, dimensions: plan.dimensions, nature: .target,
        period: plan.period == fact.period ? nil : plan.period)
    }
    if let last = lastFact, facts[last].nature == .target, facts[last].concept == reading.concept,
      fact.nature == .actual,
      facts[last].context.block == block,
      slot.opensParenthesis
        || cues.features.contains(where: { $0.feature.value == "share" && !$0.isRight })
    {
      let period = facts[last].period
      return Whole(
        concept: reading.concept, dimensions: reading.dimensions, nature: .target,
        period: period == fact.period ? nil : period)
    }
    if cues.features.contains(where: { $0.feature.value == "share" && !$0.isRight }),
      let at = lastFact, at > 0, facts[at].nature == .actual,
      facts[at - 1].nature == .target, facts[at - 1].concept == reading.concept,
      facts[at - 1].dimensions == facts[at].dimensions,
      facts[at - 1].context.block == block,
      facts[at - 1].context.sentence == clauses[slot.clause].sentence
    {
      let period = facts[at - 1].period
      return Whole(
        concept: reading.concept, dimensions: reading.dimensions, nature: .target,
        period: period == fact.period ? nil : period)
    }
    if let noun = fractionOutside { return Whole(noun: noun) }
    // "trong tổng số đảng viên hoàn thành tốt nhiệm vụ"
    if let grade = statedWholeGrade(slot) {
      var dimensions = reading.dimensions
      dimensions["grade"] = grade
      return Whole(concept: reading.concept, dimensions: dimensions)
    }
    switch reading.concept {
    case "rated_members" where reading.dimensions["grade"] == nil:
      return Whole(concept: "members")
    case "rated_organizations" where reading.dimensions["grade"] == nil:
      return Whole(
        concept: "organizations", dimensions: reading.dimensions.filter { $0.key == "org_type" })
    case "handbook_users", "residence_members":
      return Whole(concept: "members")
    case "confirmations":
      return reading.own.isEmpty
        ? Whole(concept: "members", dimensions: ["status": "probationary"]) : nil
    case "violating_members":
      return Whole(concept: "inspected_members", dimensions: reading.dimensions)
    case "violating_organizations":
      return Whole(concept: "inspected_organizations", dimensions: reading.dimensions)
    case "admissions", "disciplined_members", "removals":
      let total = slot.right.contains {
        items[$0].has("mark", "total")
          && (items[$0].feature("noun") == "member"
            || $0 + 1 < items.count && items[$0 + 1].feature("noun") == "member")
          && items[$0].feature("event") == nil
          && !($0 + 1 < items.count && items[$0 + 1].feature("event") != nil)
      }
      return total ? Whole(concept: "members") : nil
    default: return nil
    }
  }

  private func statedWholeGrade(_ slot: Slot) -> String? {
    for index in slot.right {
      if let grade = items[index].feature("grade"), isWholeOfShare(slot, index) { return grade }
      if items[index].numeral != nil { break }
    }
    return nil
  }

  private func evidence(_ slot: Slot, _ cues: Cues, _ reading: Reading, _ fact: inout Fact) {
    var list: [Evidence] = []
    func place(_ item: Int) -> SourceSpan {
      let range = items[item].tokens
      return document.span(
        tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound)
    }
    let conceptCue = cues.features.first {
      ["event", "noun"].contains($0.feature.key)
        && ($0.feature.value == reading.event || $0.feature.value == reading.noun)
        && $0.feature.value != "person"
    }
    list.append(
      Evidence(
        aspect: "concept", span: conceptCue.map { place($0.item) },
        level: conceptCue.map { $0.isRight ? "right" : "label" } ?? reading.source))
    for (key, value) in reading.dimensions.sorted(by: { $0.key < $1.key }) {
      let cue = cues.features.first { $0.feature.value == value && $0.feature.key == key }
      list.append(
        Evidence(
          aspect: key, span: cue.map { place($0.item) },
          level: cue.map { $0.isRight ? "right" : "label" } ?? "context"))
    }
    fact.evidence = list
  }
}
