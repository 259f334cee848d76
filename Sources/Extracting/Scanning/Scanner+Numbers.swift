import Catalogue
import DocumentModel

extension Scanner {
  /// A written number with its percent sign and the other end of a range.
  func numeral(_ tokens: [Token], _ index: Int) -> (Numeral, Int) {
    let grouped = endOfGroups(tokens, index)
    let range = tokens[index].range.lowerBound..<tokens[grouped - 1].range.upperBound
    let (value, decimals) = value(range)
    var numeral = Numeral(
      value: value, decimals: decimals, upper: nil, isPercent: false, isNone: false, isWord: false,
      range: range)
    var next = grouped
    if next < tokens.count, tokens[next].isSign("%") {
      numeral.isPercent = true
      next += 1
    } else if isPercent(tokens, next) {
      numeral.isPercent = true
      next += 2
    }
    if let (upper, after) = upperBehindNoun(tokens, index, next), numeral.value < upper {
      numeral.upper = upper
      numeral.upperRange = tokens[after - 1].range
      return (numeral, after)
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
        numeral.scale = tokens[next].range
        next += 1
      }
    }
    return (numeral, next)
  }

  /// "1 205": groups of three digits behind one blank each.
  private func endOfGroups(_ tokens: [Token], _ index: Int) -> Int {
    var next = index + 1
    guard tokens[index].range.count <= 3, bytes[tokens[index].range.lowerBound] != 0x30,
      isDigits(tokens[index].range),
      !(index > 0 && tokens[index - 1].kind == .number), findsEntities
    else { return next }
    while next < tokens.count, tokens[next].kind == .number, tokens[next].range.count == 3,
      isDigits(tokens[next].range),
      tokens[next].range.lowerBound == tokens[next - 1].range.upperBound + 1,
      bytes[tokens[next].range.lowerBound - 1] == 0x20
    {
      next += 1
    }
    // a comma or a longer number behind it makes them separate figures
    if next < tokens.count, next > index + 1, tokens[next].kind == .number { return index + 1 }
    return next
  }

  private func isDigits(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// "từ 15 đồng chí đến 20 đồng chí": the other end behind the noun.
  private func upperBehindNoun(
    _ tokens: [Token], _ index: Int, _ next: Int
  ) -> (ExactDecimal, Int)? {
    guard index > 0, tokens[index - 1].hash == Words.from, next < tokens.count,
      let noun = catalogue.lexicon.longest(tokens, at: next),
      noun.features.contains(where: { $0.key == "noun" }),
      next + noun.length + 1 < tokens.count, tokens[next + noun.length].hash == Words.den,
      tokens[next + noun.length + 1].kind == .number
    else { return nil }
    let upper = next + noun.length + 1
    guard upper + 1 >= tokens.count || !tokens[upper + 1].isSign("/") else { return nil }
    return (value(tokens[upper].range).0, upper + 1)
  }

  /// 1.205 is a thousand and more, 44,1 a decimal; 4.2 (no group of three) a decimal by slip.
  func value(_ range: Range<Int>) -> (ExactDecimal, Int) {
    var text = bytes[range].compactMap { byte -> UInt8? in
      switch byte {
      case 0x20: return nil
      case 0x49: return 0x31
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
    NumberWords.starts(tokens[index])
  }

  /// "từ hai đến ba quần chúng", "một - hai cuộc".
  func wordRange(_ tokens: [Token], _ index: Int) -> (Numeral, Int)? {
    guard startsNumberWord(tokens, index),
      let (lower, link) = NumberWords(tokens: tokens).number(at: index), link + 1 < tokens.count,
      tokens[link].hash == Words.den || tokens[link].isSign("-") || tokens[link].isSign("–"),
      let (upper, next) = NumberWords(tokens: tokens).number(at: link + 1), lower < upper,
      next < tokens.count, startsCue(tokens, next, stopping: ["noun"])
    else { return nil }
    let numeral = Numeral(
      value: ExactDecimal(lower), decimals: 0, upper: ExactDecimal(upper), isPercent: false,
      isNone: false, isWord: true,
      range: tokens[index].range.lowerBound..<tokens[link - 1].range.upperBound,
      upperRange: tokens[link + 1].range.lowerBound..<tokens[next - 1].range.upperBound)
    return (numeral, next)
  }

  /// "một", "hai mươi tư", where a counted noun follows or a label ends.
  func numberWord(_ tokens: [Token], _ index: Int, _ items: [Item]) -> (Int64, Int)? {
    guard startsNumberWord(tokens, index),
      !tokens[index].startsUpper || items.isEmpty || items.last?.isSign(".") == true
    else { return nil }
    let isAll = index > 0 && tokens[index - 1].hash == Words.all
    if isAll, index + 2 < tokens.count,
      tokens[index + 1].hash == Words.without
        || tokens[index + 2].hash == Words.without
          && startsCue(tokens, index + 1, stopping: ["noun"]),
      let (value, next) = NumberWords(tokens: tokens).number(at: index), next == index + 1
    {
      // "cả ba đều là nữ", "cả năm người đều đạt"
      return (value, next)
    }
    if tokens[index].hash == Words.nam, index > 0,
      tokens[index - 1].kind != .word || Words.beforeYear.contains(tokens[index - 1].hash),
      !(index + 1 < tokens.count && Words.multipliers.contains(tokens[index + 1].hash))
    {
      return nil
    }
    guard let (value, next) = NumberWords(tokens: tokens).number(at: index) else { return nil }
    let isLong = next > index + 1
    if next < tokens.count, tokens[next].kind == .word {
      if Words.notNumbers.contains(tokens[next].hash), !isPercent(tokens, next) { return nil }
      if isPercent(tokens, next) { return (value, next) }
      guard let match = catalogue.lexicon.longest(tokens, at: next) else {
        return nil
      }
      let keys = match.features.map(\.key)
      let isListed = keys.contains("form") || keys.contains("expelled")
      let opens = items.last.map { $0.isSign(":") || $0.isSign(",") || $0.isSign(";") } ?? true
      guard
        keys.contains("noun")
          || standsInList(items, tokens)
            && keys.contains(where: { ["group", "qualification", "level"].contains($0) })
          || opens && (keys.contains("trained") || keys.contains("rated"))
          || (isLong || isListed || standsInList(items, tokens) || opens)
            && keys.contains(where: { Words.describing.contains($0) || isListed })
      else { return nil }
      // "70 học viên một lớp": per class, not one class
      if value == 1, !isLong, keys.contains("noun"), isAverage(items) { return nil }
      return (value, next)
    }
    // "năm 2022 là bảy, năm 2023 là tám tổ chức"
    if next >= tokens.count || tokens[next].kind == .sign, let last = items.last,
      tokens[last.tokens.upperBound - 1].hash == Words.isWord,
      items.dropLast().last?.time != nil
    {
      return (value, next)
    }
    guard next >= tokens.count || tokens[next].kind == .sign, let previous = items.last else {
      return nil
    }
    if isUnitsFigure(items, tokens) { return (value, next) }
    // a label's number: "khiển trách hai, cảnh cáo một;"
    guard case .cue(let features) = previous.kind,
      // "chương trình kiểm tra, giám sát năm"
      !(tokens[index].hash == Words.nam && previous.feature("nature") != nil),
      features.contains(where: {
        [
          "event", "reason", "form", "grade", "expelled", "sex", "ethnicity", "group", "trained",
          "religious", "status",
        ].contains($0.key)
      })
    else { return nil }
    return (value, next)
  }

  /// True behind "bình quân" with its number: "trung bình 70 học viên một lớp".
  private func isAverage(_ items: [Item]) -> Bool {
    if items.last?.has("statistic", "average") == true { return true }
    var seen = false
    for item in items.reversed().prefix(6) {
      if item.numeral != nil { seen = true }
      if item.has("statistic", "average") { return seen }
      if case .sign = item.kind { return false }
    }
    return false
  }

  /// "phần trăm" written out.
  func isPercent(_ tokens: [Token], _ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index].hash == Words.part
      && tokens[index + 1].hash == Words.hundred
  }

  /// The end of "hai phần ba", "3/4" in words; nil for "ba mươi phần trăm".
  func fraction(_ tokens: [Token], _ index: Int) -> Int? {
    guard NumberWords.starts(tokens[index]), index + 2 < tokens.count,
      tokens[index + 1].hash == Words.part, NumberWords.starts(tokens[index + 2])
    else { return nil }
    return index + 3
  }

  /// "một nửa", "nửa": half of a whole.
  func half(_ tokens: [Token], _ index: Int) -> Int? {
    if tokens[index].hash == Words.half, index + 1 < tokens.count, tokens[index + 1].kind == .word,
      Words.ofHalf.contains(tokens[index + 1].hash)
    {
      return index + 1
    }
    guard index + 1 < tokens.count, tokens[index].hash == Words.one,
      tokens[index + 1].hash == Words.half,
      !(catalogue.lexicon.longest(tokens, at: index + 2)?.features.contains { $0.key == "nature" }
        ?? false)
    else { return nil }
    return index + 2
  }

  /// "đôi", "ba", "rưỡi" behind "gấp".
  func multiple(_ tokens: [Token], _ index: Int, _ items: [Item]) -> (ExactDecimal, Int)? {
    guard items.last?.has("statistic", "ratio") == true else { return nil }
    if tokens[index].hash == Words.double { return (ExactDecimal(2), index + 1) }
    if tokens[index].hash == Words.andHalf { return (ExactDecimal(15, scale: 1), index + 1) }
    if let (value, next) = NumberWords(tokens: tokens).number(at: index) {
      return (ExactDecimal(value), next)
    }
    return nil
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
      guard let last = items.last else { return false }
      if last.isSign(":") || last.time != nil { return true }
      if case .cue = last.kind { return true }
      return false
    }
    guard tokens[next].kind == .word else { return false }
    if tokens[next].hash == Words.anyone {
      // "không ai bị xóa tên", "không ai không hoàn thành"
      return (next + 1..<min(next + 5, tokens.count)).contains {
        startsCue(tokens, $0, stopping: ["event", "grade", "form", "expelled", "reason"])
      }
    }
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

  /// "không kết nạp được đảng viên nào", "chưa kỷ luật ai".
  func deniesEvent(_ tokens: [Token], _ index: Int) -> Bool {
    guard let match = catalogue.lexicon.longest(tokens, at: index),
      match.features.contains(where: { $0.key == "event" && !$0.value.hasSuffix("?") })
    else { return false }
    return tokens[(index + match.length)...].prefix(6).prefix { $0.kind == .word }
      .contains { Words.any.contains($0.hash) }
  }

  /// "+04", "(-20,0%)": the sign of a change, glued to its number.
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

  /// "Chi bộ bản Nà Phát hai, Chi bộ bản Nậm Lò được một": a number right behind a unit's name, at most a
  /// verb between.
  private func isUnitsFigure(_ items: [Item], _ tokens: [Token]) -> Bool {
    guard let last = items.last else { return false }
    if case .entity = last.kind { return true }
    guard Words.gets.contains(tokens[last.tokens.upperBound - 1].hash), last.tokens.count == 1,
      case .entity? = items.dropLast().last?.kind
    else { return false }
    return true
  }

  /// Behind "gồm", "có", a comma or "và": "có một tiến sĩ, hai cao đẳng", "gồm sáu học sinh và năm giáo
  /// viên".
  private func standsInList(_ items: [Item], _ tokens: [Token]) -> Bool {
    guard let last = items.last else { return false }
    return last.isSign(",") || last.isSign("(") || last.has("mark", "complete")
      || last.has("mark", "object") || last.has("mark", "ofwhich")
      || last.tokens.count == 1 && isLink(tokens[last.tokens.lowerBound])
      || tokens[last.tokens.upperBound - 1].hash == Words.co
  }
}
