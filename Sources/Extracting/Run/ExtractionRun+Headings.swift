import Catalogue
import DocumentModel

extension ExtractionRun {
  mutating func heading(_ index: Int, _ block: Block) {
    headings.removeAll { $0.rank >= block.level }
    lastCarried = nil
    ratingYear = nil
    sector = nil
    list = []
    paragraph = nil
    var frame = section
    let parent = frame
    let tokens = catalogue.tokens(document.bytes, block.segments)
    let items = Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar, ownName: ownName
    ).items(tokens)
    var event: String?
    var noun: String?
    frame.carried = parent.carried.filter { $0.key == "conductor" }
    var conductors: Set<String> = []
    for item in items {
      if event == nil, let found = item.feature("event"), !found.hasSuffix("?") { event = found }
      if let found = item.feature("noun"), !["person", "orgword", "class"].contains(found) {
        if noun == nil { noun = found } else if noun != found, event == nil { noun = "mixed" }
      }
      if let scale = item.feature("scale") { frame.scale = scale }
      if let subject = item.feature("subject") { frame.carried["subject"] = subject }
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
      if let group = item.feature("group"), noun == nil || event != nil {
        frame.dimensions["group"] = Binder.placed(group, inCommune: isCommune)
      }
      if case .time(let time) = item.kind,
        frame.time == nil || !sameTime(frame.time, parent.time) == false
      {
        if !time.isComparison { frame.time = time }
      }
    }
    if noun == "mixed" { noun = nil }
    if event == nil, noun == nil, frame.carried["activity"] == nil, conductors.isEmpty {
      // "A. KIỂM TRA TỔ CHỨC ĐẢNG / 1. Theo chủ thể": still about inspections
      frame.carried["activity"] = parent.carried["activity"]
    }
    isMixedPart = plannedNature(tokens) == nil && isMixed(tokens)
    frame.dimensions = [:]
    if conductors.count == 1, let only = conductors.first,
      ["inspection_committee", "standing_committee", "grassroots"].contains(only)
    {
      frame.carried["conductor"] = only
    }
    if event != nil || noun != nil {
      frame.event = event
      if noun != nil || event != nil { frame.noun = noun ?? (event == nil ? frame.noun : nil) }
    }
    if plannedNature(tokens) == nil, isMixed(tokens),
      frame.time?.flow.map({ $0.end.year == $0.start?.year }) ?? false
    {
      frame.time = parent.time
    }
    if let time = noteTime(block) { frame.time = time }
    if let nature = plannedNature(tokens, isInReview: parent.isReview) {
      if nature == .actual { frame.isReview = true }
      frame.nature = nature == .actual ? nil : nature
      if nature == .actual, tokens.contains(where: { $0.hash == Folding.hash("nhiệm") }) {
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
    cellType = nil
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
    own.nature = frame.nature
    _ = bind(index, block.segments, frame: own, region: .heading)
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
    if words.first == Folding.hash("phần"), words.count > 2 { words.removeFirst(2) }
    for opening in ["một số", "các", "những"] where ExtractionRun.starts(words, opening) {
      words.removeFirst(opening.split(separator: " ").count)
    }
    func has(_ phrase: String) -> Bool { ExtractionRun.has(phrase, words) }
    func starts(_ phrase: String) -> Bool { ExtractionRun.starts(words, phrase) }
    if starts("đánh giá") { return .actual }
    if ExtractionRun.reviews.contains(where: has) {
      if has("phương hướng"), !starts("kết quả") { return .target }
      if isMixed(tokens) { return nil }
      return .actual
    }
    let opens =
      starts("nhiệm vụ") || starts("hướng") || starts("chỉ tiêu") || starts("mục tiêu")
      || starts("kế hoạch")
    if has("phương hướng") || opens && !isInReview || has("nhiệm vụ trọng tâm")
      || has("nhiệm vụ, giải pháp")
      || has("nhiệm vụ giải pháp") || has("nhiệm vụ quý") || has("nhiệm vụ năm")
      || has("và nhiệm vụ quý")
      || has("việc cần làm") || has("thời gian tới") || has("nhiệm vụ tháng")
      || has("tháng cuối năm") || has("dự kiến")
    {
      return .target
    }
    return nil
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

  private static func starts(_ words: [UInt64], _ phrase: String) -> Bool {
    words.starts(with: phrase.split(separator: " ").map { Folding.hash(String($0)) })
  }

  static func has(_ phrase: String, _ words: [UInt64]) -> Bool {
    let wanted = phrase.split(separator: " ").map { Folding.hash(String($0)) }
    guard words.count >= wanted.count else { return false }
    return (0...(words.count - wanted.count)).contains {
      Array(words[$0..<$0 + wanted.count]) == wanted
    }
  }

  private static let carry = Folding.hash("thực")
  private static let out = Folding.hash("hiện")

  private static let reviews = [
    "kết quả", "tình hình", "hạn chế", "ưu điểm", "nhận xét", "tồn tại",
  ]

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
      && ["chỉ tiêu", "nhiệm vụ", "mục tiêu", "việc cần làm", "kế hoạch"].contains {
        ExtractionRun.has($0, words)
      } && !ExtractionRun.has("phương hướng", words)
  }

  /// "Số liệu tính đến ngày 31/12/2025" in a heading's footnote dates what stands below it.
  private func noteTime(_ heading: Block) -> TimeMention? {
    for note in document.blocks where note.kind == .footnote {
      guard let anchor = note.footnote?.anchor,
        heading.segments.contains(where: {
          $0.lowerBound - 4 <= anchor.lowerBound && anchor.lowerBound <= $0.upperBound + 8
        })
      else { continue }
      let tokens = catalogue.tokens(document.bytes, note.segments)
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
    let tokens = catalogue.tokens(document.bytes, block.segments)
    guard tokens.count <= 20, tokens.last?.isSign(":") == true, down.nature == nil,
      !facts.contains(where: { $0.context.block == index })
    else { return }
    let words = tokens.filter { $0.kind == .word }.map(\.hash)
    let plans = ["một số chỉ tiêu", "các chỉ tiêu", "chỉ tiêu chủ yếu", "chỉ tiêu cụ thể"]
    guard
      plannedNature(tokens) == .target
        || plans.contains(where: { ExtractionRun.has($0, words) }),
      !ExtractionRun.has("kết quả", words), !ExtractionRun.has("thực hiện", words)
    else { return }
    down.nature = .target
    if down.time == nil { down.time = comingSpan() }
  }
}
