import Catalogue
import DocumentModel

extension Binder {
  /// What a block without figures says of the items below it: "Hoàn thành xuất sắc nhiệm vụ".
  func describe(_ frame: inout Frame) {
    guard !items.isEmpty else { return }
    let slot = Slot(
      item: items.count,
      numeral: Numeral(
        value: ExactDecimal(0), decimals: 0, upper: nil, isPercent: false, isNone: false,
        isWord: false, range: 0..<0),
      left: 0..<items.count, right: items.count..<items.count, depth: 0,
      clause: clauses.indices.last ?? 0, opensParenthesis: false)
    guard clauses.isEmpty == false, let reading = describing(slot, cues(slot)) else { return }
    frame.concept = reading.concept
    frame.event = reading.event
    frame.noun = reading.noun
    frame.dimensions = base.dimensions.merging(reading.dimensions) { $1 }
    frame.handsDown = !reading.dimensions.isEmpty
  }

  /// True where the block ends with a colon or "trong đó": what follows are its parts.
  var endsOpen: Bool {
    guard let last = items.last else { return false }
    if last.isSign(":") { return true }
    return last.has("mark", "ofwhich") || last.has("mark", "complete")
  }

  mutating func startSentence(_ clause: Int) {
    let previous = sentenceOf
    sentenceOf = clauses[clause].sentence
    carriedAge += 1
    if previous == 0 { takeTitle(before: clause) }
    if previous >= 0 {
      let time = frame.time
      let carried = frame.carried
      var next = base
      // a year before the report's span that the sentence itself has left does not go on
      if let stated = sentenceTime, isEarlier(stated), time?.flow != stated.flow {
        sentenceTime = nil
      }
      if base.nature == nil, frame.nature != .target, facts.count > factsBeforeSentence,
        facts[factsBeforeSentence...].allSatisfy({ $0.nature == .target })
      {
        // "Năm 2026, cấp trên giao chỉ tiêu 45 đảng viên.": the plan's year is not that of the results
        sentenceTime = nil
      }
      next.time = sentenceTime ?? base.time
      next.orgType = frame.orgType
      next.event = nil
      next.noun = nil
      if carriedAge <= 1, facts.count > factsBeforeSentence, !sumsUp(clause) {
        next.carried = base.carried.merging(carried) { $1 }
        // a sentence that went through several bodies leaves none behind
        if sentenceConductors.count > 1 { next.carried["conductor"] = base.carried["conductor"] }
      }
      // the list's head keeps its parts over a full stop: "…: 1.286. Trong đó, …"
      next.whole = frame.whole
      if let reading = lastWholeReading { wholeReading = reading }
      // "Năm 2025, phấn đấu …. Đến cuối năm có trên 90% …": plans go on as long as they are worded so
      if base.nature == nil, frame.nature == .target, !isPlanLabelled,
        wordsAim(clauses[clause].sentence)
      {
        next.nature = .target
      }
      if let named = namedYear, next.nature == .target { namedYear = (named.year, sentenceOf) }
      frame = next
      frame.scale = base.scale
    }
    sentenceConductors = []
    scope = sectorInForce(clauses[clause].sentence)
    labelEvent = nil
    isRegrouped = previous < 0 && base.isRegrouped
    isDivided = false
    inlineParts = nil
    isPlanLabelled = false
    fractionOutside = nil
    yearOfSentence = nil
    parenthesisTime = nil
    factsBeforeSentence = facts.count
    if previous < 0 { readingBefore = previousSentenceReading }
    previousSentenceReading = lastReading
    lastReading = nil
    versus = nil
  }

  /// A first sentence of a few words that only names a kind of event heads its paragraph as a heading
  /// would.
  ///
  /// "2. Kết nạp đảng viên. Chỉ tiêu giao 20, thực hiện 21".
  private mutating func takeTitle(before clause: Int) {
    let title = items[..<clauses[clause].items.lowerBound]
    guard region == .body, facts.isEmpty, findsEntities,
      (title.last?.tokens.upperBound ?? 0) <= Binder.longestTitle
    else { return }
    var event: String?
    var noun: String?
    for item in title {
      guard item.numeral == nil, item.feature("nature") == nil else { return }
      if case .entity = item.kind { return }
      if let found = item.feature("event"), !found.hasSuffix("?") {
        if let event, event != found { return }
        event = found
      }
      noun = noun ?? item.feature("noun")
    }
    guard let event, event != base.event else { return }
    base.event = event
    base.noun = noun
    base.carried = base.carried.filter { $0.key == "conductor" }
    for item in title {
      for key in ["activity", "subject", "course"] {
        if let found = item.feature(key) { base.carried[key] = found }
      }
    }
  }

  /// Tokens of a sentence that is a title.
  private static let longestTitle = 10

  /// "Tính chung, cấp ủy, tổ chức đảng các cấp đã thi hành kỷ luật …": of all, whoever acted before.
  private func sumsUp(_ clause: Int) -> Bool {
    let words = tokens[items[clauses[clause].items.lowerBound].tokens.lowerBound...].prefix(2)
    return Binder.sums.contains(words.map(\.hash))
  }

  private static let sums = Set(
    ["tính chung", "tính cả", "cộng chung", "tổng cộng", "nhìn chung", "tổng hợp"].map {
      $0.split(separator: " ").map { Folding.hash(String($0)) }
    })

  /// The sector of a sentence that names none itself.
  ///
  /// The one that the block begins with goes on ("Khối doanh nghiệp có 14 tổ chức đảng. Trong kỳ kết nạp
  /// 12 đồng chí") in the sentences that speak of nothing else; "của khối" is of the section's. Where
  /// the report has called one group "khối", it is about that group.
  private mutating func sectorInForce(_ sentence: Int) -> String? {
    guard findsEntities, region == .body || region == .footnote && shortNames.sector != nil else {
      return nil
    }
    let own = clauses(of: sentence).flatMap { Array($0.items) }
    let first = own.first { items[$0].numeral != nil } ?? Int.max
    var named = false
    for index in own where index < first {
      guard let group = items[index].feature("group") else { continue }
      named = true
      let start = items[index].tokens.lowerBound
      let isSector =
        tokens[start].hash == Binder.sector
        || start > 0 && tokens[start - 1].hash == Binder.sector
          && !(start > 1 && [Scanner.Words.bo, Binder.committee].contains(tokens[start - 2].hash))
      if isSector {
        blockSector = placed(group)
        sectorSentence = sentence
      }
    }
    let isOfSector = own.contains { index in
      items[index].tokens.contains { at in
        tokens[at].hash == Binder.sector && at > 0
          && Binder.ofSector.contains(tokens[at - 1].hash)
      }
    }
    if isOfSector { return blockSector ?? base.sector ?? shortNames.sector }
    let isOfElse = own.contains { index in
      if case .entity = items[index].kind { return true }
      return items[index].has("mark", "self")
        || items[index].feature("group") != nil && shortNames.sector == nil
    }
    if let sector = shortNames.sector {
      let isSaid = own.contains { index in
        if case .entity = items[index].kind { return false }
        return items[index].tokens.contains {
          tokens[$0].hash == Binder.sector && tokens[safe: $0 + 1]?.hash != Binder.weight
        }
      }
      return isSaid || !isOfElse ? sector : nil
    }
    return named || isOfElse || sectorSentence > 0 ? nil : blockSector
  }

  static let sector = Folding.hash("khối")
  /// "khối lượng công việc".
  private static let weight = Folding.hash("lượng")
  private static let committee = Folding.hash("ủy")
  private static let ofSector: Set<UInt64> = Set(["của", "toàn", "cả"].map { Folding.hash($0) })

  /// True where a sentence sets a bound ("trên 90%", "ít nhất 03"), as a result seldom does.
  private func wordsAim(_ sentence: Int) -> Bool {
    clauses(of: sentence).contains { clause in
      clause.items.contains {
        ["more_than", "at_least", "at_most", "less_than"].contains(items[$0].feature("qualifier"))
      }
    }
  }

  func firstItem(ofSentence sentence: Int) -> Int? {
    firstClause[sentence].map { clauses[$0].items.lowerBound }
  }

  private func clauses(of sentence: Int) -> ArraySlice<Clause> {
    guard let first = firstClause[sentence] else { return [] }
    return clauses[first...].prefix { $0.sentence == sentence }
  }

  func isName(_ item: Int) -> Bool {
    switch items[item].kind {
    case .word: return true
    case .cue(let features):
      return features.allSatisfy { ["place", "namer", "group"].contains($0.key) }
    default: return false
    }
  }

  /// "14 cuộc với 11 tổ chức đảng, 19 đảng viên; phân theo tính chất: kiểm tra 09, giám sát 05": kinds and
  /// conductors are those of the rounds, whatever was counted since.
  private func roundsDivided(_ clause: Int, behind item: Int) -> Int? {
    guard clauses[clause].opener == ";", clauses[clause].closer == ":",
      let next = clauses[safe: clause + 1], let figure = next.numerals.first,
      let label = next.items.first, label < figure,
      !(label..<figure).contains(where: { items[$0].feature("noun") != nil }),
      ["activity", "activity?", "conductor", "conductor?"].contains(where: {
        items[label].feature($0) != nil
      })
    else { return nil }
    return facts.indices[min(factsBeforeSentence, facts.count)...].last {
      facts[$0].concept == "inspections" && isGeneral(facts[$0])
    }
  }

  /// A count that nothing narrows to a sex, a people, a trade.
  func isGeneral(_ fact: Fact) -> Bool {
    fact.unit != "percent" && fact.statistic == .total && fact.nature == .actual
      && isGeneral(fact.dimensions)
  }

  func isGeneral(_ dimensions: [String: String]) -> Bool {
    dimensions.keys.allSatisfy { Binder.general.contains($0) }
  }

  /// Dimensions that say what kind of thing is counted, not which part of it.
  static let general: Set<String> = [
    "activity", "conductor", "course", "subject", "org_type",
  ]

  /// "tổ chức", "đã" between a body and what it did.
  private func isVerb(_ item: Int) -> Bool {
    items[item].has("noun", "orgword") || items[item].has("nature", "actual?")
  }

  /// A committee acts where a verb of inspecting, a number or a colon follows it at once.
  func isActing(_ item: Int) -> Bool {
    if !findsEntities { return true }
    var next = item + 1
    while next < items.count, next - item <= 2, isName(next) || isVerb(next) { next += 1 }
    guard next < items.count else { return false }
    return items[next].numeral != nil || items[next].isSign(":")
      // "Đảng ủy ban hành Chương trình kiểm tra, giám sát" acts on nobody
      || items[next].feature("activity") != nil && items[next].feature("nature") == nil
      || items[next].has("event", "discipline")
  }

  /// Remembers what the parts to come are parts of.
  ///
  /// A clause of its own before the colon ("Số đảng viên của các chi bộ gồm:") says it better than
  /// the number before.
  mutating func noteWhole(_ clause: Int, _ item: Int) {
    let isSecond = clauses[clause].items.prefix(while: { $0 < item }).contains { before in
      items[before].has("mark", "complete")
        && tokens[items[before].tokens.upperBound - 1].hash == Binder.by
        && !(before..<item).contains { items[$0].numeral != nil }
    }
    // "nếu chia theo đối tượng thì gồm": the first word has said of what
    if isSecond { return }
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
    let divides =
      items[item].has("mark", "complete")
      && tokens[items[item].tokens.upperBound - 1].hash == Binder.by
      // "gồm xóa tên 402, …; chia theo năm là 121 trường hợp năm 2020"
      || items[item].has("mark", "series") && clauses[clause].opener == ";"
    if divides, let fact = roundsDivided(clause, behind: item) {
      frame.whole = fact + offset
      wholeReading = readings[fact]
      frame.noun = readings[fact]?.noun
      lastReading = readings[fact]
      lastFact = fact
      lastCountFact = fact
      return
    }
    // "…, trong đó 264 cấp ủy viên; hình thức gồm khiển trách 932"
    let reopens =
      clauses[clause].opener == ";"
      && (items[item].has("mark", "ofwhich")
        || items[item].has("mark", "complete") && clauses[clause].items.lowerBound < item
          && clauses[clause].items.prefix { $0 < item }.allSatisfy {
            items[$0].numeral == nil && items[$0].feature("noun") == nil
              && items[$0].feature("event") == nil
          })
    if facts.count == factsBeforeSentence && items[item].has("mark", "complete") || divides
      || reopens,
      let fact = facts.indices.last(where: { isGeneral(facts[$0]) }),
      facts.count == factsBeforeSentence || facts[fact].concept == lastReading?.concept
    {
      // "… 460 đảng viên là người có đạo. Chia theo nghề nghiệp: …": parts of all, not of the last part
      frame.whole = fact + offset
      wholeReading = readings[fact]
      return
    }
    if facts.count == factsBeforeSentence, items[item].has("mark", "complete"), !facts.isEmpty,
      var reading = previousSentenceReading, !isGeneral(reading.dimensions)
    {
      reading.dimensions = reading.dimensions.filter { Binder.general.contains($0.key) }
      frame.whole = nil
      wholeReading = reading
      return
    }
    if let fact = lastCountFact,
      facts[fact].context.sentence == clauses[clause].sentence || frame.whole == nil
    {
      frame.whole = fact + offset
      wholeReading = readings[fact]
    }
  }
}
