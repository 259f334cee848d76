import Catalogue

/// Tells a heading from a sentence or an item that begins like one.
struct HeadingRules {
  let draft: Draft

  /// A short text without a full stop, without a colon and what it introduces, and without figures
  /// of its own: dates, years and numbers in brackets may stand in it.
  func isTitleLike(_ range: Range<Int>, limit: Int) -> Bool {
    guard !range.isEmpty, range.count <= limit else { return false }
    switch Sentence.opening(draft.bytes, range) {
    case .capital, .digit: break
    default: return false
    }
    if isAllCaps(range) { return true }
    switch Sentence.ending(draft.bytes, range) {
    case .sentence, .comma: return false
    case .clause:
      guard range.count <= 100, !draft.bytes[range].contains(where: Letters.isDigit),
        draft.bytes[range.upperBound - 1] != 0x3B,
        !introduces(range)
      else { return false }
    case .open: break
    }
    return !hasBreakInside(range) && !hasOwnFigure(range)
  }

  func isAllCaps(_ range: Range<Int>) -> Bool {
    RowScanner.measure(draft.bytes, range, line: 0).isAllCaps
  }

  /// "…, trong đó:", "gồm:": it opens a list.
  func introduces(_ range: Range<Int>) -> Bool {
    var folded = Words.fold(draft.bytes, range, limit: 4000)
    while let last = folded.last, !Words.isWordByte(last) { folded.removeLast() }
    return draft.words.isSuffix(.introduces, of: folded)
  }

  /// A colon with text after it, or a full stop with a new sentence.
  func hasBreakInside(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      let byte = draft.bytes[index]
      let next = draft.bytes[index + 1]
      if next == 0x20 || next == 0x0A || next == 0x2A {
        let rest = draft.trim((index + 1)..<range.upperBound)
        if byte == 0x3A, draft.bytes[rest].contains(where: { $0 != 0x2A && $0 != 0x20 }) {
          return true
        }
        if byte == 0x2E, Sentence.opening(draft.bytes, rest) == .capital { return true }
      }
      index += 1
    }
    return false
  }

  /// A numeral that is no date, year, symbol, ordinal or remark in brackets.
  private func hasOwnFigure(_ range: Range<Int>) -> Bool {
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = draft.bytes[index]
      if byte == 0x28 { depth += 1 }
      if byte == 0x29 { depth -= 1 }
      guard Letters.isDigit(byte) else {
        index += 1
        continue
      }
      var stop = index
      while stop < range.upperBound, Letters.isDigit(draft.bytes[stop]) { stop += 1 }
      if depth <= 0, !isNeutral(index..<stop, in: range) { return true }
      index = stop
    }
    return false
  }

  private func isNeutral(_ numeral: Range<Int>, in range: Range<Int>) -> Bool {
    let signs: Set<UInt8> = [0x2F, 0x2D]
    if numeral.lowerBound > range.lowerBound, signs.contains(draft.bytes[numeral.lowerBound - 1]) {
      return true
    }
    if numeral.upperBound < range.upperBound, signs.contains(draft.bytes[numeral.upperBound]) {
      return true
    }
    if numeral.count == 4,
      draft.bytes[numeral.lowerBound] == 0x31 || draft.bytes[numeral.lowerBound] == 0x32
    {
      return true
    }
    let before = Words.fold(draft.bytes, range.lowerBound..<numeral.lowerBound)
    if draft.words.isSuffix(.neutralBefore, of: before) { return true }
    let after = Words.fold(draft.bytes, numeral.upperBound..<range.upperBound, limit: 40)
    return draft.words.prefix(.neutralAfter, of: after) != nil
  }
}
