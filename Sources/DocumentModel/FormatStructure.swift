/// What the format of a file tells of its structure, beyond the text; empty for plain text.
///
/// Readers of formats with structure fill it, Normalising takes it over. All positions are byte
/// ranges of the text as read. Raised numbers need no place in it: readers write them in superscript
/// digits ("¹"), where a note belongs and before the note's own text.
package struct FormatStructure: Sendable {
  /// Tables with their cells, in reading order.
  ///
  /// A cell's segments stand on lines that hold nothing else than this table. A heading that is
  /// merged over columns has them in `columns`; one that is merged over rows stands in the first of
  /// them. `headerRows` is 0 where the format doesn't tell it: Normalising then finds out.
  package var tables: [Table]
  /// Text that the format itself declares to be no part of the report's body: running heads that
  /// stand in a header or footer, headings of a table that are repeated on its next page; in order.
  package var furniture: [Range<Int>]
  /// Where words stand on their pages, in order of their places in the text.
  package var boxes: [PlacedText]
  /// Numerals of a recognised picture that could as well be read otherwise.
  package var doubts: [ReadingDoubt]

  package init(
    tables: [Table] = [], furniture: [Range<Int>] = [], boxes: [PlacedText] = [],
    doubts: [ReadingDoubt] = []
  ) {
    self.tables = tables
    self.furniture = furniture
    self.boxes = boxes
    self.doubts = doubts
  }

  /// The smallest box around all words that a byte range touches; nil where there are none.
  package func box(of range: Range<Int>) -> SourceSpan.Box? {
    let first = boxes.bisect { $0.range.upperBound > range.lowerBound }
    return boxes[first...].prefix { $0.range.lowerBound < range.upperBound }
      .map { $0.box(of: range) }
      .reduce(nil) { $0?.union($1) ?? $1 }
  }
}

/// A place of the text and what a second look at it read instead.
package struct ReadingDoubt: Sendable, Hashable {
  package var range: Range<Int>
  package var other: String

  package init(range: Range<Int>, other: String) {
    self.range = range
    self.other = other
  }
}

/// A word of the text as read and its box on the page.
package struct PlacedText: Sendable, Hashable {
  package var range: Range<Int>
  package var box: SourceSpan.Box

  package init(range: Range<Int>, box: SourceSpan.Box) {
    self.range = range
    self.box = box
  }

  /// The part of the box that belongs to a part of the word, by its share of the word's bytes.
  func box(of part: Range<Int>) -> SourceSpan.Box {
    let part = part.clamped(to: range)
    guard !part.isEmpty, part != range else { return box }
    let scale = (box.right - box.left) / Double(range.count)
    var result = box
    result.left = box.left + Double(part.lowerBound - range.lowerBound) * scale
    result.right = box.left + Double(part.upperBound - range.lowerBound) * scale
    return result
  }
}

extension SourceSpan.Box {
  /// The smallest box around both.
  package func union(_ other: SourceSpan.Box) -> SourceSpan.Box {
    SourceSpan.Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}
