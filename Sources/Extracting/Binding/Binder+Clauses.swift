import Catalogue
import DocumentModel

extension Binder {
  mutating func bindClause(_ index: Int) {
    let clause = clauses[index]
    closedWhole = nil
    // "So với chỉ tiêu giao hằng năm: năm 2021 …": not compared with 2021
    if clause.opener == ":" { versusPending = false }
    if index > 0, clauses[index - 1].sentence == clause.sentence {
      let before = clauses[index - 1].depth
      if clause.depth > before {
        outside.append(
          Outside(
            depth: before, event: frame.event, time: frame.time, versus: versus,
            carried: frame.carried,
            reading: lastReading, fact: lastFact, count: lastCountFact,
            opensParts: frame.opensParts, isComplete: frame.isComplete, whole: frame.whole,
            wholeReading: wholeReading, entity: frame.entity))
        if frame.opensParts, let first = clause.items.first, firstWord(of: first) == Binder.has {
          // "gồm 02 đảng bộ bộ phận (có 05 chi bộ) và 10 chi bộ": parts of the part
          frame.opensParts = false
        }
        if versus != nil, let last = clauses[index - 1].items.last,
          // "hơn cùng kỳ 07 (59 huy hiệu)" names the time before the change
          items[last].time != nil
            || items[last].numeral != nil && items[safe: last - 1]?.time != nil,
          !clause.items.prefix(2).contains(where: {
            items[$0].has("mark", "ofwhich") || items[$0].has("mark", "complete")
          })
        {
          parenthesisTime = versus
        } else if let last = clauses[index - 1].items.last, let time = items[last].time,
          let fact = lastFact, facts[fact].statistic == .index, !time.isDay
        {
          // "bằng 119,1% quý I (460 đảng viên)"
          parenthesisTime = time
        }
      }
      var left: Outside?
      while let last = outside.last, last.depth >= clause.depth { left = outside.removeLast() }
      if let left {
        parenthesisTime = nil
        // "4.876 (cùng kỳ 4.662, tăng 4,6%), có 1.902 cấp ủy viên, bằng 39,0%": no longer compared
        if left.versus == nil { versus = nil }
        // "113 đồng chí (sinh viên 97), tăng 28,4%": behind the parentheses stands the whole again
        // "chuyển đi 08 (chủ yếu do nghỉ hưu), khai trừ 01": a remark begins nothing new
        if clauses[index - 1].numerals.isEmpty { frame.event = left.event }
        if left.entity == base.entity {
          // "(Đảng bộ Ủy ban nhân dân xã, có 03 chi bộ) và 12 chi bộ": of all again
          frame.entity = left.entity
        }
        if let reading = left.reading, !namesInside(index) {
          if reading.event == "inspect" {
            // "44 cuộc (31 kiểm tra, 13 giám sát), bớt 03 cuộc"
            frame.carried["activity"] = left.carried["activity"]
          }
          lastReading = reading
          lastFact = left.fact
          lastCountFact = left.count
          if left.opensParts != frame.opensParts {
            frame.opensParts = left.opensParts
            frame.isComplete = left.isComplete
            frame.whole = left.whole
            wholeReading = left.wholeReading
          }
        }
        // "(10/12/2019)" dates what stands around it
        let dated = clauses[index - 1].numerals.isEmpty && (frame.time?.isDay ?? false)
        if dated {
          frame.day = frame.time
          let before = index >= 2 ? clauses[index - 2].items : 0..<0
          let reaches = before.contains { item in
            items[item].tokens.contains { tokens[$0].hash == TimeScanner.Words.den }
          }
          frame.dayClause = reaches ? Int.max : index
        }
        frame.time = left.time
      }
      if clause.depth == before || clause.opener == ";" { releaseEntity(index) }
      if clause.opener == ";" { endLists(at: clause) }
    } else {
      outside = []
    }
    if clause.opener == ";", leftItsTime(before: index) {
      // "loại tốt 29 (70,7%), năm 2022 là 66,7%; loại khá 04 …": back to the time of the list
      frame.time = listTime
    }
    if clause.opener == ";" || index == 0 || clauses[index - 1].sentence != clause.sentence {
      listTime = frame.time
    }
    if isPlanLabelled, clause.opener == ";" || clause.opener == ",",
      clause.items.contains(where: {
        items[$0].time != nil || items[$0].has("nature", "actual?")
          || items[$0].has("mark", "share")
      })
    {
      // "Chỉ tiêu năm 2026: 13; 9 tháng kết nạp 09"
      frame.nature = base.nature
      isPlanLabelled = false
      if !clause.items.contains(where: { items[$0].time != nil }) { frame.time = base.time }
    }
    if clause.opener == ";", base.nature == nil, frame.nature == .target, !isPlanLabelled,
      let last = calendar.asOf ?? calendar.period?.end,
      let time = clause.items.compactMap({ items[$0].time }).first,
      let end = time.flow?.end ?? time.stock, end <= last,
      // "mục tiêu năm 2023 kết nạp 50; năm 2024 kết nạp 55": one for each year
      !(time.isOneYear && namesAnotherYear(before: index, time)),
      !clause.items.contains(where: {
        items[$0].feature("nature").map { $0 != "actual?" } ?? false
          || items[$0].feature("qualifier") != nil
      })
    {
      // "Đại hội đặt ra mục tiêu kết nạp 50 đảng viên mỗi năm; năm 2025 kết nạp 55": done
      frame.nature = nil
    }
    var segment = clause.items.lowerBound
    // "16 chi bộ được xếp loại: hoàn thành xuất sắc 03, …": what follows the colon are parts
    if clause.opener == ":", index > 0, clauses[index - 1].sentence == clause.sentence,
      let last = clauses[index - 1].numerals.last,
      clauses[index - 1].depth >= clause.depth, factsOfItem[last] != nil, !clause.numerals.isEmpty,
      !items[last..<clause.items.lowerBound].contains(where: { $0.has("mark", "total") })
    {
      frame.opensParts = true
      frame.isComplete = false
      if let fact = countOfReport {
        frame.whole = fact + offset
        wholeReading = readings[fact]
      }
    }
    if clause.opener == ":", index > 0, index - 1 == firstClause[clause.sentence], scope == nil,
      findsEntities, facts.count == factsBeforeSentence
    {
      // "Phát triển đảng viên trong doanh nghiệp chưa tương xứng với 3.400 doanh nghiệp: 05 năm kết nạp 621"
      let label = clauses[index - 1].items.prefix { items[$0].numeral == nil }
      let groups = Set(label.compactMap { items[$0].feature("group") })
      if groups.count == 1, label.contains(where: { items[$0].feature("event") != nil }) {
        scope = groups.first.flatMap(placed)
      }
    }
    if clause.numerals.isEmpty, clause.depth == 0,
      index == firstClause[clause.sentence],
      let group = clause.items.compactMap({ items[$0].feature("group") }).first,
      !clause.items.contains(where: {
        items[$0].feature("event") != nil || items[$0].feature("noun") != nil
          || items[$0].has("mark", "ofwhich")
      }),
      clause.items.count <= 6
    {
      scope = placed(group)
    }
    if clause.numerals.isEmpty, clause.closer == ":",
      index > 0 || clause.items.count > 3
        || clause.items.contains(where: { items[$0].has("event", "outside") })
    {
      labelEvent =
        clause.items.compactMap { items[$0].feature("event") }.last { !$0.hasSuffix("?") }
        ?? labelEvent
    }
    if clause.numerals.isEmpty {
      if clause.closer == ",", clause.items.lowerBound == firstItem(ofSentence: clause.sentence),
        let time = clause.items.compactMap({ items[$0].time }).first(where: \.isComparison),
        !clause.items.contains(where: { items[$0].has("mark", "versus") })
      {
        // "Cùng kỳ năm trước, các đảng bộ cũ kết nạp 9 đồng chí"
        comparisonClause = index
        comparisonTime = time
      }
      absorb(clause.items, clause: index)
      if index == 0, clause.closer == ":", base.level == "heading", clause.items.count <= 4,
        let event = clause.items.compactMap({ items[$0].feature("event") }).last,
        event == "discipline" || base.event != nil && clause.items.count == 1, base.event != event,
        !event.hasSuffix("?")
      {
        // "3. Kỷ luật: …" in a part about inspections, "- Sổ tay đảng viên điện tử: …" in one on awards
        base.event = event
        base.concept = nil
        base.noun = nil
        base.carried["activity"] = nil
        base.carried["conductor"] = nil
      }
      if clause.closer == ",", let first = clause.items.first,
        ["plan", "program"].contains(items[first].feature("nature")),
        firstWord(of: first) == Binder.by
      {
        // "Theo chương trình, năm 2026 toàn Đảng bộ tiến hành 32 cuộc"
        plannedSentence = clause.sentence
      }
      if clause.closer == ":", let next = clauses[safe: index + 1],
        next.sentence == clause.sentence, let first = next.items.first,
        case .entity = items[first].kind
      {
        let traits = clause.items.flatMap { item -> [Feature] in
          guard case .cue(let features) = items[item].kind else { return [] }
          return features.filter { Binder.traitsOfLists.contains($0.key) }
        }
        listTraits = (
          clause.sentence, Dictionary(traits.map { ($0.key, $0.value) }) { first, _ in first }
        )
      }
      if clause.closer == ":", setsPlan(clause) {
        frame.nature = .target
        isPlanLabelled = true
      }
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
        opensParenthesis: clause.opener == "(" && position == 0)
      absorb(slot.left, clause: index)
      // x/y
      if let next = nextNumeral, !slot.numeral.isNone, !slot.numeral.isPercent,
        next == item + 2 && isOver(item + 1, next) || isAmong(item, next) || isOfPlan(item, next)
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
      let isOutOf = isOutOfLast(slot)
      if isOutOf, let fact = lastCountFact {
        // "khiển trách 19, khai trừ 03; 07 người trong số này là cấp ủy viên": of all that were told
        let whole = (closedWhole ?? (frame.opensParts ? frame.whole : nil)).map { $0 - offset }
        let told = whole.flatMap { $0 >= 0 ? $0 : nil }
        openParts(of: told ?? (clause.opener == ";" ? toldAbove(fact) : nil) ?? fact)
      }
      let before = facts.count
      bindSlot(slot)
      if facts.count > before, before == factsBeforeSentence, opensDivision(slot),
        facts[before].concept != "organizations"
      {
        openParts(of: before)
        isDivided = true
      }
      if slot.numeral.isPercent {
        let nature = frame.nature
        let time = frame.time
        absorb(slot.right, clause: index)
        frame.nature = nature
        let isIndex = lastFact.map { facts[$0].statistic == .index } ?? false
        if isIndex
          || slot.right.contains(where: {
            items[$0].feature("nature") == "plan" || isWholeOfShare(slot, $0)
          })
        {
          frame.time = time
        }
      } else {
        let (whole, reading) = (frame.whole, wholeReading)
        absorb(slot.right, clause: index)
        if isOutOf, frame.opensParts {
          // "05 người trong đó là cấp ủy viên; khiển trách 11": parts of what the 05 are a part of
          frame.whole = whole
          wholeReading = reading
        }
      }
      segment = rightEnd
      position += 1
    }
  }

  /// "ĐBP Lũng Cài: 58 đảng viên, kết nạp 03": a sub-unit that the sentence began with.
  private func isSubjectOfSentence(_ clause: Clause) -> Bool {
    guard let start = firstItem(ofSentence: clause.sentence) else { return false }
    // a semicolon or a label begins with a new subject
    let first =
      items.indices[start..<clause.items.lowerBound].last {
        if items[$0].isSign(":"), case .entity? = items[safe: $0 + 1]?.kind { return true }
        return items[$0].isSign(";")
      }.map { $0 + 1 } ?? start
    guard case .entity = items[first].kind else { return false }
    let others = (first + 1..<max(first + 1, clause.items.upperBound)).contains { index in
      if case .entity = items[index].kind { return true }
      return items[index].has("mark", "self")
    }
    return !others
  }

  static let by = Folding.hash("theo")
  static let over = Folding.hash("trên")

  /// "Chỉ tiêu năm 2026: kết nạp …": what follows the colon is planned.
  ///
  /// "Kế hoạch 214 đề ra mục tiêu cho cả giai đoạn: …" says so in its middle.
  private func setsPlan(_ clause: Clause) -> Bool {
    let aims = clause.items.contains {
      items[$0].feature("nature") == "target" && $0 > clause.items.lowerBound
    }
    guard let first = clause.items.first, items[first].feature("nature") == "plan" || aims else {
      return false
    }
    return !clause.items.contains {
      items[$0].has("nature", "actual?") || items[$0].has("mark", "versus")
        || items[$0].has("mark", "share")
    }
  }

  /// A sub-unit's figures end where a new clause speaks of something else.
  mutating func releaseEntity(_ index: Int) {
    let clause = clauses[index]
    guard frame.entity != base.entity, clause.opener == ";" || clause.opener == ",",
      !clause.numerals.isEmpty,
      clause.opener == ";" || facts.count > factsBeforeEntity && !isSubjectOfSentence(clause)
    else { return }
    let speaks = clause.items.contains {
      items[$0].feature("noun").map { $0 != "person" } ?? false || items[$0].feature("event") != nil
        || items[$0].has("mark", "rest")
    }
    let going = ["có", "nơi", "hiện", "chỉ", "đã", "được", "nâng", "đưa", "mới", "còn"].map {
      Folding.hash($0)
    }
    let continues =
      clause.items.first.map {
        going.contains(firstWord(of: $0)) || items[$0].has("mark", "ofwhich")
          || items[$0].has("mark", "complete") || items[$0].has("mark", "share")
      } ?? false
    if clause.opener == ";" || speaks && !continues { frame.entity = base.entity }
  }

  /// Where the words between two numerals stop belonging to the first.
  func split(after first: Int, before second: Int) -> Int {
    var index = first + 1
    var seenCue = false
    while index < second {
      let item = items[index]
      if item.isSign("/") { return index + 1 }
      if isThen(index) { return index }
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
          index + 1 < items.count && items[index + 1].numeral != nil
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

  func wordsAhead(_ index: Int, _ end: Int) -> Int {
    var count = 0
    var position = index
    while position < end, case .word = items[position].kind {
      count += 1
      position += 1
    }
    return count
  }
}
