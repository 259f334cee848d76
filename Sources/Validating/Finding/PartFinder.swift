import Catalogue
import DocumentModel

/// Parts and wholes by shared aspects: a figure with more dimensions is at most the one with fewer.
struct PartFinder {
  let survey: Survey

  func relations() -> [Relation] {
    guard let rule = survey.rules.first(.part) else { return [] }
    var found: [Relation] = []
    let conceptRules = survey.rules.rules(.conceptPart)
    for fact in survey.facts.indices
    where survey.facts[fact].isCount && survey.facts[fact].period != nil {
      for (copies, subset) in wholes(of: fact) {
        let wholes = copies.filter { !isReversed($0, fact) }
        if wholes.isEmpty { continue }
        found.append(Relation(subset ?? rule, wholes.map { .atMost(parts: [fact], whole: $0) }))
      }
      found += conceptWholes(of: fact, conceptRules)
    }
    return found
  }

  /// The nearest stated generalisations, all copies of each, with the rule that a wider member
  /// rests on.
  ///
  /// A part that is at most one of the copies passes: another may be a part itself.
  private func wholes(of fact: Int) -> [(wholes: [Int], rule: Rule?)] {
    let start = survey.index.key(fact)
    var open: [(key: AspectKey, rule: Rule?)] = [(start, nil)]
    var seen: Set<AspectKey> = [start]
    var found: [([Int], Rule?)] = []
    var steps = 0
    while steps < open.count && steps < 64 {
      let (key, rule) = open[steps]
      steps += 1
      let copies =
        key == start
        ? [] : survey.index.nearestFirst(key, to: fact).filter { !isApart($0, from: start) }
      if !copies.isEmpty {
        found.append((copies, rule))
        continue
      }
      for (dimension, member) in key.dimensions
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

  /// True for a figure that is listed beside one with a narrower member of the part: "458 giảng viên, 163
  /// viên chức" are two kinds there, whatever lies within what elsewhere.
  private func isApart(_ whole: Int, from part: AspectKey) -> Bool {
    let key = survey.index.key(whole)
    return part.dimensions.contains { dimension, member in
      let sibling = key.with(dimension, member)
      guard let wider = key.dimensions[dimension], wider != member, sibling != part else {
        return false
      }
      return survey.index.all(sibling).contains {
        survey.index.isSameBlock($0, whole)
      }
    }
  }

  /// True where the wider figure follows in the same list, as a sibling whose dimension was lost,
  /// or where the text calls the narrower one its whole ("70,6% trong 412 viên chức").
  private func isReversed(_ whole: Int, _ part: Int) -> Bool {
    if survey.wholeOf[whole] == part { return true }
    let gap = survey.facts[whole].source.line - survey.facts[part].source.line
    return part < whole && (survey.index.isSameBlock(part, whole) || (0...2).contains(gap))
  }

  private func conceptWholes(of fact: Int, _ rules: [Rule]) -> [Relation] {
    rules.compactMap { rule in
      guard case .conceptPart(let part, let concept, let needs) = rule.operands,
        survey.facts[fact].concept == part, survey.facts[fact].nature == .actual,
        needs.isEmpty || survey.facts[fact].dimensions[needs] != nil,
        let unit = survey.unit(of: concept)
      else { return nil }
      let key = survey.index.key(fact).with(concept: concept, unit: unit)
      let copies = survey.index.nearestFirst(key, to: fact)
      return copies.isEmpty
        ? nil : Relation(rule, copies.map { .atMost(parts: [fact], whole: $0) })
    }
  }
}
