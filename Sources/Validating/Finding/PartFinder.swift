import Catalogue
import DocumentModel

/// Parts and wholes by shared aspects: a figure with more dimensions is at most the one with fewer.
struct PartFinder {
  let survey: Survey

  func relations() -> [Relation] {
    guard let rule = survey.rules.first(.part) else { return [] }
    var found: [Relation] = []
    for (fact, stated) in survey.facts.enumerated() where stated.isCount && stated.period != nil {
      for (whole, subset) in wholes(of: fact) {
        found.append(Relation(subset ?? rule, [.atMost(parts: [fact], whole: whole)]))
      }
      found += conceptWholes(of: fact)
    }
    return found
  }

  /// The nearest stated generalisations, with the rule that a wider member rests on.
  private func wholes(of fact: Int) -> [(whole: Int, rule: Rule?)] {
    let start = survey.index.key(fact)
    var open: [(key: AspectKey, rule: Rule?)] = [(start, nil)]
    var seen: Set<AspectKey> = [start]
    var found: [(Int, Rule?)] = []
    var steps = 0
    while steps < open.count && steps < 64 {
      let (key, rule) = open[steps]
      steps += 1
      if key != start, let whole = survey.index.nearest(key, to: fact) {
        found.append((whole, rule))
        continue
      }
      for (dimension, member) in key.dimensions.sorted(by: { $0.key < $1.key })
      where !survey.order.separate.contains(dimension) {
        for step in survey.order.wider(dimension, member) {
          let wider = key.with(dimension, step.member)
          let weaker = rule.map { $0.severity < step.rule.severity ? $0 : step.rule } ?? step.rule
          if seen.insert(wider).inserted { open.append((wider, weaker)) }
        }
        let bare = key.with(dimension, nil)
        if seen.insert(bare).inserted { open.append((bare, rule)) }
      }
    }
    return found
  }

  private func conceptWholes(of fact: Int) -> [Relation] {
    survey.rules.rules(.conceptPart).compactMap { rule in
      guard case .conceptPart(let part, let concept, let needs) = rule.operands,
        survey.facts[fact].concept == part, survey.facts[fact].nature == .actual,
        needs.isEmpty || survey.facts[fact].dimensions[needs] != nil,
        let unit = survey.unit(of: concept)
      else { return nil }
      let key = survey.index.key(fact).with(concept: concept, unit: unit)
      guard let whole = survey.index.nearest(key, to: fact) else { return nil }
      return Relation(rule, [.atMost(parts: [fact], whole: whole)])
    }
  }
}
