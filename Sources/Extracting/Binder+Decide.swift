import Catalogue
import DocumentModel

extension Binder {
  /// A possible reading of a numeral.
  private struct Candidate {
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
  private func outerReading(_ slot: Slot) -> Reading? {
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

  /// What a growth is the growth of: the whole of a list, else the numeral before.
  private func grown(_ cues: Cues) -> Reading? {
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
    for reading in [
      frame.opensParts ? wholeReading : nil, lastReading, wholeReading, previousSentenceReading,
    ] {
      guard let reading else { continue }
      if isCell, reading.concept == "organizations",
        reading.dimensions["org_type"]?.hasSuffix("cell") != true
      {
        continue
      }
      if let noun = cues.rightNoun, noun != "person", !sameNoun(noun, reading) { continue }
      return reading
    }
    return nil
  }

  /// "kết nạp 02 trên 05": behind "trên" (of a plan) stands the plan.
  private func isOutOf(_ slot: Slot) -> Bool {
    guard !slot.numeral.isPercent, clauses[slot.clause].numerals.first != slot.item,
      let first = slot.left.first,
      tokens[items[first].tokens.lowerBound].hash == Folding.hash("trên")
    else { return false }
    return slot.left.dropFirst().allSatisfy { items[$0].feature("nature") != nil }
  }

  // MARK: Restating

  private func isSpecific(_ cues: Cues, _ slot: Slot) -> Bool {
    for entry in cues.features {
      switch entry.feature.key {
      case "noun":
        if entry.feature.value == "person" { continue }
        if slot.opensParenthesis, entry.isRight, !cues.has("mark", "total"), let last = lastReading,
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
      if case .word = items[index].kind,
        tokens[items[index].tokens.lowerBound].hash == Folding.hash("số")
      {
        return true
      }
      if case .time(let time) = items[index].kind, time.isComparison { return true }
      if items[index].feature("nature") == "plan" { return true }
      if let noun = items[index].feature("noun"), noun == "member",
        tokens[items[index].tokens.lowerBound].hash == Folding.hash("tổng")
          || tokens[items[index].tokens.lowerBound].hash == Folding.hash("số")
      {
        return true
      }
      index += 1
    }
    return false
  }

  private func followed(_ slot: Slot, _ cues: Cues, growth: Int64?) -> Reading? {
    if clauses[slot.clause].depth > 0 || slot.opensParenthesis, let at = lastFact,
      let reading = readings[at],
      !(frame.opensParts && !slot.opensParenthesis)
    {
      let dated = slot.left.contains { items[$0].time != nil } || labelHasTime(slot)
      if slot.numeral.isPercent || growth != nil || versus != nil || lastWasPercent || dated {
        return reading
      }
    }
    guard let last = lastReading else {
      if growth != nil || slot.numeral.isPercent && sharesSentenceBefore(cues) {
        return previousSentenceReading ?? wholeReading
      }
      return nil
    }
    if slot.numeral.isPercent { return last }
    if growth != nil { return grown(cues) ?? last }
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

  private func labelHasTime(_ slot: Slot) -> Bool {
    guard clauses[slot.clause].opener == ":", slot.clause > 0 else { return false }
    return clauses[slot.clause - 1].items.contains { items[$0].time != nil }
      && clauses[slot.clause - 1].depth > 0
  }

  private func sharesSentenceBefore(_ cues: Cues) -> Bool {
    cues.features.contains {
      $0.feature.key == "mark" && $0.feature.value == "share" && !$0.isRight
    }
  }

  var lastWasPercent: Bool {
    guard let lastFact else { return false }
    return facts[lastFact].unit == "percent"
  }

  private mutating func follow(_ slot: Slot, _ cues: Cues, _ reading: Reading, growth: Int64?) {
    var reading = reading
    reading.score = 10
    let previous = lastFact.map { facts[$0] }
    if slot.numeral.isPercent {
      let corresponds = (max(0, slot.item - 2)..<slot.item).contains { index in
        [Folding.hash("tương"), Folding.hash("tức"), Folding.hash("hay")].contains(
          tokens[items[index].tokens.lowerBound].hash)
      }
      let inheritsGrowth =
        (slot.opensParenthesis || corresponds) && previous?.statistic == .growth
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
    if versus != nil, slot.opensParenthesis, slot.clause > 0,
      clauses[slot.clause - 1].items.suffix(2).contains(where: { items[$0].time != nil })
    {
      emit(slot, reading, cues: cues, nature: nil, asPart: false, earlier: versus)
      return
    }
    if lastWasPercent, previous?.of?.nature == .target || lastPercentOfTarget {
      emit(slot, reading, cues: cues, nature: .target, asPart: false)
      return
    }
    let dated = slot.left.contains { items[$0].time != nil } || labelHasTime(slot)
    emit(slot, reading, cues: cues, nature: nil, asPart: false, earlier: dated ? nil : versus)
  }

  var lastPercentOfTarget: Bool { lastFact.map { facts[$0].of?.nature == .target } ?? false }

  /// +1 or −1 where the numeral is an increase or a decrease.
  private func growthDirection(_ slot: Slot) -> Int64? {
    var index = slot.item - 1
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

  /// "tỷ lệ che phủ rừng 52%": a rate of what the catalogue does not know.
  private func rateOfSomethingElse(_ slot: Slot) -> String? {
    guard slot.numeral.isPercent else { return nil }
    let rate = Folding.hash("tỷ")
    guard
      let start = slot.left.first(where: { index in
        items[index].tokens.contains { tokens[$0].hash == rate }
      }), start + 1 < slot.item
    else { return nil }
    var words: [String] = []
    for index in (start + 1)..<slot.item {
      switch items[index].kind {
      case .word:
        if isFillerWord(index) { continue }
        words.append(document.text(tokens[items[index].tokens.lowerBound].range))
      case .cue(let features):
        if features.contains(where: {
          !["mark", "qualifier", "statistic", "aside", "place", "namer", "nature"].contains($0.key)
        }) {
          return nil
        }
      default: continue
      }
    }
    return words.count >= 2 ? words.joined(separator: " ") : nil
  }

  private func isPoints(_ slot: Slot) -> Bool {
    slot.right.prefix(2).contains { items[$0].has("aside", "points") }
  }

  /// A stated none needs what it denies beside it, and no counted subject before it
  /// ("15 chi bộ chưa kết nạp được đảng viên" denies nothing of the whole).
  private func isDenial(_ slot: Slot, _ cues: Cues) -> Bool {
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

  // MARK: Quantities

  /// A first word behind the numeral that names nothing of the catalogue: "15 tổ dân phố".
  private func foreignNoun(_ slot: Slot, _ cues: Cues) -> String? {
    if isUnknownNoun(slot.item) {
      if cues.features.contains(where: {
        !$0.isRight
          && ["event", "noun", "sex", "ethnicity", "level", "qualification", "grade", "group"]
            .contains($0.feature.key)
      }),
        isFillerWord(slot.item + 1)
      {
        return nil
      }
      return nounAfter(slot.item)
    }
    if isForeign(cues) { return nounAfter(slot.item) }
    return nil
  }

  private func isForeign(_ cues: Cues) -> Bool {
    if cues.rightNoun == "otherpetition" { return true }
    if cues.rightNoun == "letter" {
      if lastReading?.noun == "petition",
        lastFact.map({ facts[$0].context.block == block }) ?? false,
        !cues.features.contains(where: { $0.isRight && $0.feature.key == "mark" }),
        frame.event == "denounce" || frame.event == "complain" || versus != nil
      {
        return false
      }
      return !cues.features.contains {
        !$0.isRight && ["denounce", "complain"].contains($0.feature.value)
      }
    }
    if let noun = cues.rightNoun { return noun == "turn" }
    return false
  }

  func isUnknownNoun(_ item: Int) -> Bool {
    let next = item + 1
    guard next < items.count else { return false }
    switch items[next].kind {
    case .word:
      return !isFillerWord(next)
    case .cue(let features):
      // "12 bản", "06 trường học": places and bodies counted themselves
      if features.contains(where: { $0.key == "noun" }) { return false }
      return features.contains { $0.key == "namer" || $0.key == "place" }
    default: return false
    }
  }

  private static let fillers: Set<UInt64> = Set(
    [
      "là", "được", "bị", "có", "đã", "còn", "và", "ở", "trong", "tại", "do", "thì", "so", "trên",
      "theo",
      "của", "từ", "phải", "nam", "để", "nhưng", "mà", "khi", "đều", "không", "chưa", "đang",
      "thuộc", "về", "mới",
    ].map { Folding.hash($0) })

  private func isFillerWord(_ item: Int) -> Bool {
    guard item < items.count, case .word = items[item].kind else { return false }
    return Binder.fillers.contains(tokens[items[item].tokens.lowerBound].hash)
  }

  func nounAfter(_ item: Int) -> String { nounAfterOrNil(item) ?? "" }

  /// Up to three words behind a numeral.
  func nounAfterOrNil(_ item: Int) -> String? {
    var words: [String] = []
    var index = item + 1
    while index < items.count, words.count < 3 {
      switch items[index].kind {
      case .word, .cue:
        words.append(
          items[index].tokens.map { document.text(tokens[$0].range) }.joined(separator: " "))
        index += 1
      default: return words.isEmpty ? nil : words.joined(separator: " ")
      }
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  // MARK: Candidates

  private func candidates(_ slot: Slot, _ cues: Cues) -> [Candidate] {
    var nouns: [(String, Int)] = []
    var events: [(String, Int)] = []
    let rightNoun = cues.rightNoun
    let explicit = rightNoun.map { $0 != "person" } ?? false
    for entry in cues.features where entry.feature.key == "noun" {
      if entry.feature.value == "orgword", !(entry.isRight && entry.distance == 1) { continue }
      if isSubject(entry.feature.value, entry.distance, entry.isRight, cues) { continue }
      let base = weight(entry.isRight ? "noun_right" : "noun_left") - min(3, entry.distance / 3)
      if entry.isRight && entry.feature.value != rightNoun { continue }
      nouns.append((entry.feature.value, base - (entry.feature.value == "person" ? 5 : 0)))
    }
    if !explicit {
      if frame.noun == nil, base.noun == nil || base.level == "heading",
        let noun = previousSentenceReading?.noun, noun != "person"
      {
        nouns.append((noun, 2))
      }
      if let noun = frame.noun { nouns.append((noun, weight("noun_sentence"))) }
      if let noun = base.noun {
        nouns.append((noun, weight(base.level == "heading" ? "noun_heading" : "noun_parent")))
      }
      if cues.features.contains(where: { $0.feature.key == "noun~" }) {
        nouns.append(("candidate", weight("noun_parent") + 2))
      }
      nouns.append(("-", 0))
    }
    for entry in cues.features
    where entry.feature.key == "event" && !entry.feature.value.hasSuffix("?") {
      events.append(
        (
          entry.feature.value,
          weight(entry.isRight ? "event_right" : "event_left") - min(3, entry.distance / 3)
        ))
    }
    if cues.features.contains(where: { ["exempt?", "grade?", "rated?"].contains($0.feature.key) }),
      [frame.event, base.event, previousSentenceReading?.event, lastReading?.event].contains("rate")
    {
      events.append(("rate", weight("event_implied")))
    }
    if let event = lastReading?.event, let last = lastFact,
      facts[last].context.sentence == clauses[slot.clause].sentence
    {
      if last == lastCountFact, facts[last].concept == "training_classes",
        slot.left.contains(where: { items[$0].has("mark", "object") })
      {
        events.append((event, weight("event_right") + 2))
      }
      let sameClause = slot.left.count <= 2 && clauses[slot.clause].numerals.first != slot.item
      events.append((event, sameClause ? 6 : 3))
    }
    let leftNoun = cues.features.contains {
      !$0.isRight && $0.feature.key == "noun" && ["member", "org"].contains($0.feature.value)
    }
    if frame.event == nil, !leftNoun, let event = previousSentenceReading?.event {
      events.append((event, weight("event_heading") + 1))
    }
    let hasEdge =
      slot.left.contains { items[$0].time?.isEdge ?? false }
      || (labelClause(slot) ?? 0..<0).contains { items[$0].time?.isEdge ?? false }
    let structural = cues.features.contains { ["status", "exempt"].contains($0.feature.key) }
    let groupRight =
      cues.features.contains { $0.feature.key == "group" && $0.isRight && $0.distance == 1 }
      && rightNoun == nil
    let described =
      !groupRight
      && cues.features.contains {
        [
          "sex", "ethnicity", "religious", "youth_union", "education", "level", "theory",
          "qualification", "age", "any", "group", "scale",
        ].contains($0.feature.key)
      }
    if !explicit,
      structural
        || hasEdge
          && cues.features.allSatisfy({ ["mark", "noun", "aside"].contains($0.feature.key) })
    {
      nouns.append(("member", weight("noun_left")))
    } else if !explicit, described {
      nouns.append(("member", rightNoun == "person" ? 4 : 3))
    }
    for (key, event) in Binder.impliedEvents
    where cues.features.contains(where: { $0.feature.key == key }) {
      events.append((event, weight("event_implied")))
    }
    if cues.features.contains(where: { $0.feature.key == "expelled" }) {
      let isLeaving = ["die", "transfer_out", "remove"].contains(lastReading?.event ?? "")
      events.append(
        (
          frame.event == "remove" || base.event == "remove" || isLeaving ? "remove" : "discipline",
          weight("event_implied")
        ))
    }
    if let event = frame.event { events.append((event, weight("event_sentence"))) }
    if let event = base.event {
      if cues.features.contains(where: { $0.feature.key == "nature" && !$0.isRight }),
        !cues.has("mark", "total")
      {
        events.append((event, weight("event_parent") + 3))
      }
      let closed = rightNoun == "member" && base.level == "heading" && !isPlanned(cues)
      events.append(
        (
          event,
          weight(base.level == "heading" ? "event_heading" : "event_parent")
            + (closed ? weight("explicit_noun_heading_event") : 0)
        ))
    }
    let isTotal = cues.features.contains {
      $0.feature.key == "mark"
        && ($0.feature.value == "total" || $0.feature.value == "self" && explicit && !$0.isRight)
    }
    let leftExplicit = cues.features.contains {
      !$0.isRight && $0.feature.key == "noun" && ["member", "org"].contains($0.feature.value)
        && !isSubject($0.feature.value, $0.distance, $0.isRight, cues)
    }
    let ownEvent = cues.features.contains {
      $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
    }
    if isTotal, !explicit, !ownEvent,
      cues.features.contains(where: {
        $0.feature.key == "mark" && $0.feature.value == "total" && !$0.isRight
      }), base.concept == nil, !leftExplicit, !slot.numeral.isPercent,
      base.event == nil || base.level == "heading"
    {
      nouns.append(("member", weight("noun_parent") + 4))
    }
    events.append(
      (
        "-",
        isTotal && (explicit || leftExplicit || !ownEvent && base.event == nil)
          ? weight("event_none_stock") + weight("total_resets_event") - 3
          : explicit || leftExplicit ? weight("event_none_stock") : weight("event_none")
      ))

    var result: [Candidate] = []
    for (noun, nounScore) in nouns {
      for (event, eventScore) in events {
        guard let concept = catalogue.readings["\(event) \(noun)"] else { continue }
        let own = ownDimensions(cues, concept: concept, event: event, slot: slot)
        let score = nounScore + eventScore + own.misfits * weight("foreign_dimension")
        if noun == "-", event == "-" { continue }
        if event == "-", cues.features.contains(where: { $0.isRight && $0.feature.key == "post" }) {
          continue
        }
        if concept == "members" || concept == "organizations", event == "-", noun != "-", !explicit,
          own.dimensions.isEmpty, !hasEdge,
          !cues.features.contains(where: { $0.feature.key == "noun" || $0.feature.key == "mark" }),
          frame.entity == nil
        {
          continue
        }
        result.append(
          Candidate(
            reading: Reading(
              concept: concept, event: event == "-" ? nil : event, noun: noun == "-" ? nil : noun,
              dimensions: own.dimensions, own: own.dimensions, score: score, source: "composed"),
            score: score))
      }
    }
    // an event of the numeral's own that cannot be of this noun is of something else: "khen 04 TCĐ"
    let ownEvents = cues.features.filter {
      $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
    }
    if !ownEvents.isEmpty {
      for index in result.indices
      where result[index].reading.event == nil && result[index].reading.noun == rightNoun {
        let fits = ownEvents.contains {
          catalogue.readings["\($0.feature.value) \(rightNoun ?? "-")"] != nil
        }
        if !fits { result[index].score -= 12 }
      }
    }
    // a bare label under a heading of inspections, discipline or ratings counts what the heading does
    if let event = base.event, base.level == "heading", rightNoun == nil, !cues.firstRightIsWord,
      ownEvents.isEmpty, !slot.numeral.isNone,
      slot.left.contains(where: { items[$0].time != nil || items[$0].feature("conductor") != nil })
        || (labelClause(slot) ?? 0..<0).contains(where: { items[$0].time != nil })
    {
      // "Quý I được 08", "Ban Thường vụ 01": a bare number counts what its heading names
      for index in result.indices where result[index].reading.event == event {
        result[index].score += 3
      }
    }
    if leftExplicit, !explicit, let event = base.event, base.level == "heading",
      ["discipline", "rate", "inspect", "violate"].contains(event), ownEvents.isEmpty,
      frame.event == nil
    {
      for index in result.indices where result[index].reading.event == event {
        result[index].score += 5
      }
    }
    // under a heading of discipline, what stands behind figures of discipline is discipline
    if let event = base.event, base.level == "heading",
      ["discipline", "rate", "inspect", "violate"].contains(event), ownEvents.isEmpty,
      (lastReading ?? previousSentenceReading)?.event == event, !isTotal
    {
      for index in result.indices where result[index].reading.event == event {
        result[index].score += 5
      }
    }
    if explicit, frame.entity != nil, frame.entity != base.entity, ownEvents.isEmpty {
      for index in result.indices where result[index].reading.event == nil {
        result[index].score += 2
      }
    }
    result += inherited(slot, cues, explicit: explicit)
    return result
  }

  /// "Đảng bộ kết nạp 78 đồng chí": an organisation before the verb acts, it is not what is counted.
  private func isSubject(_ noun: String, _ distance: Int, _ isRight: Bool, _ cues: Cues) -> Bool {
    guard noun == "org", !isRight, cues.rightNoun != nil else { return false }
    return cues.features.contains {
      !$0.isRight && $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
        && $0.distance < distance
    }
  }

  private static let impliedEvents: [(String, String)] = [
    ("grade", "rate"), ("rated", "rate"), ("form", "discipline"), ("reason", "remove"),
    ("years_of_membership", "badge"), ("trained", "candidate"),
  ]

  private func isPlanned(_ cues: Cues) -> Bool {
    cues.features.contains { $0.feature.key == "nature" && !$0.isRight } || frame.nature == .target
  }

  /// The concept of the whole, of the numeral before, or of the list's parent.
  private func inherited(_ slot: Slot, _ cues: Cues, explicit: Bool) -> [Candidate] {
    var result: [Candidate] = []
    let own = cues.features.first { $0.feature.key == "event" && !$0.feature.value.hasSuffix("?") }?
      .feature.value
    func add(_ reading: Reading?, _ score: Int, inheritsDimensions: Bool) {
      guard let reading else { return }
      if explicit, let noun = cues.rightNoun, !sameNoun(noun, reading) { return }
      if reading.concept == "members" || reading.concept == "organizations",
        cues.features.contains(where: { $0.isRight && $0.feature.key == "post" })
      {
        return
      }
      if let own, own != reading.event,
        catalogue.readings["\(own) \(reading.noun ?? "-")"] != reading.concept
      {
        return
      }
      let dimensions = ownDimensions(
        cues, concept: reading.concept, event: reading.event, slot: slot)
      var merged = inheritsDimensions ? reading.dimensions : [:]
      for (key, value) in dimensions.dimensions { merged[key] = value }
      result.append(
        Candidate(
          reading: Reading(
            concept: reading.concept, event: reading.event, noun: reading.noun, dimensions: merged,
            own: dimensions.dimensions, score: 0, source: "inherited"),
          score: score + dimensions.misfits * weight("foreign_dimension")
            + (cues.rightNoun != nil ? 1 : 0)))
    }
    if frame.opensParts, let reading = wholeReading {
      add(reading, weight("inherit_part"), inheritsDimensions: true)
    }
    if let reading = lastReading {
      add(reading, weight("inherit_sibling"), inheritsDimensions: false)
    } else if let reading = previousSentenceReading, explicit == false {
      add(reading, weight("inherit_label") - 1, inheritsDimensions: false)
    }
    if let concept = base.concept {
      let reading = Reading(
        concept: concept, event: base.event, noun: base.noun, dimensions: base.dimensions, own: [:],
        score: 0, source: "parent")
      add(
        reading, base.opensParts ? weight("inherit_part") : weight("inherit_label"),
        inheritsDimensions: base.opensParts)
    }
    return result
  }

  func sameNoun(_ noun: String, _ reading: Reading) -> Bool {
    if noun == reading.noun { return true }
    if noun == "letter", reading.noun == "petition" { return true }
    if noun == "orgword" || noun == "org" {
      return reading.noun == "org" || reading.noun == "orgword"
    }
    return catalogue.readings["\(reading.event ?? "-") \(noun)"] == reading.concept
  }

  // MARK: Dimensions

  /// The dimensions that a numeral's own cues state, and how many of them the concept cannot take.
  private func ownDimensions(
    _ cues: Cues, concept: String, event: String?, slot: Slot
  ) -> (dimensions: [String: String], misfits: Int) {
    var dimensions: [String: String] = [:]
    var distances: [String: Int] = [:]
    var misfits = 0
    func put(
      _ key: String, _ value: String,
      _ entry: (feature: Feature, distance: Int, isRight: Bool, item: Int)
    ) {
      guard catalogue.allows(key, on: concept) else {
        if key == "status", concept == "confirmations" || concept == "admissions" { return }
        if key != "activity" && key != "course" && key != "conductor" && key != "org_type"
          && key != "group"
        {
          misfits += 1
        }
        return
      }
      if let known = distances[key], known <= entry.distance { return }
      dimensions[key] = value
      distances[key] = entry.distance
    }
    let scale =
      cues.features.filter { $0.feature.key == "scale" }.min { $0.distance < $1.distance }?.feature
      .value ?? frame.scale
    for entry in cues.features {
      let value = entry.feature.value
      if slot.numeral.isPercent, entry.isRight, isWholeOfShare(slot, entry.item) { continue }
      switch entry.feature.key {
      case "level":
        put(scale == "theory" ? "theory" : "qualification", value, entry)
      case "any":
        if let scale { put(scale, "any", entry) }
      case "scale":
        let isOf =
          entry.item < slot.item
          && (entry.item..<slot.item).contains { items[$0].has("mark", "of") }
        if value != "education", !isOf,
          !cues.features.contains(where: {
            ["level", "qualification", "theory", "any"].contains($0.feature.key)
          }), catalogue.allows(value, on: concept), !entry.isRight
        {
          put(value, "any", entry)
        }
      case "ethnic?":
        if entry.distance <= (entry.isRight ? 2 : 4),
          tokens[items[entry.item].tokens.lowerBound].startsUpper || entry.distance == 1,
          concept != "organizations"
        {
          put("ethnicity", value, entry)
        }
      case "grade"
      where value == "good" && entry.item + 1 < items.count
        && items[entry.item + 1].has("after", "at_least"):
        put("grade", "good+", entry)
      case "grade?":
        if event == "rate" || concept.hasPrefix("rated_") { put("grade", value, entry) }
      case "rated?":
        if concept.hasPrefix("rated_") { put("rated", value, entry) }
      case "exempt?":
        if concept.hasPrefix("rated_") {
          put("rated", "exempt", entry)
        } else {
          put("exempt", "yes", entry)
        }
      case "expelled":
        if concept == "removals" {
          put("reason", "expelled", entry)
        } else {
          put("form", "expulsion", entry)
        }
      case "post?":
        let listed =
          slot.clause + 1 < clauses.count
          && (clauses[slot.clause + 1].items.first.map {
            items[$0].has("mark", "complete") || items[$0].has("mark", "ofwhich")
          } ?? false)
        if concept == "committee_appointments", entry.isRight, entry.distance == 1, !listed {
          put("position", value, entry)
        }
      case "post":
        if concept == "committee_appointments" {
          if entry.isRight, value == "committee_member", slot.clause + 1 < clauses.count,
            clauses[slot.clause + 1].items.first.map({
              items[$0].has("mark", "complete") || items[$0].has("mark", "ofwhich")
            }) ?? false
          {
            continue
          }
          put("position", value.hasSuffix("?") ? String(value.dropLast()) : value, entry)
        } else if concept == "disciplined_members", frame.opensParts,
          wholeReading?.dimensions["committee_member"] != nil
        {
          put("position", value, entry)
        } else if value == "committee_member" {
          put("committee_member", "yes", entry)
        }
      case "org_type":
        var code = value
        if code == "~subordinate_cell" || code == "~commune_cell" {
          code = reportsAsCommune ? "commune_cell" : "subordinate_cell"
          if value == "~subordinate_cell",
            lastReading?.dimensions["org_type"]?.hasPrefix("grassroots") == true
              || frame.entity != nil
          {
            code = "subordinate_cell"
          }
        }
        if !entry.isRight, let right = cues.rightNoun, right == "org" || right == "orgword",
          cues.features.contains(where: {
            $0.isRight && ($0.feature.key == "org_type" || $0.feature.key == "orgword")
          })
        {
          continue
        }
        if concept == "members", entry.isRight == false || slot.numeral.isPercent { continue }
        if concept == "members" { continue }
        put("org_type", code, entry)
      case "orgword":
        guard concept == "organizations" || concept == "rated_organizations",
          dimensions["org_type"] == nil
        else { continue }
        if !entry.isRight, cues.rightNoun != nil { continue }
        let ofGrassroots =
          (frame.opensParts || clauses[slot.clause].depth > 0)
          && (wholeReading?.dimensions["org_type"] ?? lastReading?.dimensions["org_type"] ?? "")
            .hasPrefix("grassroots")
        if value == "cell", !ofGrassroots,
          event == "rate" || frame.event == "rate" || concept == "rated_organizations"
        {
          if let type = cellType {
            let bare =
              type.hasPrefix("~") ? (reportsAsCommune ? "commune_cell" : "subordinate_cell") : type
            put("org_type", bare, entry)
            continue
          }
        }
        let parent =
          wholeReading?.dimensions["org_type"] ?? lastReading?.dimensions["org_type"] ?? ""
        if (frame.opensParts || clauses[slot.clause].depth > 0), parent.hasPrefix("grassroots") {
          put("org_type", value == "cell" ? "grassroots_cell" : "grassroots_committee", entry)
        } else if concept == "organizations", value == "cell", frame.entity != nil {
          put("org_type", "subordinate_cell", entry)
        } else if concept == "organizations", value == "cell", let type = blockCellType,
          !cues.features.contains(where: { $0.feature.key == "group" })
        {
          put(
            "org_type",
            type.hasPrefix("~") ? (reportsAsCommune ? "commune_cell" : "subordinate_cell") : type,
            entry)
        } else if concept == "organizations" {
          let hasGroup = cues.features.contains { $0.feature.key == "group" }
          if value == "cell" {
            put("org_type", hasGroup && reportsAsCommune ? "commune_cell" : "cell", entry)
          } else {
            put("org_type", "grassroots_committee", entry)
          }
        }
      case "activity", "subject":
        put(entry.feature.key, value, entry)
      case "conductor":
        if value != "several", !entry.isRight { put("conductor", value, entry) }
      case "conductor?":
        if !entry.isRight, isActing(entry.item) { put("conductor", value, entry) }
      case "course":
        put("course", value, entry)
      case "group":
        if !entry.isRight || entry.distance <= 9 { put("group", value, entry) }
      case "sex", "status", "ethnicity", "religious", "youth_union", "exempt", "age", "education",
        "qualification", "theory", "reason", "form", "grade", "rated", "trained", "passed",
        "years_of_membership":
        put(entry.feature.key, value, entry)
      default: continue
      }
    }
    if dimensions["grade"] == "good", slot.clause > 0,
      clauses[slot.clause - 1].depth > clauses[slot.clause].depth,
      clauses[slot.clause - 1].items.contains(where: { items[$0].feature("plus") != nil })
    {
      dimensions["grade"] = "good+"
    }
    if concept == "confirmations" { dimensions["status"] = nil }
    if event == "admit" || concept == "admissions" { dimensions["status"] = nil }
    return (dimensions, misfits)
  }
}
