import DocumentModel

/// Reads the `operands` cell of a rule; nil for one that doesn't follow its kind's form.
enum OperandParser {
  // `sex, age`
  static func names(_ text: String) -> [String] {
    let names = split(text, ",")
    return names.allSatisfy(isName) ? names : []
  }

  // `grade: * = excellent + good + failed? | good + failed?; under=near; over=warning`
  static func partition(_ text: String, _ severity: Flag.Severity) -> Rule.Operands? {
    let clauses = split(text, ";")
    guard let head = clauses.first, let (dimension, equation) = pair(head, ":"),
      isName(dimension), let (whole, sum) = pair(equation, "="), whole == "*" || isMember(whole)
    else { return nil }
    var readings: [[Rule.Partition.Group]] = []
    for reading in split(sum, "|") {
      let groups = split(reading.replacing(" + ", with: "\u{1}"), "\u{1}").compactMap(group)
      guard groups.count >= 2 || (groups.count == 1 && groups[0].members.count == 1) else {
        return nil
      }
      readings.append(groups)
    }
    var under = Rule.Effect.severity(severity)
    var over = Rule.Effect.severity(severity)
    for clause in clauses.dropFirst() {
      guard let (name, value) = pair(clause, "="), let effect = effect(value) else { return nil }
      switch name {
      case "under": under = effect
      case "over": over = effect
      default: return nil
      }
    }
    guard !readings.isEmpty else { return nil }
    return .partition(
      Rule.Partition(
        dimension: dimension, whole: whole == "*" ? nil : whole, readings: readings,
        under: under, over: over))
  }

  /// `group: education, health < education_and_health`; `*` is any member, `!kinh` none of it.
  static func subset(_ text: String) -> Rule.Operands? {
    guard let (dimension, rest) = pair(text, ":"), let (left, parent) = pair(rest, "<"),
      isName(dimension), isMember(parent)
    else { return nil }
    let children = split(left, ",")
    guard !children.isEmpty,
      children.allSatisfy({ child in
        child == "*" || isMember(child.hasPrefix("!") ? String(child.dropFirst()) : child)
      })
    else { return nil }
    return .subset(dimension: dimension, children: children, parent: parent)
  }

  // `grade: failed < satisfactory < good < excellent`
  static func scale(_ text: String) -> Rule.Operands? {
    guard let (dimension, rest) = pair(text, ":"), isName(dimension) else { return nil }
    let members = split(rest, "<")
    guard members.count >= 2, members.allSatisfy(isMember) else { return nil }
    return .scale(dimension: dimension, members: members)
  }

  // `violating_members < inspected_members: activity`
  static func conceptPart(_ text: String) -> Rule.Operands? {
    let (relation, needs) = pair(text, ":") ?? (text, "")
    guard let (part, whole) = pair(relation, "<"), isName(part), isName(whole),
      needs.isEmpty || isName(needs)
    else { return nil }
    return .conceptPart(part: part, whole: whole, needs: needs)
  }

  // `members: + admissions - deaths`
  static func balance(_ text: String) -> Rule.Operands? {
    guard let (stock, rest) = pair(text, ":"), isName(stock) else { return nil }
    var inflows: [String] = []
    var outflows: [String] = []
    var sign: String?
    for word in split(rest, " ") {
      if word == "+" || word == "-" {
        sign = word
      } else if isName(word), let current = sign {
        if current == "+" { inflows.append(word) } else { outflows.append(word) }
        sign = nil
      } else {
        return nil
      }
    }
    guard sign == nil, !inflows.isEmpty, !outflows.isEmpty else { return nil }
    return .balance(stock: stock, inflows: inflows, outflows: outflows)
  }

  // `rated_members < members: rated = no | exempt + not_yet`
  static func coverage(_ text: String) -> Rule.Operands? {
    guard let (relation, rest) = pair(text, ":"), let (flow, stock) = pair(relation, "<"),
      let (dimension, sum) = pair(rest, "="), isName(flow), isName(stock), isName(dimension)
    else { return nil }
    let readings = split(sum, "|").map { split($0, "+") }
    guard !readings.isEmpty, readings.allSatisfy({ $0.allSatisfy(isMember) }) else { return nil }
    return .coverage(flow: flow, stock: stock, dimension: dimension, readings: readings)
  }

  // `removals{reason=expelled} = disciplined_members{form=expulsion}`
  static func equal(_ text: String) -> Rule.Operands? {
    guard let cut = text.firstRange(of: "} = "),
      let left = aspects(String(text[..<cut.lowerBound]) + "}"),
      let right = aspects(String(text[cut.upperBound...]))
    else { return nil }
    return .equal(left, right)
  }

  // `age_mean: 18 < 100`
  static func range(_ text: String) -> Rule.Operands? {
    guard let (concept, rest) = pair(text, ":"), let (low, high) = pair(rest, "<"),
      let low = Int(low), let high = Int(high), low < high, isName(concept)
    else { return nil }
    return .range(concept: concept, low: low, high: high)
  }

  // `history: 5`
  static func outlier(_ text: String) -> Rule.Operands? {
    guard let (basis, least) = pair(text, ":"), let basis = Rule.Basis(rawValue: basis),
      let least = Int(least), least >= 3
    else { return nil }
    return .outlier(basis, least: least)
  }

  // `confidence 300; concepts members, admissions; natures actual`
  static func applicability(_ text: String) -> Rule.Applicability? {
    var found = Rule.Applicability()
    for clause in split(text, ";") {
      guard let (name, value) = pair(clause, " ") else { return nil }
      switch name {
      case "confidence":
        guard let least = Int(value), (0...1000).contains(least) else { return nil }
        found.confidence = least
      case "concepts":
        let concepts = names(value)
        guard !concepts.isEmpty else { return nil }
        found.concepts = Set(concepts)
      case "natures":
        let natures = split(value, ",").map(Fact.Nature.init)
        guard !natures.isEmpty, !natures.contains(nil) else { return nil }
        found.natures = Set(natures.compactMap { $0 })
      default: return nil
      }
    }
    return found
  }

  private static func aspects(_ text: String) -> Rule.Aspects? {
    guard text.hasSuffix("}"), let (concept, list) = pair(String(text.dropLast()), "{") else {
      return nil
    }
    var dimensions: [String: String] = [:]
    for entry in split(list, ",") {
      guard let (name, member) = pair(entry, "="), isName(name), isMember(member) else {
        return nil
      }
      dimensions[name] = member
    }
    return isName(concept) ? Rule.Aspects(concept: concept, dimensions: dimensions) : nil
  }

  // `standing_committee/committee` or `failed?`
  private static func group(_ text: String) -> Rule.Partition.Group? {
    let isOptional = text.hasSuffix("?")
    let members = split(isOptional ? String(text.dropLast()) : text, "/")
    guard !members.isEmpty, members.allSatisfy(isMember) else { return nil }
    return Rule.Partition.Group(members: members, isOptional: isOptional)
  }

  private static func effect(_ text: String) -> Rule.Effect? {
    switch text {
    case "near": return .near
    case "nothing": return .nothing
    default: return Flag.Severity(rawValue: text).map(Rule.Effect.severity)
    }
  }

  private static func pair(_ text: String, _ separator: Character) -> (String, String)? {
    guard let cut = text.firstIndex(of: separator) else { return nil }
    return (trimmed(text[..<cut]), trimmed(text[text.index(after: cut)...]))
  }

  private static func split(_ text: String, _ separator: Character) -> [String] {
    text.split(separator: separator).map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.firstIndex { $0 != " " } ?? text.endIndex
    let end = text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? text.endIndex
    return start < end ? String(text[start..<end]) : ""
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        byte == 0x5F || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      }
  }

  private static func isMember(_ text: String) -> Bool {
    isName(text.hasSuffix("+") ? String(text.dropLast()) : text)
  }
}
