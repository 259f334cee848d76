import Catalogue

/// The structure lexicon, folded for matching against bytes.
struct Words: Sendable {
  private let folded: [StructureLexicon.Role: [[UInt8]]]

  init(_ lexicon: StructureLexicon) {
    var folded: [StructureLexicon.Role: [[UInt8]]] = [:]
    for (role, phrases) in lexicon.phrases {
      folded[role] = phrases.map { phrase in
        let bytes = Array(phrase.utf8)
        return Words.fold(bytes, 0..<bytes.count)
      }
    }
    self.folded = folded
  }

  /// Letters without tone and in lower case, runs of space as one, at most `limit` bytes.
  static func fold(_ bytes: [UInt8], _ range: Range<Int>, limit: Int = 400) -> [UInt8] {
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound, result.count < limit {
      let (scalar, length) = Letters.decode(bytes, at: index, end: range.upperBound)
      if Letters.isSpace(scalar) {
        if let last = result.last, last != 0x20 { result.append(0x20) }
      } else if let byte = Letters.fold(scalar) {
        result.append(byte)
      }
      index += length
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// The length of the longest phrase of a role that a folded text begins with, whole words only.
  func prefix(_ role: StructureLexicon.Role, of text: ArraySlice<UInt8>) -> Int? {
    var best: Int?
    for phrase in folded[role] ?? [] where text.starts(with: phrase) {
      let next = text.startIndex + phrase.count
      let isWhole = next >= text.endIndex || !Words.isWordByte(text[next])
      if isWhole, phrase.count > best ?? 0 { best = phrase.count }
    }
    return best
  }

  func prefix(_ role: StructureLexicon.Role, of text: [UInt8]) -> Int? {
    prefix(role, of: text[...])
  }

  /// True where a folded text ends with a phrase of a role, whole words only.
  func isSuffix(_ role: StructureLexicon.Role, of text: [UInt8]) -> Bool {
    (folded[role] ?? []).contains { phrase in
      guard text.count >= phrase.count, text.suffix(phrase.count).elementsEqual(phrase) else {
        return false
      }
      let before = text.count - phrase.count - 1
      return before < 0 || !Words.isWordByte(text[before])
    }
  }

  func isExactly(_ role: StructureLexicon.Role, _ text: [UInt8]) -> Bool {
    (folded[role] ?? []).contains(text)
  }

  /// For text set with a space between all letters.
  func isExactlyWithoutSpaces(_ role: StructureLexicon.Role, _ letters: [UInt8]) -> Bool {
    (folded[role] ?? []).contains { $0.filter { $0 != 0x20 } == letters }
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || Letters.isDigit(byte)
  }
}
