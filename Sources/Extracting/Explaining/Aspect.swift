package import DocumentModel

/// One thing that a fact says, for comparing two readings of one figure.
package struct Aspect: Sendable, Hashable {
  /// `concept`, `period`, `entity`, `nature`, …, or a dimension's code.
  package let name: String
  /// Left out of an explanation where no phrase decides it: the numeral itself says it.
  let isOptional: Bool

  private init(_ name: String, isOptional: Bool = false) {
    self.name = name
    self.isOptional = isOptional
  }

  /// The aspects of a fact that are not the default, in the order in which they are shown.
  package static func stated(by fact: Fact) -> [Aspect] {
    var aspects = [Aspect("concept")]
    aspects += fact.dimensions.keys.sorted().map { Aspect($0) }
    aspects += [Aspect("period"), Aspect("entity")]
    if fact.qualifier != .exact { aspects.append(Aspect("qualifier")) }
    if fact.nature != .actual { aspects.append(Aspect("nature")) }
    if fact.statistic != .total { aspects.append(Aspect("statistic")) }
    if fact.per != nil { aspects.append(Aspect("per")) }
    if fact.of != nil { aspects.append(Aspect("of")) }
    if fact.base != nil { aspects.append(Aspect("base")) }
    return aspects + [Aspect("unit", isOptional: true), Aspect("value", isOptional: true)]
  }

  /// The aspects that are another in `now`; all of them where there is no such fact any more.
  static func changed(of fact: Fact, to now: Fact?) -> [Aspect] {
    let aspects = stated(by: fact)
    guard let now else { return aspects.filter { !$0.isOptional } }
    return aspects.filter { $0.value(in: fact) != $0.value(in: now) }
  }

  /// What a fact says of this aspect, in a form that compares.
  package func value(in fact: Fact) -> String {
    switch name {
    case "concept": fact.concept
    case "period": "\(fact.period.map { "\($0)" } ?? "-")"
    case "entity": fact.entity.name
    case "qualifier": fact.qualifier.rawValue
    case "nature": fact.nature.rawValue
    case "statistic": fact.statistic.rawValue
    case "per": fact.per ?? "-"
    case "of": "\(fact.of.map { "\($0)" } ?? "-")"
    case "base": "\(fact.base.map { "\($0)" } ?? "-")"
    case "unit": fact.unit
    case "value": "\(fact.value) \(fact.upper.map { "\($0)" } ?? "-")"
    default: fact.dimensions[name] ?? "-"
    }
  }
}
