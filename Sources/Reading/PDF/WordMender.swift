/// Joins pieces of a word that a file set one by one.
///
/// Where another font supplies the letters with marks, poppler sees a word end before and after
/// each of them ("ĐIỀ U"), and takes the letter for wider than it is, so that gaps can't be trusted
/// alone. Among the ways to join what touches, the one is taken that gives most Vietnamese
/// syllables and numbers, and of equals the one with fewest gaps, then with fewest pieces.
enum WordMender {
  /// As shares of the height: a space is a fifth of it.
  private static let touching = 0.09
  private static let loose = 0.4
  /// A chain is longer only where a file sets each letter by itself.
  private static let longestWord = 12

  /// Joins what fonts cut within words.
  ///
  /// - Parameter words: from left to right, of one line.
  /// - Returns: the words of the line in the same order.
  static func mended(_ words: [PDFWord]) -> [PDFWord] {
    var result: [PDFWord] = []
    var start = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, mayBelong(words[end - 1], words[end]) { end += 1 }
      result += divided(words[start..<end])
      start = end
    }
    return result
  }

  private static func gap(_ left: PDFWord, _ right: PDFWord) -> Double {
    (right.left - left.right) / max(left.height, right.height)
  }

  private static func mayBelong(_ left: PDFWord, _ right: PDFWord) -> Bool {
    guard left.isRaised == right.isRaised else { return false }
    let gap = gap(left, right)
    return gap < touching
      || gap < loose && isSplit(left.text, right.text)
        && !(isWhole(left.text) && isWhole(right.text))
  }

  /// Letters on both sides of the gap.
  private static func isSplit(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard let last = String(decoding: left, as: UTF8.self).unicodeScalars.last,
      let first = String(decoding: right, as: UTF8.self).unicodeScalars.first
    else { return false }
    return VietnameseLetter(last.value) != nil && VietnameseLetter(first.value) != nil
  }

  /// What a division costs, worst first.
  private struct Cost: Comparable {
    /// Words that are no syllable and no number.
    var odd = 0
    var gaps = 0
    var words = 0

    static func < (left: Cost, right: Cost) -> Bool {
      (left.odd, left.gaps, left.words) < (right.odd, right.gaps, right.words)
    }

    static func + (left: Cost, right: Cost) -> Cost {
      Cost(odd: left.odd + right.odd, gaps: left.gaps + right.gaps, words: left.words + right.words)
    }
  }

  /// The cheapest division of a chain into words.
  private static func divided(_ chain: ArraySlice<PDFWord>) -> [PDFWord] {
    guard chain.count > 1 else { return Array(chain) }
    let pieces = Array(chain)
    var best: [(cost: Cost, start: Int)] = [(Cost(), 0)]
    for end in 1...pieces.count {
      var least: (cost: Cost, start: Int)?
      for start in max(0, end - longestWord)..<end {
        guard let own = cost(pieces[start..<end]) else { continue }
        let total = best[start].cost + own
        if least.map({ total < $0.cost }) ?? true { least = (total, start) }
      }
      best.append(least ?? (best[end - 1].cost, end - 1))
    }
    var result: [PDFWord] = []
    var end = pieces.count
    while end > 0 {
      result.append(joined(pieces[best[end].start..<end]))
      end = best[end].start
    }
    return result.reversed()
  }

  /// The cost of one word; nil where pieces stand too far apart to be joined into anything but a
  /// syllable.
  private static func cost(_ pieces: ArraySlice<PDFWord>) -> Cost? {
    let gaps = pieces.indices.dropFirst().count {
      gap(pieces[$0 - 1], pieces[$0]) >= touching
    }
    if isWhole(Array(pieces.map(\.text).joined())) { return Cost(gaps: gaps, words: 1) }
    guard gaps == 0 else { return nil }
    // "số12-QĐ": what is a word in itself is not part of a symbol.
    let hidden = pieces.count > 1 ? pieces.count { isWord($0.text) } : 0
    return Cost(odd: 1 + hidden, words: 1)
  }

  private static func isWord(_ text: [UInt8]) -> Bool {
    let letters = String(decoding: text, as: UTF8.self).unicodeScalars
      .compactMap { VietnameseLetter($0.value) }
    return letters.count > 1 && letters.contains { !$0.isUpper } && isWhole(text)
  }

  private static func joined(_ pieces: ArraySlice<PDFWord>) -> PDFWord {
    var word = pieces[pieces.startIndex]
    for piece in pieces.dropFirst() {
      word.text += piece.text
      word.right = max(word.right, piece.right)
      word.top = min(word.top, piece.top)
      word.bottom = max(word.bottom, piece.bottom)
    }
    return word
  }

  /// A syllable with the signs around it, or a number.
  private static func isWhole(_ text: [UInt8]) -> Bool {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
    let letters = scalars.filter { VietnameseLetter($0) != nil }
    if letters.isEmpty { return scalars.contains { (0x30...0x39).contains($0) } }
    guard let first = scalars.firstIndex(where: { VietnameseLetter($0) != nil }),
      letters.elementsEqual(scalars[first..<(first + letters.count)]),
      !scalars.contains(where: { (0x30...0x39).contains($0) })
    else { return false }
    // A capital inside a word begins another: "xãPa".
    let isMixed = zip(letters, letters.dropFirst()).contains {
      VietnameseLetter($0)?.isUpper == false && VietnameseLetter($1)?.isUpper == true
    }
    return !isMixed && Syllable.isWellFormed(letters)
  }
}
