import DocumentModel

/// A figure as a rule sees it: what was written, and how exactly.
struct Stated: Sendable, Hashable {
  var value: ExactDecimal
  var upper: ExactDecimal?
  var decimals: Int
  var qualifier: Fact.Qualifier
  /// True for percentages, means and other measured numbers, which were rounded.
  var isMeasured: Bool

  init(_ fact: Fact) {
    value = fact.value
    upper = fact.upper
    decimals = fact.decimals
    qualifier = fact.qualifier
    isMeasured = !fact.isCountUnit || fact.statistic == .average || fact.statistic == .index
  }

  /// The numbers that it stands for, by the contract's rule of tolerance.
  var interval: Interval {
    let low = Exact(value)
    switch qualifier {
    case .exact:
      let high = upper.map { Exact($0) } ?? low
      guard isMeasured else { return Interval(lower: low, upper: high) }
      return Interval(lower: low - halfUnit(decimals), upper: high + halfUnit(decimals))
    case .about:
      let half = halfUnitOfLastDigit
      return Interval(lower: low - half, upper: (upper.map { Exact($0) } ?? low) + half)
    case .nearly:
      let nineTenths = low * Exact(9, scale: 1)
      return Interval(lower: min(low, nineTenths), upper: max(low, nineTenths))
    case .moreThan, .atLeast:
      return value.mantissa < 0
        ? Interval(lower: nil, upper: low) : Interval(lower: low, upper: nil)
    case .lessThan, .atMost:
      return value.mantissa < 0
        ? Interval(lower: low, upper: nil)
        : Interval(lower: nil, upper: upper.map { Exact($0) } ?? low)
    }
  }

  /// Half a unit of the last place written.
  private func halfUnit(_ places: Int) -> Exact { Exact(5, scale: places + 1) }

  /// Half a unit of the last digit that isn't zero: 50 for 700, 0,5 for 2.316.
  private var halfUnitOfLastDigit: Exact {
    var digits = value.mantissa
    if digits == 0 { return .zero }
    guard value.scale == 0 else { return halfUnit(value.scale) }
    var zeros = 0
    while digits % 10 == 0 {
      digits /= 10
      zeros += 1
    }
    return zeros == 0 ? halfUnit(0) : Exact(5 * powerOfTen(zeros - 1))
  }
}

extension Fact {
  /// True for what is counted in whole pieces: persons, organisations, cases, classes.
  var isCountUnit: Bool { unit != "percent" && unit != "years" && unit != "ratio" }

  /// A plain count, not a mean, a growth or an index.
  var isCount: Bool { isCountUnit && statistic == .total && per == nil }

  /// A share of a whole, not a growth or an index.
  var isShare: Bool { unit == "percent" && statistic == .total }
}
