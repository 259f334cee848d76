/// Gives headings of TCVN3 the capitals back that their font shows.
///
/// The ABC fonts have no capitals with a tone: "ĐẢNG BỘ" is stored as "ĐảNG Bộ". A letter with a
/// tone becomes a capital where all other letters around it are capitals. Headings typed in lower
/// case for a font of capitals (.VnTimeH) look like any other text and stay as they are.
enum CapitalRestorer {
  static func restore(_ line: inout DecodedLine) {
    let words = line.words
    let kinds = words.map { kind(of: line.scalars[$0]) }
    for (index, word) in words.enumerated() {
      switch kinds[index] {
      case .capitals: raise(word, in: &line)
      case .open where neighbours(of: index, kinds): raise(word, in: &line)
      case .open, .lower: continue
      }
    }
  }

  private enum Kind {
    /// At least two capitals, and lower case only where a tone is.
    case capitals
    /// Fits either way: "Bộ", "Xã", "ở".
    case open
    case lower
  }

  private static func kind(of word: ArraySlice<UInt32>) -> Kind {
    var capitals = 0
    for scalar in word {
      guard let letter = VietnameseLetter(scalar) else { return .open }
      if letter.isUpper {
        capitals += 1
      } else if letter.tone == 0 {
        return .lower
      }
    }
    return capitals >= 2 ? .capitals : .open
  }

  /// True where the nearest words that are not open, on both sides, are in capitals.
  private static func neighbours(of index: Int, _ kinds: [Kind]) -> Bool {
    let before = kinds[..<index].last { $0 != .open }
    let after = kinds[(index + 1)...].first { $0 != .open }
    switch (before, after) {
    case (nil, nil): return false
    case (.lower, _), (_, .lower): return false
    default: return true
    }
  }

  private static func raise(_ word: Range<Int>, in line: inout DecodedLine) {
    for index in word {
      guard let letter = VietnameseLetter(line.scalars[index]), !letter.isUpper,
        let upper = VietnameseLetter.scalar(base: letter.base, tone: letter.tone, isUpper: true)
      else { continue }
      line.scalars[index] = upper
    }
  }
}
