import Catalogue
import DocumentModel

/// Reads tables whose columns are set with spaces or tabs.
struct AlignedTableReader {
  let draft: Draft
  /// The chunks of each row in reach, empty where a row can be no part of a table.
  private let chunks: [[Chunk]]

  init(draft: Draft) {
    self.draft = draft
    chunks = TouchingColumns(bytes: draft.bytes).parted(
      draft.rows.map { row in
        row.role == .body && row.hasWideGap ? Chunk.chunks(of: row, in: draft.bytes) : []
      })
  }

  /// More columns than this are no table of a report.
  private static let mostColumns = 100

  enum Kind { case strong, weak, none }

  /// Strong: a label and at least two figures.
  ///
  /// Weak: a label and one figure after a wide gap.
  func kind(_ index: Int) -> Kind {
    let cells = chunks[index]
    guard cells.count >= 2 else { return .none }
    let rest = cells.dropFirst()
    let figures = rest.count { Figures.isFigure($0.range, in: draft) }
    let hasDigit = rest.contains { Figures.hasDigit($0.range, in: draft) }
    if figures >= 2, hasDigit, figures * 2 >= rest.count { return .strong }
    if figures == 1, rest.count <= 2, hasDigit, let last = cells.last,
      Figures.isFigure(last.range, in: draft), draft.marker(at: cells[0].range)?.isBullet != true
    {
      return .weak
    }
    return .none
  }

  /// A table that begins at a row, or nil, and the rows that were looked at.
  ///
  /// `start` is the first row with figures; header rows are looked for above it, not above `floor`.
  func read(at start: Int, floor: Int) -> (table: TableDraft?, rows: Range<Int>) {
    let first = kind(start)
    guard first != .none else { return (nil, start..<(start + 1)) }
    var (data, end) = dataRows(from: start, first)
    let widest = data.map { chunks[$0].count }.max() ?? 0
    guard widest <= AlignedTableReader.mostColumns else { return (nil, start..<end) }
    var header = headerRows(above: start, floor: floor)
    // Years and column numbers look like figures, and head the columns.
    let heads = data.dropLast().prefix(3).prefix(while: headsColumns)
    header += heads
    data.removeFirst(heads.count)
    let strong = data.count { kind($0) == .strong }
    let isTable =
      first == .weak && strong == 0
      ? data.count >= 3 && isAligned(data)
      : strong >= 2 || strong == 1 && header.contains { chunks[$0].count >= 3 }
    guard isTable else { return (nil, start..<end) }
    let table = build(header: header, data: data, end: end)
    let top = header.first ?? start
    return (TableDraft(firstRow: top, headerLines: header, table: table), top..<end)
  }

  // MARK: Which rows

  /// The rows with figures from `start` on, and the row after the table's last.
  private func dataRows(from start: Int, _ first: Kind) -> ([Int], Int) {
    var data = [start]
    var end = start + 1
    var index = start + 1
    var loose = 0
    var blanks = 0
    var labelEnd = labelEnd(start)
    while index < draft.rows.count {
      let row = draft.rows[index]
      if row.isBlank {
        blanks += 1
        if blanks > 2 { break }
      } else if row.role == .furniture {
        if row.ruleSign == nil {
          if first == .weak { break }
          blanks = min(blanks, 1)
        }
      } else if row.role != .body {
        break
      } else if kind(index) != .none {
        // Over a blank line only rows of the same make go on.
        if blanks > 0 && !(kind(index) == .strong && isLike(index, start)) { break }
        if first == .weak && kind(index) == .strong && data.count < 3 { break }
        data.append(index)
        labelEnd = self.labelEnd(index) ?? labelEnd
        (end, loose, blanks) = (index + 1, 0, 0)
      } else if blanks == 0, loose < 2, isLabelPart(index, before: labelEnd) {
        loose += 1
      } else {
        break
      }
      index += 1
    }
    // A label's second line below the last row.
    if end < draft.rows.count, draft.rows[end].role == .body, !draft.rows[end].isBlank,
      isLabelPart(end, before: labelEnd),
      Sentence.opening(draft.bytes, draft.rows[end].content) == .lower
    {
      end += 1
    }
    return (data, end)
  }

  /// The column at which a row's figures begin, right of its last words; nil without words.
  private func labelEnd(_ index: Int) -> Int? {
    let line = chunks[index]
    guard let label = line.lastIndex(where: { !Figures.isFigure($0.range, in: draft) }),
      label + 1 < line.count
    else { return nil }
    return line[label + 1].columns.lowerBound
  }

  /// A row with one chunk that ends before the figures begin: a label over two lines, or a section.
  private func isLabelPart(_ index: Int, before labelEnd: Int?) -> Bool {
    let row = draft.rows[index]
    guard let labelEnd, chunks[index].count < 2 else { return false }
    return row.indent + row.width <= labelEnd
  }

  /// Ends at the same column, and has no more and not many less cells.
  private func isLike(_ index: Int, _ other: Int) -> Bool {
    let (one, two) = (chunks[index], chunks[other])
    guard let last = one.last?.columns, let first = two.last?.columns else { return false }
    let isAligned =
      abs(last.upperBound - first.upperBound) <= 2 || abs(last.lowerBound - first.lowerBound) <= 2
      || last.overlaps(first)
    return one.count <= two.count && one.count + 2 >= two.count && isAligned
  }

  private func headsColumns(_ index: Int) -> Bool {
    if Figures.numbersColumns(chunks[index].map(\.range), in: draft) { return true }
    let figures = chunks[index].dropFirst().filter { Figures.isFigure($0.range, in: draft) }
    return kind(index) == .strong
      && figures.allSatisfy {
        Figures.isYear($0.range, in: draft) || Figures.isDay($0.range, in: draft)
      }
  }

  private func isAligned(_ data: [Int]) -> Bool {
    let ends = data.compactMap { chunks[$0].last?.columns }
    guard let first = ends.first else { return false }
    let right = ends.count { abs($0.upperBound - first.upperBound) <= 1 }
    let left = ends.count { abs($0.lowerBound - first.lowerBound) <= 1 }
    return max(right, left) * 3 >= ends.count * 2
  }

  private func headerRows(above start: Int, floor: Int) -> [Int] {
    var result: [Int] = []
    var index = start - 1
    while index >= floor, result.count < 6 {
      let row = draft.rows[index]
      if row.isBlank {
        // One blank line may part the header from the figures.
        guard result.isEmpty, index == start - 1, index > floor, chunks[index - 1].count >= 2 else {
          break
        }
      } else if row.ruleSign == nil {
        guard row.role == .body, isHeader(index, isLowest: result.isEmpty) else { break }
        result.insert(index, at: 0)
      }
      index -= 1
    }
    // A lone line on top that begins at the margin is a caption or a sentence, no header.
    while let top = result.first, chunks[top].count < 2, draft.rows[top].indent < 8 {
      result.removeFirst()
    }
    return result
  }

  private func isHeader(_ index: Int, isLowest: Bool) -> Bool {
    let row = draft.rows[index]
    if draft.words.prefix(.caption, of: draft.folded(row: index, limit: 40)) != nil { return false }
    if chunks[index].count >= 2 {
      let text = row.content
      return Sentence.ending(draft.bytes, text) != .clause || chunks[index].count >= 3
    }
    return !isLowest && row.width <= 60 || row.indent >= 8 && row.width <= 60
  }

  // MARK: Building

  private func build(header: [Int], data: [Int], end: Int) -> Table {
    let dataChunks = data.map { chunks[$0] }
    let headerLines = header.map { bare(chunks(ofRow: $0)) }
    // The part of a table behind a page break may be its total row, without a number.
    let most = dataChunks.map(\.count).max() ?? 0
    let heads = headerLines.last.map { $0.count == most + 1 && data.count < 3 ? [$0] : [] } ?? []
    var grid = ColumnGrid(dataRows: dataChunks + heads)
    var spans: [[Range<Int>]] = []
    if let lowest = headerLines.last {
      let columns = grid.assign(lowest)
      for (chunk, column) in zip(lowest, columns) { grid.widen(column, chunk.columns) }
    }
    for (position, line) in headerLines.enumerated() {
      spans.append(
        position + 1 == headerLines.count && line.count <= grid.columns.count
          ? grid.assign(line).map { $0..<($0 + 1) } : grid.spans(of: line))
    }
    keepLeaves(&spans, headerLines, grid)
    extendOverTwins(&spans, lowest: headerLines.last ?? [])
    takeInColumns(&spans, headerLines, grid)
    var rows: [Table.Row] = zip(headerLines, spans).map { line, spans in
      Table.Row(
        cells: zip(line, spans).map {
          Table.Cell(segments: draft.pieces($0.range), columns: $1)
        })
    }
    let header = rows.count
    let isData = Set(data)
    for index in (data.first ?? end)..<end
    where !draft.rows[index].isBlank && draft.rows[index].role == .body {
      let line = chunks(ofRow: index)
      if !isData.contains(index), wrap(line, into: &rows, header: header, grid) {
        continue
      }
      rows.append(Table.Row(cells: cells(of: line, in: grid)))
    }
    return Table(headerRows: header, rows: rows)
  }

  /// Keeps upper headings with nothing below them to their own columns.
  private func keepLeaves(
    _ spans: inout [[Range<Int>]], _ lines: [[Chunk]], _ grid: ColumnGrid
  ) {
    guard let lowest = spans.last else { return }
    for line in spans.indices.dropLast() {
      for (position, chunk) in lines[line].enumerated() {
        let base = grid.overlapped(chunk)
        if !lowest.contains(where: base.overlaps) { spans[line][position] = base }
      }
    }
  }

  /// Stretches an upper heading over columns to its right that none covers, where their own
  /// headings stand below another upper heading too: a second "Nữ" is again part of a group.
  private func extendOverTwins(_ spans: inout [[Range<Int>]], lowest: [Chunk]) {
    guard let columns = spans.last, columns.count == lowest.count else { return }
    let names = lowest.map { Words.fold(draft.bytes, $0.range) }
    for line in spans.indices.dropLast() {
      let groups = spans[line].filter { $0.count > 1 }
      func isTwin(_ position: Int, of own: Range<Int>) -> Bool {
        names.indices.contains { other in
          names[other] == names[position] && other != position
            && groups.contains { $0 != own && $0.contains(columns[other].lowerBound) }
            && !own.contains(columns[other].lowerBound)
        }
      }
      for index in spans[line].indices {
        let limit = index + 1 < spans[line].count ? spans[line][index + 1].lowerBound : .max
        while spans[line][index].upperBound < limit,
          let position = columns.firstIndex(where: {
            $0.lowerBound == spans[line][index].upperBound
          }),
          isTwin(position, of: spans[line][index])
        {
          spans[line][index] = spans[line][index].lowerBound..<(spans[line][index].upperBound + 1)
        }
      }
    }
  }

  /// Lets upper headings take in columns beside their own that have a heading below them and none
  /// above: proportional type that was set in columns of characters shifts headings.
  private func takeInColumns(
    _ spans: inout [[Range<Int>]], _ lines: [[Chunk]], _ grid: ColumnGrid
  ) {
    guard let lowest = spans.last, let chunks = lines.last, lowest.count == chunks.count else {
      return
    }
    var names: [Int: [UInt8]] = [:]
    for (columns, chunk) in zip(lowest, chunks) {
      names[columns.lowerBound] = Words.fold(draft.bytes, chunk.range)
    }
    for line in spans.indices.dropLast() {
      let others = spans.indices.dropLast().filter { $0 != line }.flatMap { spans[$0] }
      let free = grid.columns.indices.filter { column in
        lowest.contains { $0.contains(column) } && !others.contains { $0.contains(column) }
          && !spans[line].contains { $0.contains(column) }
      }
      if !free.isEmpty {
        spans[line] = grid.shared(lines[line], spans[line], free: Set(free), names: names)
      }
    }
  }

  private func chunks(ofRow index: Int) -> [Chunk] {
    chunks[index].isEmpty ? Chunk.chunks(of: draft.rows[index], in: draft.bytes) : chunks[index]
  }

  private func cells(of line: [Chunk], in grid: ColumnGrid) -> [Table.Cell] {
    var cells = grid.columns.indices.map { Table.Cell(segments: [], columns: $0..<($0 + 1)) }
    for (chunk, column) in zip(line, grid.assign(line)) {
      cells[column].segments += draft.pieces(chunk.range)
    }
    return cells
  }

  /// Joins a label's second line to the row before it; false where the line is a row of its own.
  private func wrap(
    _ line: [Chunk], into rows: inout [Table.Row], header: Int, _ grid: ColumnGrid
  ) -> Bool {
    guard rows.count > header, let chunk = line.first, line.count == 1,
      Sentence.opening(draft.bytes, chunk.range) == .lower
    else { return false }
    let column = grid.assign(line)[0]
    rows[rows.count - 1].cells[column].segments += draft.pieces(chunk.range)
    return true
  }

  /// Header chunks without the bars and dashes that draw their width ("|--- Kiểm tra ---|").
  private func bare(_ line: [Chunk]) -> [Chunk] {
    line.compactMap { chunk in
      var range = chunk.range
      let frame: Set<UInt8> = [0x7C, 0x2D, 0x20, 0x5F, 0x3D, 0x3C, 0x3E]
      while let first = draft.bytes[range].first, frame.contains(first) {
        range = range.dropFirst()
      }
      while let last = draft.bytes[range].last, frame.contains(last) { range = range.dropLast() }
      return range.isEmpty ? nil : Chunk(range: range, columns: chunk.columns)
    }
  }
}
