/// Finds the encoding of a text by decoding it each way and counting Vietnamese syllables.
enum EncodingDetector {
  enum Finding: Sendable, Hashable {
    case found(TextEncoding)
    /// Two or more fit equally well and read differently.
    case tied([TextEncoding])
    case none
  }

  /// How well a reading fits: words with signs that are syllables, and those that can't be.
  struct Score: Sendable, Hashable {
    var good = 0
    var bad = 0

    var balance: Int { good - 2 * bad }
    /// A text in Vietnamese with its names, abbreviations and typing mistakes; a word or two could
    /// be damage of any text.
    var isConvincing: Bool { good >= 3 && good >= 3 * bad }
  }

  /// How many bytes of lines with signs are looked at.
  private static let sample = 100_000

  /// What the lines of a text are encoded in.
  static func detect(_ lines: [[EightBitDecoder.Unit]]) -> Finding {
    var best: [(encoding: TextEncoding, score: Score, text: [DecodedLine])] = []
    for encoding in TextEncoding.eightBit {
      let decoder = EightBitDecoder(encoding: encoding)
      let text = lines.map(decoder.decode)
      let score = score(of: text)
      guard score.isConvincing else { continue }
      if let rival = best.first, rival.score.balance > score.balance { continue }
      if let rival = best.first, rival.score.balance < score.balance { best = [] }
      best.append((encoding, score, text))
    }
    guard let first = best.first else { return .none }
    let differing = best.filter { $0.text.map(\.scalars) != first.text.map(\.scalars) }
    return differing.isEmpty
      ? .found(first.encoding) : .tied([first.encoding] + differing.map(\.encoding))
  }

  static func score(of lines: [DecodedLine]) -> Score {
    var score = Score()
    for line in lines {
      for word in line.words {
        let scalars = line.scalars[word]
        guard scalars.contains(where: { $0 >= 0x80 }) else { continue }
        if Syllable.isWellFormed(scalars) {
          score.good += 1
        } else if !isAbbreviation(scalars) {
          score.bad += 1
        }
      }
    }
    return score
  }

  /// "ĐBQH", "HĐND".
  private static func isAbbreviation(_ word: ArraySlice<UInt32>) -> Bool {
    word.allSatisfy { VietnameseLetter($0)?.isUpper ?? false }
  }

  /// The lines that hold bytes above ASCII, up to some 100,000 bytes of them.
  static func sample(of bytes: [UInt8]) -> [[EightBitDecoder.Unit]] {
    var lines: [[EightBitDecoder.Unit]] = []
    var size = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: true)
    where line.contains(where: { $0 >= 0x80 }) {
      lines.append(line.prefix(10_000).map { (UInt32($0), 0) })
      size += line.count
      if size > sample { break }
    }
    return lines
  }
}
