import DocumentModel

/// A document under way: its rows, and what the finders have said of them so far.
struct Draft {
  let bytes: [UInt8]
  let words: Words
  /// What the file's format told.
  let structure: FormatStructure
  var rows: [Row]
  /// Whole row bold; number of Markdown heading signs; by row.
  var isBold: [Bool]
  var hashes: [Int]
  var markup: [Range<Int>]
  var marks: [FootnoteMark]
  var tables: [TableDraft] = []
  var notes: [NoteDraft] = []
  /// Display columns at which paragraphs were broken into lines, where they were.
  var wrapColumn: Int?
  /// The display column at which the longest row of the body ends.
  var longest = Int.max
  /// Where lines end at the right on the page, in points; nil where the format has no pages.
  var rightEdge: Double?
  /// What is left out of the text: markup and confirmed marks, in order.
  private var excluded: [Range<Int>] = []
  private var confirmed: Set<Int> = []

  init(document: Document, words: Words) {
    bytes = document.bytes
    self.words = words
    structure = document.structure
    rows = RowScanner.rows(of: document)
    var scanner = InlineScanner(bytes: document.bytes, words: words)
    for (index, row) in rows.enumerated() { scanner.scan(row, index: index) }
    isBold = scanner.isBold
    hashes = scanner.hashes
    markup = scanner.markup
    marks = scanner.marks
    settleMarks()
  }

  /// Rebuilds what is left out after marks were confirmed.
  mutating func settleMarks() {
    let ranges = marks.lazy.filter(\.isConfirmed).map(\.range)
    confirmed = Set(ranges.map(\.lowerBound))
    excluded = (markup + ranges).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Takes confirmed marks out of the cells of tables that were read before the notes.
  mutating func settleTables() {
    for index in tables.indices {
      tables[index].table.caption = tables[index].table.caption.flatMap(pieces)
      for row in tables[index].table.rows.indices {
        for cell in tables[index].table.rows[row].cells.indices {
          let segments = tables[index].table.rows[row].cells[cell].segments
          tables[index].table.rows[row].cells[cell].segments = segments.flatMap(pieces)
        }
      }
    }
  }

  /// True where a mark that is taken out of the text stands in a range.
  func hasMark(in range: Range<Int>) -> Bool { range.contains(where: confirmed.contains) }

  /// The pieces of a range that are text, trimmed, in order.
  func pieces(_ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var index = firstExcluded(from: range.lowerBound)
    while index < excluded.count, excluded[index].lowerBound < range.upperBound {
      append(start..<max(start, excluded[index].lowerBound), to: &result)
      start = max(start, min(excluded[index].upperBound, range.upperBound))
      index += 1
    }
    append(start..<range.upperBound, to: &result)
    return result
  }

  private func append(_ range: Range<Int>, to result: inout [Range<Int>]) {
    let piece = trim(range)
    if !piece.isEmpty { result.append(piece) }
  }

  private func firstExcluded(from offset: Int) -> Int {
    excluded.bisect { $0.upperBound > offset }
  }

  func trim(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let (scalar, length) = Letters.decode(bytes, at: start, end: end)
      guard Letters.isSpace(scalar) else { break }
      start += length
    }
    while end > start {
      let (scalar, length) = Letters.decodeLast(bytes, start: start, end: end)
      guard Letters.isSpace(scalar) else { break }
      end -= length
    }
    return start..<end
  }

  /// A row's text without heading signs and emphasis before it.
  func text(ofRow index: Int) -> Range<Int> {
    let content = rows[index].content
    guard let first = pieces(content).first else {
      return content.upperBound..<content.upperBound
    }
    return first.lowerBound..<content.upperBound
  }

  func folded(row index: Int, limit: Int = 400) -> [UInt8] {
    Words.fold(bytes, text(ofRow: index), limit: limit)
  }

  /// The marker that a text begins with, or nil.
  func marker(at text: Range<Int>) -> Marker? {
    MarkerParser(bytes: bytes, words: words, end: text.upperBound).parse(at: text.lowerBound)
  }

  /// The nearest row before or after that is not blank, or nil.
  func neighbour(of index: Int, step: Int) -> Int? {
    var other = index + step
    while rows.indices.contains(other) {
      if !rows[other].isBlank { return other }
      other += step
    }
    return nil
  }
}
