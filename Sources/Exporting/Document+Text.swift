import DocumentModel

extension Document {
  /// The pieces read one after another, with a space between.
  func text(joining segments: [Range<Int>]) -> String {
    segments.lazy.filter { !$0.isEmpty }.map { text($0) }.joined(separator: " ")
  }
}
