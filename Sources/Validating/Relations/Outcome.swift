/// What became of a relation.
enum Outcome: Hashable {
  case pass
  /// It doesn't hold, but would had the writer rounded instead of cutting off.
  case truncated
  case fail
  /// An operand is missing, out of range or too uncertain.
  case undecided
}
