/// Chooses between two readings of a word that holds no digit.
///
/// Numerals are never chosen between: see `DoubtFinder`.
enum WordChooser {
  /// The first reading, with those words of the second that fit better.
  static func merged(_ first: RecognisedPage, _ second: RecognisedPage) -> RecognisedPage {
    var result = first
    for index in first.page.words.indices where !hasDigit(first.page.words[index].text) {
      let word = first.page.words[index]
      let others = second.page.words.indices.filter { second.page.words[$0].isSamePlace(as: word) }
      guard others.count == 1, let other = others.first,
        !hasDigit(second.page.words[other].text)
      else { continue }
      let own = Candidate(word.text, confidence: first.confidences[index])
      let rival = Candidate(second.page.words[other].text, confidence: second.confidences[other])
      if rival.isSameWord(as: own), rival.isBetter(than: own) {
        result.setText(second.page.words[other].text, at: index)
      }
    }
    return result
  }

  private static func hasDigit(_ text: [UInt8]) -> Bool {
    text.contains { (0x30...0x39).contains($0) }
  }

  private struct Candidate {
    let letters: [VietnameseLetter]
    let isSyllable: Bool
    let signs: Int
    let confidence: Double

    init(_ text: [UInt8], confidence: Double) {
      let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
        .filter { VietnameseLetter($0) != nil }
      letters = scalars.compactMap { VietnameseLetter($0) }
      isSyllable = !scalars.isEmpty && Syllable.isWellFormed(scalars)
      signs = scalars.count { $0 >= 0x80 }
      self.confidence = confidence
    }

    /// Two readings of one word differ in signs and at most one letter more or less.
    func isSameWord(as other: Candidate) -> Bool {
      !letters.isEmpty && !other.letters.isEmpty && abs(letters.count - other.letters.count) <= 1
    }

    /// A syllable before what is none; then, in capitals, the one with more signs, which are lost
    /// above capitals rather than made up; then the one that the program is surer of.
    func isBetter(than other: Candidate) -> Bool {
      if isSyllable != other.isSyllable { return isSyllable }
      let areCapitals = letters.allSatisfy(\.isUpper) && other.letters.allSatisfy(\.isUpper)
      if areCapitals, letters.count == other.letters.count, signs != other.signs {
        return signs > other.signs
      }
      return confidence > other.confidence + 5
    }
  }
}

extension PDFWord {
  /// True where two words share more than half of the smaller one's place.
  func isSamePlace(as other: PDFWord) -> Bool {
    let width = min(other.right, right) - max(other.left, left)
    let height = min(other.bottom, bottom) - max(other.top, top)
    return width > 0.5 * min(other.right - other.left, right - left)
      && height > 0.5 * min(other.height, self.height)
  }
}
