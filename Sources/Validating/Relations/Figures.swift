import DocumentModel

/// The figures of a document as stated, or as they would be after some edits.
struct Figures {
  private(set) var stated: [Stated]
  private(set) var intervals: [Interval]
  /// The value of a figure that stands for one whole number and nothing else.
  private var wholes: [Int64?]
  /// False for figures too long for exact products.
  let isUsable: [Bool]

  init(_ facts: [Fact]) {
    stated = facts.map(Stated.init)
    isUsable = facts.map { fact in
      Exact.isInRange(fact.value) && (fact.upper.map(Exact.isInRange) ?? true)
    }
    intervals = zip(stated, isUsable).map { figure, usable in
      usable ? figure.interval : Interval(lower: nil, upper: nil)
    }
    wholes = intervals.map(\.whole)
  }

  mutating func set(_ figure: Int, to value: Stated) {
    stated[figure] = value
    intervals[figure] = value.interval
    wholes[figure] = intervals[figure].whole
  }

  func outcome(of relation: Relation) -> Outcome { outcome(of: relation, relation.formulas) }

  /// The same for a relation whose formulas are at hand.
  func outcome(of relation: Relation, _ formulas: [Formula?]) -> Outcome {
    guard relation.figures.allSatisfy({ isUsable[$0] }) else { return .undecided }
    var result = Outcome.fail
    for (reading, formula) in zip(relation.readings, formulas) {
      switch outcome(of: reading, formula) {
      case .pass: return .pass
      case .truncated: result = .truncated
      case .fail, .undecided: break
      }
    }
    return result
  }

  func outcome(of shape: Shape) -> Outcome { outcome(of: shape, shape.formula) }

  /// The same for a shape whose formula is at hand.
  func outcome(of shape: Shape, _ formula: Formula?) -> Outcome {
    switch shape {
    case .wholeNumber(let figure): return stated[figure].value.isWhole ? .pass : .fail
    case .shareBase(let percent, let whole): return hasBase(percent, whole) ? .pass : .fail
    default: break
    }
    guard let formula else { return .undecided }
    if let value = formula.plainValue(wholes) {
      if formula.isInequality ? value <= 0 : value == 0 { return .pass }
    } else if formula.holds({ intervals[$0] }) {
      return .pass
    }
    return roundedAway(shape) ?? .fail
  }

  /// Pass for a small share raised to the last digit shown, truncated for one cut off, else nil.
  private func roundedAway(_ shape: Shape) -> Outcome? {
    guard let (rate, quotient) = recomputed(shape), stated[rate].qualifier == .exact else {
      return nil
    }
    let decimals = stated[rate].decimals
    if quotient.truncated(decimals: decimals) == stated[rate].value { return .truncated }
    let unit = ExactDecimal(1, scale: decimals)
    if case .share = shape, stated[rate].value == unit, quotient.numerator > 0,
      quotient.truncated(decimals: decimals) == ExactDecimal(0)
    {
      return .pass
    }
    return nil
  }

  /// The rate that a shape holds and what its counts give for it.
  func recomputed(_ shape: Shape) -> (rate: Int, quotient: Quotient)? {
    func value(_ figure: Int) -> Exact { Exact(stated[figure].value) }
    let hundred = Exact(100)
    let rate: Int
    let quotient: Quotient?
    switch shape {
    case .share(let percent, let part, let whole):
      rate = percent
      quotient = Quotient(value(part) * hundred, by: value(whole))
    case .average(let mean, let total, let count):
      rate = mean
      quotient = Quotient(value(total), by: value(count))
    case .averageOver(let mean, let total, let numerator, let denominator):
      rate = mean
      quotient = Quotient(
        value(total) * Exact(Int128(denominator)), by: Exact(Int128(numerator)))
    case .rate(let growth, let current, let earlier):
      rate = growth
      quotient = Quotient((value(current) - value(earlier)) * hundred, by: value(earlier))
    case .rateOfChange(let growth, let current, let change):
      rate = growth
      quotient = Quotient(value(change) * hundred, by: value(current) - value(change))
    case .index(let index, let current, let earlier, let times):
      rate = index
      quotient = Quotient(value(current) * Exact(Int128(times)), by: value(earlier))
    default: return nil
    }
    return quotient.map { (rate, $0) }
  }

  /// True where n of `whole`, for some whole number n, is the percentage.
  private func hasBase(_ percent: Int, _ whole: Int) -> Bool {
    guard let low = intervals[percent].lower, let high = intervals[percent].upper,
      let most = intervals[whole].upper
    else { return true }
    let from = (low * most).ceilingOfHundredth
    let to = (high * most).floorOfHundredth
    return from <= to
  }
}

extension Exact {
  fileprivate var floorOfHundredth: Int128 {
    let divisor = powerOfTen(scale + 2)
    let quotient = mantissa / divisor
    return mantissa % divisor < 0 ? quotient - 1 : quotient
  }

  fileprivate var ceilingOfHundredth: Int128 { -(-self).floorOfHundredth }
}
