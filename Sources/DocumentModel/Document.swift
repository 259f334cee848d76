/// A report as read: its bytes, its lines, and, after Normalising, its blocks.
///
/// Every position in it is a byte offset into `bytes`, from 0, ends exclusive.
package struct Document: Sendable {
  /// The path as given.
  package var file: String
  /// Lower-case hexadecimal SHA-256 of the file's own bytes.
  package var sha256: String
  /// The text as read, UTF-8.
  package var bytes: [UInt8]
  /// Lines end at `\n` alone.
  package var lines: [Line]
  /// What the file's format tells besides the text.
  package var structure: FormatStructure
  /// The structure that Normalising finds, in reading order; empty before.
  package var blocks: [Block]
  /// Where numbering shows that text is missing, in order; empty before Normalising.
  package var losses: [Loss] = []
  /// Where the text stands in the file's bytes; nil where both are the same, or where the file is no
  /// text.
  package var rawOffsets: RawOffsets?
  /// As in `SourceSpan.via`.
  package var via: String?
  /// What the document says of itself in codes, where its format has them.
  package var stated: StatedReport?

  /// A place at which text seems to be missing.
  package struct Loss: Sendable, Hashable {
    /// Byte offset of what stands behind it.
    package var place: Int
    package var message: Message

    package init(place: Int, message: Message) {
      self.place = place
      self.message = message
    }
  }

  package init(
    file: String, sha256: String, bytes: [UInt8], lines: [Line]? = nil,
    structure: FormatStructure = FormatStructure(), blocks: [Block] = [],
    rawOffsets: RawOffsets? = nil, via: String? = nil, stated: StatedReport? = nil
  ) {
    self.file = file
    self.sha256 = sha256
    self.bytes = bytes
    self.lines = lines ?? Document.lines(of: bytes)
    self.structure = structure
    self.blocks = blocks
    self.rawOffsets = rawOffsets
    self.via = via
    self.stated = stated
  }

  package static func lines(of bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(Line(number: lines.count + 1, range: start..<index))
      start = index + 1
    }
    if start < bytes.count {
      lines.append(Line(number: lines.count + 1, range: start..<bytes.count))
    }
    return lines
  }

  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The line that holds a byte offset, from 1; by bisection.
  package func lineNumber(at offset: Int) -> Int {
    guard !lines.isEmpty else { return 1 }
    return lines[max(0, lines.bisect { $0.range.lowerBound > offset } - 1)].number
  }

  /// The span of a byte range with its line, page, box and text filled in.
  package func span(_ range: Range<Int>) -> SourceSpan {
    let line = lineNumber(at: range.lowerBound)
    let page = lines.isEmpty ? nil : lines[line - 1].page
    return SourceSpan(
      page: page, line: line, start: range.lowerBound, end: range.upperBound, text: text(range),
      box: structure.boxes.isEmpty ? nil : structure.box(of: range),
      raw: rawOffsets?.raw(of: range), via: via)
  }
}

/// One line of the text as read.
package struct Line: Sendable, Hashable {
  /// From 1.
  package var number: Int
  /// Without the line feed.
  package var range: Range<Int>
  /// From 1, where the format has pages.
  package var page: Int?

  package init(number: Int, range: Range<Int>, page: Int? = nil) {
    self.number = number
    self.range = range
    self.page = page
  }
}

/// A piece of the document's structure: a paragraph, a heading, a list item, a table, ….
package struct Block: Sendable, Hashable {
  package var kind: Kind
  /// Depth, from 0.
  ///
  /// For a heading its rank (0 for "PHẦN", 1 for "I.", 2 for "1.", …); for a list
  /// item its nesting (0 outermost).
  package var level: Int
  /// The pieces of source that make up the text, in reading order, without markers, page furniture
  /// and Markdown signs; read one after another with a space between.
  package var segments: [Range<Int>]
  /// The numbering or bullet before the text ("II.", "1.2.", "a)", "-", "•"), or nil.
  package var marker: Range<Int>?
  package var table: Table?
  /// For a footnote: its mark ("1"), and where in the body the mark stands, where that was found.
  package var footnote: Footnote?
  /// True for the second copy of a passage that stands twice across a page break: its numerals are
  /// in the ledger and are no facts of their own.
  package var isRepeated: Bool
  /// Footnote marks that stand in this block's text, in reading order: those of notes that were
  /// found and those without one.
  ///
  /// They are in no segment.
  package var marks: [Range<Int>]

  package enum Kind: String, Sendable, Hashable {
    /// Issuing unit, symbol and date lines above the title.
    case letterhead
    /// "BÁO CÁO" and the lines that say of what.
    case title
    case heading, paragraph, listItem, footnote, table
    /// Page numbers, running heads, rules of dashes.
    case furniture
    /// "Nơi nhận:" and what follows, "T/M BAN THƯỜNG VỤ", names.
    case closing
  }

  package struct Footnote: Sendable, Hashable {
    package var mark: String
    /// Byte range of the mark in the note itself.
    package var markRange: Range<Int>
    /// Byte range of the mark in the body, or nil where it is not found.
    package var anchor: Range<Int>?

    package init(mark: String, markRange: Range<Int>, anchor: Range<Int>?) {
      self.mark = mark
      self.markRange = markRange
      self.anchor = anchor
    }
  }

  package init(
    kind: Kind, level: Int = 0, segments: [Range<Int>], marker: Range<Int>? = nil,
    table: Table? = nil, footnote: Footnote? = nil, isRepeated: Bool = false,
    marks: [Range<Int>] = []
  ) {
    self.kind = kind
    self.level = level
    self.segments = segments
    self.marker = marker
    self.table = table
    self.footnote = footnote
    self.isRepeated = isRepeated
    self.marks = marks
  }
}

/// A table with its header rows told apart.
package struct Table: Sendable, Hashable {
  /// The line or lines above that name it, without position in the grid.
  package var caption: [Range<Int>]
  /// How many of `rows` are header rows.
  package var headerRows: Int
  package var rows: [Row]

  package struct Row: Sendable, Hashable {
    package var cells: [Cell]

    package init(cells: [Cell]) {
      self.cells = cells
    }
  }

  package struct Cell: Sendable, Hashable {
    /// Pieces of source; empty for an empty cell.
    package var segments: [Range<Int>]
    /// Leaf columns this cell stands over, from 0, end exclusive.
    package var columns: Range<Int>

    package init(segments: [Range<Int>], columns: Range<Int>) {
      self.segments = segments
      self.columns = columns
    }
  }

  package init(caption: [Range<Int>] = [], headerRows: Int, rows: [Row]) {
    self.caption = caption
    self.headerRows = headerRows
    self.rows = rows
  }
}
