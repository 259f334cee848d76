import DocumentModel

/// A quotient of two exact numbers, for display and for recomputing a rate; rules never divide.
struct Quotient {
  let numerator: Int128
  /// Above zero.
  let denominator: Int128

  /// Returns nil for a division by zero.
  init?(_ dividend: Exact, by divisor: Exact) {
    guard divisor.mantissa != 0 else { return nil }
    let sign: Int128 = divisor.mantissa < 0 ? -1 : 1
    numerator = sign * dividend.mantissa * powerOfTen(divisor.scale)
    denominator = sign * divisor.mantissa * powerOfTen(dividend.scale)
  }

  /// Rounded half away from zero to `decimals` places.
  func rounded(decimals: Int) -> ExactDecimal? {
    let scaled = numerator.magnitude * powerOfTen(decimals).magnitude
    let digits = (2 * scaled + denominator.magnitude) / (2 * denominator.magnitude)
    return decimal(digits, decimals)
  }

  /// Cut off after `decimals` places, as a calculator's display is copied.
  func truncated(decimals: Int) -> ExactDecimal? {
    decimal(numerator.magnitude * powerOfTen(decimals).magnitude / denominator.magnitude, decimals)
  }

  private func decimal(_ digits: UInt128, _ decimals: Int) -> ExactDecimal? {
    guard let narrow = Int64(exactly: digits) else { return nil }
    return ExactDecimal(numerator < 0 ? -narrow : narrow, scale: decimals)
  }
}
