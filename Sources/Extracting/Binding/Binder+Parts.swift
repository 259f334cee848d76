import Catalogue
import DocumentModel

/// Which figures of a list are parts of an earlier one, and where such a list ends.
extension Binder {
  /// What a semicolon before `clause` ends.
  mutating func endLists(at clause: Clause) {
    among = nil
    closedWhole = frame.opensParts ? frame.whole : nil
    let first = clause.items.first
    if frame.opensParts, let first, items[first].has("mark", "versus") || tellsEarlier(clause),
      let whole = frame.whole.map({ $0 - offset }), facts.indices.contains(whole)
    {
      // "Trong số 47 …, khai trừ 05; so quý I/2025 (52) ít đi 05": of the whole again
      frame.opensParts = false
      lastReading = readings[whole]
      lastFact = whole
      lastCountFact = whole
    }
    let counts = inlineParts.map { start in
      facts.dropFirst(start).count { $0.unit != "percent" }
    }
    let isOver = counts ?? 0 > 1 && first.map(tellsApart) ?? false && frame.opensParts
    if isDivided || isOver || leavesParts(clause) {
      isDivided = false
      frame.opensParts = false
      frame.whole = nil
      wholeReading = nil
    }
    inlineParts = nil
    if frame.opensParts, let first, clause.items.count > 1,
      items[first].has("mark", "share") || items[first].feature("statistic") != nil
    {
      // "…, quý III 26; bằng 70,0% chỉ tiêu": of the whole again
      frame.time = frame.timeOfWhole
    }
  }

  /// "…: nữ 11, đoàn viên 20; cùng kỳ năm trước là 21 đồng chí": what there was before, of nothing else.
  private func tellsEarlier(_ clause: Clause) -> Bool {
    guard clause.depth == 0, let first = clause.items.first, let time = items[first].time,
      time.isComparison || isEarlier(time), let figure = clause.numerals.first,
      items[figure].numeral?.isPercent == false
    else { return false }
    return figure - first <= 3 && (first + 1..<figure).allSatisfy { isFiller($0) }
      && items[safe: figure + 1]?.feature("noun").map { $0 == "person" } ?? true
  }

  /// "59 người dân tộc thiểu số, gồm 47 người Hoa, 12 người Khmer; 163 đảng viên có đạo": the parts
  /// told the whole's people apart, and what follows the semicolon is of another trait.
  func leavesParts(_ clause: Clause) -> Bool {
    guard frame.opensParts, let before = inlineParts, let whole = wholeReading,
      facts.count > before
    else { return false }
    let axes = whole.dimensions.keys.filter { key in
      Binder.traits.contains(key)
        && facts[before...].allSatisfy {
          $0.dimensions[key].map { $0 != whole.dimensions[key] } ?? false
        }
    }
    let named = clause.items.flatMap { item -> [String] in
      guard case .cue(let features) = items[item].kind else { return [] }
      return features.map(\.key).filter(Binder.traits.contains)
    }
    return !axes.isEmpty && !named.isEmpty && !axes.contains(where: named.contains)
  }

  /// What tells members apart, whatever they do.
  static let traits: Set<String> = [
    "sex", "ethnicity", "religious", "youth_union", "age", "exempt", "status", "qualification",
    "theory",
  ]

  /// What a label may say of all that its list of units counts ("Đảng viên bị cảnh cáo thuộc: …").
  static let traitsOfLists = traits.union(["grade", "form", "reason", "rated", "course", "passed"])

  /// "tôn giáo 07": a trait of members, and nothing else.
  func tellsApart(_ item: Int) -> Bool {
    guard case .cue(let features) = items[item].kind else { return false }
    return features.allSatisfy {
      ["sex", "ethnicity", "religious", "youth_union", "age"].contains($0.key)
    }
  }

  /// "Trong 12 đảng viên mới kết nạp, 05 đồng chí …": what follows are parts of the first figure.
  func opensDivision(_ slot: Slot) -> Bool {
    guard !slot.numeral.isPercent, let last = slot.left.last, case .word = items[last].kind,
      last == firstItem(ofSentence: clauses[slot.clause].sentence)
    else { return false }
    return firstWord(of: last) == Binder.inside
  }

  /// "19 trong số đó còn là đảng viên dự bị", "04 đồng chí trong số này là nữ": of the last figure.
  func isOutOfLast(_ slot: Slot) -> Bool {
    guard !slot.numeral.isPercent, var next = slot.right.first else { return false }
    let isNamed = items[next].has("noun", "person")
    if isNamed { next += 1 }
    guard next < slot.right.upperBound, items[next].has("mark", "ofwhich") else { return false }
    // "05 đồng chí trong đó là sinh viên", not "05 đồng chí, trong đó nữ 02"
    return items[next].tokens.count > 2
      || isNamed
        && items[safe: next + 1].map {
          firstWord(of: next + 1) == Binder.isWord && $0.numeral == nil
        }
          ?? false
  }

  /// The cues of a figure "trong số đó là …" without the noun that says what its bearers are.
  func cuesOfPart(_ slot: Slot, _ cues: Cues) -> Cues {
    guard isOutOfLast(slot) || saysWhatPartIs(slot) else { return cues }
    var cues = cues
    cues.features.removeAll {
      $0.isRight && $0.feature.key == "noun" && $0.feature.value != "person"
    }
    cues.rightNoun = "person"
    return cues
  }

  /// "Trong 19 đảng viên bị xóa tên thì 11 là đảng viên dự bị": a predicate, not what is counted.
  private func saysWhatPartIs(_ slot: Slot) -> Bool {
    guard frame.opensParts, let whole = wholeReading, whole.event != nil,
      catalogue.concepts[whole.concept]?.unit == "person", !slot.numeral.isPercent,
      let next = slot.right.first
    else { return false }
    let verb = items[next].has("noun", "person") ? next + 1 : next
    return verb < slot.right.upperBound && items[verb].tokens.count == 1
      && firstWord(of: verb) == Binder.isWord
  }

  mutating func openParts(of fact: Int) {
    frame.opensParts = true
    frame.isComplete = false
    frame.whole = fact + offset
    wholeReading = readings[fact]
  }

  /// "gồm Tày 96, Mông 74, còn lại dân tộc khác": the list ends with parts that it doesn't count.
  func leavesRest(_ clause: Int) -> Bool {
    clauses[(clause + 1)...].prefix { $0.sentence == clauses[clause].sentence && $0.opener != ";" }
      .contains { rest in
        rest.numerals.isEmpty && rest.items.contains { Binder.rest.contains(firstWord(of: $0)) }
      }
  }

  private static let rest: Set<UInt64> = Set(["còn", "khác"].map { Folding.hash($0) })

  /// The first figure of the sentence that is as `fact` is, less what tells it apart in its list.
  func toldAbove(_ fact: Int) -> Int? {
    (factsBeforeSentence..<max(fact, factsBeforeSentence)).first { above in
      facts[above].concept == facts[fact].concept && facts[above].statistic == .total
        && facts[above].unit == facts[fact].unit
        && facts[above].dimensions.count < facts[fact].dimensions.count
        && facts[above].dimensions.allSatisfy { facts[fact].dimensions[$0.key] == $0.value }
    }
  }
}
