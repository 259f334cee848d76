import DocumentModel

/// Counts that share what is said behind the last of them.
extension Binder {
  /// The clause that goes on with a further count of what a clause ends with, the sign between them, and
  /// what it says, behind the shares in parentheses too: "51 tổ chức đảng (87,9%) và 158 đảng viên (89,8%)
  /// có vi phạm".
  func partner(
    of slot: Slot
  ) -> (opener: Unicode.Scalar, numerals: [Int], said: [Int])? {
    let own = clauses[slot.clause]
    guard own.numerals.last == slot.item, let at = clauseBehindShare(slot.clause) else {
      return nil
    }
    let next = clauses[at]
    let opener: Unicode.Scalar
    switch next.opener {
    case "&": opener = "&"
    case ",":
      guard next.numerals.first == next.items.lowerBound,
        items[next.items.lowerBound].numeral?.isNone == false
      else { return nil }
      opener = ","
    case ")":
      guard let first = next.items.first, case .word = items[first].kind,
        firstWord(of: first) == ClauseCutter.and, next.numerals.first == first + 1
      else { return nil }
      opener = "&"
    default: return nil
    }
    var said = Array(next.items)
    if next.numerals.count == 1, at > slot.clause + 1, let behind = clauseBehindShare(at),
      behind > at + 1, clauses[behind].opener == ")", clauses[behind].numerals.isEmpty
    {
      said += clauses[behind].items
    }
    return (opener, next.numerals, said)
  }

  /// The next clause outside the parentheses that follow, if those hold no figure but shares.
  func clauseBehindShare(_ index: Int) -> Int? {
    var next = index + 1
    while next < clauses.count, clauses[next].depth > clauses[index].depth,
      clauses[next].numerals.allSatisfy({ items[$0].numeral?.isPercent ?? false })
    {
      next += 1
    }
    guard next < clauses.count, clauses[next].depth == clauses[index].depth,
      clauses[next].sentence == clauses[index].sentence
    else { return nil }
    return next
  }
}
