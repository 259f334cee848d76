/// Vietnamese letters in UTF-8 bytes: decoding, case, and the fold used for matching.
enum Letters {
  enum Case { case upper, lower, none }

  /// One decoded scalar and its length in bytes; a damaged byte is U+FFFD of length 1.
  static func decode(_ bytes: [UInt8], at index: Int, end: Int) -> (scalar: UInt32, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= end else { return (0xFFFD, 1) }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for next in bytes[(index + 1)..<(index + length)] {
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    return (scalar, length)
  }

  /// The scalar that ends at `end`.
  static func decodeLast(
    _ bytes: [UInt8], start: Int, end: Int
  ) -> (scalar: UInt32, length: Int) {
    var index = end - 1
    while index > start, end - index < 4, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    let (scalar, length) = decode(bytes, at: index, end: end)
    return index + length == end ? (scalar, length) : (0xFFFD, 1)
  }

  static func letterCase(_ scalar: UInt32) -> Case {
    switch scalar {
    case 0x41...0x5A: .upper
    case 0x61...0x7A: .lower
    case 0xC0...0xDE where scalar != 0xD7: .upper
    case 0xDF...0xFF where scalar != 0xF7: .lower
    case 0x100...0x17F, 0x1E00...0x1EFF: scalar & 1 == 0 ? .upper : .lower
    case 0x1A0, 0x1AF: .upper
    case 0x1A1, 0x1B0: .lower
    default: .none
    }
  }

  static func isLetter(_ scalar: UInt32) -> Bool { letterCase(scalar) != .none }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// White space that may stand at a line's ends or between words.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0B, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000, 0xFEFF:
      true
    default: false
    }
  }

  static func isCombining(_ scalar: UInt32) -> Bool { (0x300...0x36F).contains(scalar) }

  /// The value of a superscript digit, or nil.
  static func superscript(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2070: 0
    case 0x2074...0x2079: UInt8(scalar - 0x2070)
    default: nil
    }
  }

  /// The bare lower-case letter of a Vietnamese letter: `Ộ` is `o`; other ASCII stays; nil where
  /// the scalar leaves no trace in a fold (combining marks, letters of other scripts).
  static func fold(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x41...0x5A: UInt8(scalar) | 0x20
    case 0x21...0x7E: UInt8(scalar)
    case 0xC0...0xC5, 0xE0...0xE5, 0x102, 0x103, 0x1EA0...0x1EB7: 0x61
    case 0xC8...0xCB, 0xE8...0xEB, 0x1EB8...0x1EC7: 0x65
    case 0xCC...0xCF, 0xEC...0xEF, 0x128, 0x129, 0x1EC8...0x1ECB: 0x69
    case 0xD2...0xD6, 0xF2...0xF6, 0x1A0, 0x1A1, 0x1ECC...0x1EE3: 0x6F
    case 0xD9...0xDC, 0xF9...0xFC, 0x168, 0x169, 0x1AF, 0x1B0, 0x1EE4...0x1EF1: 0x75
    case 0xDD, 0xFD, 0x1EF2...0x1EF9: 0x79
    case 0xD0, 0x110, 0x111: 0x64
    case 0x2013, 0x2014: 0x2D
    default: nil
    }
  }
}
