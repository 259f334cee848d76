import DocumentModel

/// Writes an office document as the text as read: a paragraph a line, a table's row a line with
/// its cells between bars, notes below a rule at the end, headers and footers last.
struct OfficeRenderer {
  private var bytes: [UInt8] = []
  private var structure = FormatStructure()
  /// The old encoding of text whose font doesn't tell.
  private let encoding: TextEncoding?

  static func render(_ text: OfficeText) -> ReadText {
    let result = OfficeRenderer(encoding: nil).rendered(text)
    guard let encoding = Mojibake.encoding(of: result.bytes) else { return result }
    return OfficeRenderer(encoding: encoding).rendered(text)
  }

  private init(encoding: TextEncoding?) { self.encoding = encoding }

  private func rendered(_ text: OfficeText) -> ReadText {
    var renderer = self
    for block in text.blocks { renderer.append(block) }
    if !text.notes.isEmpty {
      renderer.bytes += Array("\n_______________\n".utf8)
      for (index, note) in text.notes.enumerated() { renderer.append(note: index, note) }
    }
    for paragraph in text.furniture.flatMap(\.paragraphs) where paragraph.hasText {
      renderer.appendFurniture(paragraph)
    }
    return ReadText(bytes: renderer.bytes, structure: renderer.structure)
  }

  // MARK: Blocks

  private mutating func append(_ block: OfficeBlock) {
    switch block {
    case .paragraph(let paragraph):
      if paragraph.isFurniture { return appendFurniture(paragraph) }
      append(paragraph)
      bytes.append(0x0A)
    case .table(let table) where table.isLayout:
      for cell in table.rows.flatMap(\.cells) { for block in cell.blocks { append(block) } }
    case .table(let table): append(table)
    }
  }

  private mutating func append(_ paragraph: OfficeParagraph) {
    if !paragraph.label.isEmpty { bytes += Array((paragraph.label + " ").utf8) }
    append(paragraph.pieces, breaking: true)
  }

  private mutating func append(note index: Int, _ blocks: [OfficeBlock]) {
    append(mark: index + 1)
    for paragraph in blocks.flatMap(\.paragraphs) where paragraph.hasText {
      bytes.append(0x20)
      append(paragraph.withoutLeadingSpace.pieces, breaking: false)
    }
    bytes.append(0x0A)
  }

  private mutating func appendFurniture(_ paragraph: OfficeParagraph) {
    let start = bytes.count
    append(paragraph.pieces, breaking: false)
    structure.furniture.append(start..<bytes.count)
    bytes.append(0x0A)
  }

  // MARK: Tables

  private mutating func append(_ table: OfficeTable) {
    var rows: [Table.Row] = []
    var above: [Range<Int>: [Range<Int>]] = [:]
    let body = table.bodyStart
    for (index, row) in table.rows.enumerated() where !row.cells.isEmpty {
      bytes.append(0x7C)
      var cells: [Table.Cell] = []
      for cell in row.cells {
        bytes.append(0x20)
        var segments: [Range<Int>] = []
        for paragraph in cell.paragraphs {
          if !segments.isEmpty { bytes.append(0x20) }
          let start = bytes.count
          append(inCell: paragraph)
          if let segment = trimmed(start) { segments.append(segment) }
        }
        bytes += Array(segments.isEmpty ? "|".utf8 : " |".utf8)
        if index >= body {
          // A label that is merged over rows holds for each of them; a figure is one figure.
          if cell.isContinuation, segments.isEmpty {
            segments = above[cell.columns] ?? []
          } else {
            above[cell.columns] = segments.contains(where: hasDigit) ? [] : segments
          }
        }
        cells.append(Table.Cell(segments: segments, columns: cell.columns))
      }
      bytes.append(0x0A)
      rows.append(Table.Row(cells: cells))
    }
    guard !rows.isEmpty else { return }
    let header = table.rows.prefix(while: \.isHeader).count
    structure.tables.append(
      Table(headerRows: header < rows.count ? header : 0, rows: rows))
  }

  private func hasDigit(_ range: Range<Int>) -> Bool {
    bytes[range].contains { (0x30...0x39).contains($0) }
  }

  private mutating func append(inCell paragraph: OfficeParagraph) {
    if !paragraph.label.isEmpty { bytes += Array((paragraph.label + " ").utf8) }
    append(paragraph.pieces, breaking: false)
  }

  /// What was written since an offset, without spaces at its ends; nil where nothing is left.
  private func trimmed(_ start: Int) -> Range<Int>? {
    var range = start..<bytes.count
    while let first = range.first, bytes[first] <= 0x20 { range = (first + 1)..<range.upperBound }
    while let last = range.last, bytes[last] <= 0x20 { range = range.lowerBound..<last }
    return range.isEmpty ? nil : range
  }

  // MARK: Pieces

  private mutating func append(_ pieces: [OfficeParagraph.Piece], breaking: Bool) {
    var index = 0
    while index < pieces.count {
      switch pieces[index] {
      case .note(let note): append(mark: note + 1)
      case .raised(let digits): appendMark(digits)
      case .text(var text, let font):
        // Runs cut words and even letters of old encodings apart.
        while index + 1 < pieces.count, case .text(let more, font) = pieces[index + 1] {
          text += more
          index += 1
        }
        append(decoded(text, font), breaking: breaking)
      }
      index += 1
    }
  }

  private func decoded(_ text: String, _ font: LegacyFont?) -> String {
    if let font { return font.decoded(text) }
    return encoding.map { Mojibake.decoded(text, from: $0) } ?? text
  }

  private mutating func append(_ text: String, breaking: Bool) {
    for byte in text.replacing("\u{AD}", with: "").utf8 {
      switch byte {
      case 0x0A: bytes.append(breaking ? 0x0A : 0x20)
      case 0x09: bytes.append(breaking ? 0x09 : 0x20)
      case 0..<0x20: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
  }

  private mutating func append(mark number: Int) { appendMark(String(number)) }

  /// Writes digits as raised ones, apart from the number that they touch.
  private mutating func appendMark(_ digits: String) {
    let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    for digit in digits.compactMap(\.wholeNumberValue) where digit < 10 {
      bytes += Array(String(raised[digit]).utf8)
    }
  }
}
