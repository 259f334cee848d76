/// A footnote found: its mark and the rows that it runs over.
struct NoteDraft {
  var number: Int
  /// The mark's digits in the note.
  var sign: Range<Int>
  /// Where the note's text begins.
  var textStart: Int
  /// Index into `Draft.marks`, or nil.
  var anchor: Int?
}
