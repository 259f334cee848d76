/// A polynomial of figures that should be zero, or at most zero.
///
/// Each figure stands in it once, so that interval arithmetic gives its exact range.
struct Formula {
  var terms: [Term]
  var isInequality = false

  /// A coefficient times none, one or two factors.
  struct Term {
    var coefficient: Int
    var first: Linear?
    var second: Linear?
  }

  /// A figure, less another, and a constant.
  struct Linear {
    var figure: Int
    var less: Int?
    var constant: Int = 0
  }

  /// The value where each term is a coefficient times one figure or none, and each figure one whole
  /// number; nil for any other formula.
  ///
  /// Most are sums of counts, asked for ten thousand times while a slip is looked for.
  func plainValue(_ wholes: [Int64?]) -> Int64? {
    var total: Int64 = 0
    for term in terms {
      guard term.second == nil else { return nil }
      var value: Int64 = 1
      if let first = term.first {
        guard first.less == nil, let whole = wholes[first.figure] else { return nil }
        value = whole + Int64(first.constant)
      }
      total += value * Int64(term.coefficient)
    }
    return total
  }

  /// True where the figures can be such that the formula holds.
  func holds(_ interval: (Int) -> Interval) -> Bool {
    let range = range(interval)
    guard isInequality else { return range.contains(.zero) }
    guard let lower = range.lower else { return true }
    return lower <= .zero
  }

  func range(_ interval: (Int) -> Interval) -> Interval {
    var total = Interval(.zero)
    for term in terms {
      var product = Interval(Exact(1))
      if let first = term.first { product = first.range(interval) }
      if let second = term.second { product = product * second.range(interval) }
      total = total + product.scaled(by: term.coefficient)
    }
    return total
  }

  /// The value of one figure at which the formula is zero, the others being points.
  func root(of figure: Int, _ point: (Int) -> Exact) -> (dividend: Exact, divisor: Exact)? {
    func value(_ assumed: Exact) -> Exact? {
      let range = range { Interval($0 == figure ? assumed : point($0)) }
      return range.lower
    }
    guard let atZero = value(.zero), let atOne = value(Exact(1)) else { return nil }
    let slope = atOne - atZero
    guard slope != .zero else { return nil }
    return (-atZero, slope)
  }
}

extension Formula.Linear {
  func range(_ interval: (Int) -> Interval) -> Interval {
    var range = interval(figure)
    if let less { range = range + interval(less).scaled(by: -1) }
    return constant == 0 ? range : range + Interval(Exact(Int128(constant)))
  }
}

extension Formula.Term {
  /// `coefficient` times one figure.
  static func figure(_ coefficient: Int, _ figure: Int) -> Formula.Term {
    Formula.Term(coefficient: coefficient, first: .init(figure: figure))
  }

  /// `coefficient` times (figure + constant) times another figure.
  static func product(
    _ coefficient: Int, _ figure: Int, plus constant: Int = 0, _ other: Int
  ) -> Formula.Term {
    Formula.Term(
      coefficient: coefficient, first: .init(figure: figure, constant: constant),
      second: .init(figure: other))
  }

  static func constant(_ value: Int) -> Formula.Term { Formula.Term(coefficient: value) }
}
