/// A piece of a row between wide gaps: a cell of an aligned table, a column of a letterhead.
struct Chunk {
  var range: Range<Int>
  /// Display columns, end exclusive.
  var columns: Range<Int>

  var centre: Int { (columns.lowerBound + columns.upperBound) / 2 }

  /// Cuts a row where two or more spaces, or a tab, stand.
  static func chunks(of row: Row, in bytes: [UInt8]) -> [Chunk] {
    var result: [Chunk] = []
    var column = row.indent
    var start: (offset: Int, column: Int)?
    var last = (offset: row.content.lowerBound, column: column)
    var spaces = 0
    var index = row.content.lowerBound
    while index < row.content.upperBound {
      let (scalar, length) = Letters.decode(bytes, at: index, end: row.content.upperBound)
      if Letters.isSpace(scalar) {
        spaces += scalar == 0x09 ? 2 : 1
        column = scalar == 0x09 ? (column / 8 + 1) * 8 : column + 1
      } else {
        if let open = start, spaces >= 2 {
          result.append(
            Chunk(range: open.offset..<last.offset, columns: open.column..<last.column))
          start = nil
        }
        if start == nil { start = (index, column) }
        spaces = 0
        if !Letters.isCombining(scalar) { column += 1 }
        last = (index + length, column)
      }
      index += length
    }
    if let open = start {
      result.append(Chunk(range: open.offset..<last.offset, columns: open.column..<last.column))
    }
    return result
  }
}
