/// Reads the header above a table's rows, with headings merged over columns and over rows.
struct PDFHeaderReader {
  let finder: PDFTableFinder
  let floor: Int
  /// The first line of the rows.
  let below: Int

  private struct Piece {
    var pieces: [PDFTable.Piece]
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    var columns: Range<Int> = 0..<0
    var level = 0

    var centre: Double { (left + right) / 2 }
    var height: Double { bottom - top }
  }

  /// The lines of the header, from top to bottom.
  func lines(_ grid: PDFGrid) -> [Int] {
    guard let left = grid.columns.first?.lowerBound, let right = grid.columns.last?.upperBound
    else { return [] }
    var result: [Int] = []
    var index = below - 1
    while index >= floor, finder.pages[index] == finder.pages[below], result.count < 10 {
      let line = finder.lines[index]
      let next = finder.lines[index + 1]
      guard next.top - line.top < 2.2 * max(line.height, next.height),
        line.right > left, line.left < right, !finder.isProse(index)
      else { break }
      result.insert(index, at: 0)
      index -= 1
    }
    let wide = result.filter { runs($0).count > 1 }.map { finder.lines[$0] }
    let edges = (
      wide.map(\.left).reduce(left, min), wide.map(\.right).reduce(right, max)
    )
    // On top stand captions and remarks on units, and headings over some of the columns.
    while let top = result.first, runs(top).count < 2,
      !isGroupHeading(top, result.dropFirst().first, left: edges.0, right: edges.1)
    {
      result.removeFirst()
    }
    return result
  }

  private func runs(_ index: Int) -> [Range<Int>] {
    finder.lines[index].runs(gap: finder.cellGap)
  }

  private func isGroupHeading(_ index: Int, _ next: Int?, left: Double, right: Double) -> Bool {
    guard let next else { return false }
    let line = finder.lines[index]
    let lower = finder.lines[next]
    guard lower.top - line.top < 1.7 * line.height else { return false }
    // What stands in the middle of the whole table names it.
    guard abs(line.left + line.right - left - right) > 0.06 * (right - left) else { return false }
    // The column of names is under no merged heading.
    let own = runs(next).map(lower.extent).filter { $0.lowerBound > left + 0.1 * (right - left) }
    return own.indices.contains { first in
      own.indices.dropFirst(first + 1).contains { last in
        let (start, end) = (own[first].lowerBound, own[last].upperBound)
        return abs(start + end - line.left - line.right) < 3 * line.height
          && line.left > start - line.height && line.right < end + line.height
      }
    }
  }

  /// The header's rows of cells; leaf headings widen the grid's columns.
  func cells(_ lines: [Int], in grid: inout PDFGrid) -> [[PDFTable.Cell]] {
    var pieces = pieces(lines)
    guard !pieces.isEmpty else { return [] }
    addColumns(pieces, to: &grid)
    for index in pieces.indices {
      pieces[index].columns = grid.columns(over: pieces[index].left...pieces[index].right)
    }
    for index in pieces.indices
    where isLeaf(pieces[index], pieces) && pieces[index].columns.count == 1 {
      grid.widen(pieces[index].columns.lowerBound, pieces[index].left...pieces[index].right)
    }
    spread(&pieces, grid)
    var deepest = 0
    for index in pieces.indices.sorted(by: { pieces[$0].top < pieces[$1].top }) {
      let parents = pieces.filter {
        isAbove($0, pieces[index]) && $0.columns.overlaps(pieces[index].columns)
      }
      pieces[index].level = (parents.map(\.level).max() ?? -1) + 1
      deepest = max(deepest, pieces[index].level)
    }
    return (0...deepest).map { level in
      pieces.filter { $0.level == level }.sorted { $0.left < $1.left }
        .map { PDFTable.Cell(pieces: $0.pieces, columns: $0.columns) }
    }
  }

  /// Adds columns whose cells are empty in all rows with figures: headings that stand over no
  /// column, beside columns that have headings of their own.
  private func addColumns(_ pieces: [Piece], to grid: inout PDFGrid) {
    for piece in pieces where isLeaf(piece, pieces) {
      func isOver(_ column: Int, _ other: Piece) -> Bool {
        other.left < grid.columns[column].upperBound
          && grid.columns[column].lowerBound < other.right
      }
      guard !grid.columns.indices.contains(where: { isOver($0, piece) }) else { continue }
      let place = grid.columns.firstIndex { $0.lowerBound > piece.right } ?? grid.columns.count
      let isBetweenHeaded = [place - 1, place].allSatisfy { column in
        !grid.columns.indices.contains(column)
          || pieces.contains { isLeaf($0, pieces) && isOver(column, $0) }
      }
      if isBetweenHeaded { grid.columns.insert(piece.left...piece.right, at: place) }
    }
  }

  /// Headings, their broken lines put together.
  private func pieces(_ lines: [Int]) -> [Piece] {
    var result: [Piece] = []
    for index in lines {
      let line = finder.lines[index]
      let own = runs(index).map { run in
        let extent = line.extent(run)
        return Piece(
          pieces: [PDFTable.Piece(line: index, words: run)], left: extent.lowerBound,
          right: extent.upperBound, top: line.top, bottom: line.bottom)
      }
      let upperLines = result
      for piece in own {
        let above = result.indices.filter { isBroken(result[$0], piece) }
        if above.count == 1, let upper = above.first,
          own.count(where: { isBroken(result[upper], $0) }) == 1,
          !isMerged(result[upper], over: piece, own, upperLines)
        {
          result[upper].pieces += piece.pieces
          result[upper].left = min(result[upper].left, piece.left)
          result[upper].right = max(result[upper].right, piece.right)
          result[upper].bottom = piece.bottom
        } else {
          result.append(piece)
        }
      }
    }
    return result
  }

  /// True where headings without anything above them stand on both sides of the lower one: the
  /// upper one is merged over all three.
  private func isMerged(_ upper: Piece, over piece: Piece, _ own: [Piece], _ above: [Piece]) -> Bool
  {
    func isLone(_ other: Piece) -> Bool {
      !above.contains { $0.left < other.right && other.left < $0.right }
    }
    let left = own.last { $0.right < piece.left }
    let right = own.first { $0.left > piece.right }
    guard let left, let right, isLone(left), isLone(right) else { return false }
    return abs((left.left + right.right) / 2 - upper.centre) < 2 * upper.height
  }

  /// True where the lower line goes on with the upper one's words: right below, and set around the
  /// same middle.
  private func isBroken(_ upper: Piece, _ lower: Piece) -> Bool {
    let height = lower.height
    let pitch = lower.bottom - upper.bottom
    let isTight = pitch > 0.5 * height && pitch < 1.15 * height
    return isTight && upper.left < lower.right && lower.left < upper.right
      && (abs(upper.centre - lower.centre) < 0.7 * height || abs(upper.left - lower.left) < 2)
  }

  private func isAbove(_ upper: Piece, _ lower: Piece) -> Bool {
    upper.bottom < lower.top + 0.35 * lower.height
  }

  private func isLeaf(_ piece: Piece, _ all: [Piece]) -> Bool {
    !all.contains { isAbove(piece, $0) && $0.left < piece.right && piece.left < $0.right }
  }

  // MARK: Merged headings

  /// Gives merged headings their columns: those that have headings of their own below, shared out
  /// among the headings of one line so that each stands nearest to its columns' middle.
  private func spread(_ pieces: inout [Piece], _ grid: PDFGrid) {
    let merged = pieces.indices.filter { !isLeaf(pieces[$0], pieces) }
    var done: Set<Int> = []
    for first in merged where !done.contains(first) {
      let line = merged.filter { isBeside(pieces[$0], pieces[first]) }
        .sorted { pieces[$0].left < pieces[$1].left }
      done.formUnion(line)
      var group: [Int] = []
      for index in line {
        if let last = group.last,
          !(pieces[last].columns
            .upperBound..<max(
              pieces[last].columns.upperBound, pieces[index].columns.lowerBound)).allSatisfy({
              isFree($0, pieces[first], pieces)
            })
        {
          share(group, &pieces, grid)
          group = []
        }
        group.append(index)
      }
      share(group, &pieces, grid)
    }
  }

  private func isBeside(_ one: Piece, _ other: Piece) -> Bool {
    !isAbove(one, other) && !isAbove(other, one)
  }

  /// True where a column has a heading below `piece` and none beside it.
  private func isFree(_ column: Int, _ piece: Piece, _ pieces: [Piece]) -> Bool {
    let own = pieces.filter { $0.columns.contains(column) }
    let leaves = own.filter { isLeaf($0, pieces) }
    if leaves.count == 1, isBesideAllRows(leaves[0], of: piece, pieces) { return false }
    return own.contains { isAbove(piece, $0) }
      && !own.contains { isBeside(piece, $0) && isLeaf($0, pieces) }
  }

  /// True for a heading in the middle between a merged one's top and the header's foot: it is merged
  /// over these rows, beside the merged one, not below it.
  private func isBesideAllRows(_ leaf: Piece, of merged: Piece, _ pieces: [Piece]) -> Bool {
    let bottom = pieces.map(\.bottom).max() ?? 0
    let line = leaf.height / Double(max(1, leaf.pieces.count))
    return abs(leaf.top + leaf.bottom - merged.top - bottom) < 0.5 * line
  }

  /// Shares out the free columns around a run of merged headings.
  private func share(_ group: [Int], _ pieces: inout [Piece], _ grid: PDFGrid) {
    guard let first = group.first, let last = group.last else { return }
    var start = pieces[first].columns.lowerBound
    var end = pieces[last].columns.upperBound
    while start > 0, isFree(start - 1, pieces[first], pieces) { start -= 1 }
    while end < grid.columns.count, isFree(end, pieces[last], pieces) { end += 1 }
    // Cheapest division so far, by the column at which the headings so far end.
    var ends: [Int: (cost: Double, bounds: [Int])] = [start: (0, [start])]
    for (position, index) in group.enumerated() {
      let own = pieces[index].columns
      let limit =
        position + 1 < group.count ? pieces[group[position + 1]].columns.lowerBound : end
      let lowest = position + 1 < group.count ? own.lowerBound + 1 : end
      var next: [Int: (cost: Double, bounds: [Int])] = [:]
      for (from, best) in ends {
        for to in max(lowest, from + 1)...max(lowest, from + 1, limit) {
          let middle = (grid.edge(before: from) + grid.edge(before: to)) / 2
          let cost = best.cost + abs(middle - pieces[index].centre)
          if next[to].map({ cost < $0.cost }) ?? true { next[to] = (cost, best.bounds + [to]) }
        }
      }
      ends = next
    }
    guard let bounds = ends[end]?.bounds, bounds.count == group.count + 1 else { return }
    for (position, index) in group.enumerated() {
      pieces[index].columns = bounds[position]..<bounds[position + 1]
    }
  }
}
