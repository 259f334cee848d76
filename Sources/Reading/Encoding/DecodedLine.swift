/// A line decoded from an old encoding: its scalars, and where each began in the file.
struct DecodedLine: Sendable, Hashable {
  var scalars: [UInt32] = []
  /// Byte offsets in the file, one for each scalar.
  var raws: [Int] = []

  mutating func append(_ scalar: UInt32, raw: Int) {
    scalars.append(scalar)
    raws.append(raw)
  }

  /// Puts a combining mark on the last letter; false where that is none that can carry it.
  mutating func compose(_ mark: UInt32) -> Bool {
    guard let last = scalars.last, let letter = VietnameseLetter.composing(last, with: mark) else {
      return false
    }
    scalars[scalars.count - 1] = letter
    return true
  }

  /// Ranges of scalars that are words: letters, and signs that text does not set between letters.
  ///
  /// Bytes read by the wrong table give such signs, hence they belong to the word they damage.
  var words: [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for (index, scalar) in scalars.enumerated() {
      if DecodedLine.isOfWord(scalar) {
        if start == nil { start = index }
      } else if let first = start {
        result.append(first..<index)
        start = nil
      }
    }
    if let first = start { result.append(first..<scalars.count) }
    return result
  }

  private static func isOfWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0...0x7F, 0xA0, 0x2010...0x2026, 0x2028...0x202F, 0xAB, 0xBB, 0xFEFF: false
    default: true
    }
  }
}
