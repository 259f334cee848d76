package import DocumentModel

/// Merges the statements of many submissions into one cell for each figure; conflicts are kept,
/// nothing is averaged away.
package struct Consolidator: Sendable {
  private var statements: [CellKey: [Fact]] = [:]
  /// Ids of the facts that a unit's own report states of it.
  private var own: Set<String> = []
  /// By name and code; few units have many statements.
  private var identities: [Entity: String] = [:]

  package init() {}

  /// Adds one statement of an accepted submission.
  ///
  /// - Parameters:
  ///   - fact: with the code of its unit, where that is known.
  ///   - reporter: the code of the unit whose report it stands in.
  package mutating func add(_ fact: Fact, from reporter: String? = nil) {
    let entity = identities[fact.entity] ?? CellKey.identity(of: fact.entity)
    identities[fact.entity] = entity
    statements[CellKey(fact, entity: entity), default: []].append(fact)
    if let reporter, fact.entity.code == reporter { own.insert(fact.id) }
  }

  /// True where the unit's own report is among the statements, not only what another says of it.
  func isOwn(_ cell: ConsolidatedCell) -> Bool { cell.sources.contains { own.contains($0) } }

  /// What others' reports state of units otherwise than the units themselves.
  func contradictions() -> [Mismatch] {
    statements.values.flatMap { facts -> [Mismatch] in
      let mine = facts.filter { own.contains($0.id) }
      let others = facts.filter { !own.contains($0.id) }
      guard !mine.isEmpty, !others.isEmpty, let truth = winner(of: mine) else { return [] }
      return Dictionary(grouping: others, by: \.file).values.compactMap { stated in
        guard winner(of: mine + stated) == nil, let claim = winner(of: stated) else { return nil }
        return Mismatch(
          kind: .units(.init(reported: 1, expected: 1)), cell: cell(of: stated),
          observed: claim.value, expected: truth.value, sources: cell(of: mine).sources,
          severity: .error)
      }
    }
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
      sources: facts.map(\.id), agreement: agreement(of: facts, winner: winner))
  }

  private func agreement(of facts: [Fact], winner: Fact?) -> ConsolidatedCell.Agreement {
    guard let winner else { return .inconsistent }
    let isComplete = facts.allSatisfy {
      $0.value == winner.value && $0.upper == winner.upper && $0.decimals == winner.decimals
        && $0.qualifier == winner.qualifier
    }
    return isComplete ? .complete : .consistent
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
