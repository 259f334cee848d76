import DocumentModel

/// Adds up what the units say that report to one unit, and compares with that unit's own report.
///
/// The unit's own figure is compared, never added; a disputed one is left out; how many of the units
/// are in a total stands beside it.
struct UnitTotals {
  private(set) var cells: [ConsolidatedCell] = []
  private(set) var mismatches: [Mismatch] = []

  private let tree: ReportingTree
  private let reporters: [String: [CalendarDate: Int]]

  /// Adds up.
  ///
  /// - Parameters:
  ///   - stated: agreed and disputed cells, with the codes of their units.
  ///   - tree: who reports to whom.
  ///   - accepted: submissions that stand.
  ///   - isOwn: false for a cell that only another unit's report states.
  init(
    _ stated: [ConsolidatedCell], tree: ReportingTree, accepted: [Submission],
    isOwn: (ConsolidatedCell) -> Bool
  ) {
    self.tree = tree
    var reporters: [String: [CalendarDate: Set<String>]] = [:]
    for submission in accepted {
      guard let unit = submission.unit, let end = submission.period?.end,
        let parent = tree.parent(of: unit, on: end)
      else { continue }
      reporters[parent, default: [:]][end, default: []].insert(unit)
    }
    self.reporters = reporters.mapValues { $0.mapValues(\.count) }
    var byKey: [CellKey: ConsolidatedCell] = [:]
    var sums: [CellKey: (cell: ConsolidatedCell, sum: Addition)] = [:]
    for cell in stated {
      byKey[CellKey(cell)] = cell
      guard cell.isAdditive, isOwn(cell), let value = cell.value, let code = cell.entity.code,
        let end = cell.period?.end, tree.isExpected(code, on: end),
        let parent = tree.parent(of: code, on: end)
      else { continue }
      let key = CellKey(cell, entity: "#" + parent, period: cell.period)
      var entry = sums[key] ?? (cell: cell, sum: Addition())
      entry.cell.entity = Entity(name: tree.name(of: parent, on: end), code: parent)
      entry.sum.add(value, of: cell)
      sums[key] = entry
    }
    for (_, entry) in sums { cells.append(total(entry.cell, entry.sum)) }
    compare(with: byKey)
  }

  private func total(_ like: ConsolidatedCell, _ sum: Addition) -> ConsolidatedCell {
    var cell = like
    cell.value = sum.value
    cell.qualifier = sum.qualifier
    cell.status = .agreed
    cell.agreement = .complete
    cell.sources = sum.sources.sorted()
    cell.isDerived = true
    if let parent = like.entity.code, let end = like.period?.end {
      cell.coverage = .init(
        reported: sum.count, expected: tree.expected(under: parent, on: end).count)
    }
    return cell
  }

  private mutating func compare(with stated: [CellKey: ConsolidatedCell]) {
    var pairs: [(total: ConsolidatedCell, own: ConsolidatedCell, meets: Bool)] = []
    for total in cells {
      guard let own = stated[CellKey(total)], own.value != nil, let sum = total.value else {
        continue
      }
      pairs.append((total, own, Mismatch.canMeet(own, sum, total.qualifier)))
    }
    let summaries = Dictionary(grouping: pairs.filter { isOfAllReporters($0.total) }) {
      [$0.total.entity.code ?? "", $0.total.period?.end.description ?? ""]
    }
    // A summary that agrees in most figures with the units that have reported was made from these.
    let summarising = summaries.filter { _, pairs in
      let meeting = pairs.count { $0.meets }
      return meeting >= 2 && meeting * 2 >= pairs.count
    }
    for (total, own, meets) in pairs where !meets {
      guard let observed = own.value, let expected = total.value, let coverage = total.coverage
      else { continue }
      let place = [total.entity.code ?? "", total.period?.end.description ?? ""]
      let severity: Flag.Severity
      if coverage.reported == coverage.expected || observed < expected {
        severity = .error
      } else if isOfAllReporters(total), summarising[place] != nil {
        severity = .warning
      } else {
        continue
      }
      mismatches.append(
        Mismatch(
          kind: .units(coverage), cell: own, observed: observed, expected: expected,
          sources: total.sources, severity: severity))
    }
  }

  private func isOfAllReporters(_ total: ConsolidatedCell) -> Bool {
    guard let code = total.entity.code, let end = total.period?.end,
      let coverage = total.coverage
    else { return false }
    return coverage.reported >= reporters[code]?[end] ?? Int.max
  }
}
