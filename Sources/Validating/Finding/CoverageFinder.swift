import Catalogue
import DocumentModel

/// Rated, exempt and not yet rated together are all members (all organisations).
struct CoverageFinder {
  let survey: Survey

  func relations() -> [Relation] {
    survey.rules.rules(.coverage).flatMap { rule -> [Relation] in
      guard case .coverage(let flow, let stock, let dimension, let readings) = rule.operands else {
        return []
      }
      return survey.facts.indices.compactMap { fact in
        let key = survey.index.key(fact)
        guard key.concept == flow, survey.facts[fact].isCount, key.nature == .actual,
          key.dimensions[dimension] == nil,
          !key.dimensions.keys.contains(where: survey.order.isScale)
        else { return nil }
        return relation(rule, fact, stock, dimension, readings)
      }
    }
  }

  private func relation(
    _ rule: Rule, _ rated: Int, _ stock: String, _ dimension: String, _ readings: [[String]]
  ) -> Relation? {
    let wholes = wholes(of: rated, stock)
    guard let first = wholes.first else { return nil }
    let key = survey.index.key(rated)
    var shapes: [Shape] = []
    for members in readings {
      let others = members.compactMap { member in
        survey.index.nearest(key.with(dimension, member), to: rated)
      }
      guard others.count == members.count else { continue }
      shapes += wholes.map { .sum(whole: $0, parts: [rated] + others) }
    }
    guard !shapes.isEmpty else { return nil }
    let isBeside = survey.index.isNear(first, rated)
    return Relation(rule, shapes, severity: isBeside ? .error : .warning)
  }

  /// Stocks of the rating's time, the one in the same block first.
  private func wholes(of rated: Int, _ stock: String) -> [Int] {
    guard let unit = survey.unit(of: stock), let period = survey.facts[rated].period,
      let start = period.start
    else { return [] }
    let base = survey.index.key(rated).with(concept: stock, unit: unit)
    let beside = survey.index.block(of: rated).filter { other in
      survey.facts[other].isCount
        && survey.index.key(other).with(period: nil) == base.with(period: nil)
        && (survey.facts[other].period.map { start.dayBefore <= $0.end } ?? true)
    }
    let linked = [survey.wholeOf[rated]].compactMap { $0 }.filter {
      survey.facts[$0].concept == stock
    }
    var days = [period.end]
    if let asOf = survey.extraction.header.asOf, asOf.year == period.end.year { days.append(asOf) }
    let dated = days.flatMap { survey.index.all(base.with(period: .instant($0))) }
    var seen: Set<Int> = []
    let near = (beside + dated).sorted { left, right in
      (survey.index.distance(left, rated), left) < (survey.index.distance(right, rated), right)
    }
    return (linked + near).filter { seen.insert($0).inserted }
  }
}
