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
    return order.flatMap { relations(rule, columns[$0] ?? [], reporting) }
  }

  private func relations(_ rule: Rule, _ column: [Int], _ reporting: Int) -> [Relation] {
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
      if run.count >= 3, units.count == run.count {
        found.append(Relation(rule, [.sum(whole: cell, parts: run)]))
      }
      run = []
    }
    return found
  }
}
