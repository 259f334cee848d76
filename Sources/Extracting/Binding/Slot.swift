import DocumentModel

/// A numeral in its clause, with the cues on both sides.
struct Slot {
  var item: Int
  var numeral: Numeral
  /// Items before the numeral that belong to it, from the clause's start or the numeral before.
  var left: Range<Int>
  /// Items behind it that belong to it.
  var right: Range<Int>
  /// Depth of parentheses.
  var depth: Int
  /// Index of the numeral's clause.
  var clause: Int
  /// True where the numeral opens a parenthesis that follows another numeral's group.
  var opensParenthesis: Bool
  /// True for the x of x/y.
  var isNumerator = false
}
