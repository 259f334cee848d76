import Catalogue
import DocumentModel

/// Changes, growth rates and indices against the counts of both periods.
struct GrowthFinder {
  let survey: Survey

  func relations() -> [Relation] {
    var linked: [Int: (current: Int?, earlier: Int?)] = [:]
    for case .growth(let change, let current, let earlier) in survey.extraction.links {
      linked[change] = (current, earlier)
    }
    return survey.facts.indices.flatMap { change -> [Relation] in
      let fact = survey.facts[change]
      guard fact.statistic == .growth || fact.statistic == .index, fact.nature == .actual else {
        return []
      }
      let current = linked[change]?.current ?? count(of: change, fact.period)
      let earlier = linked[change]?.earlier ?? fact.base.flatMap { count(of: change, $0) }
      guard let current else { return [] }
      let isStated = linked[change]?.current != nil && linked[change]?.earlier != nil
      return relations(change, current, earlier, isStated ? .stated : .aspects)
    }
  }

  private func relations(
    _ change: Int, _ current: Int, _ earlier: Int?, _ tie: Relation.Tie
  ) -> [Relation] {
    let fact = survey.facts[change]
    guard survey.facts[current].isCount else { return [] }
    guard let earlier, survey.facts[earlier].isCount else {
      guard fact.statistic == .growth, fact.unit == "percent", let rule = survey.rules.first(.rate),
        let count = changeBeside(change)
      else { return [] }
      let others = survey.index.block(of: change).filter { other in
        other != current && survey.facts[other].isCount
          && survey.facts[other].unit == survey.facts[current].unit
      }
      return [
        Relation(
          rule,
          ([current] + others).map { .rateOfChange(rate: change, current: $0, change: count) })
      ]
    }
    switch (fact.statistic, fact.unit) {
    case (.growth, "percent"):
      return rule(.rate, .rate(rate: change, current: current, earlier: earlier), tie)
    case (.growth, _):
      return rule(.change, .change(change: change, current: current, earlier: earlier), tie)
    case (.index, let unit):
      let times = unit == "percent" ? 100 : 1
      return rule(
        .rate, .index(index: change, current: current, earlier: earlier, times: times), tie)
    default: return []
    }
  }

  private func rule(_ kind: Rule.Kind, _ shape: Shape, _ tie: Relation.Tie) -> [Relation] {
    survey.rules.first(kind).map { [Relation($0, [shape], tie: tie)] } ?? []
  }

  /// The count that grew, in one of the two periods.
  private func count(of change: Int, _ period: Period?) -> Int? {
    var key = survey.index.key(change).with(period: period)
    guard let unit = survey.unit(of: key.concept) else { return nil }
    key.unit = unit
    key.statistic = .total
    key.per = nil
    return survey.index.nearest(key, to: change)
  }

  /// "tăng 16 cuộc (tăng 8,1%)": the change in pieces beside a change in percent.
  private func changeBeside(_ rate: Int) -> Int? {
    var key = survey.index.key(rate)
    guard let unit = survey.unit(of: key.concept) else { return nil }
    key.unit = unit
    let candidates = survey.index.all(key).filter {
      survey.facts[$0].base == survey.facts[rate].base && survey.index.isSameBlock($0, rate)
    }
    return survey.index.nearest(among: candidates, to: rate)
  }
}
