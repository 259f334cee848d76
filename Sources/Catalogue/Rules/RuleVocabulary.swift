import DocumentModel

/// The codes that rules may name; a rule about a concept that doesn't exist would never speak.
struct RuleVocabulary {
  let concepts: Set<String>
  /// Dimension code to its rows.
  let dimensions: [String: [Catalogue.Member]]

  /// Throws a `TableError` where a rule names a code that the tables don't have.
  func check(_ rule: Rule) throws(TableError) {
    for concept in rule.applies.concepts { try check(concept: concept, in: rule) }
    switch rule.operands {
    case .none, .outlier: break
    case .dimensions(let names): for name in names { try check(name, [], in: rule) }
    case .partition(let partition):
      let members = partition.readings.flatMap { $0.flatMap(\.members) }
      try check(partition.dimension, members + [partition.whole].compactMap { $0 }, in: rule)
    case .subset(let dimension, let children, let parent):
      let named = children.map { $0.hasPrefix("!") ? String($0.dropFirst()) : $0 }
      try check(dimension, named.filter { $0 != "*" } + [parent], in: rule)
    case .scale(let dimension, let members): try check(dimension, members, in: rule)
    case .conceptPart(let part, let whole, let needs):
      for concept in [part, whole] { try check(concept: concept, in: rule) }
      if !needs.isEmpty { try check(needs, [], in: rule) }
    case .balance(let stock, let inflows, let outflows):
      for concept in [stock] + inflows + outflows { try check(concept: concept, in: rule) }
    case .coverage(let flow, let stock, let dimension, let readings):
      for concept in [flow, stock] { try check(concept: concept, in: rule) }
      try check(dimension, readings.flatMap { $0 }, in: rule)
    case .equal(let left, let right):
      for side in [left, right] {
        try check(concept: side.concept, in: rule)
        for (name, member) in side.dimensions.sorted(by: { $0.key < $1.key }) {
          try check(name, [member], in: rule)
        }
      }
    case .range(let concept, _, _): try check(concept: concept, in: rule)
    }
  }

  private func check(concept: String, in rule: Rule) throws(TableError) {
    guard !concepts.contains(concept) else { return }
    throw mistake(rule, "không có khái niệm \(concept)", "there is no concept \(concept)")
  }

  private func check(
    _ dimension: String, _ members: [String], in rule: Rule
  ) throws(TableError) {
    guard let known = dimensions[dimension] else {
      throw mistake(rule, "không có phân tổ \(dimension)", "there is no dimension \(dimension)")
    }
    let codes = Set(known.map(\.code))
    for member in members {
      let bare = member.hasSuffix("+") ? String(member.dropLast()) : member
      guard codes.contains(member) || codes.contains(bare) else {
        throw mistake(
          rule, "phân tổ \(dimension) không có \(member)",
          "the dimension \(dimension) has no member \(member)")
      }
    }
  }

  private func mistake(_ rule: Rule, _ vi: String, _ en: String) -> TableError {
    TableError(
      file: rule.place.file, line: rule.place.line, message: Message(vi: vi, en: en))
  }
}
