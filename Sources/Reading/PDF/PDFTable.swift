/// A table on one or more pages: the columns and the cells, as words of lines.
struct PDFTable: Sendable {
  /// Words of one line, by their indices.
  struct Piece: Sendable, Hashable {
    var line: Int
    var words: Range<Int>
  }

  struct Cell: Sendable, Hashable {
    var pieces: [Piece]
    /// Columns from 0, end exclusive.
    var columns: Range<Int>
  }

  var grid: PDFGrid
  var header: [[Cell]]
  var rows: [[Cell]]
  /// Lines of the header, and of its copies on later pages.
  var headerLines: [Int]
  var repeatedHeaders: [Int] = []
  /// The line after its last.
  var end: Int
}

/// The columns of a table.
struct PDFGrid: Sendable {
  /// What the words of each column take, from left to right.
  var columns: [ClosedRange<Double>]

  /// The columns that an extent lies over, at least the nearest one.
  func columns(over extent: ClosedRange<Double>) -> Range<Int> {
    let slack = min(2, (extent.upperBound - extent.lowerBound) / 4)
    let inner = (extent.lowerBound + slack)...(extent.upperBound - slack)
    let hits = columns.indices.filter { inner.overlaps(columns[$0]) }
    if let first = hits.first, let last = hits.last { return first..<(last + 1) }
    let middle = (extent.lowerBound + extent.upperBound) / 2
    let nearest = columns.indices.min { distance($0, middle) < distance($1, middle) } ?? 0
    return nearest..<(nearest + 1)
  }

  private func distance(_ column: Int, _ place: Double) -> Double {
    max(columns[column].lowerBound - place, place - columns[column].upperBound)
  }

  /// Where a column's cells begin, by the middle of the gap to its left.
  func edge(before column: Int) -> Double {
    if column <= 0 { return columns.first?.lowerBound ?? 0 }
    if column >= columns.count { return columns.last?.upperBound ?? 0 }
    return (columns[column - 1].upperBound + columns[column].lowerBound) / 2
  }

  mutating func widen(_ column: Int, _ extent: ClosedRange<Double>) {
    // A neighbour's words are never taken.
    let left = column > 0 ? columns[column - 1].upperBound : -.infinity
    let right = column + 1 < columns.count ? columns[column + 1].lowerBound : .infinity
    let low = min(columns[column].lowerBound, max(extent.lowerBound, left))
    columns[column] = low...max(columns[column].upperBound, min(extent.upperBound, right))
  }
}
