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
        line.left > left - 40, line.right < right + 40, !finder.isProse(index)
      else { break }
      result.insert(index, at: 0)
      index -= 1
    }
    // On top stand captions and remarks on units, and headings over some of the columns.
    while let top = result.first, runs(top).count < 2,
      !isGroupHeading(top, result.dropFirst().first, left: left, right: right)
    {
      result.removeFirst()
    }
    return result
  }

  private func runs(_ index: Int) -> [Range<Int>] {
    finder.lines[index].runs(gap: PDFTableFinder.cellGap)
  }

  private func isGroupHeading(_ index: Int, _ next: Int?, left: Double, right: Double) -> Bool {
    guard let next else { return false }
    let line = finder.lines[index]
    let centre = (line.left + line.right) / 2
    return line.right - line.left < 0.5 * (right - left)
      && abs(centre - (left + right) / 2) > 0.04 * (right - left)
      && line.left > left + 0.15 * (right - left) && line.right < right - 4
      && finder.lines[next].top - line.top < 1.7 * line.height
  }

  /// The header's rows of cells; leaf headings widen the grid's columns.
  func cells(_ lines: [Int], in grid: inout PDFGrid) -> [[PDFTable.Cell]] {
    var pieces = pieces(lines)
    guard !pieces.isEmpty else { return [] }
    for index in pieces.indices {
      pieces[index].columns = grid.columns(over: pieces[index].left...pieces[index].right)
    }
    for index in pieces.indices
    where isLeaf(pieces[index], pieces) && pieces[index].columns.count == 1 {
      grid.widen(pieces[index].columns.lowerBound, pieces[index].left...pieces[index].right)
    }
    for index in pieces.indices where !isLeaf(pieces[index], pieces) {
      pieces[index].columns = span(of: index, pieces, grid)
    }
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
      for piece in own {
        let above = result.indices.filter { isBroken(result[$0], piece) }
        if above.count == 1, let upper = above.first,
          own.count(where: { isBroken(result[upper], $0) }) == 1
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

  /// The columns of a merged heading: it stands in their middle, has headings of its own below
  /// each, and takes none that a neighbour lies over.
  private func span(of index: Int, _ pieces: [Piece], _ grid: PDFGrid) -> Range<Int> {
    let piece = pieces[index]
    func isFree(_ column: Int) -> Bool {
      let others = pieces.indices.filter { $0 != index && pieces[$0].columns.contains(column) }
      let hasOwn = others.contains { isAbove(piece, pieces[$0]) }
      let isTaken = others.contains { other in
        !isAbove(piece, pieces[other]) && !isAbove(pieces[other], piece)
      }
      return hasOwn && !isTaken
    }
    var low = piece.columns.lowerBound
    var high = piece.columns.upperBound
    while low > 0, isFree(low - 1) { low -= 1 }
    while high < grid.columns.count, isFree(high) { high += 1 }
    var best = piece.columns
    var least = Double.infinity
    for first in low...piece.columns.lowerBound {
      for last in piece.columns.upperBound...max(piece.columns.upperBound, high) {
        let middle = (grid.edge(before: first) + grid.edge(before: last)) / 2
        if abs(middle - piece.centre) < least {
          least = abs(middle - piece.centre)
          best = first..<last
        }
      }
    }
    return best
  }
}
