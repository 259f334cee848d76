/// A polynomial of figures that should be zero, or at most zero.
///
/// Each figure stands in it once, so that interval arithmetic gives its exact range.
struct Formula {
  var terms: [Term]
  var isInequality = false

  struct Term {
    var coefficient: Int
    /// One or two.
    var factors: [Linear]
  }

  /// A weighted sum of figures and a constant.
  struct Linear {
    var parts: [(coefficient: Int, figure: Int)]
    var constant: Int = 0
  }

  /// The figures that it binds.
  var figures: [Int] { terms.flatMap { $0.factors.flatMap { $0.parts.map(\.figure) } } }

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
      var product: Interval?
      for factor in term.factors {
        let range = factor.range(interval)
        product = product.map { $0 * range } ?? range
      }
      total = total + (product ?? Interval(Exact(1))).scaled(by: term.coefficient)
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
    var total = Interval(Exact(Int128(constant)))
    for part in parts { total = total + interval(part.figure).scaled(by: part.coefficient) }
    return total
  }
}

extension Formula.Term {
  /// `coefficient` times one figure.
  static func figure(_ coefficient: Int, _ figure: Int) -> Formula.Term {
    Formula.Term(coefficient: coefficient, factors: [.init(parts: [(1, figure)])])
  }

  /// `coefficient` times (figure + constant) times another figure.
  static func product(
    _ coefficient: Int, _ figure: Int, plus constant: Int = 0, _ other: Int
  ) -> Formula.Term {
    Formula.Term(
      coefficient: coefficient,
      factors: [
        .init(parts: [(1, figure)], constant: constant), .init(parts: [(1, other)]),
      ])
  }

  static func constant(_ value: Int) -> Formula.Term {
    Formula.Term(coefficient: value, factors: [])
  }
}
