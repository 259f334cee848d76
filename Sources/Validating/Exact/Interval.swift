import DocumentModel

/// A closed interval of exact numbers; a nil end is unbounded.
struct Interval: Sendable, Equatable {
  let lower: Exact?
  let upper: Exact?

  init(lower: Exact?, upper: Exact?) {
    self.lower = lower
    self.upper = upper
  }

  init(_ point: Exact) { self.init(lower: point, upper: point) }

  var isPoint: Bool {
    guard let lower, let upper else { return false }
    return lower == upper
  }

  /// The one whole number that it holds, up to what sums of figures leave room for; else nil.
  var whole: Int64? {
    guard let lower, let upper, lower.scale == 0, upper.scale == 0,
      lower.mantissa == upper.mantissa, lower.mantissa.magnitude <= 1_000_000_000_000
    else { return nil }
    return Int64(lower.mantissa)
  }

  func contains(_ value: Exact) -> Bool {
    if let lower, value < lower { return false }
    if let upper, upper < value { return false }
    return true
  }

  /// True where some number lies in both.
  func meets(_ other: Interval) -> Bool {
    if let upper, let low = other.lower, upper < low { return false }
    if let lower, let high = other.upper, high < lower { return false }
    return true
  }

  static func + (left: Interval, right: Interval) -> Interval {
    Interval(lower: sum(left.lower, right.lower), upper: sum(left.upper, right.upper))
  }

  /// Every product of a number of one and a number of the other.
  static func * (left: Interval, right: Interval) -> Interval {
    if let a = left.lower, let b = left.upper, let c = right.lower, let d = right.upper {
      let (ac, ad, bc, bd) = (a * c, a * d, b * c, b * d)
      return Interval(lower: min(ac, ad, bc, bd), upper: max(ac, ad, bc, bd))
    }
    let ends = [
      End(left.lower, below: true), End(left.upper, below: false),
    ].flatMap { a in
      [End(right.lower, below: true), End(right.upper, below: false)].map { b in a * b }
    }
    return Interval(lower: End.least(ends), upper: End.greatest(ends))
  }

  func scaled(by factor: Int) -> Interval {
    if factor == 0 { return Interval(.zero) }
    if factor == 1 { return self }
    let times = Exact(Int128(factor))
    let ends = (lower.map { $0 * times }, upper.map { $0 * times })
    return factor > 0
      ? Interval(lower: ends.0, upper: ends.1) : Interval(lower: ends.1, upper: ends.0)
  }

  private static func sum(_ left: Exact?, _ right: Exact?) -> Exact? {
    guard let left, let right else { return nil }
    return left + right
  }

  /// An end of an interval: a number, or an infinity with its sign.
  private enum End {
    case number(Exact)
    case infinite(positive: Bool)

    init(_ value: Exact?, below: Bool) {
      self = value.map(End.number) ?? .infinite(positive: !below)
    }

    /// Zero times infinity is zero: the infinite end is never reached.
    static func * (left: End, right: End) -> End {
      switch (left, right) {
      case (.number(let a), .number(let b)): return .number(a * b)
      case (.number(let a), .infinite(let positive)), (.infinite(let positive), .number(let a)):
        if a == .zero { return .number(.zero) }
        return .infinite(positive: positive == (.zero < a))
      case (.infinite(let a), .infinite(let b)): return .infinite(positive: a == b)
      }
    }

    static func least(_ ends: [End]) -> Exact? {
      var least: Exact?
      for end in ends {
        switch end {
        case .infinite(let positive): if !positive { return nil }
        case .number(let value): least = least.map { min($0, value) } ?? value
        }
      }
      return least
    }

    static func greatest(_ ends: [End]) -> Exact? {
      var greatest: Exact?
      for end in ends {
        switch end {
        case .infinite(let positive): if positive { return nil }
        case .number(let value): greatest = greatest.map { max($0, value) } ?? value
        }
      }
      return greatest
    }
  }
}
