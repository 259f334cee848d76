import Catalogue
import DocumentModel

extension Binder {
  func candidates(_ slot: Slot, _ cues: Cues) -> [Candidate] {
    let rightNoun = cues.rightNoun
    let explicit = rightNoun.map { $0 != "person" } ?? false
    var (nouns, events) = nouns(slot, cues, explicit: explicit)
    for entry in cues.features
    where entry.feature.key == "event" && !entry.feature.value.hasSuffix("?")
      && !passesElsewhere(entry.item)
    {
      // "630 quần chúng ưu tú được đứng vào hàng ngũ": what happened beats what the noun implies
      let isImplied =
        entry.feature.value == "candidate"
        && cues.features.contains {
          $0.feature.key == "event" && ["admit", "send"].contains($0.feature.value)
            && $0.item != entry.item
        }
      events.append(
        (
          entry.feature.value,
          weight(entry.isRight ? "event_right" : "event_left") - min(3, entry.distance / 3)
            - (isImplied ? 3 : 0)
        ))
    }
    if cues.features.contains(where: { ["exempt?", "grade?", "rated?"].contains($0.feature.key) }),
      [frame.event, base.event, previousSentenceReading?.event, lastReading?.event].contains("rate")
    {
      events.append(("rate", weight("event_implied")))
    }
    if let event = base.event, event != "age", base.level == "heading", opensItem(slot), explicit,
      !slot.numeral.isNone,
      !cues.features.contains(where: {
        $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
      })
    {
      // "5. Kiểm tra tài chính đảng / - 112 tổ chức đảng"
      events.append((event, weight("event_left")))
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
    if rightNoun == "member", let last = lastReading, let event = last.event, let at = lastFact,
      facts[at].context.sentence == clauses[slot.clause].sentence,
      slot.left.contains(where: { index in
        guard let span = items[index].time?.flow, let start = span.start else { return false }
        return start.year < span.end.year
      }),
      slot.left.contains(where: { items[$0].has("mark", "total") })
    {
      // "2024: 32, 2025: 37; tổng cộng 2 năm được 69 đảng viên"
      events.append((event, weight("event_right") + 2))
    }
    if rightNoun == "member", let before = previousSentenceReading, let event = before.event,
      ["admit", "confirm"].contains(event), lastReading?.event != event,
      slot.left.contains(where: { index in
        guard let span = items[index].time?.flow, let start = span.start else { return false }
        return start.year < span.end.year
      })
    {
      // "… kết nạp 7.985. Cộng cả năm 2020 thì sáu năm 2020 - 2025 là 9.376 đảng viên": in a span
      events.append((event, weight("event_right") + 2))
    }
    let leftNoun = cues.features.contains {
      !$0.isRight && $0.feature.key == "noun" && ["member", "org"].contains($0.feature.value)
    }
    if frame.event == nil, !leftNoun, let event = previousSentenceReading?.event,
      event != "age" || lastReading == nil
    {
      events.append((event, weight("event_heading") + 1))
    }
    if frame.event == nil, !explicit, !facts.isEmpty, let previous = previousSentenceReading,
      previous.event == nil, previous.concept == "members"
    {
      // "… toàn huyện có 2.486 đảng viên. Người dân tộc thiểu số chiếm 66,4%"
      events.append(("-", weight("event_sentence")))
    }
    if frame.event == nil, !explicit, let last = lastReading, let at = lastFact, last.event == nil,
      last.concept == "members", facts[at].context.sentence == clauses[slot.clause].sentence
    {
      // "… ra khỏi Đảng 09. Đến nay có 737 đảng viên; dự bị 86 đồng chí, nữ 391 đồng chí"
      events.append(("-", weight("event_sentence")))
    }
    if slot.opensParenthesis, isEntity(items.index(slot.item, offsetBy: -2, limitedBy: 0)),
      lastReading == nil, let event = previousSentenceReading?.event, frame.event == nil
    {
      // "Đơn vị đạt cao là Đảng bộ phường Trà Vân (41 đảng viên)"
      events.append((event, weight("event_left")))
    }
    let hasEdge =
      slot.left.contains { items[$0].time?.isEdge ?? false }
      || (labelClause(slot) ?? 0..<0).contains { items[$0].time?.isEdge ?? false }
      || edgeBeforeParenthesis(slot)
    if explicit, !slot.numeral.isPercent, rightNoun == "member" || rightNoun == "org",
      slot.right.contains(where: { items[$0].time?.isEdge ?? false }),
      !cues.features.contains(where: { $0.feature.key == "event" && $0.isRight })
    {
      // "so với 61.127 đảng viên cuối năm 2017"
      events.append(("-", weight("event_left")))
    }
    if rightNoun == "member", let last = slot.left.last,
      tokens[items[last].tokens.upperBound - 1].hash == Binder.remains,
      !slot.left.contains(where: { items[$0].time != nil }),
      !cues.features.contains(where: {
        $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
      })
    {
      // "…; còn 29 đảng viên dự bị"
      events.append(("-", weight("event_left")))
    }
    if let noun = rightNoun, noun == "person" || noun == "candidate", let last = slot.left.last,
      tokens[items[last].tokens.upperBound - 1].hash == Binder.remains, hasEdge,
      !cues.features.contains(where: {
        $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
      })
    {
      // "… không có đảng viên từ trần. Đến cuối năm còn 186 đồng chí"
      events.append(("-", weight("event_right")))
      if noun == "person" { nouns.append(("member", weight("noun_left"))) }
    }
    if slot.numeral.isPercent, rightNoun == nil,
      cues.features.contains(where: {
        $0.isRight && $0.feature.key == "nature" && $0.feature.value == "program"
      }), let concept = catalogue.readings["inspect case"], catalogue.concepts[concept] != nil
    {
      // "đạt trên 75% chương trình kiểm tra, giám sát năm"
      nouns.append(("case", weight("noun_right")))
      events.append(("inspect", weight("event_right")))
    }
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
    if hasEdge, rightNoun == "person",
      slot.left.allSatisfy({ items[$0].time != nil }) || edgeBeforeParenthesis(slot)
    {
      // "…, khai trừ 03); cuối năm 4.316 đồng chí"
      nouns.append(("member", weight("noun_right")))
      events.append(("-", weight("event_right")))
    }
    if !explicit,
      structural
        || hasEdge
          && cues.features.allSatisfy({ ["mark", "noun", "aside"].contains($0.feature.key) })
    {
      nouns.append(("member", weight("noun_left")))
    } else if !explicit, described, hasMembers(slot, cues) {
      nouns.append(("member", rightNoun == "person" ? 4 : 3))
    }
    for (key, event) in Binder.impliedEvents
    where cues.features.contains(where: { $0.feature.key == key }) {
      let stated = cues.features.contains {
        $0.feature.key == "event" && $0.feature.value == "commend" && !$0.isRight
      }
      events.append((event, weight("event_implied") - (stated ? 2 : 0)))
    }
    if cues.features.contains(where: { $0.feature.key == "expelled" }) {
      let listsReasons =
        clauses.filter { $0.sentence == clauses[slot.clause].sentence }.contains { clause in
          clause.items.contains { items[$0].feature("reason") != nil }
        }
      let isLeaving =
        listsReasons || ["die", "transfer_out", "remove"].contains(lastReading?.event ?? "")
      events.append(
        (
          frame.event == "remove" || base.event == "remove" || isLeaving ? "remove" : "discipline",
          weight("event_implied")
        ))
    }
    if cues.features.contains(where: { !$0.isRight && $0.feature.value == "find" }) {
      // "phát hiện 38 quần chúng ưu tú"
      events.append(("find", weight("event_left") + 2))
    }
    if let event = frame.event { events.append((event, weight("event_sentence"))) }
    if rightNoun == "member", base.event == nil, frame.event == nil,
      cues.features.contains(where: {
        !$0.isRight && $0.feature.key == "nature" && $0.feature.value == "plan"
      }), !slot.numeral.isPercent
    {
      // "chỉ tiêu giao 30 đảng viên": a plan of members is one of admissions
      events.append(("admit", weight("event_left")))
    }
    if let event = labelEvent { events.append((event, weight("event_left"))) }
    if cues.has("event", "confirm?"),
      cues.features.contains(where: { $0.isRight && $0.feature.key == "status" })
    {
      // "công nhận 361 đảng viên dự bị thành đảng viên chính thức"
      events.append(("confirm", weight("event_left")))
    }
    if let event = base.event {
      if cues.features.contains(where: { $0.feature.key == "nature" && !$0.isRight }),
        !cues.has("mark", "total")
      {
        events.append((event, weight("event_parent") + 3))
      }
      let isCumulative = isCumulative(slot)
      let closed =
        rightNoun == "member" && base.level == "heading" && !isPlanned(cues) && !isCumulative
      events.append(
        (
          event,
          weight(base.level == "heading" ? "event_heading" : "event_parent")
            + (closed ? weight("explicit_noun_heading_event") : 0)
            + (isCumulative ? weight("event_parent") : 0)
        ))
    }
    // "toàn Đảng bộ đã đưa 17 đảng viên không đủ tư cách ra khỏi Đảng": not how many it has
    let hasEventBehind = cues.features.contains {
      $0.isRight && $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
    }
    let isTotal = cues.features.contains {
      $0.feature.key == "mark"
        && ($0.feature.value == "total"
          || $0.feature.value == "self" && explicit && !$0.isRight && !hasEventBehind)
    }
    if frame.opensParts, !isTotal, let whole = wholeReading {
      events.append((whole.event ?? "-", weight("event_sentence") + 2))
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
      }), base.concept == nil, !leftExplicit, !slot.numeral.isPercent, !groupRight,
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
    if cues.has("event", "appoint"), !isTotal, rightNoun == nil {
      // "Kiện toàn cấp ủy chi bộ: 05"
      for index in result.indices where result[index].reading.event == nil {
        result[index].score -= 6
      }
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
      ownEvents.isEmpty, !slot.numeral.isNone, !frame.opensParts,
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
    // "1. Kiểm tra tổ chức đảng khi có dấu hiệu vi phạm / - Đối tượng: 42 tổ chức": whatever unit the
    // number has, it counts what the heading names
    if let event = base.event, base.level == "heading", ownEvents.isEmpty,
      ["discipline", "inspect"].contains(event), facts.isEmpty,
      rightNoun == "orgword" || rightNoun == "person"
    {
      for index in result.indices where result[index].reading.event == event {
        result[index].score += 9
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
    // "… khiển trách 02, cảnh cáo 01. Tổ chức đảng: không": none of what the sentence before counted
    if slot.numeral.isNone, leftExplicit, !explicit, ownEvents.isEmpty, !facts.isEmpty,
      let event = previousSentenceReading?.event
    {
      for index in result.indices where result[index].reading.event == event {
        result[index].score += 9
      }
    }
    if explicit, frame.entity != nil, frame.entity != base.entity, ownEvents.isEmpty,
      labelEvent == nil
    {
      let isParallel =
        isEntity(slot.left.last)
        || slot.left.isEmpty && (lastReading == nil || lastReading?.event != nil)
      for index in result.indices where result[index].reading.event == nil {
        result[index].score += isParallel && (lastReading?.event ?? frame.event) != nil ? -4 : 2
      }
    }
    if [base.event, frame.event, labelEvent].contains("rate"), !slot.numeral.isPercent,
      rightNoun == "person" || rightNoun == "member", ownEvents.isEmpty,
      isAmongAll(slot) || ratesPart(slot),
      let concept = catalogue.readings["- member"]
    {
      // "trên tổng số 128.203 đồng chí có 111.872 đồng chí được đánh giá": all there are
      result.append(
        Candidate(
          reading: Reading(
            concept: concept, event: nil, noun: "member", dimensions: [:], own: [:], score: 20,
            source: "composed"), score: 20))
    }
    result += inherited(slot, cues, explicit: explicit)
    // "Đảng bộ Công an tỉnh 9.214 đồng chí" counts no organisations
    if countsPersons(slot) {
      result.removeAll { catalogue.concepts[$0.reading.concept]?.unit == "organization" }
    }
    return result
  }

  /// True for a number that its block begins with, as the items below a heading do that says what was
  /// done.
  private func opensItem(_ slot: Slot) -> Bool {
    slot.clause == 0 && !slot.numeral.isPercent && facts.isEmpty
      && items[..<slot.item].allSatisfy { item in
        if case .sign = item.kind { return true }
        return item.has("mark", "object")
      }
  }
}
