/// A word, a number or a sign of the text.
package struct Token: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case word, number, sign, superscript }

  package var kind: Kind
  /// Byte range in the text as read.
  package var range: Range<Int>
  /// The folded word, or for a sign its scalar.
  package var hash: UInt64
  package var startsUpper: Bool
  package var isAllUpper: Bool
  /// True where white space, a line break or a segment's end stands before it.
  package var spaced: Bool

  package func isSign(_ character: Unicode.Scalar) -> Bool {
    kind == .sign && hash == UInt64(character.value)
  }
}

/// Cuts text into tokens, on UTF-8 bytes.
package enum Tokenizer {
  /// Tokens of pieces of `bytes`, in order.
  package static func tokens(_ bytes: [UInt8], _ segments: [Range<Int>]) -> [Token] {
    var tokens: [Token] = []
    for segment in segments { append(bytes, segment, to: &tokens) }
    return tokens
  }

  private static func append(_ bytes: [UInt8], _ segment: Range<Int>, to tokens: inout [Token]) {
    var index = segment.lowerBound
    let end = segment.upperBound
    var spaced = true
    while index < end {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C {
        spaced = true
        index += 1
        continue
      }
      let (scalar, width) = Folding.decode(bytes, index, end)
      if scalar == 0xA0 || scalar == 0xFEFF || scalar == 0xAD || scalar == 0x200B {
        spaced = true
        index += width
        continue
      }
      let start = index
      var kind = Token.Kind.sign
      if let stop = endOfMisread(bytes, start, end) {
        kind = .number
        index = stop
      } else if isDigit(byte) {
        kind = .number
        index = endOfNumber(bytes, start, end)
      } else if isLetter(scalar) {
        index = endOfWord(bytes, start, end)
        kind = .word
      } else {
        index += width
        if isSuperscript(scalar) { kind = .superscript }
      }
      let range = start..<index
      var upper = false
      var all = false
      if kind == .word {
        upper = Folding.isUpper(scalar)
        all = upper && isAllUpper(bytes, range)
      }
      let hash =
        kind == .word || kind == .number
        ? Folding.hash(bytes, range) : UInt64(scalar)
      tokens.append(
        Token(
          kind: kind, range: range, hash: hash, startsUpper: upper, isAllUpper: all,
          spaced: spaced))
      spaced = false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  package static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A }
    if scalar >= 0x2000 && scalar < 0x2C00 { return false }
    return (scalar >= 0xC0 && scalar != 0xD7 && scalar != 0xF7 && scalar < 0x2000)
      || scalar >= 0x3000 && scalar < 0xFE00
  }

  package static func isSuperscript(_ scalar: UInt32) -> Bool {
    scalar == 0xB9 || scalar == 0xB2 || scalar == 0xB3 || (scalar >= 0x2070 && scalar <= 0x2079)
  }

  /// Digits with points and commas between digits.
  private static func endOfNumber(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      if isDigit(bytes[index]) {
        index += 1
      } else if (bytes[index] == 0x2E || bytes[index] == 0x2C), index > start, index + 1 < end,
        isDigit(bytes[index + 1]), isDigit(bytes[index - 1])
      {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  private static func endOfWord(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let (scalar, width) = Folding.decode(bytes, index, end)
      guard isLetter(scalar) || (index > start && isDigit(bytes[index])) else { break }
      index += width
    }
    return index
  }

  private static func isAllUpper(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, width) = Folding.decode(bytes, index, range.upperBound)
      if isLetter(scalar) && !Folding.isUpper(scalar) && scalar < 0x300
        || scalar >= 0x1E00
          && isLetter(scalar) && !Folding.isUpper(scalar)
      {
        return false
      }
      index += width
    }
    return true
  }

  /// The end of a number that OCR read with letters for 0 and 1 ("l2", "6.79O", "44,l", "Ol").
  ///
  /// - Returns: nil where no such number begins; a Roman numeral before a point ("I.2") is none.
  private static func endOfMisread(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start
    var digits = 0
    var letters = 0
    while index < end {
      switch bytes[index] {
      case 0x30...0x39: digits += 1
      case 0x6C, 0x4F, 0x6F, 0x49: letters += 1
      case 0x2E, 0x2C:
        guard index > start, index + 1 < end, isNumeric(bytes[index + 1]) else {
          return finished(bytes, start, index, end, digits, letters)
        }
      default: return finished(bytes, start, index, end, digits, letters)
      }
      index += 1
    }
    return finished(bytes, start, index, end, digits, letters)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == 0x6C || byte == 0x4F || byte == 0x6F || byte == 0x49
  }

  private static func finished(
    _ bytes: [UInt8], _ start: Int, _ stop: Int, _ end: Int, _ digits: Int, _ letters: Int
  ) -> Int? {
    guard letters > 0, stop - start >= 2 else { return nil }
    if stop < end {
      let (scalar, _) = Folding.decode(bytes, stop, end)
      if isLetter(scalar) { return nil }
    }
    let isRoman = bytes[start] == 0x49 && !isDigit(bytes[start + 1])
    if isRoman { return nil }
    // "Ol", "OI": no word begins so
    return digits > 0 || bytes[start] == 0x4F && stop - start == 2 && bytes[start + 1] != 0x6F
      ? stop : nil
  }
}
