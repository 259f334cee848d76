import Catalogue
import DocumentModel

extension ExtractionRun {
  mutating func heading(_ index: Int, _ block: Block) {
    headings.removeAll { $0.rank >= block.level }
    leaveSection()
    var frame = section
    let parent = frame
    let tokens = words[block]
    let items = Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar, ownName: ownName
    ).items(tokens)
    var event: String?
    var noun: String?
    frame.carried = parent.carried.filter { $0.key == "conductor" }
    var conductors: Set<String> = []
    var courses: Set<String> = []
    for item in items {
      if event == nil, let found = item.feature("event"), !found.hasSuffix("?") { event = found }
      if let found = item.feature("noun"), !["person", "orgword", "class"].contains(found) {
        if noun == nil { noun = found } else if noun != found, event == nil { noun = "mixed" }
      }
      if let scale = item.feature("scale") { frame.scale = scale }
      if let subject = item.feature("subject") { frame.carried["subject"] = subject }
      if let course = item.feature("course") { courses.insert(course) }
      if frame.carried["activity"] == nil, let activity = item.feature("activity") {
        frame.carried["activity"] = activity
      } else if let activity = item.feature("activity"), activity != frame.carried["activity"],
        activity != "violation_signs"
      {
        frame.carried["activity"] = nil
      }
      if let conductor = item.feature("conductor"), conductor != "several" {
        conductors.insert(conductor)
      }
      if case .time(let time) = item.kind,
        frame.time == nil || sameTime(frame.time, parent.time)
      {
        if !time.isComparison { frame.time = time }
      }
    }
    if courses.count == 1 { frame.carried["course"] = courses.first }
    if noun == "mixed" { noun = nil }
    if event == nil, noun == nil, frame.carried["activity"] == nil, conductors.isEmpty {
      // "A. KIỂM TRA TỔ CHỨC ĐẢNG / 1. Theo chủ thể": still about inspections
      frame.carried["activity"] = parent.carried["activity"]
    }
    let planned = plannedNature(tokens, isInReview: parent.isReview)
    isMixedPart = planned == nil && isMixed(tokens)
    frame.dimensions = [:]
    if conductors.count == 1, let only = conductors.first,
      ["inspection_committee", "standing_committee", "grassroots"].contains(only)
    {
      frame.carried["conductor"] = only
    }
    if event != nil || noun != nil {
      // "III. THI HÀNH KỶ LUẬT / 2. Đảng viên": still those disciplined
      let goesOn =
        event == nil && tokens.count <= 5
        && noun.map { ["member", "org", "orgword"].contains($0) } == true
        && ["discipline", "inspect", "violate"].contains(parent.event)
      frame.event = goesOn ? parent.event : event
      frame.noun = noun
    }
    if isMixedPart,
      frame.time?.flow.map({ $0.end.year == $0.start?.year }) ?? false
    {
      frame.time = parent.time
    }
    if let time = noteTime(block) { frame.time = time }
    if let nature = planned {
      frame.isReview = nature == .actual
      frame.nature = nature == .actual ? nil : nature
      if nature == .actual, tokens.contains(where: { $0.hash == ExtractionRun.task }) {
        frame.time = parent.time
      }
      if nature == .target, frame.time == nil { frame.time = comingSpan() }
    }
    if frame.nature == nil, let start = frame.time?.flow?.start, let last = calendar.period?.end,
      start > last
    {
      // "H. QUÝ IV/2025" in a report on the third quarter
      frame.nature = .target
    }
    if let asOf = calendar.asOf, case .duration(let start, let end)? = frame.time?.flow, end > asOf,
      end.year == asOf.year, start.year < end.year
    {
      // "giai đoạn 2020-2023" of a report counted in October 2023 ends in October
      frame.time?.flow = .duration(start: start, end: asOf)
      frame.time?.stock = asOf
    }
    if case .duration(let start, let end)? = frame.time?.flow, end.year - start.year >= 4 {
      sectionTerm = start
    }
    frame.orgType = nil
    for item in items {
      guard let type = item.feature("org_type") else { continue }
      frame.orgType = type
      if type.hasSuffix("_cell"), type != "grassroots_cell" { cellType = type }
    }
    frame.concept = nil
    frame.topic = event == nil && noun == "member" ? topic(items) : nil
    frame.opensParts = false
    frame.whole = nil
    headings.append((block.level, frame))
    var own = frame
    own.level = "heading"
    _ = bind(index, frame: own, region: .heading)
    ledger.marker(block, document)
  }

  /// What tells the members apart that a heading names and nothing else.
  private func topic(_ items: [Item]) -> [String: String]? {
    var dimensions: [String: String] = [:]
    for item in items {
      guard case .cue(let features) = item.kind else { continue }
      for feature in features {
        switch feature.key {
        case "exempt?", "exempt": dimensions["exempt"] = "yes"
        case "sex", "ethnicity", "religious", "status": dimensions[feature.key] = feature.value
        case "noun", "aside", "mark", "namer": break
        default: return nil
        }
      }
    }
    return dimensions.count == 1 ? dimensions : nil
  }

  func sameTime(_ a: TimeMention?, _ b: TimeMention?) -> Bool {
    a?.flow == b?.flow && a?.stock == b?.stock
  }

  /// "Phương hướng, nhiệm vụ …", "Chỉ tiêu …" open a part about what is to come.
  ///
  /// Within a part about results "Nhiệm vụ của cấp ủy", "Chỉ tiêu kết nạp" are what was done: there
  /// only words that say what is to come open such a part.
  func plannedNature(_ tokens: [Token], isInReview: Bool = false) -> Fact.Nature? {
    var words = tokens.filter { $0.kind == .word }.map(\.hash)
    // "Phần D. MỤC TIÊU NHIỆM KỲ 2020 - 2025"
    if words.first == ExtractionRun.part, words.count > 2 { words.removeFirst(2) }
    if let opening = ExtractionRun.quantifiers.first(where: { words.starts(with: $0) }) {
      words.removeFirst(opening.count)
    }
    func has(_ phrases: [[UInt64]]) -> Bool { phrases.contains { ExtractionRun.has($0, words) } }
    func starts(_ phrases: [[UInt64]]) -> Bool { phrases.contains { words.starts(with: $0) } }
    if starts(ExtractionRun.judged) { return .actual }
    if has(ExtractionRun.reviews) {
      if has(ExtractionRun.direction), !starts(ExtractionRun.results) { return .target }
      return isMixed(tokens) ? nil : .actual
    }
    let opens =
      starts(ExtractionRun.aimed) && !starts(ExtractionRun.guidance) && !isInReview
    return opens || has(ExtractionRun.direction) || has(ExtractionRun.ahead) ? .target : nil
  }

  /// What follows the report's own span: the next quarter, half-year or year.
  func comingSpan() -> TimeMention? {
    guard let period = calendar.period, let start = period.start else { return nil }
    let end = period.end
    if start.year == end.year, end.month < 12 {
      let months = end.month - start.month + 1
      let last = months == 3 ? end.month + 3 : 12
      let flow = Period.duration(
        start: .firstDay(year: end.year, month: end.month + 1),
        end: .lastDay(year: end.year, month: last))
      return TimeMention(flow: flow, stock: flow.end)
    }
    let flow = Period.year(end.year + 1)
    return TimeMention(flow: flow, stock: flow.end)
  }

  /// True where the words hold the phrase.
  static func has(_ phrase: [UInt64], _ words: [UInt64]) -> Bool {
    guard let first = phrase.first, words.count >= phrase.count else { return false }
    return (0...(words.count - phrase.count)).contains {
      words[$0] == first && words[$0..<$0 + phrase.count].elementsEqual(phrase)
    }
  }

  static func phrases(_ texts: [String]) -> [[UInt64]] {
    texts.map { $0.split(separator: " ").map { Folding.hash(String($0)) } }
  }

  private static let part = Folding.hash("phần")
  private static let task = Folding.hash("nhiệm")
  private static let carry = Folding.hash("thực")
  private static let out = Folding.hash("hiện")
  private static let quantifiers = phrases(["một số", "các", "những"])
  private static let judged = phrases(["đánh giá"])
  private static let results = phrases(["kết quả"])
  private static let direction = phrases(["phương hướng"])
  private static let reviews = phrases([
    "kết quả", "tình hình", "hạn chế", "ưu điểm", "nhận xét", "tồn tại",
  ])
  private static let aimed = phrases(["nhiệm vụ", "hướng", "chỉ tiêu", "mục tiêu", "kế hoạch"])
  private static let guidance = phrases(["hướng dẫn"])
  private static let ahead = phrases([
    "nhiệm vụ trọng tâm", "nhiệm vụ giải pháp", "nhiệm vụ quý", "nhiệm vụ năm", "việc cần làm",
    "thời gian tới", "nhiệm vụ tháng", "tháng cuối năm", "dự kiến",
  ])
  private static let tasks = phrases([
    "chỉ tiêu", "nhiệm vụ", "mục tiêu", "việc cần làm", "kế hoạch",
  ])
  private static let plans = phrases([
    "một số chỉ tiêu", "các chỉ tiêu", "chỉ tiêu chủ yếu", "chỉ tiêu cụ thể",
  ])
  private static let done = phrases(["kết quả", "thực hiện"])

  /// "HẠN CHẾ VÀ CHỈ TIÊU NHIỆM KỲ", "NHẬN XÉT, VIỆC CẦN LÀM QUÝ IV": the items say which they are.
  private func isMixed(_ tokens: [Token]) -> Bool {
    var words = tokens.filter { $0.kind == .word }.map(\.hash)
    // "KẾT QUẢ THỰC HIỆN NHIỆM VỤ" is of what was done
    if let done = words.firstIndex(of: ExtractionRun.out), done > 0, done + 2 < words.count,
      words[done - 1] == ExtractionRun.carry
    {
      words.removeSubrange(done + 1...done + 2)
    }
    return ExtractionRun.reviews.contains { ExtractionRun.has($0, words) }
      && ExtractionRun.tasks.contains { ExtractionRun.has($0, words) }
      && !ExtractionRun.direction.contains { ExtractionRun.has($0, words) }
  }

  /// "Số liệu tính đến ngày 31/12/2025" in a heading's footnote dates what stands below it.
  private func noteTime(_ heading: Block) -> TimeMention? {
    for note in document.blocks where note.kind == .footnote {
      guard let anchor = note.footnote?.anchor,
        heading.segments.contains(where: {
          $0.lowerBound - 4 <= anchor.lowerBound && anchor.lowerBound <= $0.upperBound + 8
        })
      else { continue }
      let tokens = words[note]
      let items = Scanner(
        catalogue: catalogue, bytes: document.bytes, calendar: calendar, ownName: ownName
      ).items(tokens)
      let times = items.compactMap(\.time)
      guard times.count == 1, let time = times.first,
        !items.contains(where: { $0.numeral != nil || $0.feature("noun") != nil })
      else { continue }
      return time
    }
    return nil
  }

  /// "Một số chỉ tiêu chủ yếu năm 2026:" opens plans as a heading would.
  mutating func announcePlan(_ index: Int, _ block: Block, _ down: inout Frame) {
    let tokens = words[block]
    guard tokens.count <= 20, tokens.last?.isSign(":") == true, down.nature == nil,
      !hasFacts(index)
    else { return }
    let words = tokens.filter { $0.kind == .word }.map(\.hash)
    guard
      plannedNature(tokens, isInReview: section.isReview) == .target
        || ExtractionRun.plans.contains(where: { ExtractionRun.has($0, words) }),
      !ExtractionRun.done.contains(where: { ExtractionRun.has($0, words) })
    else { return }
    down.nature = .target
    if down.time == nil { down.time = comingSpan() }
  }
}
