/// An exact decimal number: `mantissa` divided by ten to the power `scale`.
///
/// Figures of reports are kept as written: 44,1 is 441 with scale 1, and 5,0 is 50 with scale 1.
/// Comparison and equality are by value (5,0 equals 5); the stated decimals live beside the value,
/// in `Fact.decimals`.
package struct ExactDecimal: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let mantissa: Int64
  package let scale: Int

  /// Trailing zeros are dropped, so that equal values have equal fields.
  package init(_ mantissa: Int64, scale: Int = 0) {
    var digits = mantissa
    var places = scale
    while places > 0 && digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    self.mantissa = digits
    self.scale = places
  }

  /// Reads plain decimal notation with a point ("-4", "44.1"); nil for anything else or too long.
  package init?(_ text: some StringProtocol) {
    var digits: Int64 = 0
    var scale = 0
    var seenPoint = false
    var negative = false
    var any = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x2D where index == 0: negative = true
      case 0x2E where !seenPoint: seenPoint = true
      case 0x30...0x39:
        let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, overflowed) = product.addingReportingOverflow(Int64(byte - 0x30))
        if overflow || overflowed { return nil }
        digits = sum
        any = true
        if seenPoint { scale += 1 }
      default: return nil
      }
    }
    guard any, scale <= 9 else { return nil }
    self.init(negative ? -digits : digits, scale: scale)
  }

  package var isWhole: Bool { scale == 0 }
  package var negated: ExactDecimal { ExactDecimal(-mantissa, scale: scale) }

  /// For statistics and display only; rules compare exactly.
  package var approximate: Double {
    var power = 1.0
    for _ in 0..<scale { power *= 10 }
    return Double(mantissa) / power
  }

  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let (a, b, _) = aligned(left, right)
    return a < b
  }

  package static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    let (a, b, scale) = aligned(left, right)
    return ExactDecimal(Int64(clamping: a + b), scale: scale)
  }

  package static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    left + right.negated
  }

  /// Decimal digits with a point, whole numbers without one: `16`, `44.1`, `-4`.
  package var description: String {
    guard scale > 0 else { return String(mantissa) }
    var digits = String(mantissa.magnitude)
    while digits.utf8.count <= scale { digits = "0" + digits }
    let cut = digits.index(digits.endIndex, offsetBy: -scale)
    return (mantissa < 0 ? "-" : "") + digits[..<cut] + "." + digits[cut...]
  }

  private static func aligned(
    _ left: ExactDecimal, _ right: ExactDecimal
  ) -> (Int128, Int128, Int) {
    let scale = max(left.scale, right.scale)
    return (
      Int128(left.mantissa) * powerOfTen(scale - left.scale),
      Int128(right.mantissa) * powerOfTen(scale - right.scale), scale
    )
  }
}

/// Ten to the power `exponent`, exactly; `exponent` from 0 to 38.
package func powerOfTen(_ exponent: Int) -> Int128 {
  var result: Int128 = 1
  for _ in 0..<exponent { result *= 10 }
  return result
}
