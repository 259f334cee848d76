import Catalogue
import DocumentModel

/// Values that can't be, whatever the others say: fractions of persons, shares above 100%.
struct ValueFinder {
  let survey: Survey

  func relations() -> [Relation] {
    survey.facts.indices.flatMap { index -> [Relation] in
      let fact = survey.facts[index]
      var found: [Relation?] = []
      if fact.isCount {
        if fact.decimals > 0 || !fact.value.isWhole {
          found.append(rule(.wholeNumber).map { Relation($0, [.wholeNumber(index)]) })
        }
        if fact.value.mantissa < 0 {
          found.append(rule(.notNegative).map { Relation($0, [.notBelow(index, bound: 0)]) })
        }
      }
      if isShareOfPart(fact), fact.value >= ExactDecimal(90) {
        found.append(rule(.atMostHundred).map { Relation($0, [.notAbove(index, bound: 100)]) })
      }
      return found.compactMap { $0 } + ranges(index)
    }
  }

  private func ranges(_ figure: Int) -> [Relation] {
    survey.rules.rules(.range).flatMap { rule -> [Relation] in
      guard case .range(let concept, let low, let high) = rule.operands,
        survey.facts[figure].concept == concept, survey.facts[figure].statistic == .total
      else { return [] }
      return [
        Relation(rule, [.notBelow(figure, bound: low)]),
        Relation(rule, [.notAbove(figure, bound: high)]),
      ]
    }
  }

  private func rule(_ kind: Rule.Kind) -> Rule? { survey.rules.first(kind) }

  /// True for a share that can't exceed 100%: of a part, not of a target or of another period.
  private func isShareOfPart(_ fact: Fact) -> Bool {
    guard fact.isShare, fact.per == nil else { return false }
    guard let of = fact.of else { return !fact.dimensions.isEmpty && fact.nature == .actual }
    guard of.nature == .actual, let concept = of.concept, of.noun == nil else { return false }
    // A flow against a stock may exceed it; a stock or the same flow can't.
    return concept == fact.concept || survey.isStock(fact.concept)
      || survey.rules.rules(.coverage).contains { rule in
        if case .coverage(let flow, let stock, _, _) = rule.operands {
          return flow == fact.concept && stock == concept
        }
        return false
      }
  }
}
