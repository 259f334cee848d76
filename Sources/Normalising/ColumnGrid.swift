import DocumentModel

/// The leaf columns of an aligned table and the assignment of chunks to them.
struct ColumnGrid {
  /// Display columns of each leaf column, from left to right.
  private(set) var columns: [Range<Int>]

  /// Takes the columns from the rows that fill most of them.
  init(dataRows: [[Chunk]]) {
    let most = dataRows.map(\.count).max() ?? 0
    columns = []
    for row in dataRows where row.count == most {
      if columns.isEmpty {
        columns = row.map(\.columns)
      } else {
        for (index, chunk) in row.enumerated() { widen(index, chunk.columns) }
      }
    }
  }

  mutating func widen(_ index: Int, _ other: Range<Int>) {
    let own = columns[index]
    columns[index] =
      min(own.lowerBound, other.lowerBound)..<max(own.upperBound, other.upperBound)
  }

  /// The column of each chunk of a data row, never going back to the left.
  func assign(_ chunks: [Chunk]) -> [Int] {
    if chunks.count == columns.count { return Array(columns.indices) }
    var result: [Int] = []
    var least = 0
    for (position, chunk) in chunks.enumerated() {
      // Leave a column for each chunk to the right, as far as there are so many.
      let most = max(least, columns.count - (chunks.count - position))
      var best = least
      var bestDistance = Int.max
      for column in least...min(most, columns.count - 1) {
        let distance = ColumnGrid.distance(chunk.columns, columns[column])
        if distance < bestDistance { (best, bestDistance) = (column, distance) }
      }
      result.append(best)
      least = min(best + 1, columns.count - 1)
    }
    return result
  }

  /// Minus the overlap, or the gap between two ranges.
  private static func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    let overlap =
      min(left.upperBound, right.upperBound) - max(left.lowerBound, right.lowerBound)
    return -overlap
  }

  /// The leaf columns below each heading of an upper header row.
  ///
  /// A heading stands over the columns that it overlaps, and over so many of its neighbours that
  /// it comes to stand in their middle; a neighbouring heading's columns are never taken.
  func spans(of chunks: [Chunk]) -> [Range<Int>] {
    let own = chunks.map(overlapped)
    var result: [Range<Int>] = []
    for (position, chunk) in chunks.enumerated() {
      let left = result.last?.upperBound ?? 0
      let right =
        position + 1 < chunks.count ? own[position + 1].lowerBound : columns.count
      let seed = max(own[position].lowerBound, min(left, columns.count - 1))
      let base = seed..<max(seed + 1, min(own[position].upperBound, max(right, seed + 1)))
      result.append(
        widest(
          from: base, left: min(left, base.lowerBound), right: max(right, base.upperBound), chunk))
    }
    return result
  }

  /// What a column that no heading takes in costs, in display columns of a heading's distance from
  /// the middle of its own.
  private static let uncovered = 3

  /// What two columns of one name below one heading cost.
  private static let twin = 60

  /// The columns of headings after each took in free ones beside its own, so that all stand as near
  /// to the middle of their columns as they can and few columns are left.
  ///
  /// - Parameters:
  ///   - chunks: the headings of one line.
  ///   - own: the columns that each has already.
  ///   - free: columns that may be taken in.
  ///   - names: what the lowest heading of each column says; no heading stands over two of one name.
  /// - Returns: for each heading its columns, in the order of `chunks`.
  func shared(
    _ chunks: [Chunk], _ own: [Range<Int>], free: Set<Int>, names: [Int: [UInt8]]
  ) -> [Range<Int>] {
    guard own.count == chunks.count else { return own }
    // Cheapest so far, by the column after the last one that is taken.
    var best: [Int: (cost: Int, spans: [Range<Int>])] = [0: (0, [])]
    for (chunk, base) in zip(chunks, own) {
      var next: [Int: (cost: Int, spans: [Range<Int>])] = [:]
      var low = base.lowerBound
      while low > 0, free.contains(low - 1) { low -= 1 }
      var high = base.upperBound
      while high < columns.count, free.contains(high) { high += 1 }
      for (end, sofar) in best where end <= base.lowerBound {
        for first in max(low, end)...base.lowerBound {
          for last in base.upperBound...high {
            let taken = (first..<last).count { free.contains($0) }
            // Twice the distance of the middles, so that it is whole.
            let distance = abs(
              columns[first].lowerBound + columns[last - 1].upperBound - chunk.columns.lowerBound
                - chunk.columns.upperBound)
            let own = (first..<last).compactMap { names[$0] }
            let twins = (own.count - Set(own).count) * ColumnGrid.twin
            let cost = sofar.cost + distance + twins - taken * ColumnGrid.uncovered
            if next[last].map({ cost < $0.cost }) ?? true {
              next[last] = (cost, sofar.spans + [first..<last])
            }
          }
        }
      }
      best = next
    }
    return best.values.min { ($0.cost, $0.spans.count) < ($1.cost, $1.spans.count) }?.spans ?? own
  }

  /// The columns that a heading stands over by itself.
  func overlapped(_ chunk: Chunk) -> Range<Int> {
    let hits = columns.indices.filter { columns[$0].overlaps(chunk.columns) }
    if let first = hits.first, let last = hits.last { return first..<(last + 1) }
    let nearest =
      columns.indices.min {
        ColumnGrid.distance(chunk.columns, columns[$0])
          < ColumnGrid.distance(chunk.columns, columns[$1])
      } ?? 0
    return nearest..<(nearest + 1)
  }

  /// The range around `base`, inside the bounds, whose middle is nearest the heading's.
  private func widest(from base: Range<Int>, left: Int, right: Int, _ chunk: Chunk) -> Range<Int> {
    func misfit(_ range: Range<Int>) -> Int {
      abs(
        columns[range.lowerBound].lowerBound + columns[range.upperBound - 1].upperBound
          - chunk.columns.lowerBound - chunk.columns.upperBound)
    }
    var best = base
    for first in left...base.lowerBound {
      for last in base.upperBound...right
      where misfit(first..<last) < misfit(best) {
        best = first..<last
      }
    }
    return best
  }
}
