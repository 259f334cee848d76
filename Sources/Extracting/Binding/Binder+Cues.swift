import Catalogue
import DocumentModel

extension Binder {
  func cues(_ slot: Slot) -> Cues {
    var cues = Cues()
    for index in slot.left {
      guard case .cue(let features) = items[index].kind else { continue }
      for feature in features {
        cues.features.append((feature, slot.item - index, false, index))
      }
    }
    // "so với dân số toàn tỉnh chiếm khoảng 6,6%": the whole of the share, not what it counts
    if slot.numeral.isPercent,
      let versus = slot.left.first(where: { items[$0].has("mark", "versus") }),
      let share = slot.left.first(where: { $0 > versus && items[$0].has("mark", "share") })
    {
      cues.features.removeAll { $0.item > versus && $0.item < share }
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
    if let label = labelClause(slot), label.count == 1, let only = label.first,
      slot.left.allSatisfy({ isFiller($0) }),
      Binder.villages.contains(firstWord(of: only)),
      items[only].tokens.count == 1
    {
      // "+ Thôn: 409 đồng chí"
      cues.features.append((Feature(key: "group", value: "residential"), 2, false, only))
    }
    // the label before a colon; behind a label that is only a time, the one before it
    if slot.left.allSatisfy({ isFiller($0) }), let label = labelClause(slot) {
      for index in outerLabel(slot, label) + Array(label) {
        guard case .cue(let features) = items[index].kind else { continue }
        for feature in features {
          cues.features.append((feature, slot.item - index + 2, false, index))
        }
      }
    }
    for (index, feature) in subject(slot) {
      cues.features.append((feature, slot.item - index + 4, false, index))
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
    if let partner = partner(of: slot), cues.rightNoun != nil,
      !slot.numeral.isPercent || isShare(partner.numerals),
      !cues.features.contains(where: {
        $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
          && ($0.isRight || partner.opener == ",")
      }),
      let other = partner.numerals.first
    {
      for index in partner.said where index > other {
        if items[index].numeral != nil { break }
        guard case .cue(let features) = items[index].kind, items[index].feature("noun") == nil
        else { continue }
        for feature in features
        where ["event", "grade", "rated", "form"].contains(feature.key)
          || feature.value == "violation_signs"
            && !cues.features.contains(where: { $0.isRight && $0.feature.key == "subject" })
          || feature.key.hasPrefix("activity") && frame.carried["activity"] == nil
            && !cues.features.contains(where: { $0.feature.key == "activity" })
        {
          cues.features.append((feature, index - other + 4, true, index))
        }
      }
    }
    if slot.numeral.isNone, cues.rightNoun != nil,
      !cues.features.contains(where: {
        $0.isRight && $0.feature.key == "event" && $0.feature.value != "find"
      }),
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
            return firstWord(of: index) == Folding.hash("thức")
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
        let hash = firstWord(of: index)
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
    for index in behindParenthesis(slot) {
      guard case .cue(let features) = items[index].kind else { continue }
      for feature in features {
        cues.features.append((feature, index - slot.item, true, index))
        if feature.key == "noun", cues.rightNoun == nil { cues.rightNoun = feature.value }
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

  /// "Tỷ lệ …: năm 2023: 84,1%": the items of the label before the time.
  private func outerLabel(_ slot: Slot, _ label: Range<Int>) -> [Int] {
    guard
      label.allSatisfy({
        items[$0].time != nil || items[$0].has("mark", "total") && items[$0].feature("noun") == nil
      }), slot.clause >= 2,
      clauses[slot.clause - 1].items == label, clauses[slot.clause - 1].opener == ":",
      clauses[slot.clause - 2].sentence == clauses[slot.clause].sentence,
      clauses[slot.clause - 2].numerals.isEmpty
    else { return [] }
    return Array(clauses[slot.clause - 2].items)
  }

  func isFiller(_ index: Int) -> Bool {
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
    if clause.opener == "(", slot.clause > 0, clause.numerals.first == slot.item,
      !slot.numeral.isPercent, clauses[slot.clause - 1].numerals.isEmpty,
      clauses[slot.clause - 1].depth == clause.depth - 1,
      clauses[slot.clause - 1].items.contains(where: { index in
        ["form", "sex", "status", "ethnicity", "grade", "reason", "group"].contains {
          items[index].feature($0) != nil
        }
      })
    {
      // "phần lớn ở mức khiển trách (08 đồng chí)"
      return clauses[slot.clause - 1].items
    }
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

  /// What a bare count is said of in a clause before it: "đảng viên người Nùng ít hơn, chỉ 45 đồng
  /// chí", "Đảng viên trẻ (dưới 35 tuổi) là 176 đồng chí".
  private func subject(_ slot: Slot) -> [(Int, Feature)] {
    let clause = clauses[slot.clause]
    guard slot.clause > 0, clause.numerals.first == slot.item, !slot.numeral.isNone,
      slot.left.allSatisfy({ isFiller($0) }),
      items[safe: slot.item + 1]?.feature("noun").map({ $0 == "person" }) ?? true
    else { return [] }
    var at = slot.clause - 1
    var parts: [Int] = []
    if clauses[at].depth > clause.depth, clauses[at].numerals.isEmpty, at > 0 {
      parts = [at, at - 1]
    } else if clause.opener == ",", clauses[at].depth == clause.depth, !slot.numeral.isPercent {
      while at > 0, clauses[at].depth > clause.depth { at -= 1 }
      parts = [at]
    }
    guard let first = parts.last, clauses[first].sentence == clause.sentence,
      parts.allSatisfy({ clauses[$0].numerals.isEmpty }),
      clauses[first].items.contains(where: { items[$0].has("noun", "member") })
        || clauses[first].items.first.map({ firstWord(of: $0) == Binder.number }) ?? false
    else { return [] }
    return parts.flatMap { clauses[$0].items }.flatMap { index -> [(Int, Feature)] in
      guard case .cue(let features) = items[index].kind else { return [] }
      return features.filter { Binder.describing.contains($0.key) }.map { (index, $0) }
    }
  }

  private static let describing: Set<String> = [
    "sex", "ethnicity", "religious", "status", "age", "group", "qualification", "theory",
    "youth_union", "form", "grade", "position", "exempt", "noun",
  ]

  /// "Toàn bộ (100%) đảng viên dùng Sổ tay …": what stands behind the parenthesis.
  private func behindParenthesis(_ slot: Slot) -> Range<Int> {
    let clause = clauses[slot.clause]
    guard slot.numeral.isPercent, clause.opener == "(", clause.closer == ")",
      clause.items.count == 1, slot.clause > 0, slot.clause + 1 < clauses.count,
      clauses[slot.clause - 1].numerals.isEmpty, lastReading == nil,
      clauses[slot.clause + 1].numerals.isEmpty
    else { return 0..<0 }
    return clauses[slot.clause + 1].items
  }

  /// ", tương đương 832 người,", ", tức 61,2%,": the same figure said the other way.
  private func isEquivalent(_ inside: Clause, of clause: Clause) -> Bool {
    guard clause.closer == ",", inside.opener == ",", inside.closer == ",",
      inside.depth == clause.depth, inside.sentence == clause.sentence,
      let first = inside.items.first, let numeral = inside.numerals.first
    else { return false }
    return (first..<numeral).contains { items[$0].has("mark", "share") || isSameAs($0) }
  }

  /// "trên 95% tổ chức cơ sở đảng, ít nhất 92% đảng viên hoàn thành tốt": shares told one after another.
  private func isShare(_ numerals: [Int]) -> Bool {
    numerals.first.flatMap { items[$0].numeral?.isPercent } ?? false
  }

  /// "tương đương", "tức", "hay".
  func isSameAs(_ item: Int) -> Bool {
    Binder.same.contains(firstWord(of: item))
  }

  static let villages: Set<UInt64> = Set(
    ["thôn", "bản", "ấp", "buôn", "làng", "khóm", "xóm"].map { Folding.hash($0) })
  static let same: Set<UInt64> = Set(["tương", "tức", "hay", "cụ", "ứng"].map { Folding.hash($0) })

  /// Words that go on describing the numeral behind "(14,3%)" or a comma.
  func continuation(_ slot: Slot) -> Range<Int> {
    let clause = clauses[slot.clause]
    guard let last = clause.numerals.last,
      last == slot.item || slot.isNumerator && last == slot.item + 2,
      slot.clause + 2 < clauses.count
    else { return 0..<0 }
    let inside = clauses[slot.clause + 1]
    let after = clauses[slot.clause + 2]
    let isParenthesis =
      clause.closer == "(" && inside.depth == clause.depth + 1 && inside.closer == ")"
      && after.opener == ")"
    guard
      isParenthesis
        || isEquivalent(inside, of: clause) && after.opener == "," && after.numerals.isEmpty,
      inside.numerals.count == 1, let only = inside.numerals.first,
      items[only].numeral?.isPercent == true || items[slot.item].numeral?.isPercent == true,
      after.depth == clause.depth, after.sentence == clause.sentence
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
}
