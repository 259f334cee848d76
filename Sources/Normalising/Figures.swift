import Catalogue

/// Tells the cells of a table that hold figures from those that hold words.
enum Figures {
  /// "46", "1.015", "50,0", "8 (16,3%)", "12/15", "-", "không", and "l2" as OCR leaves it.
  static func isFigure(_ range: Range<Int>, in draft: Draft) -> Bool {
    var digits = 0
    var letters = 0
    var dashes = 0
    var others = 0
    var characters = 0
    for piece in draft.pieces(range) {
      var index = piece.lowerBound
      while index < piece.upperBound {
        let (scalar, length) = Letters.decode(draft.bytes, at: index, end: piece.upperBound)
        index += length
        characters += 1
        switch scalar {
        case 0x30...0x39: digits += 1
        case 0x2D, 0x2010...0x2015, 0x2212: dashes += 1
        case 0x20, 0xA0, 0x25, 0x28, 0x29, 0x2B, 0x2C, 0x2E, 0x2F, 0x2A, 0x7E, 0x2026, 0x5C: break
        default: if Letters.isLetter(scalar) { letters += 1 } else { others += 1 }
        }
      }
    }
    if others > 0 { return false }
    if digits > 0 {
      return letters == 0 || letters == 1 && digits + letters <= 4 && characters <= 6
    }
    if dashes > 0 { return letters == 0 }
    return letters > 0 && draft.words.isExactly(.none, Words.fold(draft.bytes, range))
  }

  /// "31/12/2024", which heads a column and is no figure of it.
  static func isDay(_ range: Range<Int>, in draft: Draft) -> Bool {
    let parts = draft.bytes[range].filter { $0 != 0x20 }
      .split(separator: 0x2F, omittingEmptySubsequences: false)
    return parts.count == 3 && parts[2].count == 4
      && parts[..<2].allSatisfy { (1...2).contains($0.count) }
      && parts.allSatisfy { $0.allSatisfy(Letters.isDigit) }
  }

  static func hasDigit(_ range: Range<Int>, in draft: Draft) -> Bool {
    draft.bytes[range].contains(where: Letters.isDigit)
  }

  /// "2024", "Năm 2024" is no figure but a heading.
  static func isYear(_ range: Range<Int>, in draft: Draft) -> Bool {
    let text = Words.fold(draft.bytes, range).filter(Letters.isDigit)
    return text.count == 4 && range.count == 4
      && (text.starts(with: [0x31, 0x39]) || text.starts(with: [0x32, 0x30]))
  }

  /// A row that numbers the columns: "1 2 3 4", "(1) (2) (3)", "A B 1 2 3".
  static func numbersColumns(_ cells: [Range<Int>], in draft: Draft) -> Bool {
    guard cells.count >= 3 else { return false }
    var expected = 0
    var letters: UInt8 = 0x61
    for cell in cells {
      let text = Words.fold(draft.bytes, cell).filter { $0 != 0x28 && $0 != 0x29 && $0 != 0x20 }
      if expected == 0, text == [letters] {
        letters += 1
        continue
      }
      guard let value = Int(String(decoding: text.prefix { Letters.isDigit($0) }, as: UTF8.self)),
        text.count <= 2 || text.contains(0x3D) || text.contains(0x2B)
      else { return false }
      if expected == 0 {
        guard value <= 2 else { return false }
      } else if value != expected {
        return false
      }
      expected = value + 1
    }
    return expected > 2
  }
}
