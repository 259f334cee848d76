import Catalogue
import DocumentModel

extension Binder {
  /// Takes the context cues of items that no numeral needs for itself.
  mutating func absorb(_ range: Range<Int>, clause: Int) {
    var conductors: Set<String> = []
    for index in range {
      let item = items[index]
      if let event = item.feature("event"), !event.hasSuffix("?") { frame.event = event }
      if let noun = item.feature("noun"), noun != "person", noun != "class", noun != "orgword" {
        frame.noun = noun
      }
      if let scale = item.feature("scale") { frame.scale = scale }
      if item.feature("theory") != nil { frame.scale = "theory" }
      if item.feature("qualification") != nil { frame.scale = "qualification" }
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
      if let activity = item.feature("activity"), !isIncluded(index) {
        if activity == "violation_signs", clauses[clause].numerals.isEmpty, facts.isEmpty {
          labelActivity = activity
        }
        frame.carried["activity"] = activity == "inspection" ? labelActivity ?? activity : activity
        carriedAge = 0
        frame.carried["subject"] = labelSubject ?? base.carried["subject"]
        if let subject = item.feature("subject") {
          frame.carried["subject"] = subject
          if clauses[clause].closer == ":", clauses[clause].numerals.isEmpty {
            labelSubject = subject
          }
        }
      }
      if let subject = item.feature("subject"), item.feature("activity") == nil, facts.isEmpty,
        clauses[clause].sentence == 0, clauses[clause].numerals.isEmpty
      {
        labelSubject = subject
        if base.carried["subject"] != nil { frame.carried["subject"] = subject }
      }
      if let course = item.feature("course") { frame.carried["course"] = course }
      if let conductor = item.feature("conductor") { conductors.insert(conductor) }
      if let conductor = item.feature("conductor?"), isActing(index) || joinsConductor(index) {
        conductors.insert(conductor)
      }
      let next = items[safe: index + 1]?.isSign(":") ?? false ? index + 2 : index + 1
      if item.has("orgword", "cell"), next < items.count, items[next].isCount,
        items[safe: next + 1]?.has("noun", "case") ?? false
      {
        // "ủy ban kiểm tra 20 cuộc, chi bộ 39 cuộc"
        conductors.insert("grassroots")
      }
      if let type = item.feature("org_type") {
        frame.orgType = type
        if type.hasSuffix("_cell") && type != "grassroots_cell" {
          cellType = type
          blockCellType = type
        }
      }
      if item.has("mark", "self") {
        frame.entity = base.entity
        // "toàn Đảng bộ đã kiểm tra, giám sát 317 cuộc": whoever did it
        if tokens[item.tokens.lowerBound].hash == Binder.entire { frame.carried["conductor"] = nil }
      }
      if item.has("mark", "total"), index + 1 < items.count, items[index + 1].isSign(":") {
        // "…, kết nạp 0 / Cộng: 1.084 đảng viên"
        frame.entity = base.entity
      }
      if case .word = item.kind, firstWord(of: index) == Binder.therefore,
        clauses[clause].depth == 0
      {
        // "sáp nhập Chi bộ A về Đảng bộ B nên cuối năm còn 07 tổ chức cơ sở đảng": of all
        frame.entity = base.entity
      }
      if case .entity(let name) = item.kind {
        frame.entity = Entity(name: name)
        factsBeforeEntity = facts.count
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
        isRegrouped = true
        if let first = readings[0] { frame.carried["activity"] = first.dimensions["activity"] }
      case "ofwhich":
        frame.opensParts = true
        frame.isComplete = false
        inlineParts = clauses[clause].closer == ":" ? nil : facts.count
        noteWhole(clause, index)
      case "complete":
        frame.opensParts = true
        frame.isComplete = !leavesRest(clause)
        inlineParts = clauses[clause].closer == ":" ? nil : facts.count
        noteWhole(clause, index)
      case "versus":
        versusPending = true
      case "stock" where frame.nature == .target && base.nature != .target:
        // "Phấn đấu … 98% …; hiện nay mới đạt 93,3%"
        frame.nature = nil
        frame.time = base.time
      default: break
      }
      if case .time(let time) = item.kind, time.isLabel || isOfClass(index) {
        labelTime = (time, clause)
      } else if isDateOfDocument(index) || isDayOfFounding(index) {
        continue
      } else if case .time(var time) = item.kind {
        if time.isComparison { time = samePeriod(time) }
        time = inPlannedYear(inNamedYear(time, index))
        if repeatsReport(time), !saysNow(index) { continue }
        let grown =
          index > 0 && isEarlier(time)
          && ((items[index - 1].feature("statistic")?.hasPrefix("growth") ?? false)
            || tokens[items[index - 1].tokens.upperBound - 1].hash == Binder.times)
        if versusPending || time.isComparison || grown {
          versus = time
          versusPending = false
        } else {
          if time.isEdge, case .duration? = time.span,
            time.span == time.stock.map({ .year($0.year) }),
            clauses[clause].sentence == sentenceOf, speaksOfRating(index)
          {
            // "Cuối năm 2025, 541 trong 607 đảng viên được xếp loại. Ở mức xuất sắc có 97 …"
            yearOfRating = time.span
          }
          if let flow = time.flow, flow == .year(flow.end.year) {
            yearOfSentence = flow
            if clauses[clause].items.contains(where: { items[$0].has("event", "rate") })
              || speaksOfRating(index)
            {
              // "Riêng năm 2024, trong 899 đảng viên có 731 đồng chí được đánh giá, xếp loại …"
              yearOfRating = flow
            }
          }
          if let year = statedYear(time) { namedYear = (year, clauses[clause].sentence) }
          frame.time = time
          let opening =
            clauses[clause].sentence == 0 && clauses[clause].numerals.isEmpty
            && clauses[clause].closer == ":" && clauses[clause].items.lowerBound == 0
          if index == firstItem(ofSentence: clauses[clause].sentence) || opening, !time.isEdge,
            clauses[clause].depth == 0,
            !clauses[clause].items.contains(where: { items[$0].feature("nature") == "plan" }),
            !TimeScanner.Words.luy.contains(firstWord(of: index))
          {
            // "Lũy kế 9 tháng kết nạp 21" sums up, and doesn't go on
            sentenceTime = time
          }
        }
      }
    }
    sentenceConductors.formUnion(conductors)
    if conductors.count == 1, let only = conductors.first {
      frame.carried["conductor"] = only == "several" ? nil : only
      carriedAge = 0
    } else if conductors.count > 1 {
      frame.carried["conductor"] = nil
    }
  }

  /// "23 cuộc, gồm cả dấu hiệu vi phạm": counted in, not what is counted.
  private func isIncluded(_ index: Int) -> Bool {
    let start = items[index].tokens.lowerBound
    return start > 1 && tokens[start - 1].hash == Scanner.Words.all
      && Binder.including.contains(tokens[start - 2].hash)
  }

  private static let including: Set<UInt64> = Set(["gồm", "kể", "tính"].map { Folding.hash($0) })

  /// A rating within the next words of the same sentence.
  private func speaksOfRating(_ index: Int) -> Bool {
    for at in items.indices.dropFirst(index).prefix(14) {
      if items[at].isSign(".") || items[at].isSign(";") { return false }
      if items[at].has("event", "rate") { return true }
    }
    return false
  }

  /// "Cấp ủy và ủy ban kiểm tra đã tiến hành …": one of several that acted.
  private func joinsConductor(_ index: Int) -> Bool {
    guard index + 2 < items.count, items[index + 2].feature("conductor") != nil else {
      return false
    }
    return items[index + 1].isSign(",")
      || firstWord(of: index + 1) == Folding.hash("và")
  }

  /// "lớp tháng 4 có 64": the time is the class's name.
  private func isOfClass(_ index: Int) -> Bool {
    index > 0 && items[index - 1].has("noun", "class")
  }

  /// "Quý I/2025 kết nạp 29, cùng kỳ năm 2024 là 26": the same span as the sentence's, a year before.
  private func samePeriod(_ time: TimeMention) -> TimeMention {
    guard let flow = time.flow, let report = calendar.period, let stated = frame.time?.flow,
      stated.start != nil, stated != report, stated != base.time?.flow,
      flow == TimeScanner.moved(report, to: flow.end.year)
    else { return time }
    var moved = time
    let shift = report.end.year - flow.end.year
    moved.flow = TimeScanner.moved(stated, to: stated.end.year - shift)
    moved.stock = moved.flow?.end
    return moved
  }

  /// "quý I dự ước kết nạp 55" in a part about the next year: that year's first quarter.
  private func inPlannedYear(_ time: TimeMention) -> TimeMention {
    if base.nature == .target || frame.nature == .target, time.isEdge, statedYear(time) == nil,
      let year = calendar.year, time.span == .year(year), time.stock == .lastDay(year: year),
      let planned = base.nature == .target ? base.time?.flow?.end.year : namedYear?.year,
      planned > year
    {
      // "Năm 2025, phấn đấu …. Đến cuối năm có trên 90% …"
      var moved = time
      moved.span = .year(planned)
      moved.stock = .lastDay(year: planned)
      return moved
    }
    guard base.nature == .target, !time.isComparison, let flow = time.flow, let start = flow.start,
      let planned = base.time?.flow, planned == .year(planned.end.year),
      start.year == flow.end.year,
      flow.end.year == calendar.year, planned.end.year == flow.end.year + 1,
      flow != .year(start.year), time.ranges.allSatisfy({ $0.count < 4 })
    else { return time }
    var moved = time
    moved.flow = TimeScanner.moved(flow, to: planned.end.year)
    moved.stock = moved.flow?.end
    return moved
  }

  /// "Quyết định số 33-QĐ/ĐU, ngày 02/01/2024": the document's date dates no figure.
  private func isDateOfDocument(_ index: Int) -> Bool {
    guard items[index].time?.isDay == true else { return false }
    var before = index - 1
    while before >= 0, before >= index - 3 {
      if case .citation = items[before].kind { return true }
      guard items[before].isSign(",") || items[before].isSign("(") || isDayWord(before) else {
        return false
      }
      before -= 1
    }
    return false
  }

  /// "đi vào hoạt động từ ngày 01/7/2025": what begins on a day is not counted on it.
  private func isDayOfFounding(_ index: Int) -> Bool {
    guard items[index].time?.isDay == true, index > 0 else { return false }
    var before = index - 1
    if isDayWord(before), before > 0 { before -= 1 }
    guard case .word = items[before].kind else { return false }
    return firstWord(of: before) == Binder.from
  }

  private func isDayWord(_ index: Int) -> Bool {
    if case .word = items[index].kind {
      return firstWord(of: index) == Binder.day
    }
    return false
  }

  /// "năm nay", "hiện nay".
  private func saysNow(_ item: Int) -> Bool {
    items[item].tokens.contains { tokens[$0].hash == Binder.now }
  }

  private static let entire = Folding.hash("toàn")
  static let now = Folding.hash("nay")
  static let day = Folding.hash("ngày")

  /// The year that a time states in figures, or nil.
  private func statedYear(_ time: TimeMention) -> Int? {
    time.ranges.last { $0.count >= 4 }.flatMap { Int(document.text($0).suffix(4)) }
  }

  /// "theo quý năm 2025: quý I 06": a time without a year is of the year that the sentence named.
  private func inNamedYear(_ time: TimeMention, _ item: Int) -> TimeMention {
    guard !saysNow(item), let named = namedYear, named.sentence == sentenceOf,
      statedYear(time) == nil,
      !time.isComparison, !time.isDay, let year = calendar.year, named.year != year,
      time.flow != calendar.period,
      time.flow?.end.year ?? time.stock?.year == year
        || time.isEdge && time.stock?.year == year - 1,
      time.stock != calendar.now, !versusPending
    else { return time }
    var moved = time
    moved.flow = time.flow.map { TimeScanner.moved($0, to: $0.end.year + named.year - year) }
    moved.stock = time.stock.map { $0.moved(toYear: $0.year + named.year - year) }
    return moved
  }

  /// "Năm 2025, trong năm …": the report's own span does not take the place of a named one.
  private func repeatsReport(_ time: TimeMention) -> Bool {
    guard let named = namedYear, named.sentence == sentenceOf else { return false }
    return time.flow == calendar.period && time.ranges.isEmpty && !time.isComparison
      && time.stock == nil
  }

  private static let therefore = Folding.hash("nên")
}
