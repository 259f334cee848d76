import DocumentModel

extension ConsolidatedCell {
  /// True for a count that may be added to others of its kind: no share, no mean, no growth.
  var isAdditive: Bool {
    statistic == .total && per == nil && of == nil && base == nil && upper == nil
      && !["percent", "years", "ratio"].contains(unit)
  }
}

/// A sum of cells and the hedge that it has to carry.
struct Addition {
  private(set) var value = ExactDecimal(0)
  private(set) var sources: [String] = []
  private(set) var count = 0
  private var hedges: Set<Fact.Qualifier> = []

  mutating func add(_ value: ExactDecimal, of cell: ConsolidatedCell) {
    self.value = self.value + value
    sources += cell.sources
    count += 1
    if cell.qualifier != .exact { hedges.insert(cell.qualifier) }
  }

  /// "At least 5" and 3 are at least 8; of hedges that pull both ways the sum is about.
  var qualifier: Fact.Qualifier {
    if hedges.isEmpty { return .exact }
    if hedges.isSubset(of: [.atLeast, .moreThan]) { return .atLeast }
    if hedges.isSubset(of: [.atMost, .lessThan]) { return .atMost }
    return .about
  }
}
