import Catalogue

/// What lies within what, as the `subset`, `scale` and `separate` rules declare.
struct DimensionOrder {
  /// A wider member of the same dimension, and the rule that says so.
  struct Step {
    let member: String
    let rule: Rule
  }

  private var named: [String: [String: [Step]]] = [:]
  /// Steps of every member but those named with "!".
  private var anyOf: [String: [Step]] = [:]
  private var excluded: [String: Set<String>] = [:]
  private var loose: [String: [String: Set<String>]] = [:]
  private var steps: [String: (members: [String], rule: Rule)] = [:]
  /// Dimensions that don't narrow their concept.
  private(set) var separate: Set<String> = []

  init(_ rules: RuleTable) {
    for rule in rules.rules {
      switch rule.operands {
      case .subset(let dimension, let children, let parent) where rule.relation == .within:
        for child in children { loose[dimension, default: [:]][child, default: []].insert(parent) }
      case .subset(let dimension, let children, let parent):
        let step = Step(member: parent, rule: rule)
        for child in children {
          if child == "*" {
            anyOf[dimension, default: []].append(step)
          } else if child.hasPrefix("!") {
            excluded[dimension, default: []].insert(String(child.dropFirst()))
          } else {
            named[dimension, default: [:]][child, default: []].append(step)
          }
        }
      case .scale(let dimension, let members): steps[dimension] = (members, rule)
      case .dimensions(let names) where rule.relation == .separate: separate.formUnion(names)
      default: break
      }
    }
  }

  /// True where a list may have counted `narrower` within `member`.
  func mayHold(_ dimension: String, _ member: String, _ narrower: String) -> Bool {
    loose[dimension]?[narrower]?.contains(member) ?? false
  }

  /// The next lower step of a scale.
  func below(_ dimension: String, _ member: String) -> String? {
    guard let members = steps[dimension]?.members, let rank = members.firstIndex(of: member),
      rank > 0
    else { return nil }
    return members[rank - 1]
  }

  func isScale(_ dimension: String) -> Bool { steps[dimension] != nil }

  /// The members that hold all of `member` and more, but for the absence of the dimension.
  func wider(_ dimension: String, _ member: String) -> [Step] {
    var result = named[dimension]?[member] ?? []
    if !member.hasSuffix("+"), excluded[dimension]?.contains(member) != true {
      result += (anyOf[dimension] ?? []).filter { $0.member != member }
    }
    if let scale = steps[dimension] {
      let base = member.hasSuffix("+") ? String(member.dropLast()) : member
      if let rank = scale.members.firstIndex(of: base) {
        let from = member.hasSuffix("+") ? rank : rank + 1
        result += scale.members.prefix(from).map { Step(member: $0 + "+", rule: scale.rule) }
      }
    }
    return result
  }

  /// True where one member holds the other, so that they may not be added.
  func overlap(_ dimension: String, _ left: String, _ right: String) -> Bool {
    if left == right { return true }
    if let a = AgeRange(left), let b = AgeRange(right) { return a.overlaps(b) }
    return isWithin(dimension, left, right) || isWithin(dimension, right, left)
  }

  func isWithin(_ dimension: String, _ member: String, _ other: String) -> Bool {
    var open = [member]
    var seen: Set<String> = [member]
    while let next = open.popLast() {
      for step in wider(dimension, next) where seen.insert(step.member).inserted {
        if step.member == other { return true }
        open.append(step.member)
      }
    }
    return false
  }
}
