package import DocumentModel

/// All figures of a dataset: what units state, what adds up from it, and where that disagrees.
package struct Consolidation: Sendable {
  /// Stated and derived, in an order that does not depend on the order of the statements.
  package let cells: [ConsolidatedCell]
  /// In the order of their cells.
  package let mismatches: [Mismatch]

  /// Consolidates.
  ///
  /// - Parameters:
  ///   - consolidator: holds every statement of the submissions that stand.
  ///   - units: a department's list; without it nothing is added up over units.
  ///   - accepted: the submissions that stand.
  package init(_ consolidator: Consolidator, units: [ReportingUnit], accepted: [Submission]) {
    let stated = consolidator.cells()
    let sums = PeriodSums(stated)
    let totals = UnitTotals(
      stated + sums.cells, tree: ReportingTree(units), accepted: accepted,
      isOwn: consolidator.isOwn)
    cells = (stated + sums.cells + totals.cells).sorted(by: Consolidation.isBefore)
    let contradictions = consolidator.contradictions()
    mismatches = (sums.mismatches + totals.mismatches + contradictions).sorted {
      if Consolidation.isBefore($0.cell, $1.cell) { return true }
      if Consolidation.isBefore($1.cell, $0.cell) { return false }
      return $0.cell.sources.lexicographicallyPrecedes($1.cell.sources)
    }
  }

  private static func isBefore(_ left: ConsolidatedCell, _ right: ConsolidatedCell) -> Bool {
    let (first, second) = (CellKey(left).order, CellKey(right).order)
    if first != second { return first.lexicographicallyPrecedes(second) }
    // What a unit states comes before what was added up for it.
    return !left.isDerived && right.isDerived
  }
}
