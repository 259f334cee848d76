import DocumentModel

/// Adds quarters up to halves, nine months and years, and compares with what is stated for these.
///
/// Flows of different spans are different cells. A sum is made only where every quarter of it is
/// agreed; a stated figure is never replaced by one.
struct PeriodSums {
  /// The sums that nobody stated.
  private(set) var cells: [ConsolidatedCell] = []
  /// Stated figures that aren't the sum of their quarters.
  private(set) var mismatches: [Mismatch] = []

  init(_ stated: [ConsolidatedCell]) {
    var byKey: [CellKey: ConsolidatedCell] = [:]
    for cell in stated { byKey[CellKey(cell)] = cell }
    for cell in stated where cell.isAdditive && cell.nature == .actual {
      guard case .duration(let start, let end) = cell.period, start.day == 1, start.month % 3 == 1,
        Period.duration(start: start, end: end) == PeriodSums.quarter(start.year, start.month)
      else { continue }
      // Each sum is looked at once, from its last quarter.
      for first in PeriodSums.starts[end.month] ?? [] { add(cell, from: first, byKey) }
    }
  }

  /// The month a quarter ends in to the months in which longer spans that end there begin.
  private static let starts: [Int: [Int]] = [6: [1], 9: [1], 12: [7, 1]]

  private mutating func add(
    _ last: ConsolidatedCell, from first: Int, _ byKey: [CellKey: ConsolidatedCell]
  ) {
    guard let end = last.period?.end else { return }
    let entity = CellKey.identity(of: last.entity)
    var sum = Addition()
    for month in stride(from: first, to: end.month, by: 3) {
      let quarter = PeriodSums.quarter(end.year, month)
      guard let cell = byKey[CellKey(last, entity: entity, period: quarter)],
        let value = cell.value, cell.status != .disputed
      else { return }
      sum.add(value, of: cell)
    }
    let span = Period.duration(start: .firstDay(year: end.year, month: first), end: end)
    guard let stated = byKey[CellKey(last, entity: entity, period: span)] else {
      var cell = last
      cell.period = span
      cell.value = sum.value
      cell.qualifier = sum.qualifier
      cell.sources = sum.sources
      cell.isDerived = true
      cells.append(cell)
      return
    }
    guard let value = stated.value, stated.status != .disputed,
      !Mismatch.canMeet(stated, sum.value, sum.qualifier)
    else { return }
    mismatches.append(
      Mismatch(
        kind: .quarters, cell: stated, observed: value, expected: sum.value, sources: sum.sources,
        severity: .error))
  }

  private static func quarter(_ year: Int, _ month: Int) -> Period {
    .duration(
      start: .firstDay(year: year, month: month), end: .lastDay(year: year, month: month + 2))
  }
}
