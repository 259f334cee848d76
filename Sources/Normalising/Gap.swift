/// What stands between two rows of the body.
enum Gap {
  case none
  /// Blank rows only.
  case blank
  /// Page furniture, a note, a table, a repeated passage: the text may go on behind it.
  case page
}
