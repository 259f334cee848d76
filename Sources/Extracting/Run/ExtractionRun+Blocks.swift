import Catalogue
import DocumentModel

extension ExtractionRun {
  /// Blocks without facts: only what their numbers are.
  mutating func plain(_ index: Int, _ block: Block) {
    let tokens = words[block]
    let items = Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar, ownName: ownName
    ).items(tokens)
    note(items, tokens, isBody: block.kind == .title)
    ledger.plain(items, tokens, block, document)
  }

  mutating func listItem(_ index: Int, _ block: Block) {
    list.removeAll { $0.level >= block.level }
    var parent = list.last?.frame ?? paragraph ?? section
    if list.isEmpty && paragraph == nil {
      parent.level = "heading"
    } else {
      parent.level = "parent"
    }
    var down = bind(index, frame: parent, region: .body)
    releaseMixedLead(index, block, &down)
    if isMixedPart, list.isEmpty, paragraph == nil, !headings.isEmpty,
      hasFacts(index), let first = facts.first(where: { $0.context.block == index }),
      first.nature == .target
    {
      // "VI. NHẬN XÉT, NHIỆM VỤ QUÝ IV": from the first aim on, the items are tasks
      isMixedPart = false
      headings[headings.count - 1].frame.nature = .target
      headings[headings.count - 1].frame.time = comingSpan()
    }
    // "- Nhiệm vụ quý IV:" opens plans as a heading would
    let tokens = words[block]
    if tokens.count <= 14, plannedNature(tokens, isInReview: section.isReview) == .target,
      !hasFacts(index)
    {
      down.nature = .target
      if down.time == nil { down.time = comingSpan() }
    }
    list.append((block.level, down))
    ledger.marker(block, document)
  }

  /// True where the block bound last has given facts.
  func hasFacts(_ block: Int) -> Bool { facts.last?.context.block == block }

  /// "Số đảng viên và kết quả kết nạp/chỉ tiêu năm 2026 của từng đơn vị:" promises two figures for
  /// each item: neither's event, nor the plan's year, is the other's.
  func releaseMixedLead(_ index: Int, _ block: Block, _ down: inout Frame) {
    guard !hasFacts(index) else { return }
    let tokens = words[block]
    guard tokens.last?.isSign(":") == true else { return }
    let items = Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar, ownName: ownName
    ).items(tokens)
    guard let noun = items.firstIndex(where: { $0.feature("noun") == "member" }),
      let event = items.firstIndex(where: { $0.feature("event") != nil }), noun < event,
      items[noun..<event].contains(where: { item in
        item.tokens.contains { tokens[$0].hash == ExtractionRun.and }
      })
    else { return }
    down.event = nil
    down.noun = nil
    down.concept = nil
    if let plan = items.firstIndex(where: { $0.feature("nature") == "plan" }),
      items.firstIndex(where: { $0.time != nil }) == plan + 1
    {
      down.time = section.time
    }
  }

  private static let and = Folding.hash("và")

  mutating func footnote(_ index: Int, _ block: Block) {
    let note = block
    var frame = sectionOfBlock[index] ?? Frame()
    if let anchor = block.footnote?.anchor {
      let noted = facts.indices.filter {
        facts[$0].source.end <= anchor.lowerBound && anchor.lowerBound - facts[$0].source.end < 400
          && facts[$0].context.region != .footnote
      }.max { facts[$0].source.end < facts[$1].source.end }.map(ofReport)
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
        // a section that goes on to plans is not what the note is about
        if facts[noted].nature == .actual { frame.nature = nil }
        frame.concept = reading.concept
        frame.event = reading.event
        frame.noun = reading.noun
        frame.dimensions = reading.dimensions
        frame.carried = reading.dimensions.filter {
          ["activity", "conductor", "subject", "course"].contains($0.key)
        }
        // a note that itself lists secretaries and deputies is about all of them
        let listed = valuesNamed(in: note)
        if dividesAll(note) {
          // "² Chia theo lĩnh vực: …": of all, not of the part that the mark stands behind
          for key in reading.dimensions.keys
          where !Binder.general.contains(key) {
            frame.dimensions[key] = nil
          }
        }
        for key in reading.own.keys
        where listed[key].map({ values in
          // "¹ Số kết nạp có: nữ 06; dân tộc thiểu số 21; đoàn viên 66": the part is told again
          Binder.traits.contains(key) && listed.keys.count(where: Binder.traits.contains) >= 3
            || !values.isSubset(of: [reading.dimensions[key] ?? ""])
        }) ?? false {
          frame.dimensions[key] = nil
        }
        if !ExtractionRun.schooling.isDisjoint(with: listed.keys) {
          for key in ExtractionRun.schooling where reading.own[key] != nil {
            frame.dimensions[key] = nil
          }
        }
        // a note that divides by something else is of a wider whole, wherever that is stated
        frame.whole = frame.dimensions == reading.dimensions ? noted : nil
        frame.opensParts = true
        frame.entity = facts[noted].entity.name == unit ? nil : facts[noted].entity
        if let period = facts[noted].period {
          frame.time = TimeMention(flow: period.start == nil ? nil : period, stock: period.end)
        }
      }
    }
    if frame.nature == .target, looksBack(block) { frame.nature = nil }
    bind(index, frame: frame, region: .footnote)
    ledger.footnote(block, document)
  }

  /// "[1] Giai đoạn 2021 - 2025, Đảng bộ kết nạp 118": what a note that begins with a time gone by tells
  /// was done, whatever the section around its mark plans.
  private func looksBack(_ note: Block) -> Bool {
    let tokens = words[note]
    let times = TimeScanner(bytes: document.bytes, tokens: tokens, calendar: calendar)
    guard let period = calendar.period else { return false }
    return tokens.indices.prefix(3).lazy.compactMap { times.time(at: $0)?.mention.flow }.first
      .map { $0.end < period.end && $0.start != nil } ?? false
  }

  /// "… tăng 4,7% so với năm 2024 (1.654 đồng chí)(4)": the note is about the sentence's own count,
  /// not about what it is compared with.
  private func ofReport(_ fact: Int) -> Int {
    guard let period = facts[fact].period,
      let first = facts.indices.first(where: {
        facts[$0].context.block == facts[fact].context.block
          && facts[$0].context.sentence == facts[fact].context.sentence
          && facts[$0].concept == facts[fact].concept && facts[$0].unit == facts[fact].unit
          && facts[$0].statistic == .total && facts[$0].nature == .actual
      }), let own = facts[first].period, own == calendar.period, period.end < own.start ?? own.end
    else { return fact }
    return first
  }

  /// A note that lists degrees divides all, also where its mark stands behind a share of theory.
  private static let schooling: Set<String> = ["qualification", "theory", "education", "scale"]

  /// Dimension values that a note's own words name.
  func valuesNamed(in block: Block) -> [String: Set<String>] {
    let tokens = words[block]
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

  mutating func table(_ index: Int, _ block: Block) {
    guard let table = block.table else { return }
    list = []
    paragraph = nil
    var reader = TableReader(
      catalogue: catalogue, document: document, calendar: calendar, unit: unit, ownName: ownName,
      isCommune: isCommune, block: index, section: sectionOf(table), shortNames: shortNames)
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

  /// The section, unless the table's own title tells that it isn't about the plans around it:
  /// "BIỂU THỐNG KÊ ĐẢNG VIÊN (đến ngày 14/12/2023)" behind the tasks of the next year.
  private func sectionOf(_ table: Table) -> Frame {
    guard section.nature == .target else { return section }
    let words = catalogue.tokens(document.bytes, table.caption).filter { $0.kind == .word }.map(
      \.hash)
    guard
      ExtractionRun.tableTitles.contains(where: { ExtractionRun.has($0, words) })
        || isOver(table.caption),
      !ExtractionRun.tablePlans.contains(where: { ExtractionRun.has($0, words) })
    else { return section }
    var frame = Frame()
    frame.level = "heading"
    return frame
  }

  /// "Kiện toàn cấp ủy 11 tháng năm 2025": of a time that has passed.
  private func isOver(_ caption: [Range<Int>]) -> Bool {
    let tokens = catalogue.tokens(document.bytes, caption)
    let items = Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar, ownName: ownName
    ).items(tokens)
    guard let last = calendar.asOf ?? calendar.period?.end,
      let end = items.compactMap({ $0.time?.flow?.end ?? $0.time?.stock }).max()
    else { return false }
    return end <= last
  }

  private static let tableTitles = phrases([
    "thống kê", "tổng hợp", "kết quả", "tình hình", "tính đến",
  ])
  private static let tablePlans = phrases([
    "kế hoạch", "chỉ tiêu", "dự kiến", "giao", "phương hướng",
  ])

  mutating func note(_ items: [Item], _ tokens: [Token], isBody: Bool) {
    var reader = CitationReader(
      document: document, calendar: calendar, items: items, tokens: tokens)
    reader.read()
    citations += reader.citations
    dates += reader.dates
  }

  private static let divisions = phrases(["theo", "chia theo", "phân theo"])

  /// True for a note that begins "Chia theo …", "Phân theo …", "Theo …".
  private func dividesAll(_ note: Block) -> Bool {
    let tokens = words[note]
    let words = tokens.filter { $0.kind == .word }.prefix(2).map(\.hash)
    return ExtractionRun.divisions.contains { words.starts(with: $0) }
  }
}
