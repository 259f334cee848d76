import DocumentModel

/// One thing that a fact says, for comparing two readings of one figure.
struct Aspect: Sendable, Hashable {
  /// `concept`, `period`, `entity`, `nature`, …, or a dimension's code.
  let name: String
  /// Left out of an explanation where no phrase decides it: the numeral itself says it.
  let isOptional: Bool

  private init(_ name: String, isOptional: Bool = false) {
    self.name = name
    self.isOptional = isOptional
  }

  /// The aspects of a fact that are not the default, in the order in which they are shown.
  static func stated(by fact: Fact) -> [Aspect] {
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
    return aspects.filter { !$0.isSame(in: fact, now) }
  }

  private func isSame(in fact: Fact, _ now: Fact) -> Bool {
    switch name {
    case "concept": fact.concept == now.concept
    case "period": fact.period == now.period
    case "entity": fact.entity == now.entity
    case "qualifier": fact.qualifier == now.qualifier
    case "nature": fact.nature == now.nature
    case "statistic": fact.statistic == now.statistic
    case "per": fact.per == now.per
    case "of": fact.of == now.of
    case "base": fact.base == now.base
    case "unit": fact.unit == now.unit
    case "value": fact.value == now.value && fact.upper == now.upper
    default: fact.dimensions[name] == now.dimensions[name]
    }
  }
}
