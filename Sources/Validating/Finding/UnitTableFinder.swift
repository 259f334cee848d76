import Catalogue
import DocumentModel

/// Columns of a table over units with the reporting unit's own figure as the total row.
struct UnitTableFinder {
  let survey: Survey
  /// The row of each figure in a table.
  ///
  /// Rows are counted, not lines: a page break leaves lines between two rows of one table, in a PDF
  /// as in text made of one.
  private let row: [Int: Int]
  /// Rows that are no further apart than this are of one table.
  private static let reach = 2

  init(survey: Survey) {
    self.survey = survey
    var row: [Int: Int] = [:]
    var last = (number: 0, line: 0, isTable: false)
    for index in survey.facts.indices {
      let fact = survey.facts[index]
      guard fact.context.region == .table else {
        last.isTable = false
        continue
      }
      let gap = fact.source.line - last.line
      if !last.isTable || gap > UnitTableFinder.linesOfBreak {
        last.number += UnitTableFinder.reach + 1
      } else if gap > 0 {
        last.number += 1
      }
      last.line = fact.source.line
      last.isTable = true
      row[index] = last.number
    }
    self.row = row
  }

  /// Page number, running heads and a repeated header between two rows.
  private static let linesOfBreak = 12

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
      }.compactMap { row[$0] })
    return order.flatMap { relations(rule, columns[$0] ?? [], reporting, rows) }
  }

  private func relations(
    _ rule: Rule, _ column: [Int], _ reporting: Int, _ rows: Set<Int>
  ) -> [Relation] {
    var found: [Relation] = []
    var run: [Int] = []
    for cell in column {
      let gap = run.last.map { number(cell) - number($0) } ?? 0
      if gap > UnitTableFinder.reach { run = [] }
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
    let own = Set(run.map(number))
    guard let first = own.min(), let last = own.max() else { return false }
    let isWhole = rows.allSatisfy { $0 < first || $0 > last || own.contains($0) }
    return isWhole && !rows.contains(first - 1) && !rows.contains(last + 1)
  }

  private func number(_ fact: Int) -> Int { row[fact] ?? 0 }
}
