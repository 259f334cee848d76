import Catalogue
import DocumentModel

/// All that the finders look at: one document's facts, the ties that its text states, the rules.
final class Survey {
  let extraction: Extraction
  let index: FactIndex
  let rules: RuleTable
  let order: DimensionOrder
  let catalogue: Catalogue
  /// As stated.
  let figures: Figures
  /// Count to the whole that "x/y" names.
  let wholeOf: [Int: Int]

  init(_ extraction: Extraction, _ catalogue: Catalogue) {
    self.extraction = extraction
    self.catalogue = catalogue
    rules = catalogue.rules
    index = FactIndex(extraction, ranks: catalogue.rules.unitRanks)
    order = DimensionOrder(catalogue.rules)
    figures = Figures(extraction.facts)
    var wholeOf: [Int: Int] = [:]
    for case .share(_, let part?, let whole?) in extraction.links { wholeOf[part] = whole }
    self.wholeOf = wholeOf
  }

  var facts: [Fact] { index.facts }

  func isStock(_ concept: String) -> Bool { catalogue.concepts[concept]?.isStock ?? false }

  func unit(of concept: String) -> String? { catalogue.concepts[concept]?.unit }

  /// Every relation of the document, each once, in the order of its first figure.
  func relations() -> [Relation] {
    var found: [Relation] = []
    found += BreakdownFinder(survey: self).relations()
    found += PartitionFinder(survey: self).relations()
    found += SharesCompleteFinder(survey: self).relations()
    found += SeriesFinder(survey: self).relations()
    found += UnitTableFinder(survey: self).relations()
    found += ExclusiveFinder(survey: self).relations()
    found += PartFinder(survey: self).relations()
    found += ShareFinder(survey: self).relations()
    found += SharesTotalFinder(survey: self).relations()
    found += AverageFinder(survey: self).relations()
    found += GrowthFinder(survey: self).relations()
    found += BalanceFinder(survey: self).relations()
    found += CoverageFinder(survey: self).relations()
    found += RestatementFinder(survey: self).relations()
    found += ValueFinder(survey: self).relations()
    var namesakes = Namesakes(index: index)
    let plausibility = Plausibility(survey: self)
    var byFirst: [[(relation: Relation, shapes: [Shape])]] = Array(
      repeating: [], count: facts.count)
    for relation in found.compactMap(plausibility.judged) {
      let admitted = namesakes.admitted(relation)
      let shapes = admitted.readings.map(\.normalised)
      guard let first = admitted.figures.min(),
        !byFirst[first].contains(where: { $0.shapes == shapes })
      else { continue }
      byFirst[first].append((admitted, shapes))
    }
    return byFirst.flatMap { $0.map(\.relation) }
  }
}

extension Shape {
  /// The same for two findings of one tie, whatever the order of the parts.
  fileprivate var normalised: Shape {
    switch self {
    case .sum(let whole, let parts): return .sum(whole: whole, parts: parts.sorted())
    case .atMost(let parts, let whole): return .atMost(parts: parts.sorted(), whole: whole)
    case .equal(let a, let b): return .equal(min(a, b), max(a, b))
    case .sharesTotal(let shares): return .sharesTotal(shares.sorted())
    default: return self
    }
  }
}
