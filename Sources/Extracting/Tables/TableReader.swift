import Catalogue
import DocumentModel

/// Binds the cells of a table by their header path, their row's label and the caption.
struct TableReader {
  let catalogue: Catalogue
  let document: Document
  let calendar: Calendar
  let unit: String
  let ownName: [UInt64]
  let isCommune: Bool
  let block: Int
  let section: Frame
  /// The fact of the row's last column that no "trong đó" heads.
  private var lead: Int?
  /// True where the labels are the bodies that acted ("Chủ thể").
  private var namesBodies = false
  /// The time that the label column's header states.
  private var labelTime: TimeMention?
  /// The labels of the rows read so far, by their number.
  private var numbered: [String: [Range<Int>]] = [:]
  /// The label of the last row that is no part of another.
  private var plainLabel: [Range<Int>] = []

  init(
    catalogue: Catalogue, document: Document, calendar: Calendar, unit: String, ownName: [UInt64],
    isCommune: Bool, block: Int, section: Frame
  ) {
    self.catalogue = catalogue
    self.document = document
    self.calendar = calendar
    self.unit = unit
    self.ownName = ownName
    self.isCommune = isCommune
    self.block = block
    self.section = section
  }

  struct Result {
    var facts: [Fact] = []
    var readings: [Int: Reading] = [:]
    var links: [FactLink] = []
    var entries:
      [(kind: LedgerEntry.Kind, range: Range<Int>, facts: [Int], noun: String?, source: SourceSpan)] =
        []
  }

  private enum Words {
    static let total = [
      ["tổng", "cộng"], ["cộng"], ["tổng", "số"], ["tổng"], ["toàn", "đảng", "bộ"],
      ["toàn", "đảng"], ["chung"], ["toàn", "tỉnh"], ["toàn", "thành", "phố"], ["toàn", "huyện"],
      ["toàn", "xã"], ["toàn", "phường"], ["toàn", "ngành"], ["toàn", "công", "ty"],
    ].map {
      $0.map { Folding.hash($0) }
    }
    static let number = Set(["tt", "stt"].map { Folding.hash($0) })
    static let places = Set(["xã", "phường", "thị", "đặc"].map { Folding.hash($0) })
    static let plans = Set(["ct", "kh"].map { Folding.hash($0) })
    static let given = Set(["năm", "giao", "quý"].map { Folding.hash($0) })
    static let numbered = Set(
      ["thôn", "bản", "ấp", "xóm", "phố", "khu", "khóm", "buôn", "làng", "tổ", "đội", "số"]
        .map { Folding.hash($0) })
  }

  mutating func read(_ table: Table, firstFact: Int) -> Result {
    var result = Result()
    let headerRows = max(table.headerRows, leadingYearRows(table))
    let headers = Array(table.rows.prefix(headerRows))
    for row in headers {
      for cell in row.cells { plain(cell.segments, &result, kind: nil) }
    }
    for segment in table.caption { plain([segment], &result, kind: nil) }
    let columns = table.rows.flatMap(\.cells).map(\.columns.upperBound).max() ?? 0
    let numbering = (0..<columns).filter { column in
      headers.contains { row in
        row.cells.contains { $0.columns.contains(column) && isNumbering($0) }
      }
    }
    let labelColumn = (0..<columns).first { column in
      !numbering.contains(column)
        && table.rows.dropFirst(headerRows).contains { row in
          row.cells.contains { $0.columns.lowerBound == column && isText($0) }
        }
    }
    let head = labelColumn.map { path(headers, $0).flatMap { $0 } } ?? []
    namesBodies = says(head) { $0.has("mark", "regroup") }
    labelTime = times(head).first
    // facts of each column, for the total row
    var byColumn: [Int: [(fact: Int, isTotal: Bool)]] = [:]
    // columns in which a row of no known unit has a figure: its parts are not all
    var unclear: Set<Int> = []
    var wide = (section: Frame(), row: [Range<Int>]())
    for row in table.rows.dropFirst(headerRows) {
      let label = labelColumn.flatMap { column in row.cells.first { $0.columns.contains(column) } }
      let labelSegments = label.map { isText($0) ? $0.segments : [] } ?? []
      _ = wide
      wide.row = labelSegments
      let entity = entity(of: labelSegments, header: labelColumn.map { path(headers, $0) } ?? [])
      lead = nil
      let parent = parentLabel(row, numbering: numbering, label: labelSegments)
      let isTotal =
        isTotalLabel(labelSegments)
        || row.cells.contains { isText($0) && isTotalLabel($0.segments) }
      for cell in row.cells {
        if numbering.contains(where: { cell.columns.contains($0) }) {
          plain(cell.segments, &result, kind: .numbering)
          continue
        }
        if let label, cell == label {
          plain(cell.segments, &result, kind: nil)
          continue
        }
        let path = path(headers, cell.columns.lowerBound)
        let before = result.facts.count
        bindCell(
          cell, path: path, caption: table.caption,
          label: entity == nil && !isTotal ? parent + labelSegments : [], entity: entity,
          row: rowRange(row),
          firstFact: firstFact, &result)
        if result.facts.count > before, !isPart(path.flatMap { $0 }),
          result.facts[before].unit != "percent"
        {
          lead = before
        }
        if result.facts.count > before, entity != nil || isTotal {
          byColumn[cell.columns.lowerBound, default: []].append((before + firstFact, isTotal))
        } else if result.facts.count > before {
          unclear.insert(cell.columns.lowerBound)
        }
      }
    }
    for (column, facts) in byColumn.sorted(by: { $0.key < $1.key }) {
      if let total = facts.first(where: \.isTotal) {
        let parts = facts.filter { !$0.isTotal }.map(\.fact)
        if parts.count > 1 {
          result.links.append(.breakdown(
              whole: total.fact, parts: parts, complete: !unclear.contains(column)))
        }
      }
    }
    return result
  }

  private mutating func bindCell(
    _ cell: Table.Cell, path: [[Range<Int>]], caption: [Range<Int>], label: [Range<Int>],
    entity: Entity?,
    row: Range<Int>?, firstFact: Int, _ result: inout Result
  ) {
    guard let last = cell.segments.last, let first = cell.segments.first else { return }
    let whole = first.lowerBound..<last.upperBound
    var frame = section
    frame.level = "heading"
    frame.entity = entity
    describe(caption, path: path.flatMap { $0 } + label, &frame)
    if let labelTime { frame.time = labelTime }
    if isShortPlan(path.flatMap { $0 }) { frame.nature = .target }
    if namesBodies, entity == nil, !label.isEmpty,
      says(label, { $0.has("orgword", "cell") || $0.has("noun", "org") }),
      !says(label, { $0.feature("conductor") != nil })
    {
      // "Chủ thể | Chi bộ": who did it, not what was counted
      frame.carried["conductor"] = "grassroots"
    }
    if copiesLeft(path.flatMap { $0 }), result.facts.last != nil, let row,
      row.contains(result.facts[result.facts.count - 1].source.start), cell.segments.count == 1
    {
      let isOfPlan = lead.map { result.facts[..<$0].last?.nature == .target } ?? false
      let part = isOfPlan && saysDone(path.flatMap { $0 }) ? lead : nil
      if let base = comparedYear(path.flatMap { $0 }) {
        index(cell, against: base, firstFact: firstFact, &result)
        return
      }
      share(cell, of: part ?? result.facts.count - 1, firstFact: firstFact, row, &result)
      return
    }
    let isPart = isPart(path.flatMap { $0 })
    if isPart, let lead, let reading = result.readings[lead] {
      frame.event = reading.event
      frame.noun = reading.noun
      frame.concept = reading.concept
      frame.dimensions = reading.dimensions
      frame.opensParts = true
    }
    let isBody = frame.carried["conductor"] == "grassroots" && namesBodies
    let segments = path.flatMap { $0 } + (isBody ? [] : label) + cell.segments
    var binder = Binder(
      catalogue: catalogue, document: document, calendar: calendar, unit: unit, block: block,
      region: .table, frame: frame, ownName: ownName, segments: segments,
      reportsAsCommune: isCommune, offset: firstFact + result.facts.count, findsEntities: false)
    if isPart, let lead { binder.wholeReading = result.readings[lead] }
    binder.prepareCell(whole, isPercent: isPercent(path.flatMap { $0 } + label))
    _ = binder.bind()
    for (index, item) in binder.items.enumerated() {
      guard let numeral = item.numeral, whole.contains(numeral.range.lowerBound) else { continue }
      let found = binder.factsOfItem[index] ?? []
      if let fact = found.first {
        let at = result.facts.count
        var kept = binder.facts[fact]
        if let entity { kept.entity = entity }
        result.facts.append(kept)
        result.readings[at] = binder.readings[fact]
        result.entries.append(
          (.fact, numeral.range, [at + firstFact], nil, document.span(numeral.range)))
      } else if !numeral.isNone {
        let noun = path.last.map { $0.map(document.text).joined(separator: " ") } ?? ""
        result.entries.append(
          (
            noun.isEmpty ? .unexplained : .quantity, numeral.range, [], noun,
            document.span(numeral.range)
          ))
      }
    }
  }

  /// The label of the row that a row is part of: "2" above "2.1", the last plain row above "- Nữ".
  private mutating func parentLabel(
    _ row: Table.Row, numbering: [Int], label: [Range<Int>]
  ) -> [Range<Int>] {
    let number =
      numbering.first.flatMap { column in
        row.cells.first { $0.columns.contains(column) }
      }.map { $0.segments.map(document.text).joined() } ?? ""
    defer { if !number.isEmpty { numbered[number] = label } }
    if let point = number.lastIndex(of: "."), number.index(after: point) < number.endIndex {
      return numbered[String(number[..<point])] ?? []
    }
    let isPart =
      label.first.map { [0x2D, 0x2B].contains(document.bytes[$0.lowerBound]) } ?? false
      || says(label) { $0.has("mark", "ofwhich") }
    if isPart { return plainLabel }
    plainLabel = label
    return []
  }

  /// "Trong đó nữ": a part of the column before.
  private func isPart(_ path: [Range<Int>]) -> Bool {
    says(path) { $0.has("mark", "ofwhich") }
  }

  /// "Đạt (%)", "% so kế hoạch": of what was planned.
  private func saysDone(_ path: [Range<Int>]) -> Bool {
    says(path) { $0.has("mark", "share") || $0.feature("nature") != nil }
  }

  private func times(_ segments: [Range<Int>]) -> [TimeMention] {
    let tokens = catalogue.tokens(document.bytes, segments)
    return Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar, findsEntities: false
    ).items(tokens).compactMap(\.time)
  }

  private func says(_ path: [Range<Int>], _ what: (Item) -> Bool) -> Bool {
    let tokens = catalogue.tokens(document.bytes, path)
    return Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar, findsEntities: false
    ).items(tokens).contains(where: what)
  }

  private func rowRange(_ row: Table.Row) -> Range<Int>? {
    let segments = row.cells.flatMap(\.segments)
    guard let first = segments.first, let last = segments.last else { return nil }
    return first.lowerBound..<last.upperBound
  }

  /// "Tỷ lệ (%)" alone: the share of the column to its left.
  private func copiesLeft(_ path: [Range<Int>]) -> Bool {
    guard isPercent(path) else { return false }
    let tokens = catalogue.tokens(document.bytes, path)
    // "% CT": of the plan
    if zip(tokens, tokens.dropFirst()).contains(where: {
      $0.isSign("%") && Words.plans.contains($1.hash)
    }) {
      return true
    }
    let items = Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar, findsEntities: false
    ).items(tokens)
    return !items.contains { item in
      guard case .cue(let features) = item.kind else { return false }
      return features.contains { !["mark", "namer", "nature", "place", "aside"].contains($0.key) }
    }
  }

  /// The first year of "2024/2023 (%)" less one where the second is the year before, or nil.
  private func comparedYear(_ path: [Range<Int>]) -> Int? {
    let tokens = catalogue.tokens(document.bytes, path)
    for index in tokens.indices where index + 2 < tokens.count && tokens[index + 1].isSign("/") {
      guard isYear(tokens[index]), isYear(tokens[index + 2]),
        let year = Int(document.text(tokens[index + 2].range)),
        let later = Int(document.text(tokens[index].range)), year < later
      else { continue }
      return year
    }
    return nil
  }

  /// "2024/2023 (%)": the later figure of the row in per cent of the earlier one.
  private func index(
    _ cell: Table.Cell, against year: Int, firstFact: Int, _ result: inout Result
  ) {
    let part = result.facts.count - 1
    let tokens = catalogue.tokens(document.bytes, cell.segments)
    guard let token = tokens.first(where: { $0.kind == .number }) else { return }
    let scanner = Scanner(catalogue: catalogue, bytes: document.bytes, calendar: calendar)
    let (value, decimals) = scanner.value(token.range)
    var fact = result.facts[part]
    fact.value = value
    fact.decimals = decimals
    fact.unit = "percent"
    fact.statistic = .index
    fact.base = fact.period.map { period in
      period.start == nil
        ? .instant(period.end.moved(toYear: year)) : TimeScanner.moved(period, to: year)
    }
    fact.source = document.span(token.range)
    let at = result.facts.count
    result.facts.append(fact)
    result.readings[at] = result.readings[part]
    result.entries.append((.fact, token.range, [at + firstFact], nil, fact.source))
  }

  private mutating func share(
    _ cell: Table.Cell, of part: Int, firstFact: Int, _ row: Range<Int>, _ result: inout Result
  ) {
    var part = part
    var planAt: Int? = part - 1
    if part > 0, result.facts[part].nature == .target, result.facts[part - 1].nature == .actual,
      result.facts[part].concept == result.facts[part - 1].concept,
      row.contains(result.facts[part - 1].source.start)
    {
      // "Kết nạp 6 tháng | Chỉ tiêu năm | %": the plan stands between
      planAt = part
      part -= 1
    }
    let last = result.facts[part]
    let tokens = catalogue.tokens(document.bytes, cell.segments)
    guard let token = tokens.first(where: { $0.kind == .number }) else { return }
    let scanner = Scanner(catalogue: catalogue, bytes: document.bytes, calendar: calendar)
    let (value, decimals) = scanner.value(token.range)
    var fact = last
    fact.value = value
    fact.decimals = decimals
    fact.unit = "percent"
    fact.source = document.span(token.range)
    if let planAt, planAt >= 0, case let plan = result.facts[planAt], row.contains(plan.source.start), plan.nature == .target, last.nature == .actual,
      plan.concept == last.concept
    {
      fact.of = Whole(
        concept: plan.concept, dimensions: plan.dimensions, nature: .target,
        period: plan.period == last.period ? nil : plan.period)
      result.links.append(
        .share(
          percent: result.facts.count + firstFact, part: part + firstFact,
          whole: planAt + firstFact))
    } else {
      result.links.append(
        .share(
          percent: result.facts.count + firstFact, part: part + firstFact, whole: nil))
    }
    let at = result.facts.count
    result.facts.append(fact)
    result.readings[at] = result.readings[part]
    result.entries.append((.fact, token.range, [at + firstFact], nil, fact.source))
  }

  /// Rows of nothing but years are header rows.
  private func leadingYearRows(_ table: Table) -> Int {
    var count = 0
    for row in table.rows.prefix(3) {
      let numbers = row.cells.flatMap { catalogue.tokens(document.bytes, $0.segments) }.filter {
        $0.kind == .number
      }
      guard !numbers.isEmpty, numbers.allSatisfy({ isYear($0) }) else { break }
      count += 1
    }
    return count
  }

  private func isYear(_ token: Token) -> Bool {
    guard token.range.count == 4, let year = Int(document.text(token.range)) else { return false }
    return (1990...2100).contains(year)
  }

  /// What the caption says of every cell: its time, and its event and noun where the header's own
  /// words leave them open.
  private func describe(_ caption: [Range<Int>], path: [Range<Int>], _ frame: inout Frame) {
    func features(_ segments: [Range<Int>]) -> (
      items: [Item], events: Set<String>, nouns: Set<String>
    ) {
      let tokens = catalogue.tokens(document.bytes, segments)
      let items = Scanner(
        catalogue: catalogue, bytes: document.bytes, calendar: calendar, findsEntities: false
      ).items(tokens)
      let events = Set(items.compactMap { $0.feature("event") }.filter { !$0.hasSuffix("?") })
      let nouns = Set(
        items.compactMap { $0.feature("noun") }.filter { !["person", "orgword"].contains($0) })
      return (items, events, nouns)
    }
    let said = features(caption)
    let own = features(path)
    for item in said.items {
      if let time = item.time { frame.time = time }
      if let activity = item.feature("activity"), own.events.isEmpty {
        frame.carried["activity"] = activity
      }
      if let scale = item.feature("scale") { frame.scale = scale }
    }
    if said.events.count == 1 {
      frame.event = said.events.first
    } else if !said.items.isEmpty {
      frame.event = said.events.isEmpty && said.nouns.isEmpty ? frame.event : nil
    }
    if let noun = said.nouns.contains("member") ? "member" : said.nouns.first { frame.noun = noun }
    if own.events.isEmpty, own.nouns.contains("member"),
      said.events.count != 1 || said.nouns.contains("member")
    {
      frame.event = nil
    }
  }

  private func path(_ headers: [Table.Row], _ column: Int) -> [[Range<Int>]] {
    headers.enumerated().compactMap { index, row in
      if let cell = row.cells.first(where: { $0.columns.contains(column) && !$0.segments.isEmpty })
      {
        return cell.segments
      }
      // a merged header reaches to where the next one begins
      guard index + 1 < headers.count,
        let left = row.cells.last(where: { $0.columns.upperBound <= column && !$0.segments.isEmpty }
        ),
        left.columns.count > 1
      else { return nil }
      return left.segments
    }
  }

  private func isPercent(_ segments: [Range<Int>]) -> Bool {
    let tokens = catalogue.tokens(document.bytes, segments)
    let rate = Folding.hash("tỷ")
    return tokens.contains { $0.isSign("%") || $0.hash == rate && $0.kind == .word }
  }

  private func isText(_ cell: Table.Cell) -> Bool {
    catalogue.tokens(document.bytes, cell.segments).contains {
      $0.kind == .word && $0.range.count > 1
    }
  }

  private func isNumbering(_ cell: Table.Cell) -> Bool {
    catalogue.tokens(document.bytes, cell.segments).contains { Words.number.contains($0.hash) }
  }

  private func isTotalLabel(_ segments: [Range<Int>]) -> Bool {
    let words = catalogue.tokens(document.bytes, segments).filter { $0.kind == .word }.map(\.hash)
    let names = Words.total.contains {
      words == $0 || ($0.count > 1 && words.starts(with: $0) && words.count <= $0.count + 2)
    }
    guard names, words.count > 2 else { return names }
    // "Tổng số đảng viên" is an indicator, "Tổng số đơn vị" a total row
    let tokens = catalogue.tokens(document.bytes, segments)
    return !tokens.indices.contains { index in
      catalogue.lexicon.longest(tokens, at: index)?.features.contains {
        $0.key == "noun" && ["member", "org", "candidate"].contains($0.value)
      } ?? false
    }
  }

  /// The unit that a row is about, or nil where its label is an indicator.
  private func entity(of segments: [Range<Int>], header: [[Range<Int>]]) -> Entity? {
    guard !segments.isEmpty, !isTotalLabel(segments) else { return nil }
    let tokens = catalogue.tokens(document.bytes, segments)
    guard let first = tokens.first, first.kind == .word else { return nil }
    let text = segments.map(document.text).joined(separator: " ").split(whereSeparator: {
      $0.isWhitespace
    }).joined(separator: " ")
    let head = catalogue.tokens(document.bytes, header.flatMap { $0 }).filter { $0.kind == .word }
      .map(\.hash)
    let unitWords: Set<UInt64> = [
      Folding.hash("đơn"), Folding.hash("tên"), Folding.hash("đảng"), Folding.hash("chi"),
      Folding.hash("tổ"), Folding.hash("thôn"), Folding.hash("bản"), Folding.hash("ấp"),
      Folding.hash("khu"), Folding.hash("xã"), Folding.hash("huyện"),
    ]
    let isUnitColumn = head.first.map { unitWords.contains($0) } ?? false
    let isCommittee =
      [Folding.hash("chi"), Folding.hash("đảng")].contains(first.hash)
      && tokens.count > 1 && tokens[1].hash == Folding.hash("bộ")
    let starts =
      Scanner.longHead(first) != nil && tokens.count > 1
      && (tokens.dropFirst().contains { $0.startsUpper } || endsInNumber(tokens))
      || (isCommittee || first.hash == Folding.hash("khối"))
      && tokens.count > 2
      && (tokens.dropFirst(2).contains { $0.startsUpper } || endsInNumber(tokens))
    let place = Words.places.contains(first.hash) && tokens.dropFirst().contains { $0.startsUpper }
    guard isUnitColumn || starts || place else { return nil }
    if isUnitColumn, !starts, !place {
      let indicator =
        tokens.dropFirst().allSatisfy { !$0.startsUpper }
        && catalogue.lexicon.longest(tokens, at: 0)?.features.contains {
          ["noun", "event", "sex", "status"].contains($0.key)
        } ?? false
      if indicator { return nil }
    }
    if let head = Scanner.longHead(tokens[0]), tokens.count > 1, isUnitColumn || starts {
      // "CB thôn 2", "ĐB Công an xã": written out, so that one unit has one name
      let rest = text.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
      return Entity(name: head + " " + rest)
    }
    if place { return Entity(name: "Đảng bộ " + text.prefix(1).lowercased() + text.dropFirst()) }
    if !starts, head.first == Folding.hash("chi") { return Entity(name: "Chi bộ " + text) }
    if !starts, head.first == Folding.hash("đảng") { return Entity(name: "Đảng bộ " + text) }
    return Entity(name: text)
  }

  /// "CT 2026", "CT năm", "KH 2026": a plan's column. CT alone is the official members.
  private func isShortPlan(_ path: [Range<Int>]) -> Bool {
    let tokens = catalogue.tokens(document.bytes, path)
    return tokens.indices.contains { index in
      guard Words.plans.contains(tokens[index].hash), index + 1 < tokens.count else { return false }
      let next = tokens[index + 1]
      return isYear(next) || Words.given.contains(next.hash)
    }
  }

  /// "Chi bộ khu phố 3", "Chi bộ thôn số 12": a place that is named by its number.
  private func endsInNumber(_ tokens: [Token]) -> Bool {
    guard let last = tokens.last, last.kind == .number, last.range.count <= 2 else { return false }
    return tokens.dropFirst().contains { Words.numbered.contains($0.hash) }
  }

  private func plain(_ segments: [Range<Int>], _ result: inout Result, kind: LedgerEntry.Kind?) {
    let tokens = catalogue.tokens(document.bytes, segments)
    let items = Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar, ownName: ownName
    ).items(tokens)
    for item in items {
      for index in item.tokens where tokens[index].kind == .number {
        let found: LedgerEntry.Kind
        switch item.kind {
        case .time: found = .date
        case .citation: found = .citation
        case .name, .entity: found = .name
        default: found = kind ?? .name
        }
        result.entries.append(
          (kind ?? found, tokens[index].range, [], nil, document.span(tokens[index].range)))
      }
    }
  }
}

extension Binder {
  private func isYearEnd(_ item: Item) -> Bool {
    !item.tokens.contains { tokens[$0].kind == .number }
      && item.tokens.contains { tokens[$0].hash == Folding.hash("cuối") }
  }

  /// Makes the cell's own number the only numeral of a virtual sentence "caption header label: n".
  mutating func prepareCell(_ cell: Range<Int>, isPercent: Bool) {
    let namesYear = items.contains { item in
      guard case .time = item.kind else { return false }
      return item.tokens.contains { tokens[$0].kind == .number && tokens[$0].range.count == 4 }
    }
    for index in items.indices {
      let range = tokens[items[index].tokens.lowerBound].range
      if cell.contains(range.lowerBound) {
        if case .numeral(var numeral) = items[index].kind {
          numeral.isPercent = numeral.isPercent || isPercent
          items[index].kind = .numeral(numeral)
        } else if case .name = items[index].kind,
          tokens[items[index].tokens.lowerBound].kind == .number
        {
          let (value, decimals) = Scanner(
            catalogue: catalogue, bytes: document.bytes, calendar: calendar
          ).value(range)
          items[index].kind = .numeral(
            Numeral(
              value: value, decimals: decimals, upper: nil, isPercent: isPercent, isNone: false,
              isWord: false, range: range))
        } else if case .sign(let sign) = items[index].kind,
          sign == "-" || sign == "–" || sign == "—",
          cell.count <= 3
        {
          items[index].kind = .numeral(
            Numeral(
              value: ExactDecimal(0), decimals: 0, upper: nil, isPercent: isPercent, isNone: false,
              isWord: true, range: range))
        }
      } else if let numeral = items[index].numeral, let year = Int(numeral.value.description),
        (1990...2100).contains(year)
      {
        items[index].kind = .time(
          TimeMention(flow: .year(year), stock: .lastDay(year: year), ranges: [numeral.range]))
      } else if items[index].numeral != nil {
        items[index].kind = .name
      } else if case .time = items[index].kind, namesYear, isYearEnd(items[index]) {
        // "Đảng viên có đến cuối năm" under "Năm 2024": the year is the column's
        items[index].kind = .word
      } else if case .sign = items[index].kind {
        items[index].kind = .word
      } else if case .entity = items[index].kind {
        items[index].kind = .word
      }
    }
    clauses = [
      Clause(
        items: 0..<items.count, sentence: 0, depth: 0, opener: nil, closer: nil,
        numerals: items.indices.filter { items[$0].numeral != nil })
    ]
  }
}
