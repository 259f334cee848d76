import DocumentModel

/// An exact decimal wide enough for the products of figures: `mantissa` over ten to the `scale`.
///
/// The figures that rules accept (`isInRange`) have at most 13 digits and 6 decimals, so a product
/// of two, times a thousand and brought to a common scale, stays below the 38 digits of `Int128`.
struct Exact: Sendable, Comparable {
  let mantissa: Int128
  let scale: Int

  init(_ mantissa: Int128, scale: Int = 0) {
    self.mantissa = mantissa
    self.scale = scale
  }

  init(_ value: ExactDecimal) {
    self.init(Int128(value.mantissa), scale: value.scale)
  }

  static let zero = Exact(0)

  /// False for figures so long that a product could overflow: rules leave them undecided.
  static func isInRange(_ value: ExactDecimal) -> Bool {
    value.scale <= 6 && value.mantissa.magnitude <= 1_000_000_000_000
  }

  static func + (left: Exact, right: Exact) -> Exact {
    let (a, b, scale) = aligned(left, right)
    return Exact(a + b, scale: scale)
  }

  static func - (left: Exact, right: Exact) -> Exact { left + -right }

  static prefix func - (value: Exact) -> Exact { Exact(-value.mantissa, scale: value.scale) }

  static func * (left: Exact, right: Exact) -> Exact {
    Exact(left.mantissa * right.mantissa, scale: left.scale + right.scale)
  }

  static func < (left: Exact, right: Exact) -> Bool {
    let (a, b, _) = aligned(left, right)
    return a < b
  }

  static func == (left: Exact, right: Exact) -> Bool {
    let (a, b, _) = aligned(left, right)
    return a == b
  }

  /// The value with trailing zeros dropped, or nil where it doesn't fit an `ExactDecimal`.
  var decimal: ExactDecimal? {
    var digits = mantissa
    var places = scale
    while places > 0 && digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    guard places <= 9, let narrow = Int64(exactly: digits) else { return nil }
    return ExactDecimal(narrow, scale: places)
  }

  private static func aligned(_ left: Exact, _ right: Exact) -> (Int128, Int128, Int) {
    if left.scale == right.scale { return (left.mantissa, right.mantissa, left.scale) }
    let scale = max(left.scale, right.scale)
    return (
      left.mantissa * powerOfTen(scale - left.scale),
      right.mantissa * powerOfTen(scale - right.scale), scale
    )
  }
}
