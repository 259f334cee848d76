import Catalogue
import DocumentModel

/// Tells a clerk's slip from an aspect that was lost in reading.
///
/// A relation that only shared aspects suggest, and that is broken so badly that no slip of one
/// numeral explains it, says more about the reading than about the report.
struct Plausibility {
  let survey: Survey

  /// The relation, a milder one, or nil where it isn't worth raising.
  func judged(_ relation: Relation) -> Relation? {
    guard relation.rule.relation != .breakdown, relation.tie == .aspects else { return relation }
    switch relation.readings.first {
    case .atMost(let parts, let whole)?:
      if isPlausible(parts, whole) { return relation }
      return parts.count == 1 && isLengthened(parts[0], whole) ? milder(relation) : nil
    case .sum(let whole, let parts)?:
      return judged(relation, whole, parts)
    default: return relation
    }
  }

  private func value(_ figure: Int) -> Exact { Exact(survey.facts[figure].value) }

  private func sum(_ figures: [Int]) -> Exact { figures.reduce(.zero) { $0 + value($1) } }

  /// Parts of more than twice their whole are misread; so is a stated none against many.
  private func isPlausible(_ parts: [Int], _ whole: Int) -> Bool {
    let total = value(whole)
    let sum = sum(parts)
    if total == .zero { return !survey.isStock(survey.facts[whole].concept) && sum <= Exact(10) }
    return sum <= total + total
  }

  private func judged(_ relation: Relation, _ whole: Int, _ parts: [Int]) -> Relation? {
    let total = value(whole)
    let sum = sum(parts)
    guard sum != total else { return relation }
    let gap = sum - total
    let isSlip =
      explains(whole, total + gap) || parts.contains { explains($0, value($0) - gap) }
    if isSlip { return relation }
    guard sum <= total + total, total <= sum + sum else { return nil }
    return milder(relation)
  }

  private func milder(_ relation: Relation) -> Relation {
    var milder = relation
    milder.severity = min(relation.severity, .warning)
    return milder
  }

  /// True where a digit too many made a part of hundreds larger than its whole.
  private func isLengthened(_ part: Int, _ whole: Int) -> Bool {
    let written = survey.facts[part].value
    guard written.isWhole, written >= ExactDecimal(100), value(whole) >= Exact(10) else {
      return false
    }
    let digits = Array(String(written.mantissa).utf8)
    return digits.indices.dropFirst().contains { position in
      guard digits[position] == digits[position - 1] else { return false }
      var rest = digits
      rest.remove(at: position)
      guard let value = ExactDecimal(String(decoding: rest, as: UTF8.self)) else { return false }
      return Exact(value) <= self.value(whole)
    }
  }

  /// True where a common slip leads from the figure to the value that the others ask for.
  private func explains(_ figure: Int, _ wanted: Exact) -> Bool {
    guard .zero <= wanted, let value = wanted.decimal else { return false }
    let fact = survey.facts[figure]
    return Slip.between(fact.value, fact.decimals, value, value.scale) < .other
  }
}
