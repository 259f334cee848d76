import Catalogue
import DocumentModel

/// Figures with equal aspects and values that no slip explains: they differ in something that no
/// aspect holds, so that a relation meant of one may have been found for the other.
struct Namesakes {
  let index: FactIndex
  /// What was found; the same figures come back in many relations.
  private var known: [Int: [Int]] = [:]
  /// Namesakes looked at for each figure.
  static let most = 3

  init(index: FactIndex) { self.index = index }

  private mutating func of(_ figure: Int) -> [Int] {
    if let found = known[figure] { return found }
    let found = namesakes(of: figure)
    known[figure] = found
    return found
  }

  private func namesakes(of figure: Int) -> [Int] {
    guard index.facts[figure].isCountUnit else { return [] }
    let own = index.facts[figure].value
    var values = [own]
    var found: [Int] = []
    for other in index.nearestFirst(index.key(figure), to: figure) {
      let value = index.facts[other].value
      if values.contains(value) || isSlip(value, own) { continue }
      values.append(value)
      found.append(other)
      if found.count == Namesakes.most { break }
    }
    return found
  }

  /// Every figure of one digit is a digit away from every other: there only neighbours count.
  private func isSlip(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    if Slip.isRestatement(left, right) { return true }
    guard max(left, right) >= ExactDecimal(10), min(left, right) > ExactDecimal(0) else {
      return false
    }
    let scale = max(left.scale, right.scale)
    return Slip.between(left, scale, right, scale) < .other
  }

  /// The relation with further readings, in each of which one figure gives way to a namesake.
  mutating func admitted(_ relation: Relation) -> Relation {
    guard let shape = relation.readings.first, Namesakes.concern(relation.rule.relation),
      relation.tie != .stated
    else {
      return relation
    }
    let figures = shape.figures
    var further: [Shape] = []
    for figure in replaceable(shape) {
      for other in of(figure) where !figures.contains(other) {
        further.append(shape.replacing(figure, by: other))
      }
    }
    return further.isEmpty ? relation : Relation(relation, readings: relation.readings + further)
  }

  /// A part is at most its whole whatever else is stated, and a share beside its count is of it.
  private func replaceable(_ shape: Shape) -> [Int] {
    switch shape {
    case .atMost(_, let whole): return [whole]
    case .share(let percent, let part, let whole):
      return index.isSameBlock(percent, part) ? [whole] : [part, whole]
    case .balance(let opening, let inflows, let outflows, let closing):
      // flows that one paragraph tells together are each other's, whatever is told elsewhere
      let flows = inflows + outflows
      let areTogether = flows.allSatisfy { index.isSameBlock($0, flows[0]) }
      return areTogether ? [opening, closing] : shape.figures
    default: return shape.figures
    }
  }

  private static func concern(_ kind: Rule.Kind) -> Bool {
    switch kind {
    case .breakdown, .units, .restatement, .equal, .wholeNumber, .atMostHundred, .notNegative,
      .range, .sharesTotal:
      return false
    default: return true
    }
  }
}

extension Shape {
  func replacing(_ old: Int, by new: Int) -> Shape {
    func swap(_ figure: Int) -> Int { figure == old ? new : figure }
    switch self {
    case .sum(let whole, let parts): return .sum(whole: swap(whole), parts: parts.map(swap))
    case .atMost(let parts, let whole):
      return .atMost(parts: parts.map(swap), whole: swap(whole))
    case .share(let percent, let part, let whole):
      return .share(percent: swap(percent), part: swap(part), whole: swap(whole))
    case .shareBase(let percent, let whole):
      return .shareBase(percent: swap(percent), whole: swap(whole))
    case .sharesTotal(let shares): return .sharesTotal(shares.map(swap))
    case .average(let mean, let total, let count):
      return .average(mean: swap(mean), total: swap(total), count: swap(count))
    case .averageOver(let mean, let total, let numerator, let denominator):
      return .averageOver(
        mean: swap(mean), total: swap(total), numerator: numerator, denominator: denominator)
    case .change(let change, let current, let earlier):
      return .change(change: swap(change), current: swap(current), earlier: swap(earlier))
    case .rate(let rate, let current, let earlier):
      return .rate(rate: swap(rate), current: swap(current), earlier: swap(earlier))
    case .rateOfChange(let rate, let current, let change):
      return .rateOfChange(rate: swap(rate), current: swap(current), change: swap(change))
    case .index(let index, let current, let earlier, let times):
      return .index(
        index: swap(index), current: swap(current), earlier: swap(earlier), times: times)
    case .balance(let opening, let inflows, let outflows, let closing):
      return .balance(
        opening: swap(opening), inflows: inflows.map(swap), outflows: outflows.map(swap),
        closing: swap(closing))
    case .equal(let a, let b): return .equal(swap(a), swap(b))
    case .wholeNumber(let figure): return .wholeNumber(swap(figure))
    case .notAbove(let figure, let bound): return .notAbove(swap(figure), bound: bound)
    case .notBelow(let figure, let bound): return .notBelow(swap(figure), bound: bound)
    }
  }
}
