/// How a piece of text begins and ends: whether a sentence goes on over a break.
enum Sentence {
  enum Opening { case capital, lower, digit, bracket, closing, other }
  enum Ending { case sentence, clause, comma, open }

  /// The first sign that tells; quotes and Markdown stars are looked through.
  static func opening(_ bytes: [UInt8], _ range: Range<Int>) -> Opening {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = Letters.decode(bytes, at: index, end: range.upperBound)
      index += length
      switch Letters.letterCase(scalar) {
      case .upper: return .capital
      case .lower: return .lower
      case .none: break
      }
      switch scalar {
      case 0x30...0x39: return .digit
      case 0x28, 0x5B: return .bracket
      case 0x29, 0x5D, 0x2C, 0x2E, 0x3B, 0x3A, 0x25, 0x2F: return .closing
      case 0x22, 0x27, 0x2A, 0x201C, 0x2018, 0xAB, 0x5C: continue
      default:
        if Letters.isSpace(scalar) { continue }
        return .other
      }
    }
    return .other
  }

  /// The last sign that tells; closing quotes, brackets after a full stop and stars are looked
  /// through.
  static func ending(_ bytes: [UInt8], _ range: Range<Int>) -> Ending {
    var end = range.upperBound
    while end > range.lowerBound {
      let (scalar, length) = Letters.decodeLast(bytes, start: range.lowerBound, end: end)
      end -= length
      switch scalar {
      case 0x2E, 0x21, 0x3F, 0x2026: return .sentence
      case 0x3A, 0x3B: return .clause
      case 0x2C: return .comma
      case 0x22, 0x27, 0x2A, 0x201D, 0x2019, 0xBB: continue
      case 0x29, 0x5D:  // "(… năm.)" ends, "(… năm)" does not tell
        let (before, _) =
          end > range.lowerBound
          ? Letters.decodeLast(bytes, start: range.lowerBound, end: end) : (0, 0)
        return before == 0x2E ? .sentence : .open
      default:
        if Letters.isSpace(scalar) { continue }
        return .open
      }
    }
    return .open
  }
}
