import DocumentModel

/// Tells each block which footnote marks stand in its text.
enum MarkPlacer {
  static func placed(_ marks: [FootnoteMark], in blocks: [Block]) -> [Block] {
    let signs = marks.lazy.filter(\.isConfirmed).map(\.sign)
      .sorted { $0.lowerBound < $1.lowerBound }
    guard !signs.isEmpty else { return blocks }
    var blocks = blocks
    // Segments of a paragraph may lie around those of a note: sort all pieces by place.
    var pieces: [(range: Range<Int>, block: Int)] = []
    for (index, block) in blocks.enumerated() {
      for range in block.pieces { pieces.append((range, index)) }
    }
    pieces.sort { $0.range.lowerBound < $1.range.lowerBound }
    let ownSigns = Set(blocks.compactMap { $0.footnote?.markRange.lowerBound })
    var next = 0
    for sign in signs where !ownSigns.contains(sign.lowerBound) {
      while next < pieces.count, pieces[next].range.upperBound <= sign.lowerBound { next += 1 }
      // A mark belongs to the piece that ends at it, or else to the one after it.
      let before = next > 0 ? pieces[next - 1] : nil
      let block = before?.block ?? (next < pieces.count ? pieces[next].block : nil)
      if let block { blocks[block].marks.append(sign) }
    }
    return blocks
  }
}

extension Block {
  /// All pieces of source that the block reads, cells and caption included.
  var pieces: [Range<Int>] {
    var result = segments
    if let table {
      result += table.caption
      for row in table.rows { for cell in row.cells { result += cell.segments } }
    }
    return result
  }
}
