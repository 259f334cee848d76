import Catalogue

/// Reads the marker at the beginning of a text: "II.", "1.2.", "(3)", "a)", "-", "Phần thứ nhất".
struct MarkerParser {
  let bytes: [UInt8]
  let words: Words
  let end: Int

  func parse(at start: Int) -> Marker? {
    guard start < end else { return nil }
    let first = bytes[start] == 0x5C ? start + 1 : start  // "\-", "\*"
    guard first < end else { return nil }
    let (scalar, length) = Letters.decode(bytes, at: first, end: end)
    switch scalar {
    case 0x28: return enclosed(at: first)
    case 0x30...0x39: return decimal(at: first)
    case 0x41...0x5A:
      return roman(at: first) ?? capital(at: first, length: 1, ordinal: Int(scalar) - 0x40)
        ?? part(at: first)
    case 0x110: return capital(at: first, length: length, ordinal: 5)
    case 0x6C where isOneForL(at: first): return decimal(at: first)
    case 0x61...0x7A: return small(at: first, length: 1, ordinal: Int(scalar) - 0x60)
    case 0x111: return small(at: first, length: length, ordinal: 5)
    default: return bullet(scalar, at: first, length: length) ?? part(at: first)
    }
  }

  // MARK: Bullets

  private func bullet(_ scalar: UInt32, at start: Int, length: Int) -> Marker? {
    let next = start + length
    let marker = Marker(
      kind: .bullet(MarkerParser.canonical(scalar)), range: start..<next, ordinal: 0)
    guard next < end else { return nil }
    let (after, _) = Letters.decode(bytes, at: next, end: end)
    switch scalar {
    case 0x2D, 0x2010...0x2015, 0x2B, 0x2A, 0xB7:
      // "-Nữ" is an item, "-5", "--" and "*)" are not.
      let opens =
        Letters.isSpace(after) || Letters.isLetter(after) || after == 0x2A && scalar != 0x2A
      return opens ? marker : nil
    case 0x2022, 0x2023, 0x2043, 0x2219, 0x25A0...0x25FF, 0x2610...0x2612, 0x2666, 0x2713, 0x2714,
      0x2756, 0x27A2...0x27BE, 0xF000...0xF0FF:
      return marker
    default: return nil
    }
  }

  private static func canonical(_ scalar: UInt32) -> UInt32 {
    (0x2010...0x2015).contains(scalar) ? 0x2D : scalar
  }

  // MARK: Numbers

  private func enclosed(at start: Int) -> Marker? {
    var index = start + 1
    var ordinal = 0
    if index < end, Letters.isDigit(bytes[index]) {
      while index < end, Letters.isDigit(bytes[index]), index - start < 4 {
        ordinal = ordinal * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
    } else if let (value, stop) = romanNumber(at: index, lower: true) {
      (ordinal, index) = (value, stop)
    } else if index < end, bytes[index] >= 0x61, bytes[index] <= 0x7A {
      ordinal = Int(bytes[index]) - 0x60
      index += 1
    }
    guard ordinal > 0, index < end, bytes[index] == 0x29, isTextAhead(index + 1) else { return nil }
    return Marker(kind: .enclosed, range: start..<(index + 1), ordinal: ordinal)
  }

  /// "1.", "1.2.", "1.2", "1)", "1/", "1-"; an "l" that OCR made of 1 counts as a digit.
  private func decimal(at start: Int) -> Marker? {
    var index = start
    var groups: [Int] = []
    while let (value, stop) = digitGroup(at: index) {
      groups.append(value)
      index = stop
      let isPoint = index < end && bytes[index] == 0x2E
      guard isPoint, digitGroup(at: index + 1) != nil, groups.count < 5 else { break }
      index += 1
    }
    guard let last = groups.last, index <= end else { return nil }
    if index < end, bytes[index] == 0x5C { index += 1 }
    let sign = index < end ? bytes[index] : 0
    switch sign {
    case 0x2E:
      index += 1
      if groups.count == 1, index < end, bytes[index] == 0x2D || bytes[index] == 0x2F { index += 1 }
      guard isTextAhead(index, glued: true) else { return nil }
    case 0x29:
      guard groups.count == 1, isTextAhead(index + 1, glued: true) else { return nil }
      return Marker(kind: .closed, range: start..<(index + 1), ordinal: last)
    case 0x2F, 0x2D:
      guard groups.count == 1, isTextAhead(index + 1), isCapitalAhead(index + 1) else { return nil }
      index += 1
    default:
      guard groups.count > 1, isTextAhead(index), isCapitalAhead(index) else { return nil }
    }
    return Marker(kind: .decimal(depth: groups.count), range: start..<index, ordinal: last)
  }

  /// One or two digits that no further digit or letter follows.
  private func digitGroup(at start: Int) -> (Int, Int)? {
    var index = start
    var value = 0
    while index < end, index - start < 3, Letters.isDigit(bytes[index]) || isOneForL(at: index) {
      value = value * 10 + (bytes[index] == 0x6C ? 1 : Int(bytes[index] - 0x30))
      index += 1
    }
    guard (1...2).contains(index - start), value > 0 else { return nil }
    if index < end, Letters.isDigit(bytes[index]) { return nil }
    return (value, index)
  }

  private func isOneForL(at index: Int) -> Bool {
    index + 1 < end && bytes[index] == 0x6C
      && (bytes[index + 1] == 0x2E || Letters.isDigit(bytes[index + 1]))
  }

  private func roman(at start: Int) -> Marker? {
    guard let (value, stop) = romanNumber(at: start, lower: false),
      let after = terminator(at: stop)
    else { return nil }
    return Marker(kind: .roman, range: start..<after, ordinal: value)
  }

  private func romanNumber(at start: Int, lower: Bool) -> (Int, Int)? {
    var index = start
    var total = 0
    var previous = 0
    let fold: UInt8 = lower ? 0x20 : 0
    while index < end, index - start < 6 {
      let value: Int
      switch bytes[index] {
      case 0x49 | fold: value = 1
      case 0x56 | fold: value = 5
      case 0x58 | fold: value = 10
      default: value = 0
      }
      guard value > 0 else { break }
      total += value > previous ? value - 2 * previous : value
      previous = value
      index += 1
    }
    guard index > start, total > 0 else { return nil }
    return (total, index)
  }

  private func capital(at start: Int, length: Int, ordinal: Int) -> Marker? {
    guard let after = terminator(at: start + length) else { return nil }
    return Marker(kind: .capital, range: start..<after, ordinal: ordinal)
  }

  private func small(at start: Int, length: Int, ordinal: Int) -> Marker? {
    let sign = start + length
    guard sign < end else { return nil }
    if bytes[start] == 0x6F, bytes[sign] == 0x20, isCapitalAhead(sign) {
      // Word's round bullet comes out of converters as the letter o.
      return Marker(kind: .bullet(0x6F), range: start..<sign, ordinal: 0)
    }
    guard bytes[sign] == 0x29 || bytes[sign] == 0x2E || bytes[sign] == 0x2F else { return nil }
    guard isTextAhead(sign + 1), bytes[sign] == 0x29 || isCapitalAhead(sign + 1) else { return nil }
    return Marker(kind: .small, range: start..<(sign + 1), ordinal: ordinal)
  }

  /// "." ")" "/" "-" "–" (also after a space) after a roman numeral or a capital letter, and text.
  private func terminator(at start: Int) -> Int? {
    var index = start
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x5C, index - start < 2 {
      index += 1
    }
    guard index < end else { return nil }
    let (scalar, length) = Letters.decode(bytes, at: index, end: end)
    switch scalar {
    case 0x2E, 0x29, 0x2F, 0x3A:
      guard index == start || bytes[start] == 0x5C else { return nil }
    case 0x2D, 0x2013, 0x2014: break
    default: return nil
    }
    var after = index + length
    if after < end, bytes[after] == 0x2D || bytes[after] == 0x2F { after += 1 }
    guard isTextAhead(after, glued: true), isCapitalAhead(after) else { return nil }
    return after
  }

  // MARK: Parts

  /// "PHẦN I", "Phần thứ nhất", "Chương 2": the word and its number, if a heading follows.
  private func part(at start: Int) -> Marker? {
    let (scalar, _) = Letters.decode(bytes, at: start, end: end)
    guard Letters.letterCase(scalar) == .upper else { return nil }
    let tokens = tokens(from: start, count: 3)
    guard tokens.count >= 2 else { return nil }
    guard words.isExactly(.part, Words.fold(bytes, tokens[0])) else { return nil }
    var stop: Int?
    if tokens.count == 3, isOrdinal(tokens[1].lowerBound..<tokens[2].upperBound) {
      stop = tokens[2].upperBound
    } else if isOrdinal(tokens[1]) || isNumber(tokens[1]) {
      stop = tokens[1].upperBound
    }
    guard var index = stop else { return nil }
    while index < end, [0x2E, 0x3A, 0x2D, 0x29].contains(bytes[index]) { index += 1 }
    guard isCapitalAhead(index, orEnd: true) else { return nil }
    return Marker(kind: .part, range: start..<index, ordinal: 0)
  }

  private func tokens(from start: Int, count: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = start
    while index < end, result.count < count {
      while index < end, bytes[index] == 0x20 { index += 1 }
      let begin = index
      while index < end, bytes[index] != 0x20, bytes[index] != 0x2A { index += 1 }
      if begin == index { break }
      result.append(begin..<index)
    }
    return result
  }

  private func isOrdinal(_ range: Range<Int>) -> Bool {
    var folded = Words.fold(bytes, range)
    while let last = folded.last, !Words.isWordByte(last) { folded.removeLast() }
    return words.isExactly(.ordinal, folded)
  }

  private func isNumber(_ range: Range<Int>) -> Bool {
    var stop = range.upperBound
    while stop > range.lowerBound, [0x2E, 0x3A, 0x2D, 0x29].contains(bytes[stop - 1]) { stop -= 1 }
    if let (_, end) = romanNumber(at: range.lowerBound, lower: false) { return end == stop }
    return stop - range.lowerBound <= 2 && stop > range.lowerBound
      && bytes[range.lowerBound..<stop].allSatisfy(Letters.isDigit)
  }

  // MARK: What follows

  /// A space and text after it, or the row's end; with `glued` also a letter at once.
  private func isTextAhead(_ index: Int, glued: Bool = false) -> Bool {
    guard index < end else { return true }
    let (scalar, _) = Letters.decode(bytes, at: index, end: end)
    if Letters.isSpace(scalar) || scalar == 0x2A || scalar == 0x3C { return true }
    return glued && Letters.letterCase(scalar) == .upper
  }

  /// The next sign is a capital letter, a digit, a quote, a bracket: not a sentence going on.
  private func isCapitalAhead(_ index: Int, orEnd: Bool = false) -> Bool {
    var index = index
    while index < end {
      let (scalar, length) = Letters.decode(bytes, at: index, end: end)
      if Letters.isSpace(scalar) || scalar == 0x2A || scalar == 0x2D || scalar == 0x2013 {
        index += length
        continue
      }
      return Letters.letterCase(scalar) != .lower
    }
    return orEnd
  }
}
