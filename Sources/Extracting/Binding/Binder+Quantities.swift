import Catalogue
import DocumentModel

extension Binder {
  /// "tỷ lệ che phủ rừng 52%": a rate of what the catalogue does not know.
  func rateOfSomethingElse(_ slot: Slot) -> String? {
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

  /// A first word behind the numeral that names nothing of the catalogue: "15 tổ dân phố".
  func foreignNoun(_ slot: Slot, _ cues: Cues) -> String? {
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

  /// "Nhắc nhở 21 tổ chức và 64 cá nhân", "17 đơn kiến nghị (có 4 đơn giấu tên)": of what is outside
  /// the catalogue, or a part of it.
  func isOutside(_ slot: Slot, _ cues: Cues) -> Bool {
    let own = cues.features.filter {
      $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
    }.min { $0.distance < $1.distance }
    if !findsEntities { return false }
    if let own { return own.feature.value == "outside" && !isAside(own.item) }
    if frame.event == "outside", frame.entity == base.entity, !cues.has("mark", "total"),
      !cues.has("mark", "self")
    {
      return true
    }
    if cues.features.contains(where: { ["grade", "form", "expelled"].contains($0.feature.key) }) {
      return false
    }
    let clause = clauses[slot.clause]
    guard let previous = previousNumeral(slot), quantities[previous] != nil else {
      return false
    }
    if slot.opensParenthesis { return !cues.has("mark", "total") }
    return clause.opener == "&" && clause.numerals.first == slot.item
      && outsideItems.contains(previous)
  }

  /// "sau khi tinh giản", "do điều động": a reason, not what was counted.
  private func isAside(_ item: Int) -> Bool {
    let first = items[item].tokens.lowerBound
    return first > 0 && Binder.reasons.contains(tokens[first - 1].hash)
  }

  static let reasons: Set<UInt64> = Set(
    ["sau", "khi", "do", "trước", "vì"].map { Folding.hash($0) })

  /// The numeral before this one in the block.
  func previousNumeral(_ slot: Slot) -> Int? {
    (0..<slot.item).reversed().first { items[$0].numeral != nil }
  }

  func isForeign(_ cues: Cues) -> Bool {
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

  static let fillers: Set<UInt64> = Set(
    [
      "là", "được", "bị", "có", "đã", "còn", "và", "ở", "trong", "tại", "do", "thì", "so", "trên",
      "theo",
      "của", "từ", "phải", "nam", "để", "nhưng", "mà", "khi", "đều", "không", "chưa", "đang",
      "thuộc", "về", "mới", "lên", "xuống",
    ].map { Folding.hash($0) })

  func isFillerWord(_ item: Int) -> Bool {
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
}
