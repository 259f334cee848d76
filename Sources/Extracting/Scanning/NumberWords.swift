import Catalogue

/// Reads Vietnamese number words: "mười lăm", "hai mươi mốt", "một trăm linh hai", "ba nghìn".
///
/// Grammar: a group of up to three digits (hundreds, tens, units, where "linh" and "lẻ" stand for no
/// tens), groups joined by "nghìn", "triệu", "tỷ"; "rưỡi" adds half of the last scale.
struct NumberWords {
  let tokens: [Token]

  private enum Words {
    static let digits: [UInt64: Int64] = {
      var table: [UInt64: Int64] = [:]
      let words = [
        ("một", 1), ("mốt", 1), ("hai", 2), ("ba", 3), ("bốn", 4), ("tư", 4), ("năm", 5),
        ("lăm", 5), ("nhăm", 5), ("sáu", 6), ("bảy", 7), ("bẩy", 7), ("tám", 8), ("chín", 9),
      ]
      for (word, value) in words { table[Folding.hash(word)] = Int64(value) }
      return table
    }()
    static let starts: Set<UInt64> = Set(
      ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"].map {
        Folding.hash($0)
      })
    static let ten = Folding.hash("mười")
    static let tens: Set<UInt64> = Set(["mươi", "chục"].map { Folding.hash($0) })
    static let hundred = Folding.hash("trăm")
    static let none = Folding.hash("không")
    static let gaps: Set<UInt64> = Set(["linh", "lẻ"].map { Folding.hash($0) })
    static let scales: [UInt64: Int64] = [
      Folding.hash("nghìn"): 1000, Folding.hash("ngàn"): 1000, Folding.hash("vạn"): 10_000,
      Folding.hash("triệu"): 1_000_000, Folding.hash("tỷ"): 1_000_000_000,
    ]
    static let half = Folding.hash("rưỡi")
    static let year = Folding.hash("năm")
    static let units: Set<UInt64> = Set(["mốt", "tư", "lăm", "nhăm"].map { Folding.hash($0) })
  }

  /// True where a number word can begin.
  static func starts(_ token: Token) -> Bool {
    token.kind == .word && Words.starts.contains(token.hash)
  }

  /// The number that begins at `index`, and the index behind its last word; nil where none begins.
  func number(at index: Int) -> (value: Int64, next: Int)? {
    guard index < tokens.count, NumberWords.starts(tokens[index]) else { return nil }
    var total: Int64 = 0
    var lastScale: Int64 = 0
    var position = index
    while let group = group(at: position, isFirst: position == index) {
      position = group.next
      guard position < tokens.count, let scale = Words.scales[tokens[position].hash],
        lastScale == 0 || scale < lastScale
      else {
        total += group.value
        break
      }
      total += group.value * scale
      lastScale = scale
      position += 1
      if position < tokens.count, tokens[position].hash == Words.half {
        total += scale / 2
        position += 1
        break
      }
    }
    return position > index ? (total, position) : nil
  }

  /// Hundreds, tens and units.
  private func group(at index: Int, isFirst: Bool) -> (value: Int64, next: Int)? {
    var value: Int64 = 0
    var position = index
    func word(_ at: Int) -> UInt64? {
      at < tokens.count && tokens[at].kind == .word ? tokens[at].hash : nil
    }
    var hasHundred = false
    if let first = word(position), word(position + 1) == Words.hundred,
      let digit = first == Words.none && !isFirst ? 0 : Words.digits[first]
    {
      value = digit * 100
      position += 2
      hasHundred = true
    }
    if hasHundred, let gap = word(position), Words.gaps.contains(gap),
      let unit = word(position + 1).flatMap({ Words.digits[$0] })
    {
      return (value + unit, position + 2)
    }
    if word(position) == Words.ten {
      value += 10
      position += 1
      if let unit = word(position), let digit = Words.digits[unit], unit != Words.year {
        return (value + digit, position + 1)
      }
      return (value, position)
    }
    guard let first = word(position), let digit = Words.digits[first],
      !Words.units.contains(first) || hasHundred
    else { return hasHundred ? (value, position) : nil }
    if let tens = word(position + 1), Words.tens.contains(tens) {
      value += digit * 10
      position += 2
      if let unit = word(position), let digit = Words.digits[unit],
        unit != Words.year || word(position + 1).map({ Words.scales[$0] != nil }) == true
      {
        return (value + digit, position + 1)
      }
      return (value, position)
    }
    // "một trăm hai": no unit without its tens
    return hasHundred ? (value, position) : (digit, position + 1)
  }
}
