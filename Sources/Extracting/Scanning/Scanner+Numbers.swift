import Catalogue
import DocumentModel

extension Scanner {
  /// A written number with its percent sign and the other end of a range.
  func numeral(_ tokens: [Token], _ index: Int) -> (Numeral, Int) {
    let (value, decimals) = value(tokens[index].range)
    var numeral = Numeral(
      value: value, decimals: decimals, upper: nil, isPercent: false, isNone: false, isWord: false,
      range: tokens[index].range)
    var next = index + 1
    if next < tokens.count, tokens[next].isSign("%") {
      numeral.isPercent = true
      next += 1
    }
    // "3 - 4%", "từ 1 đến 2"
    if next + 1 < tokens.count, tokens[next + 1].kind == .number,
      tokens[next].kind == .sign && [0x2D, 0x2013].contains(tokens[next].hash)
        || tokens[next].kind == .word && tokens[next].hash == Words.den
    {
      let (upper, upperDecimals) = self.value(tokens[next + 1].range)
      let isDate = next + 2 < tokens.count && tokens[next + 2].isSign("/")
      if numeral.value < upper, !isDate,
        upper.approximate <= max(numeral.value.approximate * 3, numeral.value.approximate + 10)
      {
        numeral.upper = upper
        numeral.upperRange = tokens[next + 1].range
        numeral.decimals = max(decimals, upperDecimals)
        next += 2
        if next < tokens.count, tokens[next].isSign("%") {
          numeral.isPercent = true
          next += 1
        }
      }
    }
    if next < tokens.count, tokens[next].kind == .word, let scale = Words.scales[tokens[next].hash],
      !numeral.isPercent
    {
      let scaled = numeral.value.mantissa.multipliedReportingOverflow(by: scale)
      if !scaled.overflow {
        numeral.value = ExactDecimal(scaled.partialValue, scale: numeral.value.scale)
        next += 1
      }
    }
    return (numeral, next)
  }

  /// 1.205 is a thousand and more, 44,1 a decimal; 4.2 (no group of three) a decimal by slip.
  func value(_ range: Range<Int>) -> (ExactDecimal, Int) {
    var text = bytes[range].map { byte -> UInt8 in
      switch byte {
      case 0x4F, 0x6F: return 0x30
      case 0x6C: return 0x31
      default: return byte
      }
    }
    while let last = text.last, last == 0x2E || last == 0x2C { text.removeLast() }
    let commas = text.count { $0 == 0x2C }
    let points = text.count { $0 == 0x2E }
    func groupsOfThree(_ mark: UInt8) -> Bool {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      return parts.count > 1 && parts.dropFirst().allSatisfy { $0.count == 3 }
        && (1...3).contains(parts[0].count)
        && parts[0].first != 0x30
    }
    var mark: UInt8?
    if commas == 1 && points == 0 {
      mark = 0x2C
    } else if commas == 1 && points >= 1 {
      let comma = text.firstIndex(of: 0x2C) ?? 0
      let point = text.lastIndex(of: 0x2E) ?? 0
      mark = comma > point ? 0x2C : 0x2E
    } else if points == 1 && commas == 0 && !groupsOfThree(0x2E) {
      mark = 0x2E
    }
    var digits = ""
    var decimals = 0
    var after = false
    for byte in text {
      if byte == mark {
        digits += "."
        after = true
      } else if byte >= 0x30 && byte <= 0x39 {
        digits.unicodeScalars.append(Unicode.Scalar(byte))
        if after { decimals += 1 }
      }
    }
    return (ExactDecimal(digits) ?? ExactDecimal(0), decimals)
  }

  func startsNumberWord(_ tokens: [Token], _ index: Int) -> Bool {
    Words.firstDigits.contains(tokens[index].hash) || tokens[index].hash == Words.ten
  }

  /// "một", "hai mươi tư", where a counted noun follows or a label ends.
  func numberWord(_ tokens: [Token], _ index: Int, _ items: [Item]) -> (Int64, Int)? {
    guard startsNumberWord(tokens, index),
      !tokens[index].startsUpper || items.isEmpty || items.last?.isSign(".") == true
    else { return nil }
    if tokens[index].hash == Words.nam, index > 0,
      tokens[index - 1].kind != .word || Words.beforeYear.contains(tokens[index - 1].hash)
    {
      return nil
    }
    var value: Int64 = 0
    var next = index
    if tokens[index].hash == Words.ten {
      value = 10
      next = index + 1
      if next < tokens.count, let unit = Words.digits[tokens[next].hash],
        tokens[next].hash != Folding.hash("năm")
      {
        value += Int64(unit)
        next += 1
      }
    } else if let first = Words.digits[tokens[index].hash] {
      value = Int64(first)
      next = index + 1
      if next < tokens.count, tokens[next].kind == .word, tokens[next].hash == Words.tens {
        value *= 10
        next += 1
        if next < tokens.count, tokens[next].kind == .word,
          let unit = Words.digits[tokens[next].hash]
        {
          value += Int64(unit)
          next += 1
        }
      }
    }
    if next < tokens.count, tokens[next].kind == .word {
      if Words.notNumbers.contains(tokens[next].hash) { return nil }
      guard let match = catalogue.lexicon.longest(tokens, at: next),
        match.features.contains(where: { $0.key == "noun" })
      else { return nil }
      return (value, next)
    }
    // a label's number: "khiển trách hai, cảnh cáo một;"
    guard next >= tokens.count || tokens[next].kind == .sign,
      let previous = items.last, case .cue(let features) = previous.kind,
      features.contains(where: {
        [
          "event", "reason", "form", "grade", "expelled", "sex", "ethnicity", "group", "trained",
          "religious", "status",
        ].contains($0.key)
      })
    else { return nil }
    return (value, next)
  }

  // "không có …", "chưa phát hiện …", or the label's "không."
  func isNone(_ tokens: [Token], _ index: Int, _ items: [Item]) -> Bool {
    let next = index + 1
    if next >= tokens.count || tokens[next].kind == .sign {
      guard let previous = items.last else { return false }
      if previous.isSign(":") || previous.isSign("(") { return true }
      if case .cue = previous.kind { return true }
      return false
    }
    if tokens[next].hash == Words.co, next + 1 >= tokens.count || tokens[next + 1].kind == .sign {
      return items.last?.isSign(":") ?? false
    }
    guard tokens[next].kind == .word else { return false }
    if deniesEvent(tokens, next) { return true }
    // "Không tổ chức đảng nào bị kỷ luật"
    if let match = catalogue.lexicon.longest(tokens, at: next),
      match.features.contains(where: { $0.key == "noun" }),
      next + match.length < tokens.count, tokens[next + match.length].hash == Folding.hash("nào")
    {
      return true
    }
    guard Words.noneVerbs.contains(tokens[next].hash) else { return false }
    // what there was none of stands close behind
    var position = next
    var steps = 0
    while position < tokens.count, steps < 4, tokens[position].kind == .word {
      if let match = catalogue.lexicon.longest(tokens, at: position) {
        if match.features.contains(where: {
          ["noun", "form", "expelled", "event"].contains($0.key) && !$0.value.hasSuffix("?")
        }) {
          return
            !(tokens[next].hash == Words.still && match.features.contains { $0.key == "event" })
        }
        position += match.length
      } else {
        position += 1
      }
      steps += 1
    }
    return false
  }

  func hasDigit(_ token: Token) -> Bool {
    bytes[token.range].contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// "+04", "(-20,0%)": the sign of a change, glued to its number.
  /// "không kết nạp được đảng viên nào", "chưa kỷ luật ai".
  func deniesEvent(_ tokens: [Token], _ index: Int) -> Bool {
    guard let match = catalogue.lexicon.longest(tokens, at: index),
      match.features.contains(where: { $0.key == "event" && !$0.value.hasSuffix("?") })
    else { return false }
    return tokens[(index + match.length)...].prefix(6).prefix { $0.kind == .word }
      .contains { Words.any.contains($0.hash) }
  }

  func signedChange(_ tokens: [Token], _ index: Int) -> Feature? {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .number, !tokens[index + 1].spaced,
      tokens[index].spaced || index == 0 || tokens[index - 1].isSign("("),
      index > 0 || tokens[index].isSign("+")
    else { return nil }
    if tokens[index].isSign("+") { return Feature(key: "statistic", value: "growth+") }
    if tokens[index].isSign("-") || tokens[index].isSign("−") || tokens[index].isSign("–") {
      return Feature(key: "statistic", value: "growth-")
    }
    return nil
  }

  func small(_ tokens: [Token], _ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .number, tokens[index].range.count <= 2 else {
      return nil
    }
    return Int(String(decoding: bytes[tokens[index].range], as: UTF8.self))
  }
}
