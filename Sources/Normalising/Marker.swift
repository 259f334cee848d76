/// The numbering or bullet before a row's text.
struct Marker: Hashable {
  var kind: Kind
  var range: Range<Int>
  /// Its place among its siblings (3 for "3.", "III." and "c)"); 0 for bullets.
  var ordinal: Int

  enum Kind: Hashable {
    /// "PHẦN I", "Phần thứ nhất"
    case part
    /// "A."
    case capital
    /// "II."
    case roman
    /// "1." has depth 1, "1.2." depth 2
    case decimal(depth: Int)
    /// "1)"
    case closed
    /// "(1)"
    case enclosed
    /// "a)"
    case small
    /// "-", "+", "*", "•": the sign's scalar
    case bullet(UInt32)
  }

  /// True where `other` is the next of the same list.
  func isBefore(_ other: Marker) -> Bool { kind == other.kind && ordinal + 1 == other.ordinal }

  var isBullet: Bool { if case .bullet = kind { true } else { false } }

  /// How far outside a kind stands in a list where nothing else tells: bullets inside numbers.
  var rank: Int { Marker.rank(of: kind) }

  static func rank(of kind: Kind) -> Int {
    switch kind {
    case .part: 0
    case .capital: 1
    case .roman: 2
    case .decimal(let depth): 2 + depth
    case .closed, .enclosed: 6
    case .small: 7
    case .bullet(0x2B): 9
    case .bullet: 8
    }
  }
}
