/// A block that rows are still being added to.
struct OpenBlock {
  enum Kind {
    case heading, paragraph
    /// With a marker: whether it is a heading or an item is told from its whole text.
    case numbered
  }

  var kind: Kind
  var isRepeated: Bool
  var marker: Marker?
  var indent = 0
  private(set) var rows: [Int] = []
  private(set) var segments: [Range<Int>] = []

  init(kind: Kind, isRepeated: Bool) {
    self.kind = kind
    self.isRepeated = isRepeated
  }

  /// From the first segment to the last, what is left out between them included.
  var text: Range<Int>? {
    guard let first = segments.first, let last = segments.last else { return nil }
    return first.lowerBound..<last.upperBound
  }

  mutating func extend(_ row: Int, _ pieces: [Range<Int>]) {
    rows.append(row)
    segments += pieces
  }
}
