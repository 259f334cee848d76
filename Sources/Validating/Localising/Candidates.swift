import DocumentModel

/// Values that a figure could have so that one broken relation holds.
struct Candidates {
  let facts: [Fact]
  /// Decimals of the percentages around one, which a recomputed one keeps.
  let decimals: NeighbourDecimals

  /// The figures are tried in place and are left as they were.
  func edits(
    mending relation: Relation, _ formulas: [Formula?], _ figures: inout Figures
  ) -> [Repair.Edit] {
    var found: [Repair.Edit] = []
    // Other readings of a share only excuse it; a repair mends it as written.
    let isSum = if case .sum? = relation.readings.first { true } else { false }
    for (reading, formula) in zip(relation.readings, formulas).prefix(isSum ? 6 : 1) {
      for figure in reading.figures {
        for stated in values(of: figure, in: reading, formula, &figures) {
          let edit = Repair.Edit(figure: figure, stated: stated)
          // a handful: looking through them costs less than hashing
          if !found.contains(edit) { found.append(edit) }
        }
      }
    }
    return found
  }

  private func values(
    of figure: Int, in reading: Shape, _ formula: Formula?, _ figures: inout Figures
  ) -> [Stated] {
    let old = figures.stated[figure]
    guard old.upper == nil, old.qualifier == .exact else { return [] }
    switch reading {
    case .wholeNumber: return commaMoved(old)
    case .notAbove, .notBelow, .shareBase: return []
    default: break
    }
    guard let formula,
      let (dividend, divisor) = formula.root(of: figure, { Exact(figures.stated[$0].value) }),
      let root = Quotient(dividend, by: divisor)
    else { return [] }
    var found: [Stated]
    if old.isMeasured {
      found = decimals.around(figure, facts).compactMap { places in
        root.rounded(decimals: places).map { stated(old, $0, places) }
      }
    } else {
      found = counts(old, root, figure, reading, formula, &figures)
    }
    if formula.isInequality { found += rearranged(old) }
    return found.filter { $0.value != old.value || $0.decimals != old.decimals }
  }

  private func stated(_ old: Stated, _ value: ExactDecimal, _ decimals: Int) -> Stated {
    var new = old
    new.value = value
    new.decimals = decimals
    return new
  }

  /// Whole numbers around the root for which the reading holds, at most eleven.
  private func counts(
    _ old: Stated, _ root: Quotient, _ figure: Int, _ reading: Shape, _ formula: Formula,
    _ figures: inout Figures
  ) -> [Stated] {
    guard let centre = root.rounded(decimals: 0), Exact.isInRange(centre) else { return [] }
    defer { figures.set(figure, to: old) }
    var found: [Stated] = []
    for distance in 0...5 {
      var holds = false
      for sign in distance == 0 ? [1] : [1, -1] {
        let value = ExactDecimal(centre.mantissa + Int64(sign * distance))
        if value.mantissa < 0 && old.value.mantissa >= 0 { continue }
        let candidate = stated(old, value, 0)
        figures.set(figure, to: candidate)
        guard figures.outcome(of: reading, formula) == .pass else { continue }
        holds = true
        found.append(candidate)
      }
      if formula.isInequality || !holds && distance > 0 { break }
    }
    return found
  }

  private func commaMoved(_ old: Stated) -> [Stated] {
    var found: [Stated] = []
    if old.decimals > 0 {
      let digits = Exact(old.value) * Exact(powerOfTen(old.decimals))
      if let value = digits.decimal, !old.isMeasured { found.append(stated(old, value, 0)) }
    }
    if old.isMeasured, let value = (Exact(old.value) * Exact(1, scale: 1)).decimal {
      found.append(stated(old, value, old.decimals + 1))
    }
    return found
  }

  /// The same digits with two neighbours exchanged.
  private func rearranged(_ old: Stated) -> [Stated] {
    guard !old.isMeasured, old.value.isWhole else { return [] }
    let digits = Array(String(old.value.mantissa).utf8)
    return digits.indices.dropLast().compactMap { position in
      var other = digits
      other.swapAt(position, position + 1)
      guard other != digits, let value = ExactDecimal(String(decoding: other, as: UTF8.self)) else {
        return nil
      }
      return stated(old, value, 0)
    }
  }
}
