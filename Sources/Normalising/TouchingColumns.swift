/// Parts columns that touch: figures set to the right, words set to the left, one space between
/// ("57   61 tăng 04").
struct TouchingColumns {
  let bytes: [UInt8]

  private struct Seam {
    /// Which chunk of the row.
    var chunk: Int
    /// The display column at which the figure ends.
    var column: Int
    var figure: Range<Int>
    var words: Range<Int>
  }

  /// Parts a chunk after its figure where the row before or behind has such a chunk at the same
  /// place.
  func parted(_ rows: [[Chunk]]) -> [[Chunk]] {
    let seams = rows.map(seam)
    return rows.indices.map { index in
      guard let seam = seams[index] else { return rows[index] }
      let isColumn = [index - 1, index + 1].contains { other in
        seams.indices.contains(other) && seams[other].map { $0.column == seam.column } ?? false
      }
      guard isColumn else { return rows[index] }
      var row = rows[index]
      let whole = row[seam.chunk].columns
      row[seam.chunk] = Chunk(range: seam.figure, columns: whole.lowerBound..<seam.column)
      row.insert(
        Chunk(range: seam.words, columns: (seam.column + 1)..<whole.upperBound),
        at: seam.chunk + 1)
      return row
    }
  }

  /// A figure, a space and a word in a chunk that is not the row's first.
  private func seam(_ row: [Chunk]) -> Seam? {
    for (position, chunk) in row.enumerated().dropFirst() {
      var stop = chunk.range.lowerBound
      while stop < chunk.range.upperBound,
        Letters.isDigit(bytes[stop]) || bytes[stop] == 0x2E || bytes[stop] == 0x2C
      {
        stop += 1
      }
      guard stop > chunk.range.lowerBound, stop + 1 < chunk.range.upperBound,
        bytes[stop] == 0x20,
        Letters.isLetter(Letters.decode(bytes, at: stop + 1, end: chunk.range.upperBound).scalar)
      else { continue }
      return Seam(
        chunk: position, column: chunk.columns.lowerBound + stop - chunk.range.lowerBound,
        figure: chunk.range.lowerBound..<stop, words: (stop + 1)..<chunk.range.upperBound)
    }
    return nil
  }
}
