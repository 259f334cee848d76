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
    cells = (stated + sums.cells + totals.cells).map {
      (place: Consolidation.place(of: $0), cell: $0)
    }
    .sorted { $0.place.lexicographicallyPrecedes($1.place) }.map(\.cell)
    let contradictions = consolidator.contradictions()
    mismatches = (sums.mismatches + totals.mismatches + contradictions)
      .map { (place: Consolidation.place(of: $0.cell) + $0.cell.sources, mismatch: $0) }
      .sorted { $0.place.lexicographicallyPrecedes($1.place) }.map(\.mismatch)
  }

  /// What a unit states comes before what was added up for it.
  private static func place(of cell: ConsolidatedCell) -> [String] {
    CellKey(cell).order + [cell.isDerived ? "1" : "0"]
  }
}
