import Catalogue
import DocumentModel

/// Finds the tables of a document, with their captions.
enum TableFinder {
  static func find(in draft: inout Draft) {
    var index = 0
    var floor = 0
    let aligned = AlignedTableReader(draft: draft)
    while index < draft.rows.count {
      let row = draft.rows[index]
      // behind the signature a table of two columns is the signature's own
      let isPiped = row.role == .body ? row.pipes >= 2 : row.role == .closing && row.pipes >= 4
      if isPiped || row.ruleSign == 0x2D {
        let (table, end) = PipeTableReader.read(at: index, in: draft)
        if let table {
          add(table, rows: index..<end, floor: floor, to: &draft)
          (index, floor) = (end, end)
          continue
        }
        if row.pipes == 0 {
          index += 1
          continue
        }
      }
      if row.role == .body, row.hasWideGap {
        let (table, end) = TabTableReader.read(at: index, in: draft)
        if let table {
          add(table, rows: index..<end, floor: floor, to: &draft)
          (index, floor) = (end, end)
          continue
        }
      }
      guard row.role == .body, row.hasWideGap else {
        index += 1
        continue
      }
      let (table, range) = aligned.read(at: index, floor: floor)
      if let table {
        add(table, rows: range, floor: floor, to: &draft)
        floor = range.upperBound
      }
      index = max(index + 1, range.upperBound)
    }
  }

  /// Finds the captions of the tables that the format told.
  static func nameGiven(in draft: inout Draft) {
    var floor = 0
    for number in draft.tables.indices {
      let start = draft.tables[number].firstRow
      for index in caption(above: start, floor: floor, in: draft) {
        draft.tables[number].table.caption += draft.pieces(draft.rows[index].content)
        draft.tables[number].firstRow = min(draft.tables[number].firstRow, index)
        draft.rows[index].role = .table(number)
      }
      floor = start
    }
  }

  private static func add(
    _ table: TableDraft, rows: Range<Int>, floor: Int, to draft: inout Draft
  ) {
    var table = table
    let caption = caption(above: rows.lowerBound, floor: floor, in: draft)
    for index in caption {
      table.table.caption += draft.pieces(draft.rows[index].content)
      table.firstRow = min(table.firstRow, index)
    }
    let isNew = !caption.isEmpty || !goesOn(table, in: draft)
    let number = isNew ? draft.tables.count : draft.tables.count - 1
    for index in rows {
      switch draft.rows[index].role {
      case .body, .closing: draft.rows[index].role = .table(number)
      default: if draft.rows[index].ruleSign != nil { draft.rows[index].role = .table(number) }
      }
    }
    for index in caption { draft.rows[index].role = .table(number) }
    if isNew {
      draft.tables.append(table)
    } else {
      // A page break repeats the header: the rows go on, the header's copy is furniture.
      for index in table.headerLines { draft.rows[index].role = .furniture }
      draft.tables[number].table.rows += table.table.rows.dropFirst(table.table.headerRows)
    }
  }

  /// True where nothing but furniture stands since the table before, and the header is the same.
  private static func goesOn(_ table: TableDraft, in draft: Draft) -> Bool {
    guard let last = draft.tables.last, !table.headerLines.isEmpty,
      table.table.headerRows <= last.table.headerRows
    else { return false }
    var index = table.firstRow - 1
    while index > last.firstRow, draft.rows[index].isBlank || draft.rows[index].role == .furniture {
      index -= 1
    }
    guard draft.rows[index].role == .table(draft.tables.count - 1) else { return false }
    // The row that numbers the columns is often not repeated.
    let reach = table.table.headerRows
    return header(last.table, reach, draft) == header(table.table, reach, draft)
  }

  private static func header(_ table: Table, _ reach: Int, _ draft: Draft) -> [[UInt8]] {
    table.rows.prefix(reach).flatMap { row in
      row.cells.map { cell in
        cell.segments.flatMap { Words.fold(draft.bytes, $0) }
          + Array(" \(cell.columns.lowerBound)".utf8)
      }
    }
  }

  /// The rows that name a table: one that begins like a caption, its second line, and remarks in
  /// brackets ("(Đơn vị tính: người)").
  private static func caption(above start: Int, floor: Int, in draft: Draft) -> [Int] {
    var index = start - 1
    var lines: [Int] = []
    var found = 0
    while index >= floor, lines.count < 4 {
      let row = draft.rows[index]
      if row.isBlank || row.ruleSign != nil {
        if found > 0 { break }
        // A blank line parts caption and table, or a remark from either; more than that does not.
        if lines.count > found, !isRemark(index + 1, draft) { break }
        index -= 1
        continue
      }
      guard row.role == .body else { break }
      lines.insert(index, at: 0)
      if isCaption(index, draft) { found = lines.count } else if found > 0 { break }
      index -= 1
    }
    return found > 0 ? Array(lines.suffix(found)) : []
  }

  private static func isCaption(_ index: Int, _ draft: Draft) -> Bool {
    let folded = draft.folded(row: index, limit: 60)
    let bare = folded.first == 0x28 ? folded.dropFirst() : folded[...]
    guard draft.words.prefix(.caption, of: bare) != nil, draft.rows[index].width <= 240 else {
      return false
    }
    return Sentence.ending(draft.bytes, draft.rows[index].content) != .clause
  }

  private static func isRemark(_ index: Int, _ draft: Draft) -> Bool {
    draft.rows.indices.contains(index) && !draft.rows[index].isBlank
      && draft.bytes[draft.rows[index].content.lowerBound] == 0x28
  }
}
