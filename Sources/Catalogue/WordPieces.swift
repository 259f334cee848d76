/// Words that a text layer cut or ran together: "đ ồng chí", "ĐIỀ U", "Tổchức", "số267".
///
/// Converters of PDF take a letter with its marks for narrower or wider than it is, and see a space
/// inside a word or none between two. Only matching sees the repair, the source never changes. Known
/// words are those of the phrases, so that no name is touched that no phrase holds.
struct WordPieces: Sendable {
  /// Folded words.
  private let known: Set<UInt64>

  init(known: Set<UInt64>) { self.known = known }

  func apply(_ tokens: inout [Token], bytes: [UInt8]) {
    guard tokens.contains(where: { isStrange($0, bytes) }) else { return }
    var result: [Token] = []
    result.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      if let (whole, count) = joined(at: index, tokens, bytes) {
        result.append(whole)
        index += count
        continue
      }
      if isStrange(tokens[index], bytes), let parts = parted(tokens[index], bytes) {
        result += parts
      } else {
        result.append(tokens[index])
      }
      index += 1
    }
    tokens = result
  }

  /// A word that no phrase holds, or a lone consonant.
  private func isStrange(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.kind == .word else { return false }
    if !known.contains(token.hash) { return true }
    return token.range.count <= 2 && vowelRuns(bytes, token.range) == 0
      && Folding.decode(bytes, token.range.lowerBound, token.range.upperBound).1
        == token.range.count
  }

  // MARK: Cut words

  /// A known word that two or three tokens make, single spaces between them; one of them is none
  /// itself.
  private func joined(
    at index: Int, _ tokens: [Token], _ bytes: [UInt8]
  ) -> (Token, count: Int)? {
    guard tokens[index].kind == .word else { return nil }
    var letters = Array(bytes[tokens[index].range])
    var isStrange = isStrange(tokens[index], bytes)
    var last = index
    while last + 1 < tokens.count, last - index < 2 {
      let next = tokens[last + 1]
      let gap = tokens[last].range.upperBound
      guard next.kind == .word, next.range.lowerBound == gap + 1, bytes[gap] == 0x20 else {
        return nil
      }
      letters += bytes[next.range]
      isStrange = isStrange || self.isStrange(next, bytes)
      last += 1
      // "đ. c" and "T P" are no words in pieces: without marks a word is seldom cut.
      guard isStrange, letters.contains(where: { $0 >= 0x80 }) else { continue }
      let hash = Folding.hash(letters, 0..<letters.count)
      if known.contains(hash) {
        var whole = tokens[index]
        whole.range = whole.range.lowerBound..<next.range.upperBound
        whole.hash = hash
        whole.isAllUpper = whole.isAllUpper && next.isAllUpper
        return (whole, last - index + 1)
      }
    }
    return nil
  }

  // MARK: Words run together

  private func vowelRuns(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var runs = 0
    var isVowel = false
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, width) = Folding.decode(bytes, index, range.upperBound)
      index += width
      if Folding.isMark(scalar) { continue }
      let now = Folding.isVowel(scalar)
      if now, !isVowel { runs += 1 }
      isVowel = now
    }
    return runs
  }

  /// Two known words, or a known word with marks and the number behind it.
  private func parted(_ token: Token, _ bytes: [UInt8]) -> [Token]? {
    guard token.range.count >= 4 else { return nil }
    // A syllable has one run of vowels.
    let isOneSyllable = vowelRuns(bytes, token.range) < 2
    var cut = token.range.lowerBound
    var scalars = 0
    while cut < token.range.upperBound {
      let (_, width) = Folding.decode(bytes, cut, token.range.upperBound)
      cut += width
      scalars += 1
      let (left, right) = (token.range.lowerBound..<cut, cut..<token.range.upperBound)
      guard scalars >= 2, right.count >= 2, cut < bytes.count,
        bytes[left].contains(where: { $0 >= 0x80 }) || bytes[right].contains(where: { $0 >= 0x80 }),
        known.contains(Folding.hash(bytes, left))
      else { continue }
      let isNumber = bytes[right].allSatisfy { (0x30...0x39).contains($0) }
      let rest = Folding.hash(bytes, right)
      if isNumber && bytes[left].contains(where: { $0 >= 0x80 })
        || known.contains(rest) && !isNumber && !isOneSyllable
      {
        var (first, second) = (token, token)
        first.range = left
        first.hash = Folding.hash(bytes, left)
        second.range = right
        second.hash = rest
        second.kind = isNumber ? .number : .word
        second.startsUpper = token.isAllUpper && !isNumber
        second.isAllUpper = token.isAllUpper && !isNumber
        second.spaced = false
        return [first, second]
      }
    }
    return nil
  }
}
