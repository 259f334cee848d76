import DocumentModel

/// Takes over what the file's format tells: its tables and its furniture.
enum GivenStructure {
  static func find(in draft: inout Draft) {
    for range in draft.structure.furniture {
      for index in draft.rows(in: range) where draft.rows[index].role == .body {
        draft.rows[index].role = .furniture
      }
    }
    for table in draft.structure.tables {
      var table = table
      let pieces = table.rows.flatMap(\.cells).flatMap(\.segments)
      guard !pieces.isEmpty else { continue }
      table.headerRows = headerRows(of: table, in: draft)
      let number = draft.tables.count
      var rows: Set<Int> = []
      for piece in pieces { rows.formUnion(draft.rows(in: piece)) }
      for index in rows where draft.rows[index].role == .body {
        draft.rows[index].role = .table(number)
      }
      draft.tables.append(TableDraft(firstRow: rows.min() ?? 0, table: table))
    }
  }

  /// Rows of words, of years or of column numbers on top of the first row with figures.
  private static func headerRows(of table: Table, in draft: Draft) -> Int {
    var count = table.headerRows
    while count < min(table.rows.count, 8) {
      let cells = table.rows[count].cells.compactMap { cell -> Range<Int>? in
        guard let first = cell.segments.first, let last = cell.segments.last else { return nil }
        return first.lowerBound..<last.upperBound
      }
      let figures = cells.filter { Figures.isFigure($0, in: draft) }
      let areYears = !figures.isEmpty && figures.allSatisfy { Figures.isYear($0, in: draft) }
      let areWords = figures.isEmpty && table.headerRows == 0 && cells.count > 1
      guard Figures.numbersColumns(cells, in: draft) || areYears || areWords else { break }
      count += 1
    }
    return count < table.rows.count ? count : table.headerRows
  }
}

extension Draft {
  /// The rows that a byte range touches.
  func rows(in range: Range<Int>) -> [Int] {
    let first = rows.bisect { $0.content.upperBound > range.lowerBound }
    return rows.indices[first...].prefix { rows[$0].content.lowerBound < range.upperBound }
      .filter { !rows[$0].isBlank }
  }
}
