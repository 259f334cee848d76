/// Takes what `antiword` prints apart: paragraphs, one a line, and tables between bars.
///
/// antiword prints each line of a cell as a row; which rows were one is not told. Tables without
/// figures of at most three columns set text side by side: their lines are those of one row.
enum AntiwordText {
  static func parsed(_ output: [UInt8]) -> OfficeText {
    var text = OfficeText()
    var rows: [[Character]] = []
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      let signs = Array(line.trimmingTrailingSpaces)
      if signs.count > 2, signs.first == "|", signs.last == "|" {
        rows.append(signs)
        continue
      }
      if !rows.isEmpty { text.blocks.append(.table(table(rows))) }
      rows = []
      text.blocks.append(paragraph(String(line)))
    }
    if !rows.isEmpty { text.blocks.append(.table(table(rows))) }
    return text
  }

  private static func paragraph(_ text: String) -> OfficeBlock {
    .paragraph(OfficeParagraph(pieces: [.text(text.trimmingSpaces, nil)]))
  }

  private static func table(_ lines: [[Character]]) -> OfficeTable {
    let edges = Array(Set(lines.flatMap { bars($0) })).sorted()
    var table = OfficeTable()
    for line in lines {
      let bars = bars(line)
      let cells = zip(bars, bars.dropFirst()).map { start, end in
        let columns = (edges.firstIndex(of: start) ?? 0)..<(edges.firstIndex(of: end) ?? 1)
        return OfficeTable.Cell(
          blocks: [paragraph(String(line[(start + 1)..<end]))], columns: columns)
      }
      table.rows.append(OfficeTable.Row(cells: cells))
    }
    let isLayout =
      table.rows.allSatisfy { $0.cells.count <= 3 }
      && !table.rows.contains { $0.cells.contains(where: \.isNumber) }
    return isLayout ? joined(table) : table
  }

  private static func bars(_ line: [Character]) -> [Int] {
    line.indices.filter { line[$0] == "|" }
  }

  /// One row whose cells hold the lines of their column.
  private static func joined(_ table: OfficeTable) -> OfficeTable {
    var row = OfficeTable.Row()
    for line in table.rows {
      for cell in line.cells {
        if let index = row.cells.firstIndex(where: { $0.columns == cell.columns }) {
          row.cells[index].blocks += cell.blocks
        } else {
          row.cells.append(cell)
        }
      }
    }
    return OfficeTable(rows: [row])
  }
}

extension Substring {
  fileprivate var trimmingTrailingSpaces: Substring {
    var text = self
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return text
  }
}
