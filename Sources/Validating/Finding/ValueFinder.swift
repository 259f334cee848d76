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
        survey.facts[figure].concept == concept, survey.facts[figure].statistic == .total,
        survey.facts[figure].unit == survey.unit(of: concept)
      else { return [] }
      return [
        Relation(rule, [.notBelow(figure, bound: low)]),
        Relation(rule, [.notAbove(figure, bound: high)]),
      ]
    }
  }

  private func rule(_ kind: Rule.Kind) -> Rule? { survey.rules.first(kind) }

  /// Dimensions that say where a figure stands rather than which part it is.
  private var setting: Set<String> {
    guard case .dimensions(let names)? = survey.rules.first(.share)?.operands else { return [] }
    return Set(names)
  }

  /// True for a share that can't exceed 100%: of a part, not of a target or of another period.
  private func isShareOfPart(_ fact: Fact) -> Bool {
    guard fact.isShare, fact.per == nil else { return false }
    guard let of = fact.of else {
      // A flow that only its setting narrows may be compared with its plan ("đạt 102,2%").
      let narrowing = fact.dimensions.keys.filter { !setting.contains($0) }
      return fact.nature == .actual && !fact.dimensions.isEmpty
        && (survey.isStock(fact.concept) || !narrowing.isEmpty)
    }
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
