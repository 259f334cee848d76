import DocumentModel

/// Cuts a document's lines into rows and measures them, in one pass over the bytes.
enum RowScanner {
  static func rows(of document: Document) -> [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(document.lines.count)
    for (index, line) in document.lines.enumerated() {
      var start = line.range.lowerBound
      var startsPage = false
      var position = start
      while position < line.range.upperBound {
        let byte = document.bytes[position]
        let breaks =
          byte == 0x0C || byte == 0x0B
          || byte == 0x0D && position + 1 < line.range.upperBound
        if breaks {
          if position > start {
            rows.append(
              measure(document.bytes, start..<position, line: index, startsPage: startsPage))
            startsPage = false
          }
          startsPage = startsPage || byte == 0x0C
          start = position + 1
        }
        position += 1
      }
      rows.append(
        measure(document.bytes, start..<line.range.upperBound, line: index, startsPage: startsPage))
    }
    return rows
  }

  static func measure(
    _ bytes: [UInt8], _ range: Range<Int>, line: Int, startsPage: Bool = false
  ) -> Row {
    var row = Row(line: line, content: range.lowerBound..<range.lowerBound)
    row.startsPage = startsPage
    var column = 0
    var first: Int?
    var last = range.lowerBound
    var lastColumn = 0
    var spaces = 0
    var sign: UInt8?
    var isRule = true
    var signs = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = Letters.decode(bytes, at: index, end: range.upperBound)
      if Letters.isSpace(scalar) {
        if scalar == 0x09 {
          column = (column / 8 + 1) * 8
          spaces += 2
        } else if scalar != 0xFEFF && scalar != 0x200B {
          column += 1
          spaces += 1
        }
      } else {
        if first == nil {
          first = index
          row.indent = column
        } else if spaces >= 2 {
          row.hasWideGap = true
        }
        spaces = 0
        switch Letters.letterCase(scalar) {
        case .upper: row.upper += 1
        case .lower: row.lower += 1
        case .none:
          if scalar < 0x80, Letters.isDigit(UInt8(scalar)) { row.digits += 1 }
          if scalar == 0x7C || scalar == 0x2502 || scalar == 0x2503 || scalar == 0x2551 {
            row.pipes += 1
          }
        }
        if let own = ruleSign(scalar), sign == nil || sign == own {
          sign = own
          signs += 1
        } else if scalar != 0x5C {
          isRule = false
        }
        if !Letters.isCombining(scalar) { column += 1 }
        last = index + length
        lastColumn = column
      }
      index += length
    }
    if let first {
      row.content = first..<last
      row.width = lastColumn - row.indent
      if isRule && (signs >= 3) { row.ruleSign = sign }
    } else {
      row.role = .blank
    }
    return row
  }

  /// The plain sign for a character that rules are drawn with, or nil.
  private static func ruleSign(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x2D, 0x5F, 0x3D, 0x2A, 0x7E, 0x2E: UInt8(scalar)
    case 0x2B: 0x2D
    case 0x2010...0x2015, 0x2500, 0x2501, 0x2550, 0xAF: 0x2D
    case 0x250C...0x254B, 0x2552...0x256C: 0x2D
    case 0x2026: 0x2E
    default: nil
    }
  }
}
