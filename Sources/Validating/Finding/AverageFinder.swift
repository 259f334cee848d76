import Catalogue
import DocumentModel

/// Means: a total by the inclusive number of years (quarters, months), or by classes, units.
struct AverageFinder {
  let survey: Survey

  func relations() -> [Relation] {
    guard let rule = survey.rules.first(.average) else { return [] }
    var linked: [Int: Int] = [:]
    for case .average(let mean, let total) in survey.extraction.links { linked[mean] = total }
    return survey.facts.indices.compactMap { mean -> Relation? in
      let fact = survey.facts[mean]
      guard fact.statistic == .average, fact.isCountUnit, fact.nature == .actual
      else { return nil }
      let totals = linked[mean].map { [$0] } ?? totals(of: mean)
      let readings = totals.flatMap { self.readings(mean, $0) }
      return readings.isEmpty
        ? nil : Relation(rule, readings, tie: linked[mean] == nil ? .aspects : .stated)
    }
  }

  /// The nearest total, and of several in the paragraph the others too: one may be a part whose group is
  /// not told ("612 học viên, gồm 193 … và 419 …, bình quân 68 học viên/lớp").
  private func totals(of mean: Int) -> [Int] {
    var key = survey.index.key(mean)
    key.statistic = .total
    key.per = nil
    let found = survey.index.nearestFirst(key, to: mean)
    return found.prefix(1)
      + found.dropFirst().prefix(3).filter { survey.index.isSameBlock($0, mean) }
  }

  private func readings(_ mean: Int, _ total: Int) -> [Shape] {
    guard survey.facts.indices.contains(total), survey.facts[total].isCount else { return [] }
    switch survey.facts[mean].per {
    case "year": return spans(mean, total, months: 12)
    case "quarter": return spans(mean, total, months: 3)
    case "month": return spans(mean, total, months: 1)
    case "class": return counts(mean, total, ["training_classes"])
    case "organization": return counts(mean, total, ["organizations"])
    default: return []
    }
  }

  /// True for a count of the unit's organisations of one type on the same day.
  private func isOfUnit(_ fact: Int, like wanted: AspectKey) -> Bool {
    var key = survey.index.key(fact)
    guard survey.facts[fact].isCount, key.dimensions.keys.elementsEqual(["org_type"]) else {
      return false
    }
    key.dimensions = wanted.dimensions
    return key == wanted
  }

  /// By inclusive calendar years (quarters); else by the exact length of the span.
  private func spans(_ mean: Int, _ total: Int, months: Int) -> [Shape] {
    guard let period = survey.facts[total].period ?? survey.facts[mean].period else { return [] }
    return survey.index.periods.spans(of: period).flatMap { span -> [Shape] in
      guard let start = span.start else { return [] }
      let first = start.year * 12 + start.month - 1
      let last = span.end.year * 12 + span.end.month - 1
      let inclusive = last / months - first / months + 1
      return [
        .averageOver(mean: mean, total: total, numerator: inclusive, denominator: 1),
        .averageOver(
          mean: mean, total: total, numerator: last - first + 1, denominator: months),
      ]
    }
  }

  /// Every count with the total's own aspects, or else in the same block; "bình quân mỗi chi bộ" is
  /// of the organisations that the report counts, wherever it does.
  private func counts(_ mean: Int, _ total: Int, _ concepts: [String]) -> [Shape] {
    let own = survey.index.key(total)
    let counts = concepts.flatMap { concept -> [Int] in
      guard let unit = survey.unit(of: concept) else { return [] }
      let same = survey.index.all(own.with(concept: concept, unit: unit))
      if !same.isEmpty { return same }
      let beside = survey.index.block(of: mean).filter {
        survey.facts[$0].concept == concept && survey.facts[$0].isCount
      }
      if !beside.isEmpty || !survey.isStock(concept) { return beside }
      return survey.facts.indices.filter {
        isOfUnit($0, like: own.with(concept: concept, unit: unit))
      }
    }
    // elsewhere in the report: of several types most reports divide by the widest
    let isBeside = counts.contains { survey.index.isSameBlock($0, mean) }
    return counts.sorted { left, right in
      let (a, b) = (survey.facts[left].value, survey.facts[right].value)
      if !isBeside, a != b { return b < a }
      return survey.index.distance(left, mean) < survey.index.distance(right, mean)
    }.map { .average(mean: mean, total: total, count: $0) }
  }
}
