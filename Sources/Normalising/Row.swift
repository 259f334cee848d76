/// One visual line: a line of the text, or a piece of it where a form feed or a bare carriage
/// return stands inside.
struct Row {
  /// Index into `Document.lines`.
  var line: Int
  /// Without white space at the ends; empty for a blank row.
  var content: Range<Int>
  /// Display columns before the content; a tab moves to the next multiple of 8.
  var indent = 0
  /// Display columns of the content.
  var width = 0
  var upper = 0
  var lower = 0
  var digits = 0
  /// Pipes and box-drawing verticals.
  var pipes = 0
  /// Two or more spaces, or a tab, inside the content.
  var hasWideGap = false
  /// True where a form feed stands before the content.
  var startsPage = false
  /// The one sign that the row consists of (`-`, `_`, `=`, `*`, …), or nil.
  var ruleSign: UInt8?
  var role = Role.body
  /// Cut out by `RepetitionFinder`: the second copy of a passage, and the text that resumes after.
  var isRepeated = false
  var resumes = false

  enum Role: Hashable {
    case blank, body, furniture, letterhead, title, closing
    /// With the index of the table or note.
    case table(Int)
    case note(Int)
  }

  var isBlank: Bool { content.isEmpty }
  /// Letters, none of them lower case.
  var isAllCaps: Bool { upper >= 2 && lower == 0 }
}
