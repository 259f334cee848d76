import Catalogue
import DocumentModel

/// A stretch of items between two signs.
struct Clause {
  var items: Range<Int>
  var sentence: Int
  var depth: Int
  /// The sign before it, or nil at the block's start.
  var opener: Unicode.Scalar?
  /// The sign behind it.
  var closer: Unicode.Scalar?
  var numerals: [Int]
}

/// Cuts a block's items into sentences and clauses.
struct ClauseCutter {
  let tokens: [Token]
  let items: [Item]

  static let and = Folding.hash("và")
  private static let with = Folding.hash("cùng")
  private static let enders: Set<UInt32> = [0x2C, 0x3B, 0x3A, 0x28, 0x29, 0x2E, 0x3F, 0x21, 0x2B]

  func cut() -> [Clause] {
    var clauses: [Clause] = []
    var start = 0
    var depth = 0
    var sentence = 0
    var opener: Unicode.Scalar?
    func close(at end: Int, with sign: Unicode.Scalar?) {
      let range = start..<end
      let numerals = range.filter { items[$0].numeral != nil }
      if !range.isEmpty {
        clauses.append(
          Clause(
            items: range, sentence: sentence, depth: depth, opener: opener, closer: sign,
            numerals: numerals))
      }
    }
    var index = 0
    while index < items.count {
      if case .sign(let sign) = items[index].kind, ClauseCutter.enders.contains(sign.value) {
        if sign == "." && !endsSentence(index) {
          index += 1
          continue
        }
        close(at: index, with: sign)
        if sign == "(" { depth += 1 }
        if sign == ")" { depth = max(0, depth - 1) }
        if sign == "." || sign == "?" || sign == "!" {
          sentence += 1
          depth = 0
        }
        opener = sign
        start = index + 1
      } else if isDash(index) {
        close(at: index, with: ",")
        opener = ","
        start = index + 1
      } else if isAnd(index),
        hasNumeral(start..<index) && hasNumeralSoon(index + 1)
          || index > start && hasNumeralNext(index + 1)
      {
        close(at: index, with: ",")
        opener = "&"
        start = index + 1
      }
      index += 1
    }
    close(at: items.count, with: nil)
    return clauses
  }

  private func isAnd(_ index: Int) -> Bool {
    guard case .word = items[index].kind else { return false }
    let hash = tokens[items[index].tokens.lowerBound].hash
    // "04 chi bộ cùng 17 đảng viên"
    return hash == ClauseCutter.and
      || hash == ClauseCutter.with && index + 1 < items.count && items[index + 1].isCount
  }

  /// A dash between spaces separates, one inside a word does not.
  private func isDash(_ index: Int) -> Bool {
    guard case .sign(let sign) = items[index].kind, [0x2D, 0x2013, 0x2014].contains(sign.value),
      index + 1 < items.count
    else { return false }
    return tokens[items[index].tokens.lowerBound].spaced
      && tokens[items[index + 1].tokens.lowerBound].spaced
  }

  private func hasNumeral(_ range: Range<Int>) -> Bool {
    range.contains { items[$0].numeral != nil }
  }

  /// A numeral before the clause's next sign.
  private func hasNumeralSoon(_ start: Int) -> Bool {
    var index = start
    while index < items.count {
      if items[index].numeral != nil { return true }
      if case .sign(let sign) = items[index].kind, ClauseCutter.enders.contains(sign.value) {
        return false
      }
      index += 1
    }
    return false
  }

  /// "và 29,3%", "và chỉ 11,1%": a numeral at once, or behind one word.
  private func hasNumeralNext(_ start: Int) -> Bool {
    guard start < items.count else { return false }
    if items[start].numeral != nil { return true }
    guard start + 1 < items.count, case .word = items[start].kind else { return false }
    return items[start + 1].numeral != nil
  }

  private func endsSentence(_ index: Int) -> Bool {
    let next = index + 1
    guard next < items.count else { return true }
    let token = tokens[items[next].tokens.lowerBound]
    return token.spaced && (token.kind != .word || token.startsUpper)
  }
}
