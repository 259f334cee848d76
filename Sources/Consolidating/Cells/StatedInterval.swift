import DocumentModel

/// What a statement allows its figure to be, by the contract's rules of tolerance.
///
/// Bounds are closed; nil is without bound.
struct StatedInterval: Sendable, Hashable {
  let lower: ExactDecimal?
  let upper: ExactDecimal?

  init(_ fact: Fact) {
    self.init(
      fact.value, upper: fact.upper, qualifier: fact.qualifier, decimals: fact.decimals,
      isCount: StatedInterval.isCount(fact))
  }

  init(
    _ value: ExactDecimal, upper end: ExactDecimal? = nil, qualifier: Fact.Qualifier,
    decimals: Int = 0, isCount: Bool
  ) {
    switch qualifier {
    case .about:
      let half = StatedInterval.halfOfLastDigit(value)
      (lower, upper) = (value - half, value + half)
    case .nearly:
      (lower, upper) = (StatedInterval.nineTenths(value), value)
    case .moreThan, .atLeast:
      (lower, upper) = (value, nil)
    case .lessThan, .atMost:
      (lower, upper) = (nil, value)
    case .exact:
      let half =
        isCount ? ExactDecimal(0) : ExactDecimal(5, scale: min(decimals, 17) + 1)
      (lower, upper) = (value - half, (end ?? value) + half)
    }
  }

  /// The distance between the bounds; nil without both.
  var width: ExactDecimal? {
    guard let lower, let upper else { return nil }
    return upper - lower
  }

  /// A count is what it is; a rate, a mean or a length is rounded.
  private static func isCount(_ fact: Fact) -> Bool {
    guard fact.statistic == .total || fact.statistic == .growth else { return false }
    return !["percent", "years", "ratio"].contains(fact.unit)
  }

  /// Half a unit of the last digit that is not zero: 50 for 700, 0.5 for 2316.
  private static func halfOfLastDigit(_ value: ExactDecimal) -> ExactDecimal {
    guard value.scale == 0, value.mantissa != 0 else {
      return ExactDecimal(5, scale: value.scale + 1)
    }
    var zeros = 0
    var digits = value.mantissa
    while digits % 10 == 0 {
      digits /= 10
      zeros += 1
    }
    return zeros == 0 ? ExactDecimal(5, scale: 1) : ExactDecimal(5 * Int64(powerOfTen(zeros - 1)))
  }

  private static func nineTenths(_ value: ExactDecimal) -> ExactDecimal? {
    let (product, overflows) = value.mantissa.multipliedReportingOverflow(by: 9)
    return overflows ? nil : ExactDecimal(product, scale: value.scale + 1)
  }
}
