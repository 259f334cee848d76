/// A sign in the text that may point to a footnote.
struct FootnoteMark {
  /// All that is no text: the digits with their `<sup>` tags or brackets.
  var range: Range<Int>
  /// The mark itself.
  var sign: Range<Int>
  var number: Int
  var row: Int
  var form: Form
  /// True where the mark is taken out of the text.
  var isConfirmed: Bool
  /// True where it stands before the first word of its row.
  var isLeading: Bool

  enum Form: Hashable {
    /// ¹
    case superscript
    /// `<sup>1</sup>`, `[^1]`
    case tag
    /// A digit glued to a word or a number: "thuộc1"
    case glued
    /// A digit apart from its word, as converters leave raised ones: "04 cuộc 2;"
    case apart
    /// (1) or [1]
    case bracket

    /// True where it is a mark even if no note is found for it.
    var isCertain: Bool { self == .superscript || self == .tag }
  }
}
