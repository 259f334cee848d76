import Catalogue
import DocumentModel

/// Columns of a table over units with the reporting unit's own figure as the total row.
struct UnitTableFinder {
  let survey: Survey

  func relations() -> [Relation] {
    guard let rule = survey.rules.first(.units), let reporting = survey.index.reportingUnit else {
      return []
    }
    var columns: [AspectKey: [Int]] = [:]
    var order: [AspectKey] = []
    for (index, fact) in survey.facts.enumerated() {
      guard fact.context.region == .table, fact.isCount else { continue }
      var key = survey.index.key(index)
      key.entity = -1
      if columns[key] == nil { order.append(key) }
      columns[key, default: []].append(index)
    }
    let rows = Set(
      survey.facts.indices.filter { index in
        survey.facts[index].context.region == .table
          && survey.index.key(index).entity != reporting
      }.map { survey.facts[$0].source.line })
    return order.flatMap { relations(rule, columns[$0] ?? [], reporting, rows) }
  }

  private func relations(
    _ rule: Rule, _ column: [Int], _ reporting: Int, _ rows: Set<Int>
  ) -> [Relation] {
    var found: [Relation] = []
    var run: [Int] = []
    for cell in column {
      let gap = run.last.map { survey.facts[cell].source.line - survey.facts[$0].source.line } ?? 0
      if gap > 2 { run = [] }
      guard survey.index.key(cell).entity == reporting else {
        run.append(cell)
        continue
      }
      let units = Set(run.map { survey.index.key($0).entity })
      if run.count >= 3, units.count == run.count, isEvery(run, rows) {
        found.append(Relation(rule, [.sum(whole: cell, parts: run)], tie: .stated))
      }
      run = []
    }
    return found
  }

  /// True where no row of the table lacks a figure in this column.
  private func isEvery(_ run: [Int], _ rows: Set<Int>) -> Bool {
    let lines = Set(run.map { survey.facts[$0].source.line })
    guard let first = lines.min(), let last = lines.max() else { return false }
    let isWhole = rows.allSatisfy { $0 < first || $0 > last || lines.contains($0) }
    return isWhole && !rows.contains(first - 1) && !rows.contains(last + 1)
  }
}
