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
    let a = Digits(left, leftDecimals)
    let b = Digits(right, rightDecimals)
    if a.stripped == b.stripped { return .exchange }
    if a.count == b.count {
      return a.isExchanged(b) ? .exchange : a.isOneApart(b) ? .digit : .other
    }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return long.loses(short) ? .digit : .other
  }

  /// True where two values are near enough to be two statements of one figure.
  static func isRestatement(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    let gap = Exact(left) - Exact(right)
    let size = gap < .zero ? -gap : gap
    let larger = max(left, right)
    if larger < ExactDecimal(10) { return size == Exact(1) }
    if size * Exact(100) <= Exact(larger) { return true }
    let scale = max(left.scale, right.scale)
    let a = Digits(left, scale)
    let b = Digits(right, scale)
    if a.count == b.count { return between(left, scale, right, scale) < .other }
    return min(a.count, b.count) >= 2 && between(left, scale, right, scale) == .digit
  }
}

/// The digits of a figure as they are written, packed into four bits each: figures are compared by
/// the ten thousand while a report is checked.
private struct Digits: Equatable {
  private var packed: UInt128
  private(set) var count: Int

  init(_ value: ExactDecimal, _ decimals: Int) {
    let zeros = max(0, decimals - value.scale)
    var rest = value.mantissa.magnitude
    packed = 0
    count = 0
    repeat {
      packed |= UInt128(rest % 10) << (4 * count)
      count += 1
      rest /= 10
    } while rest > 0
    if packed != 0 {
      packed <<= 4 * zeros
      count += zeros
    }
  }

  /// Without the zeros at the end.
  var stripped: Digits {
    var rest = self
    while rest.packed & 15 == 0 && rest.count > 1 {
      rest.packed >>= 4
      rest.count -= 1
    }
    return rest
  }

  /// True where one digit differs.
  func isOneApart(_ other: Digits) -> Bool {
    let apart = packed ^ other.packed
    guard apart != 0 else { return false }
    return apart >> (apart.trailingZeroBitCount & ~3) <= 15
  }

  /// True where two digits beside each other have changed places.
  func isExchanged(_ other: Digits) -> Bool {
    let apart = packed ^ other.packed
    guard apart != 0 else { return false }
    let place = apart.trailingZeroBitCount & ~3
    guard apart >> place <= 255 else { return false }
    let (a, b) = ((packed >> place) & 255, (other.packed >> place) & 255)
    return a >> 4 == b & 15 && a & 15 == b >> 4
  }

  /// True where leaving out one digit gives another.
  func loses(_ short: Digits) -> Bool {
    guard count == short.count + 1 else { return false }
    return (0..<count).contains { place in
      let low = packed & (1 << (4 * place) - 1)
      let high = packed >> (4 * (place + 1))
      return (high << (4 * place)) | low == short.packed
    }
  }
}
