/// What a relation says of figures; they are named by their index in the extraction.
enum Shape: Hashable {
  /// The parts add up to the whole.
  case sum(whole: Int, parts: [Int])
  /// The parts together are at most the whole.
  case atMost(parts: [Int], whole: Int)
  /// Part of whole, in percent.
  case share(percent: Int, part: Int, whole: Int)
  /// Some whole number of the whole gives the percentage.
  case shareBase(percent: Int, whole: Int)
  /// Shares of one whole are at most 100%.
  case sharesTotal([Int])
  case average(mean: Int, total: Int, count: Int)
  /// A mean over a span: `numerator` / `denominator` years, quarters or months.
  case averageOver(mean: Int, total: Int, numerator: Int, denominator: Int)
  /// `change` = current − earlier.
  case change(change: Int, current: Int, earlier: Int)
  /// Growth in percent.
  case rate(rate: Int, current: Int, earlier: Int)
  /// Growth in percent where only the change and the current count are stated.
  case rateOfChange(rate: Int, current: Int, change: Int)
  /// Current in percent (`times` 100) or as a multiple (`times` 1) of earlier.
  case index(index: Int, current: Int, earlier: Int, times: Int)
  case balance(opening: Int, inflows: [Int], outflows: [Int], closing: Int)
  case equal(Int, Int)
  case wholeNumber(Int)
  case notAbove(Int, bound: Int)
  case notBelow(Int, bound: Int)

  /// Every figure, the one that the others should give first.
  var figures: [Int] {
    switch self {
    case .sum(let whole, let parts), .atMost(let parts, let whole): return [whole] + parts
    case .share(let percent, let part, let whole): return [percent, part, whole]
    case .shareBase(let percent, let whole): return [percent, whole]
    case .sharesTotal(let shares): return shares
    case .average(let mean, let total, let count): return [mean, total, count]
    case .averageOver(let mean, let total, _, _): return [mean, total]
    case .change(let change, let current, let earlier): return [change, current, earlier]
    case .rate(let rate, let current, let earlier): return [rate, current, earlier]
    case .rateOfChange(let rate, let current, let change): return [rate, current, change]
    case .index(let index, let current, let earlier, _): return [index, current, earlier]
    case .balance(let opening, let inflows, let outflows, let closing):
      return [closing, opening] + inflows + outflows
    case .equal(let a, let b): return [a, b]
    case .wholeNumber(let figure), .notAbove(let figure, _), .notBelow(let figure, _):
      return [figure]
    }
  }

  /// The formula, or nil for a shape that is no formula (`shareBase`, `wholeNumber`).
  var formula: Formula? {
    switch self {
    case .sum(let whole, let parts):
      return Formula(terms: parts.map { .figure(1, $0) } + [.figure(-1, whole)])
    case .atMost(let parts, let whole):
      return Formula(
        terms: parts.map { .figure(1, $0) } + [.figure(-1, whole)], isInequality: true)
    case .share(let percent, let part, let whole):
      return Formula(terms: [.product(1, percent, whole), .figure(-100, part)])
    case .sharesTotal(let shares):
      return Formula(
        terms: shares.map { .figure(1, $0) } + [.constant(-100)], isInequality: true)
    case .average(let mean, let total, let count):
      return Formula(terms: [.product(1, mean, count), .figure(-1, total)])
    case .averageOver(let mean, let total, let numerator, let denominator):
      return Formula(terms: [.figure(numerator, mean), .figure(-denominator, total)])
    case .change(let change, let current, let earlier):
      return Formula(terms: [.figure(1, change), .figure(-1, current), .figure(1, earlier)])
    case .rate(let rate, let current, let earlier):
      return Formula(terms: [.product(1, rate, plus: 100, earlier), .figure(-100, current)])
    case .rateOfChange(let rate, let current, let change):
      let growth = Formula.Term(
        coefficient: 1, first: .init(figure: rate), second: .init(figure: current, less: change))
      return Formula(terms: [growth, .figure(-100, change)])
    case .index(let index, let current, let earlier, let times):
      return Formula(terms: [.product(1, index, earlier), .figure(-times, current)])
    case .balance(let opening, let inflows, let outflows, let closing):
      return Formula(
        terms: [.figure(1, opening)] + inflows.map { .figure(1, $0) }
          + outflows.map { .figure(-1, $0) } + [.figure(-1, closing)])
    case .equal(let a, let b): return Formula(terms: [.figure(1, a), .figure(-1, b)])
    case .notAbove(let figure, let bound):
      return Formula(terms: [.figure(1, figure), .constant(-bound)], isInequality: true)
    case .notBelow(let figure, let bound):
      return Formula(terms: [.figure(-1, figure), .constant(bound)], isInequality: true)
    case .shareBase, .wholeNumber: return nil
    }
  }
}
