import Catalogue
import DocumentModel

/// What a caption, a header path and a row label say.
extension TableReader {
  /// "Trong đó nữ": a part of the column before.
  func isPart(_ path: [Range<Int>]) -> Bool {
    says(path) { $0.has("mark", "ofwhich") }
  }

  /// What the words of cells say; names of bodies are words like others.
  func items(_ segments: [Range<Int>]) -> [Item] {
    Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar, findsEntities: false,
      shortNames: shortNames
    ).items(catalogue.tokens(document.bytes, segments))
  }

  func times(_ segments: [Range<Int>]) -> [TimeMention] { items(segments).compactMap(\.time) }

  func activity(_ segments: [Range<Int>]) -> String? {
    items(segments).lazy.compactMap { $0.feature("activity") }.first
  }

  func says(_ path: [Range<Int>], _ what: (Item) -> Bool) -> Bool {
    items(path).contains(where: what)
  }

  /// Who acts, where a row's label says nothing else than that and a body's name.
  func conductor(_ label: [Range<Int>]) -> String? {
    let items = items(label)
    let named = items.compactMap { $0.feature("conductor") ?? $0.feature("conductor?") }
    guard let only = named.first, Set(named).count == 1, only != "several",
      items.contains(where: { $0.feature("group") != nil }),
      !items.contains(where: { $0.feature("activity") != nil || $0.feature("event") != nil })
    else { return nil }
    return only
  }

  func rowRange(_ row: Table.Row) -> Range<Int>? {
    let segments = row.cells.flatMap(\.segments)
    guard let first = segments.first, let last = segments.last else { return nil }
    return first.lowerBound..<last.upperBound
  }

  /// Rows of nothing but years are header rows.
  func leadingYearRows(_ table: Table) -> Int {
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

  /// The first column with words, or else the first that names the rows' years.
  func labelColumn(_ rows: ArraySlice<Table.Row>, _ columns: [Int]) -> Int? {
    func cells(_ column: Int) -> [Table.Cell] {
      rows.compactMap { row in row.cells.first { $0.columns.lowerBound == column } }
    }
    return columns.first { cells($0).contains(where: isText) }
      ?? columns.first { cells($0).count > 1 && cells($0).allSatisfy(namesTime) }
  }

  /// "2019", "2021 - 2025", "4T/2025": a row's label that is nothing but a time.
  func namesTime(_ cell: Table.Cell) -> Bool {
    let tokens = catalogue.tokens(document.bytes, cell.segments)
    return tokens.contains(where: isYear)
      && tokens.allSatisfy { $0.kind != .number || isYear($0) || $0.range.count <= 2 }
  }

  /// True for what a row counts over its own span, which adds up over the rows: no stock.
  func isOfSpan(_ label: Table.Cell?, _ fact: Fact) -> Bool {
    guard let label, namesTime(label), fact.unit != "percent", fact.statistic == .total,
      case .duration? = fact.period
    else { return false }
    return true
  }

  func isYear(_ token: Token) -> Bool {
    guard token.range.count == 4, let year = Int(document.text(token.range)) else { return false }
    return (1990...2100).contains(year)
  }

  /// What the caption says of every cell: its time, and its event and noun where the header's own
  /// words leave them open.
  func describe(_ caption: [Range<Int>], path: [Range<Int>], _ frame: inout Frame) {
    func features(_ segments: [Range<Int>]) -> (
      items: [Item], events: Set<String>, nouns: [String]
    ) {
      let items = items(segments)
      // "THỐNG KÊ ĐẢNG VIÊN (kết nạp tính trong kỳ)": a remark on one column
      let open = items.firstIndex { $0.isSign("(") } ?? items.count
      let told =
        items[..<open].contains { $0.feature("noun") == "member" } ? items[..<open] : items[...]
      let events = Set(told.compactMap { $0.feature("event") }.filter { !$0.hasSuffix("?") })
      let nouns = items.compactMap { $0.feature("noun") }.filter {
        !["person", "orgword"].contains($0)
      }
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
    if let (dimension, member) = traitOfAll,
      !own.items.contains(where: { $0.feature(dimension) != nil })
    {
      frame.carried[dimension] = frame.carried[dimension] ?? member
    }
    if let activity = own.items.compactMap({ $0.feature("activity?") }).last,
      !own.items.contains(where: { $0.feature("activity") != nil })
    {
      // a column's own "Đảng viên được giám sát" is surer than the section's "kiểm tra, giám sát"
      frame.carried["activity"] = activity
    }
    let tokens = catalogue.tokens(document.bytes, caption)
    let isOfBoth =
      said.items.firstIndex { $0.feature("noun") == "member" }.map { noun in
        said.items.indices.dropFirst(noun + 2).contains { at in
          said.items[at].feature("event") != nil
            && tokens[said.items[at - 1].tokens.lowerBound].hash == Folding.hash("và")
        }
      } ?? false
    if isOfBoth {
      // "Đảng viên và kết nạp ở từng chi bộ": each column says which
      frame.event = nil
    } else if said.events.count == 1 {
      frame.event = said.events.first
    } else if !said.items.isEmpty {
      frame.event = said.events.isEmpty && said.nouns.isEmpty ? frame.event : nil
    }
    if let noun = said.nouns.contains("member") ? "member" : said.nouns.first { frame.noun = noun }
    // "Đảng viên có đến cuối năm" in a table of admissions
    let isThere = own.items.contains { $0.time.map { $0.isEdge || $0.isUntil } ?? false }
    if own.events.isEmpty, own.nouns.contains("member"),
      said.events.count != 1 || said.nouns.contains("member") || isThere
    {
      frame.event = nil
    }
  }

  /// The one trait that a caption names, where no header and not most labels tell it apart.
  ///
  /// "Biểu 2. Đảng viên từ 18 đến 30 tuổi mới kết nạp, chia theo đối tượng".
  func traitOfAll(
    _ caption: [Range<Int>], headers: [Range<Int>], labels: [[Range<Int>]]
  ) -> (dimension: String, member: String)? {
    func traits(_ segments: [Range<Int>]) -> [Feature] {
      items(segments).flatMap { item -> [Feature] in
        guard case .cue(let features) = item.kind else { return [] }
        return features.filter { TableReader.traits.contains($0.key) }
      }
    }
    let said = Set(traits(caption))
    guard said.count == 1, let trait = said.first,
      !traits(headers).contains(where: { $0.key == trait.key }),
      labels.count(where: { traits($0).contains { $0.key == trait.key } }) * 2 < labels.count
    else { return nil }
    return (trait.key, trait.value)
  }

  private static let traits: Set<String> = [
    "age", "sex", "ethnicity", "religious", "youth_union", "status", "course",
    "group",
  ]

  func path(_ headers: [Table.Row], _ column: Int) -> [[Range<Int>]] {
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

  func isPercent(_ segments: [Range<Int>]) -> Bool {
    let tokens = catalogue.tokens(document.bytes, segments)
    let rate = Folding.hash("tỷ")
    return tokens.contains { $0.isSign("%") || $0.hash == rate && $0.kind == .word }
  }

  func isText(_ cell: Table.Cell) -> Bool {
    catalogue.tokens(document.bytes, cell.segments).contains {
      $0.kind == .word && $0.range.count > 1
    }
  }

  func isNumbering(_ cell: Table.Cell) -> Bool {
    catalogue.tokens(document.bytes, cell.segments).contains { Words.number.contains($0.hash) }
  }

  func isTotalLabel(_ segments: [Range<Int>]) -> Bool {
    let all = catalogue.tokens(document.bytes, segments)
    // "40 (cả năm)" is a figure
    if all.first?.kind == .number { return false }
    var words = all.filter { $0.kind == .word }.map(\.hash)
    if words.count > 2, Words.sums.contains(words[0]), words[1] == Words.whole {
      // "CỘNG TOÀN PHƯỜNG"
      words.removeFirst()
    }
    let names = Words.total.contains {
      words == $0 || ($0.count > 1 && words.starts(with: $0) && words.count <= $0.count + 2)
    }
    guard names, words.count > 2, !Words.total.contains(words) else { return names }
    // "Tổng số đảng viên" is an indicator, "Tổng số đơn vị" a total row
    let tokens = catalogue.tokens(document.bytes, segments)
    return !tokens.indices.contains { index in
      catalogue.lexicon.longest(tokens, at: index)?.features.contains {
        $0.key == "noun" && ["member", "org", "candidate"].contains($0.value)
      } ?? false
    }
  }

  /// The unit that a row is about, or nil where its label is an indicator.
  func entity(of segments: [Range<Int>], header: [[Range<Int>]]) -> Entity? {
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
    // "Khu vực" tells kinds, "Khu phố" units
    let isUnitColumn =
      head.first.map { unitWords.contains($0) } ?? false
      && head.dropFirst().first != Folding.hash("vực")
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
      let match = catalogue.lexicon.longest(tokens, at: 0)
      let indicator =
        tokens.dropFirst().allSatisfy { !$0.startsUpper }
        && match?.features.contains {
          ["noun", "event", "sex", "status"].contains($0.key)
            || $0.key == "group" && match?.length == tokens.count
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

  /// "Chi bộ khu phố 3", "Chi bộ thôn số 12": a place that is named by its number.
  func endsInNumber(_ tokens: [Token]) -> Bool {
    guard let last = tokens.last, last.kind == .number, last.range.count <= 2 else { return false }
    return tokens.dropFirst().contains { Words.numbered.contains($0.hash) }
  }
}
