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
  let shortNames: ShortNames
  /// The fact of the row's last column that no "trong đó" heads.
  var lead: Int?
  /// True where the labels are the bodies that acted ("Chủ thể").
  var namesBodies = false
  /// The kind of work that the label column's header names ("Chủ thể kiểm tra").
  var labelActivity: String?
  /// The time that the label column's header states.
  var labelTime: TimeMention?
  /// True where columns tell why members left ("Xóa tên | Xin ra | Khai trừ"), not how they were
  /// disciplined.
  var listsLeavings = false
  /// True where a column counts who came: one that only says when counts who is there.
  var listsFlows = false
  /// What the caption says of every cell.
  var traitOfAll: (dimension: String, member: String)?
  /// The labels of the rows read so far, by their number.
  var numbered: [String: [Range<Int>]] = [:]
  /// The label of the last row that is no part of another.
  var plainLabel: [Range<Int>] = []

  init(
    catalogue: Catalogue, document: Document, calendar: Calendar, unit: String, ownName: [UInt64],
    isCommune: Bool, block: Int, section: Frame, shortNames: ShortNames
  ) {
    self.catalogue = catalogue
    self.document = document
    self.calendar = calendar
    self.unit = unit
    self.ownName = ownName
    self.isCommune = isCommune
    self.block = block
    self.section = section
    self.shortNames = shortNames
  }

  struct Result {
    var facts: [Fact] = []
    var readings: [Int: Reading] = [:]
    var links: [FactLink] = []
    var entries:
      [(kind: LedgerEntry.Kind, range: Range<Int>, facts: [Int], noun: String?, source: SourceSpan)] =
        []
  }

  enum Words {
    static let total = [
      ["tổng", "cộng"], ["cộng"], ["tổng", "số"], ["tổng"], ["toàn", "đảng", "bộ"],
      ["toàn", "đảng"], ["chung"], ["toàn", "tỉnh"], ["toàn", "thành", "phố"], ["toàn", "huyện"],
      ["cộng", "trước"], ["cộng", "năm"], ["cả", "quý"], ["cả", "kỳ"], ["cả", "năm"],
      ["cả", "giai", "đoạn"],
      ["toàn", "xã"], ["toàn", "phường"], ["toàn", "ngành"], ["toàn", "công", "ty"],
    ].map {
      $0.map { Folding.hash($0) }
    }
    static let sums = Set(["cộng", "tổng"].map { Folding.hash($0) })
    static let whole = Folding.hash("toàn")
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
    let labelColumn = labelColumn(
      table.rows.dropFirst(headerRows), (0..<columns).filter { !numbering.contains($0) })
    let head = labelColumn.map { path(headers, $0).flatMap { $0 } } ?? []
    namesBodies = says(head) { $0.has("mark", "regroup") }
    labelTime = times(head).first
    let heads = headers.flatMap { $0.cells.flatMap(\.segments) }
    listsFlows = says(heads) { $0.has("event", "admit") || $0.has("event", "transfer_in") }
    listsLeavings =
      says(heads) { $0.has("reason", "struck_off") || $0.has("reason", "resigned") }
      && !says(heads) { $0.has("form", "reprimand") || $0.has("form", "warning") }
    labelActivity = namesBodies ? activity(head) : nil
    traitOfAll = traitOfAll(
      table.caption, headers: heads,
      labels: labelColumn.map { column in
        table.rows.flatMap(\.cells).filter { $0.columns.contains(column) }.map(\.segments)
      } ?? [])
    // facts of each column, for the total row
    var byColumn: [Int: [(fact: Int, isTotal: Bool)]] = [:]
    // the years that the rows so far are of
    var years: [Int] = []
    // of rows that are no units: what each counts
    var byKind: [Int: [Int]] = [:]
    // columns in which a row of no known unit has a figure: its parts are not all
    var unclear: Set<Int> = []
    for row in table.rows.dropFirst(headerRows) {
      let label = labelColumn.flatMap { column in row.cells.first { $0.columns.contains(column) } }
      let labelSegments = label.map { isText($0) || namesTime($0) ? $0.segments : [] } ?? []
      let entity = entity(of: labelSegments, header: labelColumn.map { path(headers, $0) } ?? [])
      lead = nil
      let outerTime = labelTime
      defer { labelTime = outerTime }
      labelTime = timeOfRow(row, besides: label) ?? spanOf(years, labelSegments) ?? labelTime
      let first = result.facts.count
      defer {
        if let year = year(of: labelSegments), result.facts.count > first + 1 {
          years.append(year)
        }
      }
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
        // "Khối doanh nghiệp" over "Kết quả | Tỷ lệ (%)": what both columns have tells them not apart
        let left =
          cell.columns.lowerBound > 0 ? self.path(headers, cell.columns.lowerBound - 1) : []
        bindCell(
          cell, path: path, own: path.filter { !left.contains($0) }.flatMap { $0 },
          caption: table.caption,
          label: entity == nil && !isTotal ? parent + labelSegments : [], entity: entity,
          done: eventOfPlan(headers, cell.columns.lowerBound, columns),
          row: rowRange(row),
          firstFact: firstFact, &result)
        if result.facts.count > before, !isPart(path.flatMap { $0 }),
          result.facts[before].unit != "percent"
        {
          lead = before
        }
        let isYears = result.facts.count > before && isOfSpan(label, result.facts[before])
        if result.facts.count > before, entity != nil || isTotal || isYears {
          byColumn[cell.columns.lowerBound, default: []].append((before + firstFact, isTotal))
        } else if result.facts.count > before {
          unclear.insert(cell.columns.lowerBound)
          byKind[cell.columns.lowerBound, default: []].append(before)
        }
      }
    }
    for (column, facts) in byColumn.sorted(by: { $0.key < $1.key }) {
      if let total = facts.first(where: \.isTotal) {
        let parts = facts.filter { !$0.isTotal }.map(\.fact)
        if parts.isEmpty, let kinds = byKind[column],
          areKinds(kinds, of: total.fact - firstFact, result.facts)
        {
          result.links.append(
            .breakdown(whole: total.fact, parts: kinds.map { $0 + firstFact }, complete: true))
        }
        if parts.count > 1 {
          result.links.append(
            .breakdown(
              whole: total.fact, parts: parts, complete: !unclear.contains(column)))
        }
      }
    }
    return result
  }

  mutating func bindCell(
    _ cell: Table.Cell, path: [[Range<Int>]], own: [Range<Int>], caption: [Range<Int>],
    label: [Range<Int>], entity: Entity?, done: String?,
    row: Range<Int>?, firstFact: Int, _ result: inout Result
  ) {
    guard let last = cell.segments.last, let first = cell.segments.first else { return }
    let whole = first.lowerBound..<last.upperBound
    var frame = section
    frame.level = "heading"
    frame.entity = entity
    describe(caption, path: path.flatMap { $0 } + label, &frame)
    if let labelTime { frame.time = labelTime }
    if listsLeavings, says(path.flatMap { $0 }, { $0.feature("expelled") != nil }) {
      frame.event = "remove"
      frame.noun = "member"
    }
    if let labelActivity {
      frame.carried["activity"] = labelActivity
      frame.event = "inspect"
    }
    if isShortPlan(path.flatMap { $0 }) { frame.nature = .target }
    if let event = done {
      frame.event = event
      frame.noun = nil
      frame.nature = .target
    }
    if isStock(path.flatMap { $0 }),
      caption.isEmpty ? listsFlows : says(caption, { $0.has("noun", "member") })
    {
      frame.event = nil
      frame.noun = "member"
      frame.concept = "members"
    }
    if namesBodies, entity == nil, !label.isEmpty,
      says(label, { $0.has("orgword", "cell") || $0.has("noun", "org") }),
      !says(label, { $0.feature("conductor") != nil })
    {
      // "Chủ thể | Chi bộ": who did it, not what was counted
      frame.carried["conductor"] = "grassroots"
    }
    if let growth = growth(
      own.isEmpty ? path.flatMap { $0 } : own, cell.segments, result.facts, in: row)
    {
      change(cell, growth, firstFact: firstFact, &result)
      return
    }
    if copiesLeft(own.isEmpty ? path.flatMap { $0 } : own), result.facts.last != nil, let row,
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
    var isBody = frame.carried["conductor"] == "grassroots" && namesBodies
    if namesBodies, entity == nil, let named = conductor(label) {
      // "Ban Thường vụ Đảng ủy Quân sự tỉnh": its name holds words that elsewhere mean a group
      frame.carried["conductor"] = named
      isBody = true
    }
    let segments = path.flatMap { $0 } + (isBody ? [] : label) + cell.segments
    var binder = Binder(
      catalogue: catalogue, document: document, calendar: calendar, unit: unit, block: block,
      region: .table, frame: frame, ownName: ownName,
      tokens: catalogue.tokens(document.bytes, segments),
      reportsAsCommune: isCommune, offset: firstFact + result.facts.count, findsEntities: false,
      shortNames: shortNames)
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
  mutating func parentLabel(
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
    if number.isEmpty, !numbered.isEmpty, entity(of: label, header: []) == nil, !isTotalLabel(label)
    {
      // "2 | Kết nạp trong năm", below it without a number "Công nhân trực tiếp sản xuất"
      return plainLabel
    }
    plainLabel = label
    return []
  }

  func plain(_ segments: [Range<Int>], _ result: inout Result, kind: LedgerEntry.Kind?) {
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
