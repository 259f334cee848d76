import Catalogue
import DocumentModel

/// Reads tables whose columns are set with spaces or tabs.
struct AlignedTableReader {
  let draft: Draft
  /// The chunks of each row in reach, empty where a row can be no part of a table.
  private let chunks: [[Chunk]]

  init(draft: Draft) {
    self.draft = draft
    chunks = draft.rows.map { row in
      row.role == .body && row.hasWideGap ? Chunk.chunks(of: row, in: draft.bytes) : []
    }
  }

  /// More columns than this are no table of a report.
  private static let mostColumns = 100

  enum Kind { case strong, weak, none }

  /// Strong: a label and at least two figures. Weak: a label and one figure after a wide gap.
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
    let (data, end) = dataRows(from: start, first)
    let widest = data.map { chunks[$0].count }.max() ?? 0
    guard widest <= AlignedTableReader.mostColumns else { return (nil, start..<end) }
    let header = headerRows(above: start, floor: floor)
    let strong = data.count { kind($0) == .strong }
    let isTable =
      first == .weak && strong == 0
      ? data.count >= 3 && isAligned(data)
      : strong >= 2 || strong == 1 && header.contains { chunks[$0].count >= 3 }
    guard isTable else { return (nil, start..<end) }
    let table = build(header: header, data: data, end: end)
    let top = header.first ?? start
    return (TableDraft(firstRow: top, table: table), top..<end)
  }

  // MARK: Which rows

  /// The rows with figures from `start` on, and the row after the table's last.
  private func dataRows(from start: Int, _ first: Kind) -> ([Int], Int) {
    var data = [start]
    var end = start + 1
    var index = start + 1
    var loose = 0
    var blanks = 0
    while index < draft.rows.count {
      let row = draft.rows[index]
      if row.isBlank {
        blanks += 1
        if blanks > 1 { break }
      } else if row.role == .furniture {
        if row.ruleSign == nil && first == .weak { break }
      } else if row.role != .body {
        break
      } else if kind(index) != .none {
        // Over a blank line only rows of the same make go on.
        if blanks > 0 && (kind(index) == .weak || chunks[index].count != chunks[start].count) {
          break
        }
        if first == .weak && kind(index) == .strong && data.count < 3 { break }
        data.append(index)
        (end, loose, blanks) = (index + 1, 0, 0)
      } else if blanks == 0, loose < 2, isLabelPart(index, of: start) {
        loose += 1
      } else {
        break
      }
      index += 1
    }
    // A label's second line below the last row.
    if end < draft.rows.count, draft.rows[end].role == .body, !draft.rows[end].isBlank,
      isLabelPart(end, of: start),
      Sentence.opening(draft.bytes, draft.rows[end].content) == .lower
    {
      end += 1
    }
    return (data, end)
  }

  /// A row with one chunk that ends before the figures begin: a label over two lines, or a section.
  private func isLabelPart(_ index: Int, of start: Int) -> Bool {
    let row = draft.rows[index]
    guard let figure = chunks[start].first(where: {
      $0.range != chunks[start][0].range && Figures.isFigure($0.range, in: draft)
    }) else { return false }
    return row.indent + row.width <= figure.columns.lowerBound
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
    var grid = ColumnGrid(dataRows: dataChunks)
    var headerLines = header.map { bare(chunks(ofRow: $0)) }
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
    var rows: [Table.Row] = zip(headerLines, spans).map { line, spans in
      Table.Row(
        cells: zip(line, spans).map {
          Table.Cell(segments: draft.pieces($0.range), columns: $1)
        })
    }
    headerLines = []
    var header = rows.count
    let isData = Set(data)
    for index in (data.first ?? end)..<end
    where !draft.rows[index].isBlank && draft.rows[index].role == .body {
      let line = chunks(ofRow: index)
      if !isData.contains(index), wrap(line, into: &rows, header: header, grid, index, isData) {
        continue
      }
      let cells = cells(of: line, in: grid)
      rows.append(Table.Row(cells: cells))
      if rows.count == header + 1, header > 0,
        Figures.numbersColumns(line.map(\.range), in: draft), data.count > 1
      {
        header += 1
      }
    }
    return Table(headerRows: header, rows: rows)
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
    _ line: [Chunk], into rows: inout [Table.Row], header: Int, _ grid: ColumnGrid, _ index: Int,
    _ isData: Set<Int>
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
      while let first = draft.bytes[range].first, frame.contains(first) { range = range.dropFirst() }
      while let last = draft.bytes[range].last, frame.contains(last) { range = range.dropLast() }
      return range.isEmpty ? nil : Chunk(range: range, columns: chunk.columns)
    }
  }
}
