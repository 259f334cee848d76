import DocumentModel

/// Reads tables whose cells are set apart by single tabs, as they come from a spreadsheet: a line's
/// n-th cell is in the n-th column however wide the ones before are, and two tabs hold an empty one.
enum TabTableReader {
  /// A table that begins at a row, or nil, and the row after those looked at.
  static func read(at start: Int, in draft: Draft) -> (table: TableDraft?, end: Int) {
    var grid: [[[Range<Int>]]] = []
    var end = start
    while end < draft.rows.count, draft.rows[end].role == .body,
      let cells = cells(ofRow: end, in: draft)
    {
      grid.append(cells)
      end += 1
    }
    let after = max(end, start + 1)
    guard grid.count >= 3, let width = grid.map(\.count).max(), width >= 3,
      grid.allSatisfy({ $0.count >= 3 }),
      grid.dropFirst().contains(where: { hasFigures($0, in: draft) })
    else { return (nil, after) }
    let padded = grid.map { $0 + Array(repeating: [], count: width - $0.count) }
    let table = PipeTableReader.table(
      of: padded, groups: Array(repeating: 0, count: padded.count), in: draft)
    return (TableDraft(firstRow: start, table: table), end)
  }

  private static func hasFigures(_ cells: [[Range<Int>]], in draft: Draft) -> Bool {
    cells.dropFirst().count { cell in
      cell.contains { Figures.isFigure($0, in: draft) }
    } >= 2
  }

  /// The cells of a line that holds at least two tabs, with its empty ones; nil for another line.
  private static func cells(ofRow index: Int, in draft: Draft) -> [[Range<Int>]]? {
    let row = draft.rows[index]
    var low = row.content.lowerBound
    while low > 0, draft.bytes[low - 1] != 0x0A { low -= 1 }
    var high = row.content.upperBound
    while high < draft.bytes.count, draft.bytes[high] != 0x0A { high += 1 }
    let line = low..<high
    var cells: [[Range<Int>]] = []
    var start = line.lowerBound
    var tabs = 0
    for position in line {
      let byte = draft.bytes[position]
      // A row that is a piece of its line has no tabs of its own to count.
      if byte == 0x0C || byte == 0x0B { return nil }
      guard byte == 0x09 else { continue }
      cells.append(draft.pieces(trimmed(start..<position, in: draft)))
      start = position + 1
      tabs += 1
    }
    cells.append(draft.pieces(trimmed(start..<line.upperBound, in: draft)))
    return tabs >= 2 ? cells : nil
  }

  private static func trimmed(_ range: Range<Int>, in draft: Draft) -> Range<Int> {
    var range = range
    let blank: Set<UInt8> = [0x20, 0x0D, 0x0C, 0x0A]
    while let first = draft.bytes[range].first, blank.contains(first) { range = range.dropFirst() }
    while let last = draft.bytes[range].last, blank.contains(last) { range = range.dropLast() }
    return range
  }
}
