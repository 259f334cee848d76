import Catalogue
import DocumentModel

/// What a percentage may be a share of: the stated wholes in scope, the likeliest first.
struct WholeFinder {
  struct Wholes {
    /// Named by the text, or the same figure without the dimension that names the part.
    var likely: [Int]
    /// Possible too: a share that fits one of them passes, but none of them alone breaks it.
    var possible: [Int]
  }

  let survey: Survey
  let setting: Set<String>

  func wholes(of percent: Int, linked: Int?) -> Wholes {
    var found = Wholes(likely: [], possible: [])
    if let linked, survey.facts.indices.contains(linked) { found.likely.append(linked) }
    if let of = survey.facts[percent].of {
      found.likely += stated(of, percent)
    } else {
      let general = generalisations(percent)
      found.likely += general.likely
      found.possible += general.possible
    }
    var seen: Set<Int> = [percent]
    func isNew(_ whole: Int) -> Bool {
      survey.facts[whole].isCount && seen.insert(whole).inserted
    }
    found.likely = found.likely.filter(isNew)
    found.possible = found.possible.filter(isNew)
    return found
  }

  /// The whole that `of` names, on every day for which it is stated.
  func stocks(of percent: Int) -> [Int] {
    guard let of = survey.facts[percent].of, let concept = of.concept, survey.isStock(concept),
      let unit = survey.unit(of: concept)
    else { return [] }
    var key = survey.index.key(percent).with(concept: concept, unit: unit)
    key.dimensions = Members(of.dimensions)
    (key.statistic, key.per, key.period) = (.total, nil, nil)
    let days = survey.facts.indices.filter {
      survey.facts[$0].concept == concept && survey.index.key($0).with(period: nil) == key
    }
    return sorted(days, by: percent)
  }

  /// Wholes that the text names: all copies, nearest first.
  private func stated(_ of: Whole, _ percent: Int) -> [Int] {
    let fact = survey.facts[percent]
    let concept = of.concept ?? fact.concept
    guard of.noun == nil || of.concept != nil, let unit = survey.unit(of: concept) else {
      return []
    }
    var key = survey.index.key(percent).with(concept: concept, unit: unit)
    key.dimensions = Members(of.dimensions)
    key.nature = of.nature
    key.statistic = .total
    key.per = nil
    let periods = periods(of, concept, fact)
    let exact = periods.flatMap { survey.index.all(key.with(period: $0)) }
    // A whole in the same sentence counts, too, where its date is told otherwise.
    let beside = survey.index.block(of: percent).filter { other in
      survey.facts[other].context.sentence == fact.context.sentence
        && survey.index.key(other).with(period: nil) == key.with(period: nil)
    }
    let found = exact + beside
    if found.isEmpty, of.nature == .target, let own = fact.period {
      return sorted(plans(key, around: own), by: percent)
    }
    return sorted(found, by: percent)
  }

  /// "bằng 62,4% chỉ tiêu cả nhiệm kỳ": a plan is often for longer than what has been done.
  private func plans(_ key: AspectKey, around own: Period) -> [Int] {
    guard let start = own.start else { return [] }
    let bare = key.with(period: nil)
    return survey.index.counts(of: key.concept).filter { other in
      guard let period = survey.facts[other].period, let first = period.start else { return false }
      return first <= start && own.end <= period.end
        && survey.index.key(other).with(period: nil) == bare
    }
  }

  private func periods(_ of: Whole, _ concept: String, _ fact: Fact) -> [Period?] {
    if let period = of.period { return [period] }
    guard survey.isStock(concept), let period = fact.period, period.start != nil else {
      return [fact.period]
    }
    var days = [period.end]
    if let asOf = survey.extraction.header.asOf { days.append(asOf) }
    return days.map { Period.instant($0) }
  }

  /// The same concept, period and unit with fewer or wider dimensions.
  private func generalisations(_ percent: Int) -> Wholes {
    let fact = survey.facts[percent]
    var start = survey.index.key(percent)
    guard let unit = survey.unit(of: start.concept), !fact.dimensions.isEmpty else {
      return Wholes(likely: [], possible: [])
    }
    start.unit = unit
    let naming = fact.dimensions.keys.filter { !setting.contains($0) }
    var likely: [[Int]] = []
    var possible: [[Int]] = []
    var open = [start]
    var seen: Set<AspectKey> = [start]
    var steps = 0
    while steps < open.count && steps < 48 {
      let key = open[steps]
      steps += 1
      let drops = naming.isEmpty || naming.contains { key.dimensions[$0] != fact.dimensions[$0] }
      if key != start {
        let isNarrowed = key.dimensions.contains { fact.dimensions[$0.key] != $0.value }
        if drops && !isNarrowed {
          likely.append(survey.index.all(key))
        } else {
          possible.append(survey.index.all(key))
        }
      }
      for (dimension, member) in key.dimensions {
        let wider = survey.order.wider(dimension, member).map { Optional($0.member) }
        for other in [nil] + wider {
          let next = key.with(dimension, other)
          if seen.insert(next).inserted { open.append(next) }
        }
      }
    }
    // One level after another, so that the narrowest whole that is stated comes first; last the
    // next lower step of a scale ("xuất sắc" is often given as a share of "tốt").
    let lower = start.dimensions.compactMap { dimension, member in
      survey.order.below(dimension, member).map { survey.index.all(start.with(dimension, $0)) }
    }
    return Wholes(
      likely: likely.flatMap { sorted($0, by: percent) },
      possible: (possible + lower).flatMap { sorted($0, by: percent) })
  }

  private func sorted(_ wholes: [Int], by percent: Int) -> [Int] {
    wholes.sorted { left, right in
      (survey.index.distance(left, percent), left) < (survey.index.distance(right, percent), right)
    }
  }
}
