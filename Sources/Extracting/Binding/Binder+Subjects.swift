import Catalogue
import DocumentModel

/// Who or what the words beside a numeral speak of.
extension Binder {
  /// The hash of an item's first word.
  func firstWord(of item: Int) -> UInt64 { tokens[items[item].tokens.lowerBound].hash }

  /// "Lũy kế 9 tháng: 27 đảng viên": what is added up over months is a flow, no stock.
  func isCumulative(_ slot: Slot) -> Bool {
    let label = labelClause(slot) ?? 0..<0
    return (Array(label) + Array(slot.left)).contains { index in
      items[index].tokens.contains { tokens[$0].hash == Binder.adds }
    }
  }

  private static let adds = Folding.hash("lũy")

  /// "Đảng bộ kết nạp 78 đồng chí": an organisation before the verb acts, and is not what is counted.
  func isSubject(_ noun: String, _ distance: Int, _ isRight: Bool, _ cues: Cues) -> Bool {
    guard noun == "org", !isRight else { return false }
    return cues.features.contains {
      !$0.isRight && $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
        && $0.distance < distance
        && (cues.rightNoun != nil || ["discipline", "inspect"].contains($0.feature.value))
    }
  }

  static let impliedEvents: [(String, String)] = [
    ("grade", "rate"), ("rated", "rate"), ("form", "discipline"), ("reason", "remove"),
    ("years_of_membership", "badge"), ("trained", "candidate"),
  ]

  /// "04 chi bộ được UBKT Đảng ủy kiểm tra", "07 cuộc do các chi bộ thực hiện": who acts, behind it.
  func isAgent(_ item: Int) -> Bool {
    guard item > 0, case .word = items[item - 1].kind else { return false }
    return Binder.passives.contains(tokens[items[item - 1].tokens.upperBound - 1].hash)
  }

  private static let passives: Set<UInt64> = Set(["do", "được", "bị"].map { Folding.hash($0) })

  /// "Đầu kỳ 858, … từ trần 04, cuối kỳ 870 đảng viên": how many there are, whatever was counted
  /// before.
  func standing(_ slot: Slot, _ cues: Cues) -> Reading? {
    // "nhận thêm 02 đảng viên chuyển đến nên tổng số đến 15/01/2026 là 355"
    let total = slot.left.last { items[$0].has("mark", "total") }
    guard !slot.numeral.isPercent, !slot.numeral.isNone,
      lastReading != nil || wholeReading != nil || previousSentenceReading != nil,
      cues.rightNoun == nil || cues.rightNoun == "member" || cues.rightNoun == "person",
      cues.features.allSatisfy({ cue in
        ["noun", "mark", "qualifier", "nature", "orgword"].contains(cue.feature.key)
          || total.map { !cue.isRight && cue.item < $0 } ?? false
      }), frame.concept == nil || frame.concept == "members"
    else { return nil }
    let said = Array(labelClause(slot) ?? 0..<0) + Array(slot.left)
    if cues.rightNoun == "member", lastReading?.event != nil,
      said.contains(where: { items[$0].has("mark", "stock") || firstWord(of: $0) == Binder.now })
    {
      // "…, từ trần 02, ra khỏi Đảng 04, nay có 1.301 đảng viên"
      return .members
    }
    guard let time = said.compactMap({ items[$0].time }).last,
      time.isEdge || time.isDay || time.isUntil, !time.isComparison, time.stock != nil,
      !said.contains(where: { items[$0].has("mark", "versus") })
    else { return nil }
    let isNamed = said.contains { items[$0].has("noun", "member") } || cues.rightNoun == "member"
    let isBalance = facts.contains { fact in
      fact.context.sentence == clauses[slot.clause].sentence && fact.concept == "members"
    }
    let isStated = said.contains {
      Binder.stands.contains(firstWord(of: $0))
    }
    // "… 05 đồng chí ra khỏi Đảng. Cuối kỳ toàn phường có 2.188 đồng chí"
    let isOfAll =
      time.isEdge && isStated && said.contains { items[$0].has("mark", "self") }
      && Binder.flows.contains((lastReading ?? previousSentenceReading)?.concept)
    // "…, từ trần 09, đưa ra khỏi Đảng 03; đến hết ngày 30/6/2026 có 1.162 đồng chí"
    let isLeft =
      (time.isDay || time.isEdge || time.isUntil) && isStated
      && (cues.rightNoun == "person" || total != nil)
      && Binder.flows.contains((lastReading ?? previousSentenceReading)?.concept)
      && Set(facts.suffix(12).filter { $0.context.block == block }.map(\.concept))
        .intersection(Binder.flows.compactMap { $0 }).count > 1
    guard isNamed && (isStated || isBalance) || isBalance && time.isEdge || isOfAll || isLeft,
      facts.last.map({ $0.concept != "members" }) ?? false
    else { return nil }
    return .members
  }

  private static let edges: Set<UInt64> = Set(["đầu", "cuối"].map { Folding.hash($0) })
  private static let edgeWords = edges.union(
    ["kỳ", "quý", "năm", "tháng"].map { Folding.hash($0) })

  /// "+ Đầu quý (30/6/2026): 2.764": how many there were, behind a label that says only when.
  func atEdge(_ slot: Slot) -> Reading? {
    let clause = clauses[slot.clause]
    guard slot.left.isEmpty, slot.right.allSatisfy({ items[$0].has("noun", "person") }),
      clause.opener == ":", base.event == nil, !slot.numeral.isPercent, !slot.numeral.isNone,
      let first = firstItem(ofSentence: clause.sentence)
    else { return nil }
    if let stated = labelClause(slot), stated.contains(where: { items[$0].has("mark", "stock") }),
      stated.contains(where: { items[$0].time?.isDay ?? false }),
      stated.allSatisfy({ items[$0].time != nil || items[$0].has("mark", "stock") }),
      !facts.contains(where: { $0.context.sentence == clause.sentence })
    {
      // "Biến động: có mặt 31/12/2023: 1.186; kết nạp 38"
      return .members
    }
    let label = items[first..<clause.items.lowerBound]
    let isLabel = label.allSatisfy { item in
      if case .sign(let sign) = item.kind { return ["(", ")", ":", "+", "-"].contains(sign) }
      return item.time != nil
        || item.tokens.allSatisfy { Binder.edgeWords.contains(tokens[$0].hash) }
    }
    let isEdge = label.contains { item in
      item.time?.isEdge ?? Binder.edges.contains(tokens[item.tokens.lowerBound].hash)
    }
    guard isLabel, isEdge else { return nil }
    return .members
  }

  /// What changes the number of members.
  private static let flows: Set<String?> = [
    "admissions", "transfers_in", "transfers_out", "removals", "deaths",
  ]

  private static let stands: Set<UInt64> = Set(
    ["có", "còn", "là", "lên", "thành"].map { Folding.hash($0) })

  /// "Tổng số đảng viên của Đảng bộ là 41.836": whose they are, not what is counted.
  func isGenitive(_ item: Int) -> Bool {
    item > 0 && items[item - 1].has("mark", "of")
  }

  /// False for "Đoàn thanh niên có 310 đoàn viên", "Cán bộ, công chức xã có 24 người": a body of its
  /// own, where no member has been spoken of.
  func hasMembers(_ slot: Slot, _ cues: Cues) -> Bool {
    if lastReading != nil || wholeReading != nil || previousSentenceReading != nil { return true }
    if frame.noun != nil || base.noun != nil || base.concept != nil || base.event != nil {
      return true
    }
    guard findsEntities,
      slot.left.last.map({ firstWord(of: $0) == Binder.has }) ?? false
    else { return true }
    return !cues.features.contains {
      !$0.isRight && ["group", "youth_union"].contains($0.feature.key)
    }
  }

  /// "- Đảng viên: tổng số 742 đồng chí, trong đó được đánh giá, xếp loại 661".
  func ratesPart(_ slot: Slot) -> Bool {
    let label = Array(labelClause(slot) ?? 0..<0) + Array(slot.left)
    guard facts.isEmpty || facts.count == factsBeforeSentence, slot.clause + 1 < clauses.count,
      label.contains(where: { items[$0].has("noun", "member") }),
      !label.contains(where: { items[$0].feature("event") != nil })
    else { return false }
    var next = slot.clause + 1
    if clauses[next].depth > clauses[slot.clause].depth { next += 1 }
    guard next < clauses.count, let first = clauses[next].items.first,
      items[first].has("mark", "ofwhich") || items[first].has("mark", "complete")
        || clauses[next].opener == ")" && next + 1 < clauses.count
    else { return false }
    return clauses[next..<min(clauses.count, next + 3)].contains { clause in
      clause.items.contains { index in
        items[index].has("event", "rate") && items[index].feature("grade") == nil
          || items[index].feature("rated") != nil
      }
    }
  }

  /// "trong tổng số …", "trên …", "trong …" right before the number, more of which follows.
  func isAmongAll(_ slot: Slot) -> Bool {
    let left = slot.left.suffix(3)
    guard
      left.contains(where: { index in
        let hash = firstWord(of: index)
        return hash == Binder.inside || hash == Binder.over
      }),
      left.allSatisfy({ index in
        let hash = firstWord(of: index)
        return hash == Binder.inside || hash == Binder.over || hash == Binder.number
          || items[index].has("mark", "total") || items[index].isSign(":")
      })
    else { return false }
    let sentence = clauses[slot.clause].sentence
    return clauses.contains { clause in
      clause.sentence == sentence && clause.numerals.contains { $0 > slot.item }
    }
  }

  /// "đầu năm (31/12/2025) có 428 đ/c".
  func edgeBeforeParenthesis(_ slot: Slot) -> Bool {
    let clause = clauses[slot.clause]
    guard clause.opener == ")", slot.clause >= 2, clause.numerals.first == slot.item,
      clauses[slot.clause - 1].numerals.isEmpty, clauses[slot.clause - 1].depth > clause.depth,
      clauses[slot.clause - 2].numerals.isEmpty
    else { return false }
    return clauses[slot.clause - 2].items.contains { items[$0].time?.isEdge ?? false }
  }

  /// "72 đảng bộ … Biên chế giảm 96 người": no organisations.
  func isOfPersons(_ cues: Cues, _ reading: Reading?) -> Bool {
    guard let reading, cues.rightNoun == "person" else { return false }
    return catalogue.concepts[reading.concept]?.unit == "organization"
  }

  /// "là 41.836 đồng chí".
  func countsPersons(_ slot: Slot) -> Bool {
    let next = slot.item + 1
    guard slot.right.contains(next), items[next].has("noun", "person") else { return false }
    return firstWord(of: next) != Binder.instance
  }

  static let instance = Folding.hash("trường")

  func isEntity(_ item: Int?) -> Bool {
    guard let item, case .entity = items[item].kind else { return false }
    return true
  }

  /// "kết quả chung 100% đạt yêu cầu" where no class has been spoken of.
  func passesElsewhere(_ item: Int) -> Bool {
    guard items[item].feature("passed") != nil else { return false }
    let known = [frame.event, base.event, lastReading?.event, previousSentenceReading?.event]
    return !known.contains { $0 == "train" || $0 == "send" }
      && frame.carried["course"] == nil && base.carried["course"] == nil
      && !items.contains {
        ["class", "participant"].contains($0.feature("noun")) || $0.feature("course") != nil
          || $0.has("event", "send") || $0.has("event", "candidate")
      }
  }

  static let isWord = Folding.hash("là")
  static let remains = Folding.hash("còn")
  static let times = Folding.hash("lần")
  static let has = Folding.hash("có")

  func isPlanned(_ cues: Cues) -> Bool {
    cues.features.contains { $0.feature.key == "nature" && !$0.isRight } || frame.nature == .target
  }
}
