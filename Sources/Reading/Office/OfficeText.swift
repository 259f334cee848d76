/// The text of an office document, in the order that a reader meets it.
struct OfficeText: Sendable {
  var blocks: [OfficeBlock] = []
  /// Footnotes and endnotes, in the order of their marks.
  var notes: [[OfficeBlock]] = []
  /// Headers and footers.
  var furniture: [OfficeBlock] = []
}

indirect enum OfficeBlock: Sendable {
  case paragraph(OfficeParagraph)
  case table(OfficeTable)

  /// The paragraphs of a block, those of tables cell by cell.
  var paragraphs: [OfficeParagraph] {
    switch self {
    case .paragraph(let paragraph): [paragraph]
    case .table(let table):
      table.rows.flatMap { $0.cells.flatMap { $0.blocks.flatMap(\.paragraphs) } }
    }
  }
}

struct OfficeParagraph: Sendable {
  /// The automatic number or bullet, without the space behind it; empty for none.
  var label = ""
  var pieces: [Piece] = []
  /// A line of a table of contents: no part of the report's body.
  var isFurniture = false

  enum Piece: Sendable, Hashable {
    /// Text, and the old encoding that its font belongs to.
    case text(String, LegacyFont?)
    /// Raised digits that somebody typed as a mark.
    case raised(String)
    /// Index into `OfficeText.notes`.
    case note(Int)
  }

  /// Word sets a space between a note's mark and its text.
  var withoutLeadingSpace: OfficeParagraph {
    var paragraph = self
    while case .text(let text, let font)? = paragraph.pieces.first {
      let rest = text.drop(while: \.isWhitespace)
      if rest.isEmpty {
        paragraph.pieces.removeFirst()
      } else {
        paragraph.pieces[0] = .text(String(rest), font)
        break
      }
    }
    return paragraph
  }

  var hasText: Bool {
    pieces.contains { piece in
      if case .text(let text, _) = piece { return text.contains { !$0.isWhitespace } }
      return true
    }
  }
}

struct OfficeTable: Sendable {
  var rows: [Row] = []

  struct Row: Sendable {
    var cells: [Cell] = []
    /// True where the document repeats it on each page.
    var isHeader = false
  }

  struct Cell: Sendable {
    var blocks: [OfficeBlock] = []
    /// Leaf columns, from 0, end exclusive.
    var columns: Range<Int>
    /// True for the lower part of a cell that is merged over rows.
    var isContinuation = false

    var paragraphs: [OfficeParagraph] { blocks.flatMap(\.paragraphs).filter(\.hasText) }
  }

  /// The first row that is no heading: those that the document says so of, or else those above the
  /// first figure.
  var bodyStart: Int {
    let declared = rows.prefix(while: \.isHeader).count
    if declared > 0 { return declared }
    return rows.firstIndex { row in row.cells.contains(where: \.isNumber) } ?? rows.count
  }

  /// Tables without figures that only set text side by side: letterheads, signatures.
  ///
  /// Few columns, few rows, several lines in a cell, and no cell that is a number.
  var isLayout: Bool {
    let cells = rows.flatMap(\.cells)
    guard rows.count <= 4, rows.allSatisfy({ $0.cells.count <= 3 }),
      !rows.contains(where: \.isHeader)
    else { return false }
    if cells.contains(where: \.isNumber) { return false }
    return cells.count <= 1 || cells.contains { $0.paragraphs.count > 1 }
  }
}

extension OfficeTable.Cell {
  var isNumber: Bool {
    let paragraphs = paragraphs
    guard paragraphs.count == 1 else { return false }
    var hasDigit = false
    for case .text(let text, _) in paragraphs[0].pieces {
      for character in text {
        if character.isNumber { hasDigit = true } else if character.isLetter { return false }
      }
    }
    return hasDigit
  }
}
