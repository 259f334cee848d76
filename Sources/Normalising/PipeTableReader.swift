import DocumentModel

/// Reads tables drawn with pipes (Markdown) or box characters.
enum PipeTableReader {
  /// A table that begins at a row, or nil, and the row after those looked at.
  static func read(at start: Int, in draft: Draft) -> (table: TableDraft?, end: Int) {
    var end = start
    var isRuled = false
    while end < draft.rows.count {
      let row = draft.rows[end]
      if row.pipes >= 2, row.role == .body || row.role == .closing {
        if isSeparator(row, draft) { isRuled = true }
      } else if row.role == .furniture, row.ruleSign != nil, end > start || isBoxRule(row, draft) {
        isRuled = true
      } else {
        break
      }
      end += 1
    }
    while end > start, draft.rows[end - 1].pipes == 0, !isBoxRule(draft.rows[end - 1], draft) {
      end -= 1
    }
    let content = (start..<end).filter { draft.rows[$0].pipes >= 2 }
    let after = max(end, start + 1)
    guard let first = content.first, content.count >= 2 else { return (nil, after) }
    let opens =
      draft.bytes[draft.rows[first].content.lowerBound] == 0x7C
      || draft.bytes[draft.rows[first].content.lowerBound] == 0xE2
    let isEven = content.allSatisfy { draft.rows[$0].pipes == draft.rows[first].pipes }
    // Without a rule or a frame only rows of the same make are a table.
    guard isRuled && (opens || isEven) || opens && isEven || isEven && content.count >= 3 else {
      return (nil, after)
    }
    let table = table(rows: start..<end, isFramed: opens, in: draft)
    guard table.rows.count >= 2 else { return (nil, after) }
    return (TableDraft(firstRow: start, table: table), end)
  }

  // `|---:|---|`
  private static func isSeparator(_ row: Row, _ draft: Draft) -> Bool {
    row.upper + row.lower + row.digits == 0
      && draft.bytes[row.content].contains(0x2D)
      && draft.bytes[row.content].allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x2B, 0x3D].contains($0) }
  }

  /// `+----+---+` or a line of box characters.
  private static func isBoxRule(_ row: Row, _ draft: Draft) -> Bool {
    guard row.ruleSign == 0x2D, !row.isBlank else { return false }
    let first = draft.bytes[row.content.lowerBound]
    return first == 0x2B || first == 0xE2
  }

  private static func table(rows range: Range<Int>, isFramed: Bool, in draft: Draft) -> Table {
    var grid: [[[Range<Int>]]] = []
    var groups: [Int] = []
    var group = 0
    var rules = 0
    for index in range {
      let row = draft.rows[index]
      if row.pipes < 2 || isSeparator(row, draft) {
        if !grid.isEmpty { group += 1 }
        rules += 1
        continue
      }
      let cells = cells(of: row, isFramed: isFramed, in: draft)
      if cells.allSatisfy(\.isEmpty) { continue }
      grid.append(cells)
      groups.append(group)
    }
    // Where rules separate all rows, the rows between two rules are one row with wrapped cells.
    if group >= 2 && rules >= 4 { merge(&grid, groups: &groups) }
    return table(of: grid, groups: groups, in: draft)
  }

  /// The table of a grid of cells, with its header rows told from the others.
  ///
  /// - Parameters:
  ///   - cells: by row and column, the lines of each cell.
  ///   - groups: for each row the number of rules above it.
  ///   - draft: the text that they are ranges of.
  /// - Returns: the table, whose rows have cells where the grid's are not empty.
  static func table(of cells: [[[Range<Int>]]], groups: [Int], in draft: Draft) -> Table {
    var grid = cells
    let width = grid.map(\.count).max() ?? 0
    for index in grid.indices {
      grid[index] += Array(repeating: [], count: width - grid[index].count)
    }
    let header = headerRows(grid, groups: groups, in: draft)
    let rows = grid.enumerated().map { index, cells in
      Table.Row(
        cells: index < header
          ? headerCells(cells, below: index + 1 < header ? grid[index + 1] : nil)
          : cells.enumerated().map { Table.Cell(segments: $1, columns: $0..<($0 + 1)) })
    }
    return Table(headerRows: header, rows: rows)
  }

  private static func merge(_ grid: inout [[[Range<Int>]]], groups: inout [Int]) {
    var merged: [[[Range<Int>]]] = []
    var kept: [Int] = []
    for (cells, group) in zip(grid, groups) {
      if kept.last == group, merged[merged.count - 1].count == cells.count {
        for (column, cell) in cells.enumerated() { merged[merged.count - 1][column] += cell }
      } else {
        merged.append(cells)
        kept.append(group)
      }
    }
    (grid, groups) = (merged, kept)
  }

  private static func headerRows(
    _ grid: [[[Range<Int>]]], groups: [Int], in draft: Draft
  ) -> Int {
    func hasFigure(_ cells: [[Range<Int>]]) -> Bool {
      cells.contains {
        $0.contains { Figures.isFigure($0, in: draft) && !Figures.isYear($0, in: draft) }
      }
    }
    func isNumbering(_ cells: [[Range<Int>]]) -> Bool {
      Figures.numbersColumns(cells.compactMap(\.first), in: draft)
    }
    var header = 0
    if groups.last ?? 0 > 0 {
      header = groups.firstIndex { $0 > 0 } ?? 0
    } else {
      while header < grid.count, !hasFigure(grid[header]) { header += 1 }
      if header == grid.count { header = 1 }
    }
    // Markdown has one header row; a second one stands first among the data.
    while header > 0, header < grid.count - 1 {
      let cells = grid[header]
      let isSecond =
        !hasFigure(cells) && cells.first?.isEmpty == true
        && cells.count(where: { !$0.isEmpty }) >= 2
      guard isSecond || isNumbering(cells) else { break }
      header += 1
    }
    return header
  }

  /// An empty cell right of a heading, with headings below it, belongs to the heading.
  private static func headerCells(
    _ cells: [[Range<Int>]], below: [[Range<Int>]]?
  ) -> [Table.Cell] {
    var result: [Table.Cell] = []
    for (column, segments) in cells.enumerated() {
      if segments.isEmpty, let below, !below[column].isEmpty, let last = result.last,
        !last.segments.isEmpty, last.columns.upperBound == column,
        !below[column - 1].isEmpty
      {
        result[result.count - 1].columns = last.columns.lowerBound..<(column + 1)
      } else {
        result.append(Table.Cell(segments: segments, columns: column..<(column + 1)))
      }
    }
    return result
  }

  /// The cells between unescaped pipes.
  ///
  /// Where the table has no frame, a pipe at the row's beginning ends an empty cell.
  private static func cells(of row: Row, isFramed: Bool, in draft: Draft) -> [[Range<Int>]] {
    var result: [[Range<Int>]] = []
    var start = row.content.lowerBound
    var index = start
    var isFirst = true
    while index < row.content.upperBound {
      let (scalar, length) = Letters.decode(draft.bytes, at: index, end: row.content.upperBound)
      if scalar == 0x5C {
        index += 2
        continue
      }
      if scalar == 0x7C || scalar == 0x2502 || scalar == 0x2503 || scalar == 0x2551 {
        if !isFirst || index > start || !isFramed { result.append(draft.pieces(start..<index)) }
        isFirst = false
        start = index + length
      }
      index += length
    }
    if start < row.content.upperBound {
      result.append(draft.pieces(start..<row.content.upperBound))
    }
    return result
  }
}
