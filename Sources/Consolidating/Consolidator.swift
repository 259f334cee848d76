package import DocumentModel

/// Merges the statements of many submissions into one cell for each figure; conflicts are kept,
/// nothing is averaged away.
package struct Consolidator: Sendable {
  private var statements: [CellKey: [Fact]] = [:]

  package init() {}

  /// Adds one statement of an accepted submission.
  package mutating func add(_ fact: Fact) {
    statements[CellKey(fact), default: []].append(fact)
  }

  /// The cells, in an order that does not depend on the order of the statements.
  package func cells() -> [ConsolidatedCell] {
    statements
      .map { key, facts in (order: key.order, cell: cell(of: facts)) }
      .sorted { left, right in
        left.order == right.order
          ? left.cell.sources.lexicographicallyPrecedes(right.cell.sources)
          : left.order.lexicographicallyPrecedes(right.order)
      }
      .map(\.cell)
  }

  private func cell(of facts: [Fact]) -> ConsolidatedCell {
    let facts = facts.sorted {
      ($0.file, $0.source.start, $0.id) < ($1.file, $1.source.start, $1.id)
    }
    let first = facts[0]
    let winner = winner(of: facts)
    let name = facts.map(\.entity.name).min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return ConsolidatedCell(
      entity: Entity(name: name ?? first.entity.name, code: first.entity.code),
      period: first.period, concept: first.concept, unit: first.unit, nature: first.nature,
      statistic: first.statistic, dimensions: first.dimensions, per: first.per, of: first.of,
      base: first.base, value: winner?.value, upper: winner?.upper,
      qualifier: winner?.qualifier ?? .exact, status: winner == nil ? .disputed : .agreed,
      sources: facts.map(\.id))
  }

  /// The most precise statement of a consistent set, the first of equals; nil where not all can be
  /// true together.
  private func winner(of facts: [Fact]) -> Fact? {
    let intervals = facts.map(StatedInterval.init)
    if let lower = intervals.compactMap(\.lower).max(),
      let upper = intervals.compactMap(\.upper).min(), upper < lower
    {
      return nil
    }
    return zip(facts, intervals).min { isMorePrecise($0.1, $1.1) }?.0
  }

  private func isMorePrecise(_ left: StatedInterval, _ right: StatedInterval) -> Bool {
    guard let width = left.width else { return false }
    guard let other = right.width else { return true }
    return width < other
  }
}
