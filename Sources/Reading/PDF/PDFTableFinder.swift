import DocumentModel

/// Finds tables by where words stand: rules are not in what poppler tells.
///
/// Rows with figures beside one another are the core; the gaps that run down through all of them
/// part the columns. What stands close above is the header, and lines of words between the rows are
/// parts of their labels.
struct PDFTableFinder {
  /// Of a whole document, in order; `pages` gives each line's page.
  let lines: [PDFLine]
  let pages: [Int]

  /// Widest gap between words of one cell, as a share of a line's height.
  let cellGap: Double
  /// A gap that parts columns even where a text is justified.
  private static let wideGap = 0.7

  init(lines: [PDFLine], pages: [Int]) {
    self.lines = lines
    self.pages = pages
    cellGap = max(0.28, 1.35 * PDFTableFinder.space(lines))
  }

  /// The width of a space as a share of the height: gaps that fill a line are wider, none is
  /// narrower.
  private static func space(_ lines: [PDFLine]) -> Double {
    var gaps: [Double] = []
    for line in lines {
      for index in line.words.indices.dropFirst() {
        let gap = (line.words[index].left - line.words[index - 1].right) / line.height
        if gap > 0.1, gap < 0.6 { gaps.append(gap) }
      }
    }
    gaps.sort()
    return gaps.isEmpty ? 0.2 : gaps[gaps.count / 5]
  }

  func tables() -> [PDFTable] {
    var tables: [PDFTable] = []
    var index = 0
    var floor = 0
    while index < lines.count {
      if let last = tables.indices.last, goesOn(at: index, after: tables[last]) {
        if let end = resume(&tables[last], at: index) {
          (index, floor) = (end, end)
          continue
        }
      }
      if isData(index), let core = core(from: index) {
        let table = PDFTableBuilder(finder: self, core: core, floor: floor).table()
        if let table {
          tables.append(table)
          (index, floor) = (table.end, table.end)
          continue
        }
      }
      index += 1
    }
    return tables
  }

  // MARK: Cores

  /// True for a line that holds a figure beside something else; years alone are headings.
  func isData(_ index: Int) -> Bool {
    let line = lines[index]
    // Bars are drawn between columns by a reader of plain text.
    guard !line.isSpread, !line.words.contains(where: { $0.text == [0x7C] }) else { return false }
    let runs = line.runs(gap: PDFTableFinder.wideGap)
    guard runs.count >= 2 else { return false }
    let figures = runs.filter { PDFFigures.isFigure(line.words[$0]) }
    return figures.contains { $0.lowerBound > 0 }
      && !(figures.count < runs.count && figures.allSatisfy { PDFFigures.isYear(line.words[$0]) })
  }

  /// Where the first column of figures begins that stands right of words; nil where none does.
  func figureEdge(_ core: ClosedRange<Int>) -> Double? {
    core.filter(isData).compactMap { index -> Double? in
      let line = lines[index]
      let runs = line.runs(gap: cellGap)
      guard let word = runs.firstIndex(where: { !PDFFigures.isFigure(line.words[$0]) }) else {
        return nil
      }
      return runs[(word + 1)...].first { PDFFigures.isFigure(line.words[$0]) }
        .map { line.extent($0).lowerBound }
    }.min()
  }

  /// True for a line of headings between rows, over the figures: another table begins there.
  private func beginsHeader(_ index: Int, after core: ClosedRange<Int>) -> Bool {
    let line = lines[index]
    let runs = line.runs(gap: PDFTableFinder.wideGap)
    guard runs.count >= 2, !line.isSpread, let edge = figureEdge(core), line.right > edge else {
      return false
    }
    return runs.count >= 3 || line.top - lines[index - 1].top > 1.15 * line.height
  }

  /// Data lines and what stands between them, from the first to the last.
  private func core(from start: Int) -> ClosedRange<Int>? {
    var last = start
    var data = 1
    var most = figures(start)
    var index = start + 1
    while index < lines.count, pages[index] == pages[start], index - last <= 4 {
      let pitch = lines[index].top - lines[index - 1].top
      guard pitch < 2.6 * lines[index].height else { break }
      if !isData(index), beginsHeader(index, after: start...last) { break }
      if isData(index) {
        last = index
        data += 1
        most = max(most, figures(index))
      } else if isProse(index) {
        break
      }
      index += 1
    }
    let isTable = data >= 3 || data == 2 && most >= 2 || most >= 3
    return isTable ? start...last : nil
  }

  private func figures(_ index: Int) -> Int {
    let line = lines[index]
    return line.runs(gap: PDFTableFinder.wideGap).count { PDFFigures.isFigure(line.words[$0]) }
  }

  /// A line of prose: it fills the width that the page's text takes, without a gap for columns.
  func isProse(_ index: Int) -> Bool {
    guard lines[index].isSpread || lines[index].runs(gap: PDFTableFinder.wideGap).count < 2 else {
      return false
    }
    let (left, right) = extent(ofPage: pages[index])
    return lines[index].right - lines[index].left > 0.85 * (right - left)
  }

  private func extent(ofPage page: Int) -> (Double, Double) {
    var left = Double.infinity
    var right = 0.0
    var index = firstLine(ofPage: page)
    while index < lines.count, pages[index] == page {
      left = min(left, lines[index].left)
      right = max(right, lines[index].right)
      index += 1
    }
    return (left, right)
  }

  private func firstLine(ofPage page: Int) -> Int {
    pages.bisect { $0 >= page }
  }

  // MARK: Over the page

  /// True at the first line of the page after a table that nothing but a page number follows.
  private func goesOn(at index: Int, after table: PDFTable) -> Bool {
    guard index > 0, pages[index] == pages[table.end - 1] + 1, pages[index - 1] != pages[index]
    else { return false }
    return (table.end..<index).allSatisfy { isPageNumber($0) }
  }

  /// A line of at most a few signs without letters.
  private func isPageNumber(_ index: Int) -> Bool {
    let text = lines[index].words.flatMap(\.text)
    return text.count <= 12 && text.allSatisfy { $0 < 0x41 }
  }

  /// Adds the rows at the top of a page to a table of the page before; returns the line after them,
  /// or nil where there are none.
  private func resume(_ table: inout PDFTable, at start: Int) -> Int? {
    var index = start
    // A page number stands alone; a table's row is beside other figures.
    while index < lines.count, isPageNumber(index), lines[index].words.count <= 3, !isData(index) {
      index += 1
    }
    let copies = repeatedHeader(table, at: index)
    index += copies.count
    guard index < lines.count, pages[index] == pages[start] else { return nil }
    var last: Int?
    let first = index
    while index < lines.count, pages[index] == pages[start], index - (last ?? first) <= 3 {
      if isData(index), fits(index, table.grid) {
        last = index
      } else if isProse(index) || beginsHeader(index, after: first...max(first, last ?? first)) {
        break
      }
      index += 1
    }
    guard let last, !copies.isEmpty || figures(first) >= 2 else { return nil }
    let builder = PDFTableBuilder(finder: self, core: first...last, floor: first)
    let end = builder.end()
    table.rows += builder.rows(in: table.grid, end: end)
    table.repeatedHeaders += copies
    table.end = end
    return end
  }

  /// The lines at `start` that say the same as the table's header.
  private func repeatedHeader(_ table: PDFTable, at start: Int) -> Range<Int> {
    let count = table.headerLines.count
    guard count > 0, start + count <= lines.count else { return start..<start }
    let isSame = table.headerLines.enumerated().allSatisfy { offset, line in
      lines[line].words.map(\.text) == lines[start + offset].words.map(\.text)
    }
    return isSame ? start..<(start + count) : start..<start
  }

  /// True where each of the line's figures stands in one column of a grid.
  private func fits(_ index: Int, _ grid: PDFGrid) -> Bool {
    let line = lines[index]
    let figures = line.runs(gap: PDFTableFinder.wideGap).filter {
      PDFFigures.isFigure(line.words[$0])
    }
    return figures.allSatisfy { run in
      let extent = line.extent(run)
      return grid.columns.indices.contains {
        extent.lowerBound >= grid.edge(before: $0) - 12
          && extent.upperBound <= grid.edge(before: $0 + 1) + 12
      }
    }
  }
}

/// Tells figures from words.
enum PDFFigures {
  /// "2024" alone.
  static func isYear(_ words: ArraySlice<PDFWord>) -> Bool {
    guard words.count == 1, let text = words.first?.text, text.count == 4 else { return false }
    return text.starts(with: Array("19".utf8)) || text.starts(with: Array("20".utf8))
  }

  /// "46", "1.015", "50,0", "8 (16,3%)", "12/15", "-", "(1)".
  static func isFigure(_ words: ArraySlice<PDFWord>) -> Bool {
    let bytes = words.flatMap(\.text)
    let signs: Set<UInt8> = Set("0123456789.,%()/+-–−~ ".utf8)
    return !bytes.isEmpty && bytes.allSatisfy(signs.contains)
      && (bytes.contains { (0x30...0x39).contains($0) } || bytes.count <= 3)
  }
}
