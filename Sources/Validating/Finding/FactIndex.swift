import Catalogue
import DocumentModel

/// The facts of a document, found by their aspects.
struct FactIndex {
  let facts: [Fact]
  let periods: PeriodClasses
  /// The reporting unit, interned like the others; nil where the header doesn't name it.
  let reportingUnit: Int?
  private let keys: [AspectKey]
  private let byKey: [AspectKey: [Int]]
  /// The same without hedged figures of which there is an exact one.
  private let exactByKey: [AspectKey: [Int]]
  private let byBlock: [Int: [Int]]
  private let byConcept: [String: [Int]]
  private let byDimension: [String: [Int]]

  init(_ extraction: Extraction, ranks: [String]) {
    facts = extraction.facts
    var names = UnitNames(ranks: ranks)
    let bare = facts.map { fact in
      AspectKey(
        concept: fact.concept, unit: fact.unit, nature: fact.nature, statistic: fact.statistic,
        per: fact.per, entity: names.number(of: fact.entity.name, code: fact.entity.code),
        period: fact.period, dimensions: Members(fact.dimensions))
    }
    let periods = PeriodClasses(facts) { bare[$0] }
    self.periods = periods
    keys = bare.map { $0.with(period: periods[$0.period]) }
    byKey = Dictionary(grouping: facts.indices, by: { [keys] in keys[$0] })
    exactByKey = byKey.mapValues { [facts] copies in
      let exact = copies.filter { facts[$0].qualifier == .exact }
      return exact.isEmpty ? copies : exact
    }
    byBlock = Dictionary(grouping: facts.indices, by: { [facts] in facts[$0].context.block })
    let counts = facts.indices.filter { [facts] in facts[$0].isCount }
    byConcept = Dictionary(grouping: counts, by: { [facts] in facts[$0].concept })
    var byDimension: [String: [Int]] = [:]
    for fact in counts {
      for dimension in facts[fact].dimensions.keys {
        byDimension[dimension, default: []].append(fact)
      }
    }
    self.byDimension = byDimension
    if let unit = extraction.header.unit {
      let number = names.number(of: unit, code: nil)
      reportingUnit = bare.contains { $0.entity == number } ? number : FactIndex.mostCommon(bare)
    } else {
      reportingUnit = FactIndex.mostCommon(bare)
    }
  }

  func key(_ fact: Int) -> AspectKey { keys[fact] }

  /// Figures that are stated more than once, each time, in the order of their first.
  var copies: [[Int]] { byKey.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] } }

  /// All facts with these aspects, in reading order; a hedged one ("trên 400" of a headline) only where
  /// none is stated exactly.
  func all(_ key: AspectKey) -> [Int] {
    var canonical = key
    canonical.period = periods[key.period]
    return exactByKey[canonical] ?? []
  }

  func nearest(_ key: AspectKey, to fact: Int) -> Int? { nearest(among: all(key), to: fact) }

  /// All facts with these aspects, the nearest first.
  func nearestFirst(_ key: AspectKey, to fact: Int) -> [Int] {
    let found = all(key).filter { $0 != fact }
    if found.count < 2 { return found }
    return found.map { (distance($0, fact), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// The fact written nearest to another: in its own block first, then by distance.
  func nearest(among candidates: [Int], to fact: Int) -> Int? {
    candidates.filter { $0 != fact }.min { distance($0, fact) < distance($1, fact) }
  }

  func distance(_ left: Int, _ right: Int) -> Int {
    let gap = abs(facts[left].source.start - facts[right].source.start)
    return facts[left].context.block == facts[right].context.block ? gap : gap + 100_000
  }

  /// The counts of a concept, in reading order.
  func counts(of concept: String) -> [Int] { byConcept[concept] ?? [] }

  /// The counts that have a dimension, in reading order.
  func counts(by dimension: String) -> [Int] { byDimension[dimension] ?? [] }

  func block(of fact: Int) -> [Int] { byBlock[facts[fact].context.block] ?? [] }

  func isSameBlock(_ left: Int, _ right: Int) -> Bool {
    facts[left].context.block == facts[right].context.block
  }

  /// True where the two stand in one block, or in neighbouring ones as items of a list do.
  func isNear(_ left: Int, _ right: Int) -> Bool {
    isSameBlock(left, right)
      || abs(facts[left].source.line - facts[right].source.line) <= 2
  }

  private static func mostCommon(_ keys: [AspectKey]) -> Int? {
    let counts = Dictionary(grouping: keys, by: \.entity).mapValues(\.count)
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }
}
