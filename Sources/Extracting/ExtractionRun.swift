import Catalogue
import DocumentModel

/// One document's way through the extractor: blocks in order, footnotes behind the fact they note.
struct ExtractionRun {
  let catalogue: Catalogue
  let document: Document
  let header: ReportHeader
  let calendar: Calendar

  private let unit: String
  private let ownName: [UInt64]
  private let isCommune: Bool

  private var facts: [Fact] = []
  private var links: [FactLink] = []
  private var readings: [Int: Reading] = [:]
  private var ledger = LedgerBuilder()
  private var citations: [Citation] = []
  private var dates: [DateMention] = []

  private var headings: [(rank: Int, frame: Frame)] = []
  private var list: [(level: Int, frame: Frame)] = []
  private var paragraph: Frame?
  /// The kind of cell that the section speaks of, for a bare "chi bộ" further on.
  private var cellType: String?
  /// What the paragraph before carried on, within a section.
  private var lastCarried: [String: String]?
  /// What the last numeral of the block before counted, within a section.
  private var previousReading: Reading?
  /// First day of the term that a heading has named ("nhiệm kỳ 2025 - 2030").
  private var sectionTerm: CalendarDate?
  /// Heading frame in force at each block, for footnotes without an anchor.
  private var sectionOfBlock: [Int: Frame] = [:]

  init(catalogue: Catalogue, document: Document, header: ReportHeader, calendar: Calendar) {
    self.catalogue = catalogue
    self.document = document
    self.header = header
    self.calendar = calendar
    unit = header.unit ?? ""
    let bytes = Array((header.unit ?? "").utf8)
    let words = Tokenizer.tokens(bytes, [0..<bytes.count]).map(\.hash)
    ownName = Array(words.dropFirst(2))
    let folded = unit.lowercased()
    isCommune =
      [" xã ", " phường ", " thị trấn ", " đặc khu "].contains { folded.contains($0) }
      && folded.hasPrefix("đảng bộ xã") || folded.hasPrefix("đảng bộ phường")
      || folded.hasPrefix("đảng bộ thị trấn") || folded.hasPrefix("đảng bộ đặc khu")
  }

  mutating func run() {
    for (index, block) in document.blocks.enumerated() where block.kind != .footnote {
      handle(index, block)
    }
    for (index, block) in document.blocks.enumerated() where block.kind == .footnote {
      footnote(index, block)
    }
  }

  private var section: Frame {
    var frame = headings.last?.frame ?? Frame()
    frame.level = "heading"
    return frame
  }

  private mutating func handle(_ index: Int, _ block: Block) {
    sectionOfBlock[index] = section
    switch block.kind {
    case .furniture, .closing, .letterhead, .title:
      plain(index, block)
    case .heading:
      heading(index, block)
    case .paragraph:
      list = []
      var frame = section
      // "Qua kiểm tra, kết luận …" behind a paragraph about one body's inspections is that body's
      if let carried = lastCarried, carried["activity"] == "violation_signs",
        frame.carried["conductor"] == nil
      {
        frame.carried["conductor"] = carried["conductor"]
      }
      let down = bind(index, block.segments, frame: frame, region: .body)
      lastCarried = down.carried
      paragraph = down.opensParts ? down : nil
      ledger.marker(block, document)
    case .listItem:
      listItem(index, block)
    case .table:
      table(index, block)
    case .footnote: break
    }
  }

  /// Blocks without facts: only what their numbers are.
  private mutating func plain(_ index: Int, _ block: Block) {
    let tokens = catalogue.tokens(document.bytes, block.segments)
    let items = Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar, ownName: ownName
    ).items(tokens)
    note(items, tokens, isBody: block.kind == .title)
    ledger.plain(items, tokens, block, document)
  }

  // MARK: Headings

  private mutating func heading(_ index: Int, _ block: Block) {
    headings.removeAll { $0.rank >= block.level }
    lastCarried = nil
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
    frame.carried = [:]
    var conductors: Set<String> = []
    for item in items {
      if event == nil, let found = item.feature("event"), !found.hasSuffix("?") { event = found }
      if let found = item.feature("noun"), !["person", "orgword", "class"].contains(found) {
        if noun == nil { noun = found } else if noun != found, event == nil { noun = "mixed" }
      }
      if let scale = item.feature("scale") { frame.scale = scale }
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
        frame.dimensions["group"] = group
      }
      if case .time(let time) = item.kind,
        frame.time == nil || !sameTime(frame.time, parent.time) == false
      {
        if !time.isComparison { frame.time = time }
      }
    }
    if noun == "mixed" { noun = nil }
    frame.dimensions = [:]
    if conductors.count == 1, let only = conductors.first,
      only == "inspection_committee" || only == "standing_committee"
    {
      frame.carried["conductor"] = only
    }
    if event != nil || noun != nil {
      frame.event = event
      if noun != nil || event != nil { frame.noun = noun ?? (event == nil ? frame.noun : nil) }
    }
    if let nature = plannedNature(tokens) {
      frame.nature = nature == .actual ? nil : nature
      if nature == .actual, tokens.contains(where: { $0.hash == Folding.hash("nhiệm") }) {
        frame.time = parent.time
      }
      if nature == .target, frame.time == nil { frame.time = comingSpan() }
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
    frame.opensParts = false
    frame.whole = nil
    headings.append((block.level, frame))
    var own = frame
    own.level = "heading"
    own.nature = frame.nature
    _ = bind(index, block.segments, frame: own, region: .heading)
    ledger.marker(block, document)
  }

  private func sameTime(_ a: TimeMention?, _ b: TimeMention?) -> Bool {
    a?.flow == b?.flow && a?.stock == b?.stock
  }

  /// "Phương hướng, nhiệm vụ …", "Chỉ tiêu …" open a part about what is to come.
  private func plannedNature(_ tokens: [Token]) -> Fact.Nature? {
    let words = tokens.filter { $0.kind == .word }.map(\.hash)
    func has(_ phrase: String) -> Bool {
      let wanted = phrase.split(separator: " ").map { Folding.hash(String($0)) }
      guard words.count >= wanted.count else { return false }
      return (0...(words.count - wanted.count)).contains {
        Array(words[$0..<$0 + wanted.count]) == wanted
      }
    }
    func starts(_ phrase: String) -> Bool {
      words.starts(with: phrase.split(separator: " ").map { Folding.hash(String($0)) })
    }
    if starts("đánh giá") { return .actual }
    if has("kết quả") || has("tình hình") || has("hạn chế") || has("ưu điểm") {
      return has("phương hướng") && !starts("kết quả") ? .target : .actual
    }
    if has("phương hướng") || starts("nhiệm vụ") || starts("chỉ tiêu") || starts("mục tiêu")
      || starts("kế hoạch") || has("nhiệm vụ trọng tâm") || has("nhiệm vụ, giải pháp")
      || has("nhiệm vụ giải pháp") || has("nhiệm vụ quý") || has("nhiệm vụ năm")
      || has("và nhiệm vụ quý")
      || has("nhiệm vụ tháng") || has("tháng cuối năm") || has("dự kiến")
    {
      return .target
    }
    return nil
  }

  /// What follows the report's own span: the next quarter, half-year or year.
  private func comingSpan() -> TimeMention? {
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

  // MARK: Lists

  private mutating func listItem(_ index: Int, _ block: Block) {
    list.removeAll { $0.level >= block.level }
    var parent = list.last?.frame ?? paragraph ?? section
    if list.isEmpty && paragraph == nil {
      parent.level = "heading"
    } else {
      parent.level = "parent"
    }
    var down = bind(index, block.segments, frame: parent, region: .body)
    // "- Nhiệm vụ quý IV:" opens plans as a heading would
    let tokens = catalogue.tokens(document.bytes, block.segments)
    if tokens.count <= 14, plannedNature(tokens) == .target,
      !facts.contains(where: { $0.context.block == index })
    {
      down.nature = .target
      if down.time == nil { down.time = comingSpan() }
    }
    list.append((block.level, down))
    ledger.marker(block, document)
  }

  // MARK: Binding

  @discardableResult
  private mutating func bind(
    _ index: Int, _ segments: [Range<Int>], frame: Frame, region: FactContext.Region,
    keeping: Range<Int>? = nil, percent: Bool = false
  ) -> Frame {
    var calendar = calendar
    calendar.termStart = sectionTerm ?? calendar.termStart
    var binder = Binder(
      catalogue: catalogue, document: document, calendar: calendar, unit: unit, block: index,
      region: region, frame: frame, ownName: ownName, segments: segments,
      reportsAsCommune: isCommune, offset: facts.count)
    binder.cellType = cellType
    if region == .body { binder.previousSentenceReading = previousReading }
    if let whole = frame.whole, var reading = readings[whole] {
      if region == .footnote { reading.dimensions = frame.dimensions }
      binder.wholeReading = reading
    } else if let concept = frame.concept {
      binder.wholeReading = Reading(
        concept: concept, event: frame.event, noun: frame.noun, dimensions: frame.dimensions,
        own: [:], score: 0, source: "parent")
    }
    let down = binder.bind()
    cellType = binder.cellType ?? cellType
    if region == .body {
      previousReading = binder.lastReading ?? binder.previousSentenceReading
    } else if region == .heading {
      previousReading = nil
    }
    take(binder)
    note(binder.items, binder.tokens, isBody: true)
    return down
  }

  private mutating func take(_ binder: Binder) {
    let start = facts.count
    facts += binder.facts
    for (index, reading) in binder.readings { readings[index + start] = reading }
    links += binder.links
    ledger.add(binder, document, firstFact: start)
  }

  // MARK: Footnotes

  private mutating func footnote(_ index: Int, _ block: Block) {
    let note = block
    var frame = sectionOfBlock[index] ?? Frame()
    if let anchor = block.footnote?.anchor {
      let noted = facts.indices.filter {
        facts[$0].source.end <= anchor.lowerBound && anchor.lowerBound - facts[$0].source.end < 400
          && facts[$0].context.region != .footnote
      }.max { facts[$0].source.end < facts[$1].source.end }
      if let block = document.blocks.indices.first(where: { block in
        document.blocks[block].segments.contains {
          $0.lowerBound <= anchor.lowerBound && anchor.lowerBound <= $0.upperBound + 40
        }
      }), let section = sectionOfBlock[block] {
        frame = section
      }
      frame.level = "heading"
      if let noted, let reading = readings[noted],
        anchor.lowerBound - facts[noted].source.end < 250,
        let block = document.blocks.indices.first(where: { block in
          document.blocks[block].segments.contains { $0.contains(facts[noted].source.start) }
        }),
        document.blocks[block].segments.contains(where: {
          $0.lowerBound - 8 <= anchor.lowerBound && anchor.lowerBound <= $0.upperBound + 8
        })
      {
        frame.level = "parent"
        frame.concept = reading.concept
        frame.event = reading.event
        frame.noun = reading.noun
        frame.dimensions = reading.dimensions
        frame.carried = reading.dimensions.filter {
          ["activity", "conductor", "subject", "course"].contains($0.key)
        }
        // a note that itself lists secretaries and deputies is about all of them
        let listed = valuesNamed(in: note)
        for key in reading.own.keys
        where listed[key].map({ !$0.isSubset(of: [reading.dimensions[key] ?? ""]) }) ?? false {
          frame.dimensions[key] = nil
        }
        frame.whole = noted
        frame.opensParts = true
        frame.entity = facts[noted].entity.name == unit ? nil : facts[noted].entity
        if let period = facts[noted].period {
          frame.time = TimeMention(flow: period.start == nil ? nil : period, stock: period.end)
        }
      }
    }
    bind(index, block.segments, frame: frame, region: .footnote)
    ledger.footnote(block, document)
  }

  /// Dimension values that a note's own words name.
  private func valuesNamed(in block: Block) -> [String: Set<String>] {
    let tokens = catalogue.tokens(document.bytes, block.segments)
    let items = Scanner(catalogue: catalogue, bytes: document.bytes, calendar: calendar).items(
      tokens)
    var values: [String: Set<String>] = [:]
    for item in items {
      guard case .cue(let features) = item.kind else { continue }
      for feature in features {
        values[feature.key == "post" ? "position" : feature.key, default: []].insert(feature.value)
      }
    }
    return values
  }

  // MARK: Tables

  private mutating func table(_ index: Int, _ block: Block) {
    guard let table = block.table else { return }
    list = []
    paragraph = nil
    var reader = TableReader(
      catalogue: catalogue, document: document, calendar: calendar, unit: unit, ownName: ownName,
      isCommune: isCommune, block: index, section: section)
    let result = reader.read(table, firstFact: facts.count)
    let start = facts.count
    facts += result.facts
    for (offset, reading) in result.readings { readings[offset + start] = reading }
    links += result.links
    ledger.add(result.entries)
    for segment in table.caption {
      let tokens = catalogue.tokens(document.bytes, [segment])
      let items = Scanner(
        catalogue: catalogue, bytes: document.bytes, calendar: calendar, ownName: ownName
      ).items(tokens)
      note(items, tokens, isBody: false)
    }
  }

  // MARK: Citations and dates

  private mutating func note(_ items: [Item], _ tokens: [Token], isBody: Bool) {
    var reader = CitationReader(
      document: document, calendar: calendar, items: items, tokens: tokens)
    reader.read()
    citations += reader.citations
    dates += reader.dates
  }

  // MARK: The end

  mutating func finished() -> Extraction {
    let order = facts.indices.sorted {
      (facts[$0].source.start, $0) < (facts[$1].source.start, $1)
    }
    var place = [Int](repeating: 0, count: facts.count)
    for (new, old) in order.enumerated() { place[old] = new }
    var sorted = order.map { facts[$0] }
    var seen: Set<String> = []
    for index in sorted.indices {
      var id = FactIdentity.id(of: sorted[index], sha256: document.sha256)
      var copy = 1
      while !seen.insert(id).inserted {
        copy += 1
        id = FactIdentity.id(of: sorted[index], sha256: document.sha256 + ":\(copy)")
      }
      sorted[index].id = id
    }
    let moved = merged(links).map { link -> FactLink in
      switch link {
      case .breakdown(let whole, let parts, let complete):
        return .breakdown(whole: place[whole], parts: parts.map { place[$0] }, complete: complete)
      case .share(let percent, let part, let whole):
        return .share(
          percent: place[percent], part: part.map { place[$0] }, whole: whole.map { place[$0] })
      case .growth(let change, let current, let earlier):
        return .growth(
          change: place[change], current: current.map { place[$0] },
          earlier: earlier.map { place[$0] })
      case .average(let mean, let total):
        return .average(mean: place[mean], total: place[total])
      }
    }
    let entries = ledger.finished(document: document) { old in sorted[place[old]].id }
    return Extraction(
      header: header, facts: sorted, ledger: entries, links: moved, citations: citations,
      dates: dates)
  }

  /// Joins what one figure's share and fraction say: "6.798/7.620 chiếm 89,2%".
  private func merged(_ links: [FactLink]) -> [FactLink] {
    var fractions: [Int: Int] = [:]
    for case .share(let percent, let part?, let whole?) in links where percent < 0 {
      fractions[part] = whole
    }
    var result: [FactLink] = []
    for link in links {
      if case .share(let percent, let part, let whole) = link {
        if percent < 0 { continue }
        result.append(
          .share(percent: percent, part: part, whole: whole ?? part.flatMap { fractions[$0] }))
      } else {
        result.append(link)
      }
    }
    return result
  }
}
