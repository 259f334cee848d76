import DocumentModel

/// How a written figure may have come from another: the slips that clerks make.
enum Slip: Int, Comparable {
  /// Two numerals changed places, two neighbouring digits did, or a decimal comma moved.
  case exchange
  /// The value that the same figure has elsewhere.
  case copy
  /// A rate computed wrongly or left standing from a draft.
  case recomputed
  /// One digit for another, one left out or one too many.
  case digit
  /// Nothing common leads from one to the other.
  case other

  static func < (left: Slip, right: Slip) -> Bool { left.rawValue < right.rawValue }

  /// The slip that leads from one figure to another, `decimals` being those written.
  static func between(
    _ left: ExactDecimal, _ leftDecimals: Int, _ right: ExactDecimal, _ rightDecimals: Int
  ) -> Slip {
    let a = digits(left, leftDecimals)
    let b = digits(right, rightDecimals)
    if stripped(a) == stripped(b) { return .exchange }
    if a.count == b.count {
      let differing = a.indices.filter { a[$0] != b[$0] }
      if differing.count == 1 { return .digit }
      if let first = differing.first, let last = differing.last, differing.count == 2,
        last == first + 1, a[first] == b[last], a[last] == b[first]
      {
        return .exchange
      }
      return .other
    }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    if long.count == short.count + 1 {
      for skipped in long.indices {
        var rest = long
        rest.remove(at: skipped)
        if rest == short { return .digit }
      }
    }
    return .other
  }

  /// True where two values are near enough to be two statements of one figure.
  static func isRestatement(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    let gap = Exact(left) - Exact(right)
    let size = gap < .zero ? -gap : gap
    let larger = max(left, right)
    if larger < ExactDecimal(10) { return size == Exact(1) }
    if size * Exact(100) <= Exact(larger) { return true }
    let scale = max(left.scale, right.scale)
    let a = digits(left, scale)
    let b = digits(right, scale)
    if a.count == b.count { return between(left, scale, right, scale) < .other }
    return min(a.count, b.count) >= 2 && between(left, scale, right, scale) == .digit
  }

  private static func digits(_ value: ExactDecimal, _ decimals: Int) -> [UInt8] {
    let scale = max(0, decimals - value.scale)
    let mantissa = Int128(value.mantissa.magnitude) * powerOfTen(scale)
    return Array(String(mantissa).utf8)
  }

  private static func stripped(_ digits: [UInt8]) -> [UInt8] {
    var rest = digits
    while rest.last == 0x30 && rest.count > 1 { rest.removeLast() }
    return rest
  }
}
