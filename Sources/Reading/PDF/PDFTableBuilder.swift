/// Builds one table around its core.
struct PDFTableBuilder {
  let finder: PDFTableFinder
  /// Lines from the first row with figures to the last.
  let core: ClosedRange<Int>
  /// Lines before this one belong to something else.
  let floor: Int

  private var lines: [PDFLine] { finder.lines }

  /// A line that stands so close below another is in the same cell: rows have their own padding.
  private static let tight = 1.15

  func table() -> PDFTable? {
    let data = core.filter(finder.isData)
    var grid = PDFGrid(columns: columns(data))
    guard grid.columns.count >= 2 else { return nil }
    let first = firstLine()
    let header = PDFHeaderReader(finder: finder, floor: floor, below: first)
    let headerLines = header.lines(grid)
    guard data.count >= 2 || headerLines.contains(where: { lines[$0].words.count >= 3 }) else {
      return nil
    }
    let cells = header.cells(headerLines, in: &grid)
    let end = end()
    let own = PDFTableBuilder(
      finder: finder, core: min(first, core.lowerBound)...core.upperBound, floor: floor)
    return PDFTable(
      grid: grid, header: cells, rows: own.rows(in: grid, end: end), headerLines: headerLines,
      end: end)
  }

  // MARK: Columns

  /// What is left between the gaps that run through the data lines.
  ///
  /// Of ten lines or more a tenth may cross a gap: total rows and sections are set over columns.
  private func columns(_ data: [Int]) -> [ClosedRange<Double>] {
    var edges: [(place: Double, step: Int)] = []
    for index in data {
      let line = lines[index]
      for run in line.runs(gap: finder.cellGap) {
        let extent = line.extent(run)
        edges.append((extent.lowerBound, 1))
        edges.append((extent.upperBound, -1))
      }
    }
    edges.sort { ($0.place, -$0.step) < ($1.place, -$1.step) }
    let allowed = data.count / 10
    let gap = finder.cellGap * (data.map { lines[$0].height }.max() ?? 0)
    var result: [ClosedRange<Double>] = []
    var depth = 0
    var start: Double?
    for edge in edges {
      depth += edge.step
      if depth > allowed, start == nil { start = edge.place }
      if depth <= allowed, let low = start {
        if let last = result.last, low - last.upperBound < gap {
          result[result.count - 1] = last.lowerBound...edge.place
        } else {
          result.append(low...edge.place)
        }
        start = nil
      }
    }
    return result
  }

  // MARK: Rows

  /// The first line of the first row.
  ///
  /// A section's name, or the first part of a label whose figures stand in its middle, comes before
  /// the first figures; nothing of it stands over a column of figures.
  private func firstLine() -> Int {
    guard let edge = finder.figureEdge(core) else { return core.lowerBound }
    var first = core.lowerBound
    while first > floor + 1, finder.pages[first - 1] == finder.pages[first],
      lines[first - 1].right < edge, !isHeading(first - 1)
    {
      first -= 1
    }
    // Above the rows stands a heading that reaches over the figures; else these lines are headings.
    guard first > floor, finder.pages[first - 1] == finder.pages[core.lowerBound],
      lines[first - 1].right > edge,
      lines[first].top - lines[first - 1].top < 2.2 * lines[first].height
    else { return core.lowerBound }
    return first
  }

  /// A line that goes on with the one above it: the second line of a heading.
  private func isHeading(_ index: Int) -> Bool {
    startsLower(index) && isTight(index - 1, index)
      || lines[index + 1].top - lines[index].top > 2.2 * lines[index].height
  }

  /// The line after the table: a label's last line may stand below the last figures.
  func end() -> Int {
    var end = core.upperBound + 1
    while end < lines.count, finder.pages[end] == finder.pages[end - 1], isTight(end - 1, end),
      !finder.isData(end), !finder.isProse(end), startsLower(end)
    {
      end += 1
    }
    return end
  }

  private func startsLower(_ index: Int) -> Bool {
    guard let word = lines[index].words.first,
      let letter = String(decoding: word.text, as: UTF8.self).first
    else { return false }
    return letter.isLowercase || letter == "("
  }

  private func isTight(_ upper: Int, _ lower: Int) -> Bool {
    lines[lower].top - lines[upper].top
      < PDFTableBuilder.tight * max(lines[upper].height, lines[lower].height)
  }

  /// The rows with their cells, from the core's first line to `end`.
  func rows(in grid: PDFGrid, end: Int) -> [[PDFTable.Cell]] {
    let data = (core.lowerBound..<end).filter(finder.isData)
    var groups: [[Int]] = data.map { [$0] }
    var own: [Int] = []
    for index in core.lowerBound..<end where !finder.isData(index) {
      if let row = owner(of: index, data, grid) {
        groups[row].append(index)
      } else {
        own.append(index)
      }
    }
    groups += own.map { [$0] }
    return groups.map { $0.sorted() }
      .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
      .map { cells(of: $0, in: grid) }
  }

  /// The row that a line without figures belongs to, or nil for a row of its own.
  private func owner(of index: Int, _ data: [Int], _ grid: PDFGrid) -> Int? {
    let above = data.lastIndex { $0 < index }
    let below = data.firstIndex { $0 > index }
    func distance(_ row: Int?) -> Double {
      guard let row else { return .infinity }
      return abs(lines[data[row]].top - lines[index].top) / lines[index].height
    }
    if let below, distance(below) < 0.8, distance(below) < distance(above) { return below }
    if above != nil, distance(above) < 0.8 { return above }
    if beginsRow(index, data, grid) { return nil }
    let isTightAbove =
      index > core.lowerBound && isTight(index - 1, index)
      && (startsLower(index) || isBroken(index - 1, index, grid))
    let isTightBelow = index < core.upperBound && isTight(index, index + 1)
    if isTightAbove { return above }
    return isTightBelow ? below : nil
  }

  /// True where a line has a number of its own in a first column of numbers.
  private func beginsRow(_ index: Int, _ data: [Int], _ grid: PDFGrid) -> Bool {
    let numbered = data.count { line in
      lines[line].runs(gap: finder.cellGap).first.map {
        PDFFigures.isFigure(lines[line].words[$0])
          && grid.columns(over: lines[line].extent($0)).contains(0)
      } ?? false
    }
    let line = lines[index]
    let runs = line.runs(gap: finder.cellGap)
    return numbered * 2 > data.count && runs.count > 1
      && grid.columns(over: line.extent(runs[0])) == 0..<1
  }

  /// True where the lower line's first word did not fit on the upper one, in the same column.
  private func isBroken(_ upper: Int, _ lower: Int, _ grid: PDFGrid) -> Bool {
    guard let first = lines[lower].words.first else { return false }
    let columns = grid.columns(over: lines[lower].left...lines[lower].right)
    let above = lines[upper].runs(gap: finder.cellGap).map(lines[upper].extent)
      .first { grid.columns(over: $0).overlaps(columns) }
    guard let above else { return true }
    let edge = grid.columns[columns.upperBound - 1].upperBound
    return above.upperBound + 0.2 * first.height + first.right - first.left > edge
  }

  private func cells(of group: [Int], in grid: PDFGrid) -> [PDFTable.Cell] {
    var cells = grid.columns.indices.map {
      PDFTable.Cell(pieces: [], columns: $0..<($0 + 1))
    }
    for index in group {
      for (run, columns) in runs(of: index, in: grid) {
        cells[columns.lowerBound].pieces.append(PDFTable.Piece(line: index, words: run))
        if columns.count > 1, PDFFigures.isFigure(lines[index].words[run]) == false {
          cells[columns.lowerBound].columns = columns
        }
      }
    }
    // A cell that lies over others takes their place where they are empty.
    var result: [PDFTable.Cell] = []
    for cell in cells {
      if let last = result.last, last.columns.upperBound > cell.columns.lowerBound {
        guard !cell.pieces.isEmpty else { continue }
        result[result.count - 1].columns =
          last.columns.lowerBound..<cell.columns.lowerBound
      }
      result.append(cell)
    }
    return result
  }

  /// The pieces of a line that stand in cells of their own, with their columns.
  private func runs(of index: Int, in grid: PDFGrid) -> [(Range<Int>, Range<Int>)] {
    let line = lines[index]
    var result: [(Range<Int>, Range<Int>)] = []
    for run in line.runs(gap: finder.cellGap) {
      let columns = grid.columns(over: line.extent(run))
      if let last = result.last, last.1.overlaps(columns) {
        // Wide spaces inside one cell.
        let joined =
          min(last.1.lowerBound, columns.lowerBound)..<max(last.1.upperBound, columns.upperBound)
        result[result.count - 1] = (last.0.lowerBound..<run.upperBound, joined)
      } else {
        result.append((run, columns))
      }
    }
    return result
  }
}
