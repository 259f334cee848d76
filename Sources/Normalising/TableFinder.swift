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
      if row.pipes >= 2 && row.role == .body || row.ruleSign == 0x2D {
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

  private static func add(
    _ table: TableDraft, rows: Range<Int>, floor: Int, to draft: inout Draft
  ) {
    var table = table
    let number = draft.tables.count
    for index in rows where draft.rows[index].role == .body || draft.rows[index].role == .closing {
      draft.rows[index].role = .table(number)
    }
    for index in rows where draft.rows[index].ruleSign != nil {
      draft.rows[index].role = .table(number)
    }
    for index in caption(above: rows.lowerBound, floor: floor, in: draft) {
      table.table.caption += draft.pieces(draft.rows[index].content)
      table.firstRow = min(table.firstRow, index)
      draft.rows[index].role = .table(number)
    }
    draft.tables.append(table)
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
