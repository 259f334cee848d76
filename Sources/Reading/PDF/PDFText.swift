import DocumentModel

/// Renders pages as the text as read.
///
/// A line of the page is a line; words are parted by one space, columns by two or more, so that they
/// stand about where they stand on the page; a blank line stands for a gap of more than a line; a
/// form feed begins each page but the first; a raised number is written in superscript digits.
struct PDFText {
  private var bytes: [UInt8] = []
  private var lines: [Line] = []
  private var structure = FormatStructure()
  /// Byte ranges of the words, by line and word.
  private var places: [[Range<Int>]] = []

  static func text(of pages: [PDFPage]) -> ReadText {
    var all: [PDFLine] = []
    var numbers: [Int] = []
    for page in pages {
      let own = LineBuilder.lines(of: page)
      all += own
      numbers += Array(repeating: page.number, count: own.count)
    }
    let finder = PDFTableFinder(lines: all, pages: numbers)
    let tables = finder.tables()
    var text = PDFText()
    text.write(all, numbers, PDFColumns(all), breaks: cellBreaks(tables, finder))
    text.add(tables)
    return ReadText(bytes: text.bytes, lines: text.lines, structure: text.structure)
  }

  /// The words before which a cell begins, by line; of lines that stand in tables.
  private static func cellBreaks(_ tables: [PDFTable], _ finder: PDFTableFinder) -> [Int: Set<Int>]
  {
    var result: [Int: Set<Int>] = [:]
    for table in tables {
      for cell in (table.header + table.rows).joined() {
        for piece in cell.pieces { result[piece.line, default: []].insert(piece.words.lowerBound) }
      }
      for index in table.repeatedHeaders {
        result[index] = Set(finder.lines[index].runs(gap: finder.cellGap).map(\.lowerBound))
      }
    }
    return result
  }

  // MARK: Lines

  private mutating func write(
    _ all: [PDFLine], _ numbers: [Int], _ columns: PDFColumns, breaks: [Int: Set<Int>]
  ) {
    for (index, line) in all.enumerated() {
      let isNewPage = index > 0 && numbers[index] != numbers[index - 1]
      if !isNewPage, index > 0, line.top - all[index - 1].top > columns.pitch * 1.3 {
        endLine(from: bytes.count, page: numbers[index])
      }
      let start = bytes.count
      if isNewPage { bytes.append(0x0C) }
      write(line, columns, breaks: breaks[index])
      endLine(from: start, page: numbers[index])
    }
  }

  private mutating func endLine(from start: Int, page: Int) {
    lines.append(Line(number: lines.count + 1, range: start..<bytes.count, page: page))
    bytes.append(0x0A)
  }

  private mutating func write(_ line: PDFLine, _ columns: PDFColumns, breaks: Set<Int>?) {
    var column = 0
    var own: [Range<Int>] = []
    let isWide = columns.wideGaps(line)
    for (index, word) in line.words.enumerated() {
      let parts = breaks.map { $0.contains(index) } ?? isWide.contains(index)
      let target = columns.column(word.left)
      var spaces = index == 0 ? target : 1
      if index > 0, parts { spaces = max(2, target - column) }
      if word.isRaised || touchesRaised(index, line) { spaces = 0 }
      bytes += [UInt8](repeating: 0x20, count: spaces)
      let start = bytes.count
      bytes += word.isRaised ? PDFText.superscript(word.text) : word.text
      column += spaces + String(decoding: word.text, as: UTF8.self).unicodeScalars.count
      own.append(start..<bytes.count)
      structure.boxes.append(PlacedText(range: start..<bytes.count, box: word.box))
    }
    places.append(own)
  }

  /// A sign right after a mark ("viên¹;").
  private func touchesRaised(_ index: Int, _ line: PDFLine) -> Bool {
    index > 0 && line.words[index - 1].isRaised
      && line.words[index].left - line.words[index - 1].right < 0.09 * line.height
  }

  private static func superscript(_ digits: [UInt8]) -> [UInt8] {
    let signs = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return digits.flatMap { Array(signs[Int($0 - 0x30)].utf8) }
  }

  // MARK: Tables

  private mutating func add(_ tables: [PDFTable]) {
    for table in tables {
      structure.tables.append(
        Table(
          headerRows: table.header.count, rows: (table.header + table.rows).map(row)))
      for line in table.repeatedHeaders {
        guard let first = places[line].first, let last = places[line].last else { continue }
        structure.furniture.append(first.lowerBound..<last.upperBound)
      }
    }
  }

  private func row(_ cells: [PDFTable.Cell]) -> Table.Row {
    Table.Row(
      cells: cells.map { cell in
        Table.Cell(
          segments: cell.pieces.map { piece in
            let words = places[piece.line][piece.words]
            return (words.first?.lowerBound ?? 0)..<(words.last?.upperBound ?? 0)
          }, columns: cell.columns)
      })
  }
}
