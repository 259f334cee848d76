import Catalogue
import DocumentModel

/// Finds, for the numerals of one block, what each of them counts.
///
/// Each numeral gets a handful of candidate readings (its own cues joined with the event, noun or
/// concept that the sentence, the list's parent or the heading hands down); each is scored by
/// `weights.tsv`; the best one that the catalogue allows wins, and its margin is the confidence.
struct Binder {
  let catalogue: Catalogue
  let document: Document
  let calendar: Calendar
  let unit: String
  let block: Int
  let region: FactContext.Region
  let reportsAsCommune: Bool
  var tokens: [Token] = []
  var items: [Item] = []
  var clauses: [Clause] = []

  /// Output.
  var facts: [Fact] = []
  /// Frame behind each fact, for footnotes and list children.
  var readings: [Int: Reading] = [:]
  var links: [FactLink] = []
  /// Item index to indices in `facts`.
  var factsOfItem: [Int: [Int]] = [:]
  var quantities: [Int: String] = [:]

  /// Where the first fact of this block will stand in the document's list.
  let offset: Int
  let findsEntities: Bool

  // Running state of the sentence
  var frame = Frame()
  var lastReading: Reading?
  var lastFact: Int?
  var lastCountFact: Int?
  var clauseTime: TimeMention?
  var growthSign: Int64 = 0
  var sentenceOf: Int = -1
  var carriedAge = 0
  var base: Frame

  init(
    catalogue: Catalogue, document: Document, calendar: Calendar, unit: String, block: Int,
    region: FactContext.Region, frame: Frame, ownName: [UInt64], segments: [Range<Int>],
    reportsAsCommune: Bool, offset: Int,
    findsEntities: Bool = true
  ) {
    self.catalogue = catalogue
    self.document = document
    self.calendar = calendar
    self.unit = unit
    self.block = block
    self.region = region
    self.frame = frame
    self.base = frame
    self.frame.event = nil
    self.frame.day = nil
    self.frame.averages = nil
    self.frame.noun = nil
    self.reportsAsCommune = reportsAsCommune
    self.offset = offset
    self.findsEntities = findsEntities
    tokens = catalogue.tokens(document.bytes, segments)
    items = Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar,
      findsEntities: findsEntities, ownName: ownName
    ).items(tokens)
    clauses = ClauseCutter(tokens: tokens, items: items).cut()
  }

  /// Binds all numerals; returns the frame that the block hands down to list items below it.
  mutating func bind() -> Frame {
    var handedDown: Frame?
    for index in clauses.indices {
      if clauses[index].sentence != sentenceOf { startSentence(index) }
      bindClause(index)
      if handedDown == nil,
        let first = facts.indices.first(where: {
          facts[$0].statistic == .total && facts[$0].unit != "percent"
            && facts[$0].nature == .actual
        }), let reading = readings[first]
      {
        var frame = self.frame
        frame.concept = reading.concept
        frame.event = reading.event
        frame.noun = reading.noun
        frame.dimensions = reading.dimensions
        frame.whole = first + offset
        frame.entity = facts[first].entity.name == unit ? base.entity : facts[first].entity
        handedDown = frame
      }
    }
    var result = handedDown ?? frame
    if handedDown == nil {
      result.event = result.event ?? base.event
      result.noun = result.noun ?? base.noun
    }
    if handedDown == nil, facts.isEmpty { describe(&result) }
    result.carried = frame.carried
    result.time = frame.time ?? result.time
    result.nature = frame.nature
    result.opensParts = endsOpen || result.handsDown
    result.isComplete = frame.isComplete
    if endsOpen, let last = lastListHead, last != handedDown?.whole.map({ $0 - offset }),
      let reading = readings[last]
    {
      result.concept = reading.concept
      result.event = reading.event
      result.noun = reading.noun
      result.dimensions = reading.dimensions
      result.whole = last + offset
    }
    return result
  }

  /// What a block without figures says of the items below it: "Hoàn thành xuất sắc nhiệm vụ".
  private func describe(_ frame: inout Frame) {
    guard !items.isEmpty else { return }
    let slot = Slot(
      item: items.count,
      numeral: Numeral(
        value: ExactDecimal(0), decimals: 0, upper: nil, isPercent: false, isNone: false,
        isWord: false, range: 0..<0),
      left: 0..<items.count, right: items.count..<items.count, depth: 0,
      clause: clauses.indices.last ?? 0, opensParenthesis: false, denominatorOf: nil)
    guard clauses.isEmpty == false, let reading = describing(slot, cues(slot)) else { return }
    frame.concept = reading.concept
    frame.event = reading.event
    frame.noun = reading.noun
    frame.dimensions = base.dimensions.merging(reading.dimensions) { $1 }
    frame.handsDown = !reading.dimensions.isEmpty
  }

  /// True where the block ends with a colon or "trong đó": what follows are its parts.
  private var endsOpen: Bool {
    guard let last = items.last else { return false }
    if last.isSign(":") { return true }
    return last.has("mark", "ofwhich") || last.has("mark", "complete")
  }

  /// Behind "…; trong đó:" the last plain count is what the parts refer to.
  private var lastListHead: Int? {
    guard let clause = clauses.last,
      clause.items.contains(where: {
        items[$0].has("mark", "ofwhich") || items[$0].has("mark", "complete")
      })
    else { return nil }
    return nil
  }

  private mutating func startSentence(_ clause: Int) {
    let previous = sentenceOf
    sentenceOf = clauses[clause].sentence
    carriedAge += 1
    if previous >= 0 {
      let time = frame.time
      let carried = frame.carried
      var next = base
      _ = time
      next.time = sentenceTime ?? base.time
      next.orgType = frame.orgType
      next.event = nil
      next.noun = nil
      if carriedAge <= 1, facts.count > factsBeforeSentence {
        next.carried = base.carried.merging(carried) { $1 }
        // a sentence that went through several bodies leaves none behind
        if sentenceConductors.count > 1 { next.carried["conductor"] = base.carried["conductor"] }
      }
      // the list's head keeps its parts over a full stop: "…: 1.286. Trong đó, …"
      next.whole = frame.whole
      if let reading = lastWholeReading { wholeReading = reading }
      frame = next
      frame.scale = base.scale
    }
    sentenceConductors = []
    scope = nil
    parenthesisTime = nil
    factsBeforeSentence = facts.count
    growthSign = 0
    clauseTime = nil
    previousSentenceReading = lastReading
    lastReading = nil
    versus = nil
  }

  var sentenceTime: TimeMention?
  private var factsBeforeSentence = 0
  var wholeReading: Reading?
  var lastWholeReading: Reading?
  var previousSentenceReading: Reading?
  /// The time compared with, once "so với" was read.
  var versus: TimeMention?

  // MARK: Clauses

  private mutating func bindClause(_ index: Int) {
    let clause = clauses[index]
    if index > 0, clauses[index - 1].sentence == clause.sentence {
      let before = clauses[index - 1].depth
      if clause.depth > before {
        outerTimes.append(frame.time)
        if versus != nil, let last = clauses[index - 1].items.last, items[last].time != nil {
          parenthesisTime = versus
        }
      }
      if clause.depth < before { parenthesisTime = nil }
      if clause.depth < before, let outer = outerTimes.popLast() {
        // "(10/12/2019)" dates what stands around it
        let dated = clauses[index - 1].numerals.isEmpty && (frame.time?.isDay ?? false)
        if dated {
          frame.day = frame.time
          let before = index >= 2 ? clauses[index - 2].items : 0..<0
          let reaches = before.contains { item in
            items[item].tokens.contains { tokens[$0].hash == Folding.hash("đến") }
          }
          frame.dayClause = reaches ? Int.max : index
        }
        frame.time = outer
      }
      if clause.depth == before || clause.opener == ";" { releaseEntity(index) }
      if clause.opener == ";", frame.opensParts, let first = clause.items.first,
        clause.items.count > 1,
        items[first].has("mark", "share") || items[first].feature("statistic") != nil
      {
        // "…, quý III 26; bằng 70,0% chỉ tiêu": of the whole again
        frame.time = frame.timeOfWhole
      }
    } else {
      outerTimes = []
    }
    var segment = clause.items.lowerBound
    // "16 chi bộ được xếp loại: hoàn thành xuất sắc 03, …": what follows the colon are parts
    if clause.opener == ":", index > 0, clauses[index - 1].sentence == clause.sentence,
      let last = clauses[index - 1].numerals.last,
      clauses[index - 1].depth == clause.depth, factsOfItem[last] != nil, !clause.numerals.isEmpty
    {
      frame.opensParts = true
      frame.isComplete = false
      if let fact = lastCountFact {
        frame.whole = fact + offset
        wholeReading = readings[fact]
      }
    }
    if clause.numerals.isEmpty, clause.depth == 0,
      index == clauses.firstIndex(where: { $0.sentence == clause.sentence }),
      let group = clause.items.compactMap({ items[$0].feature("group") }).first,
      !clause.items.contains(where: {
        items[$0].feature("event") != nil || items[$0].feature("noun") != nil
      }),
      clause.items.count <= 6
    {
      scope = group
    }
    if clause.numerals.isEmpty {
      absorb(clause.items, clause: index)
      return
    }
    var position = 0
    while position < clause.numerals.count {
      let item = clause.numerals[position]
      let nextNumeral = position + 1 < clause.numerals.count ? clause.numerals[position + 1] : nil
      let rightEnd = nextNumeral.map { split(after: item, before: $0) } ?? clause.items.upperBound
      let slot = Slot(
        item: item,
        numeral: items[item].numeral
          ?? Numeral(
            value: ExactDecimal(0), decimals: 0, upper: nil, isPercent: false, isNone: false,
            isWord: false, range: 0..<0),
        left: segment..<item, right: (item + 1)..<rightEnd, depth: clause.depth, clause: index,
        opensParenthesis: clause.opener == "(" && position == 0, denominatorOf: nil)
      absorb(slot.left, clause: index)
      // x/y
      if let next = nextNumeral, next == item + 2, items[item + 1].isSign("/"), !slot.numeral.isNone
      {
        bindFraction(slot, next, clause: index, position: position)
        let after =
          position + 2 < clause.numerals.count
          ? split(after: next, before: clause.numerals[position + 2]) : clause.items.upperBound
        absorb((next + 1)..<after, clause: index)
        segment = after
        position += 2
        continue
      }
      bindSlot(slot)
      if slot.numeral.isPercent {
        let nature = frame.nature
        let time = frame.time
        absorb(slot.right, clause: index)
        frame.nature = nature
        if slot.right.contains(where: { items[$0].feature("nature") == "plan" }) {
          frame.time = time
        }
      } else {
        absorb(slot.right, clause: index)
      }
      segment = rightEnd
      position += 1
    }
  }

  private var outerTimes: [TimeMention?] = []

  /// A sub-unit's figures end where a new clause speaks of something else.
  private mutating func releaseEntity(_ index: Int) {
    let clause = clauses[index]
    guard frame.entity != base.entity, clause.opener == ";" || clause.opener == ",",
      !clause.numerals.isEmpty
    else { return }
    let speaks = clause.items.contains {
      items[$0].feature("noun").map { $0 != "person" } ?? false || items[$0].feature("event") != nil
        || items[$0].has("mark", "rest")
    }
    let going = ["có", "nơi", "hiện", "chỉ", "đã", "được"].map { Folding.hash($0) }
    let continues =
      clause.items.first.map { going.contains(tokens[items[$0].tokens.lowerBound].hash) } ?? false
    if clause.opener == ";" || speaks && !continues { frame.entity = base.entity }
  }

  /// Where the words between two numerals stop belonging to the first.
  private func split(after first: Int, before second: Int) -> Int {
    var index = first + 1
    var seenCue = false
    while index < second {
      let item = items[index]
      if item.isSign("/") { return index + 1 }
      if let mark = item.feature("mark"),
        ["object", "ofwhich", "versus", "complete", "share"].contains(mark)
      {
        return index
      }
      if item.feature("statistic") != nil || item.feature("nature") != nil
        || item.feature("qualifier") != nil
      {
        return index
      }
      if case .entity = item.kind { return index }
      if case .time(let time) = item.kind, seenCue, index + 1 == second || time.isComparison {
        return index + (time.isComparison ? 1 : 0)
      }
      if item.feature("conductor") != nil, item.feature("noun") == nil, seenCue { return index }
      if case .cue = item.kind {
        if seenCue, item.feature("event") != nil, item.feature("noun") == nil,
          precedingAreFar(index, first)
        {
          return index
        }
        seenCue = true
      } else if case .word = item.kind {
        // a filler between cues stays; several end the group
        if wordsAhead(index, second) >= 3 && seenCue { return index }
      }
      index += 1
    }
    return second
  }

  private func precedingAreFar(_ index: Int, _ first: Int) -> Bool {
    index + 1 < items.count && items[index + 1].numeral != nil
  }

  private func wordsAhead(_ index: Int, _ end: Int) -> Int {
    var count = 0
    var position = index
    while position < end, case .word = items[position].kind {
      count += 1
      position += 1
    }
    return count
  }

  /// Takes the context cues of items that no numeral needs for itself.
  private mutating func absorb(_ range: Range<Int>, clause: Int) {
    var conductors: Set<String> = []
    for index in range {
      let item = items[index]
      if let event = item.feature("event"), !event.hasSuffix("?") { frame.event = event }
      if let noun = item.feature("noun"), noun != "person", noun != "class", noun != "orgword" {
        frame.noun = noun
      }
      if let scale = item.feature("scale") { frame.scale = scale }
      if let nature = item.feature("nature") {
        if nature == "plan" || nature == "program" {
          // a plan is the numeral's own label, not the sentence's mood
        } else if nature == "actual?" {
          if frame.nature == .target, base.nature != .target { frame.nature = nil }
        } else {
          frame.nature = Fact.Nature(rawValue: nature)
        }
      }
      if let per = item.feature("per") { frame.per = per }
      if item.has("statistic", "average") { frame.averages = clause }
      if let activity = item.feature("activity") {
        frame.carried["activity"] = activity
        carriedAge = 0
        frame.carried["subject"] = nil
        if let subject = item.feature("subject") { frame.carried["subject"] = subject }
      }
      if let course = item.feature("course") { frame.carried["course"] = course }
      if let conductor = item.feature("conductor") { conductors.insert(conductor) }
      if let conductor = item.feature("conductor?"), isActing(index) {
        conductors.insert(conductor)
      }
      if let type = item.feature("org_type") {
        frame.orgType = type
        if type.hasSuffix("_cell") && type != "grassroots_cell" {
          cellType = type
          blockCellType = type
        }
      }
      if item.has("mark", "self") { frame.entity = base.entity }
      if case .entity(let name) = item.kind {
        frame.entity = Entity(name: name)
      }
      switch item.feature("mark") {
      case "series":
        frame.opensParts = true
        frame.isComplete = true
        if facts.count == factsBeforeSentence, let first = readings[0] {
          wholeReading = first
          frame.whole = offset
        } else {
          noteWhole(clause, index)
        }
      case "regroup":
        if let first = readings[0] { frame.carried["activity"] = first.dimensions["activity"] }
      case "ofwhich":
        frame.opensParts = true
        frame.isComplete = false
        noteWhole(clause, index)
      case "complete":
        frame.opensParts = true
        frame.isComplete = true
        noteWhole(clause, index)
      case "versus":
        versusPending = true
      default: break
      }
      if let growth = item.feature("statistic"), growth.hasPrefix("growth") { _ = growth }
      if case .time(let time) = item.kind, time.isLabel {
        labelTime = (time, clause)
      } else if case .time(let time) = item.kind {
        let grown =
          index > 0 && (items[index - 1].feature("statistic")?.hasPrefix("growth") ?? false)
        if versusPending || time.isComparison || grown {
          versus = time
          versusPending = false
        } else {
          frame.time = time
          let opening =
            clauses[clause].sentence == 0 && clauses[clause].numerals.isEmpty
            && clauses[clause].closer == ":" && clauses[clause].items.lowerBound == 0
          if index == firstItem(ofSentence: clauses[clause].sentence) || opening, !time.isEdge,
            clauses[clause].depth == 0
          {
            sentenceTime = time
          }
        }
      }
    }
    sentenceConductors.formUnion(conductors)
    if conductors.count == 1, let only = conductors.first {
      frame.carried["conductor"] = only == "several" ? nil : only
      if only == "several" { frame.carried["conductor"] = nil }
      carriedAge = 0
    } else if conductors.count > 1 {
      frame.carried["conductor"] = nil
    }
  }

  var versusPending = false
  private var sentenceConductors: Set<String> = []
  /// "Ở khối viên chức, …": a group that the rest of the sentence is about.
  var scope: String?
  /// "So với quý I/2025 (09 tổ chức, 10 đảng viên)": the time of what stands in the parentheses.
  var parenthesisTime: TimeMention?
  /// The fact and the plan of the last "142/130 chỉ tiêu".
  var fractionPlan: (fact: Int, plan: Int)?
  /// The span that plans further on are for.
  var planTime: TimeMention?
  var comparisonClause = -2
  var comparisonTime: TimeMention?
  var labelTime: (time: TimeMention, clause: Int)?
  /// The kind of cell that this block has named.
  var blockCellType: String?
  /// Concept of the fact being written.
  var slotConcept = ""
  var cellType: String?

  private func firstItem(ofSentence sentence: Int) -> Int? {
    clauses.first { $0.sentence == sentence }?.items.lowerBound
  }

  private func isName(_ item: Int) -> Bool {
    switch items[item].kind {
    case .word: return true
    case .cue(let features):
      return features.allSatisfy { ["place", "namer", "group"].contains($0.key) }
    default: return false
    }
  }

  /// A committee acts where a verb of inspecting, a number or a colon follows it at once.
  func isActing(_ item: Int) -> Bool {
    if !findsEntities { return true }
    var next = item + 1
    while next < items.count, next - item <= 2, isName(next) { next += 1 }
    guard next < items.count else { return false }
    return items[next].numeral != nil || items[next].isSign(":")
      || items[next].feature("activity") != nil || items[next].has("event", "discipline")
  }

  /// Remembers what the parts to come are parts of.
  ///
  /// A clause of its own before the colon ("Số đảng viên của các chi bộ gồm:") says it better than
  /// the number before.
  private mutating func noteWhole(_ clause: Int, _ item: Int) {
    if clauses[clause].numerals.allSatisfy({ $0 > item }) {
      let nouns = clauses[clause].items.prefix(while: { $0 < item }).compactMap { index in
        items[index].feature("event") == nil ? items[index].feature("noun") : nil
      }.filter { $0 != "person" && $0 != "orgword" }
      if let noun = nouns.first, noun != lastReading?.noun,
        let concept = catalogue.readings["- \(noun)"],
        !clauses[clause].items.contains(where: { items[$0].feature("event") != nil })
      {
        frame.whole = nil
        wholeReading = Reading(
          concept: concept, event: nil, noun: noun, dimensions: [:], own: [:], score: 0,
          source: "label")
        return
      }
    }
    frame.timeOfWhole = frame.time
    if let fact = lastCountFact,
      facts[fact].context.sentence == clauses[clause].sentence || frame.whole == nil
    {
      frame.whole = fact + offset
      wholeReading = readings[fact]
    } else if let reading = wholeReading {
      wholeReading = reading
    }
  }

  // MARK: One numeral

  struct Cues {
    var features: [(feature: Feature, distance: Int, isRight: Bool, item: Int)] = []
    var firstRightIsWord = false
    var rightNoun: String?

    func first(_ key: String, right: Bool? = nil) -> String? {
      var best: (String, Int)?
      for entry in features
      where entry.feature.key == key && (right == nil || entry.isRight == right) {
        if best == nil || entry.distance < (best?.1 ?? 0) {
          best = (entry.feature.value, entry.distance)
        }
      }
      return best?.0
    }

    func has(_ key: String, _ value: String) -> Bool {
      features.contains { $0.feature.key == key && $0.feature.value == value }
    }
  }

  private func cues(_ slot: Slot) -> Cues {
    var cues = Cues()
    for index in slot.left {
      guard case .cue(let features) = items[index].kind else { continue }
      for feature in features {
        cues.features.append((feature, slot.item - index, false, index))
      }
    }
    // "Tố cáo, khiếu nại kỷ luật: không": a label of two
    if slot.numeral.isNone, let label = labelClause(slot), slot.clause >= 2,
      clauses[slot.clause - 1].items == label,
      clauses[slot.clause - 1].opener == ",", clauses[slot.clause - 2].numerals.isEmpty,
      clauses[slot.clause - 2].sentence == clauses[slot.clause].sentence
    {
      for index in clauses[slot.clause - 2].items {
        guard case .cue(let features) = items[index].kind else { continue }
        for feature in features where feature.key == "event" {
          cues.features.append((feature, slot.item - index + 6, false, index))
        }
      }
    }
    // the label before a colon
    if slot.left.allSatisfy({ isFiller($0) }), let label = labelClause(slot) {
      for index in label {
        guard case .cue(let features) = items[index].kind else { continue }
        for feature in features {
          cues.features.append((feature, slot.item - index + 2, false, index))
        }
      }
    }
    var gap = 0
    var stopped = false
    for index in slot.right where !stopped {
      switch items[index].kind {
      case .cue(let features):
        if let mark = items[index].feature("mark"),
          ["object", "ofwhich", "complete", "versus"].contains(mark),
          cues.features.contains(where: { $0.isRight }),
          mark != "ofwhich"
            || (index..<slot.right.upperBound).contains(where: { items[$0].numeral != nil })
            || cues.rightNoun != "person"
        {
          stopped = true
          continue
        }
        if items[index].feature("statistic") != nil { stopped = true; continue }
        for feature in features {
          cues.features.append((feature, index - slot.item, true, index))
          if feature.key == "noun", cues.rightNoun == nil { cues.rightNoun = feature.value }
        }
        gap = 0
      case .word:
        if index == slot.item + 1 { cues.firstRightIsWord = true }
        gap += 1
        if gap > 6 { stopped = true }
      case .entity, .numeral: stopped = true
      case .sign(let sign): if sign != "/" && sign != "-" { gap += 1 }
      default: break
      }
    }
    // "10 chi, đảng bộ cơ sở và 65 chi bộ trực thuộc hoàn thành xuất sắc": the predicate is shared
    if slot.clause + 1 < clauses.count, clauses[slot.clause].numerals.last == slot.item,
      clauses[slot.clause + 1].opener == "&"
        || clauses[slot.clause + 1].opener == ","
          && clauses[slot.clause + 1].numerals.first == clauses[slot.clause + 1].items.lowerBound,
      !slot.numeral.isPercent, cues.rightNoun != nil,
      !cues.features.contains(where: {
        $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
          && ($0.isRight || clauses[slot.clause + 1].opener == ",")
      }),
      let other = clauses[slot.clause + 1].numerals.first
    {
      for index in (other + 1)..<clauses[slot.clause + 1].items.upperBound {
        if items[index].numeral != nil { break }
        guard case .cue(let features) = items[index].kind, items[index].feature("noun") == nil
        else { continue }
        for feature in features where ["event", "grade", "rated", "form"].contains(feature.key) {
          cues.features.append((feature, index - other + 4, true, index))
        }
      }
    }
    if slot.numeral.isNone, cues.rightNoun != nil,
      !cues.features.contains(where: { $0.isRight && $0.feature.key == "event" }),
      slot.clause + 1 < clauses.count, clauses[slot.clause + 1].opener == ",",
      clauses[slot.clause + 1].numerals.isEmpty
    {
      for index in clauses[slot.clause + 1].items {
        guard case .cue(let features) = items[index].kind else { continue }
        for feature in features where feature.key == "event" || feature.key == "form" {
          cues.features.append((feature, index - slot.item, true, index))
        }
      }
    }
    // "Kỷ luật 01 đảng viên, hình thức khiển trách"
    if clauses[slot.clause].numerals.last == slot.item, slot.clause + 1 < clauses.count {
      let next = clauses[slot.clause + 1]
      if next.opener == ",", next.numerals.isEmpty, next.sentence == clauses[slot.clause].sentence,
        next.items.prefix(3).contains(where: { index in
          if case .word = items[index].kind {
            return tokens[items[index].tokens.lowerBound].hash == Folding.hash("thức")
          }
          return false
        })
      {
        for index in next.items {
          guard case .cue(let features) = items[index].kind else { continue }
          for feature in features where feature.key == "form" || feature.key == "expelled" {
            cues.features.append((feature, index - slot.item, true, index))
          }
        }
      }
    }
    // "01 (khai trừ)"
    if slot.clause + 1 < clauses.count, clauses[slot.clause].numerals.last == slot.item,
      clauses[slot.clause].closer == "(",
      clauses[slot.clause + 1].numerals.isEmpty, clauses[slot.clause + 1].items.count <= 3,
      clauses[slot.clause + 1].closer == ")"
    {
      for index in clauses[slot.clause + 1].items {
        guard case .cue(let features) = items[index].kind else { continue }
        for feature in features
        where ["form", "reason", "expelled", "sex", "grade"].contains(feature.key) {
          cues.features.append((feature, index - slot.item, true, index))
        }
      }
    }
    if !findsEntities, cues.features.contains(where: { $0.feature.key == "moves" }) {
      for index in slot.left {
        let hash = tokens[items[index].tokens.lowerBound].hash
        if hash == Folding.hash("đến") || hash == Folding.hash("đi") {
          cues.features.append(
            (
              Feature(
                key: "event", value: hash == Folding.hash("đi") ? "transfer_out" : "transfer_in"),
              1, false, index
            ))
        }
      }
    }
    // "(KT: 02; CC: 01)" of discipline are forms
    if clauses[slot.clause].depth > 0,
      (lastReading ?? wholeReading)?.concept.hasPrefix("disciplined") ?? false
    {
      let forms = cues.features.filter { $0.feature.key == "form?" }
      for entry in forms {
        cues.features.removeAll { $0.item == entry.item }
        cues.features.append(
          (
            Feature(key: "form", value: entry.feature.value), entry.distance, entry.isRight,
            entry.item
          ))
        cues.features.append(
          (Feature(key: "event", value: "discipline"), entry.distance, entry.isRight, entry.item))
      }
    }
    for index in continuation(slot) {
      guard case .cue(let features) = items[index].kind else { continue }
      if let mark = items[index].feature("mark"), ["ofwhich", "complete", "versus"].contains(mark) {
        break
      }
      for feature in features where feature.key != "noun" || feature.value == "class" {
        cues.features.append((feature, index - slot.item + 2, true, index))
      }
    }
    return cues
  }

  private func isFiller(_ index: Int) -> Bool {
    switch items[index].kind {
    case .cue(let features):
      return features.allSatisfy { ["qualifier", "mark", "nature"].contains($0.key) }
    case .word, .time: return true
    default: return false
    }
  }

  /// Items of the label before "…:" where the numeral follows the colon at once.
  func labelClause(_ slot: Slot) -> Range<Int>? {
    let clause = clauses[slot.clause]
    guard clause.opener == ":", slot.clause > 0, clause.numerals.first == slot.item else {
      return nil
    }
    var at = slot.clause - 1
    while at > 0, clauses[at].depth > clause.depth { at -= 1 }
    let label = clauses[at]
    guard label.sentence == clause.sentence, label.depth == clause.depth else { return nil }
    if let last = label.numerals.last { return (last + 1)..<label.items.upperBound }
    return label.items
  }

  /// Words that go on describing the numeral behind "(14,3%)" or a comma.
  private func continuation(_ slot: Slot) -> Range<Int> {
    let clause = clauses[slot.clause]
    guard clause.numerals.last == slot.item, clause.closer == "(", slot.clause + 2 < clauses.count
    else {
      return 0..<0
    }
    let inside = clauses[slot.clause + 1]
    let after = clauses[slot.clause + 2]
    guard inside.depth == clause.depth + 1, inside.closer == ")", inside.numerals.count == 1,
      let only = inside.numerals.first,
      items[only].numeral?.isPercent == true || items[slot.item].numeral?.isPercent == true,
      after.opener == ")", after.depth == clause.depth, after.sentence == clause.sentence
    else { return 0..<0 }
    var end = after.numerals.first ?? after.items.upperBound
    // "212 đồng chí (14,3%) tuổi cao, sức yếu đã được miễn …": on over commas to the first cue
    var next = slot.clause + 3
    while next < clauses.count, next <= slot.clause + 4, clauses[next].opener == ",",
      clauses[next].numerals.isEmpty,
      clauses[next].depth == clause.depth, clauses[next].sentence == clause.sentence,
      !(after.items.lowerBound..<end).contains(where: { index in
        if case .cue(let features) = items[index].kind {
          return features.contains { !["aside", "mark", "namer", "place"].contains($0.key) }
        }
        return false
      })
    {
      end = clauses[next].items.upperBound
      next += 1
    }
    var stop = after.items.lowerBound
    while stop < end {
      if let mark = items[stop].feature("mark"),
        ["ofwhich", "complete", "versus", "share"].contains(mark)
      {
        break
      }
      stop += 1
    }
    return after.items.lowerBound..<stop
  }

  private mutating func bindFraction(_ slot: Slot, _ second: Int, clause: Int, position: Int) {
    guard let lower = items[second].numeral else { return }
    let numerals = clauses[clause].numerals
    let end =
      position + 2 < numerals.count
      ? split(after: second, before: numerals[position + 2]) : clauses[clause].items.upperBound
    var top = slot
    top.right = (second + 1)..<end
    var cues = cues(top)
    cues.firstRightIsWord = false
    let before = facts.count
    // "61/58 CT": CT behind a fraction of admissions is chỉ tiêu
    let isAbbreviated =
      cues.features.contains { $0.isRight && $0.feature.key == "status" }
      && cues.has("event", "admit")
    if isAbbreviated { cues.features.removeAll { $0.isRight && $0.feature.key == "status" } }
    let isPlan =
      isAbbreviated || cues.features.contains { $0.feature.key == "nature" && $0.isRight }
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
    decide(top, cues, fraction: true)
    guard facts.count > before, let reading = lastReading else { return }
    let numerator = facts.count - 1
    // the whole: another noun right behind it is another thing ("266 đảng viên/933 cán bộ")
    if facts.count == before { return }
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
    var denominator = reading
    for key in reading.own.keys
    where key != "activity" && key != "conductor" && key != "org_type" && key != "course"
      && key != "subject"
    {
      denominator.dimensions[key] = nil
    }
    var nature: Fact.Nature? = nil
    if isPlan {
      denominator = reading
      nature = .target
    } else {
      switch reading.concept {
      case "rated_members" where reading.own["grade"] == nil: denominator.concept = "members"
      case "rated_organizations"
      where reading.own["grade"] == nil || reading.own["grade"] == "good+":
        denominator.concept = "organizations"
      case "handbook_users": denominator.concept = "members"
      case "confirmations":
        denominator.concept = "members"
        denominator.dimensions["status"] = "probationary"
      case "violating_members": denominator.concept = "inspected_members"
      case "violating_organizations": denominator.concept = "inspected_organizations"
      case "residence_members", "disciplined_members": denominator.concept = "members"
      default: break
      }
      denominator.dimensions = denominator.dimensions.filter {
        catalogue.allows($0.key, on: denominator.concept)
      }
    }
    var lowerSlot = slot
    lowerSlot.item = second
    lowerSlot.numeral = lower
    emit(lowerSlot, denominator, cues: Cues(), nature: nature, asPart: false)
    fractionPlan = isPlan ? (numerator, facts.count - 1) : nil
    links.append(.share(percent: -1, part: numerator + offset, whole: facts.count - 1 + offset))
    lastReading = reading
    lastFact = numerator
    lastCountFact = numerator
  }

  var fractionOutside: String?

  private mutating func bindSlot(_ slot: Slot) {
    var slot = slot
    // "chiếm tỷ lệ 73,1;": the percent sign forgotten
    if !slot.numeral.isPercent, slot.numeral.decimals > 0, slot.right.isEmpty, !slot.numeral.isNone,
      let before = slot.left.last, items[before].has("mark", "share")
    {
      slot.numeral.isPercent = true
    }
    decide(slot, cues(slot), fraction: false)
  }

  private static let personNouns: Set<String> = [
    "person", "member", "candidate", "participant", "inhabitant",
  ]
}
