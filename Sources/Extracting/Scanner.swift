import Catalogue
import DocumentModel

/// Turns the text of a block into items: numerals, times, citations, names, cues, signs, words.
struct Scanner {
  let catalogue: Catalogue
  let bytes: [UInt8]
  var calendar: Calendar
  /// False in tables, where a header's words are no unit's name.
  var findsEntities = true
  /// Folded words of the reporting unit's own name.
  var ownName: [UInt64] = []

  private enum Words {
    static let none: Set<UInt64> = [Folding.hash("không"), Folding.hash("chưa")]
    static let co = Folding.hash("có")
    static let noneVerbs: Set<UInt64> = Set(
      [
        "có", "phát", "xảy", "nhận", "tiếp", "tiến", "kết", "thi", "mở", "xóa", "còn",
      ].map { Folding.hash($0) })
    static let so = Folding.hash("số")
    static let occasions: Set<UInt64> = Set(
      ["khánh", "dịp", "ngày", "đợt", "niệm", "lễ"].map { Folding.hash($0) })
    static let still = Folding.hash("còn")
    static let nam = Folding.hash("năm")
    static let beforeYear: Set<UInt64> = Set(
      [
        "hằng", "hàng", "mỗi", "cả", "trong", "từng", "nhiều", "các", "qua", "những", "đầu", "cuối",
        "một", "giữa",
      ].map {
        Folding.hash($0)
      })
    static let digits: [UInt64: Int] = [
      Folding.hash("một"): 1, Folding.hash("hai"): 2, Folding.hash("ba"): 3,
      Folding.hash("bốn"): 4, Folding.hash("năm"): 5, Folding.hash("sáu"): 6,
      Folding.hash("bảy"): 7, Folding.hash("tám"): 8, Folding.hash("chín"): 9,
      Folding.hash("mốt"): 1, Folding.hash("tư"): 4, Folding.hash("lăm"): 5,
    ]
    static let firstDigits: Set<UInt64> = Set(
      ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"].map { Folding.hash($0) })
    static let ten = Folding.hash("mười")
    static let tens = Folding.hash("mươi")
    static let notNumbers: Set<UInt64> = Set(
      ["số", "bộ", "phần", "trong", "vài", "loạt", "cách", "mặt", "lúc", "nơi"].map {
        Folding.hash($0)
      })
    static let scales: [UInt64: Int64] = [
      Folding.hash("nghìn"): 1000, Folding.hash("ngàn"): 1000, Folding.hash("vạn"): 10_000,
      Folding.hash("triệu"): 1_000_000, Folding.hash("tỷ"): 1_000_000_000,
      Folding.hash("chục"): 10, Folding.hash("trăm"): 100,
    ]
    static let den = Folding.hash("đến")
    static let heads: Set<UInt64> = Set(["chi", "đảng", "khối"].map { Folding.hash($0) })
    static let bo = Folding.hash("bộ")
    static let places: Set<UInt64> = Set(
      [
        "xã", "phường", "thị", "trấn", "huyện", "quận", "thành", "phố", "tỉnh", "bản", "thôn", "ấp",
        "khu", "trường", "công", "ty", "cơ", "quan", "phòng", "ban", "trạm", "bệnh", "viện",
        "nhà", "máy", "xí", "nghiệp", "tiểu", "trung", "tâm", "ủy", "hội", "đồn", "cổ", "phần",
        "tnhh",
        "khối", "các", "đơn", "vị", "kinh", "tế", "tư", "nhân", "và", "của", "an", "sự", "chức",
        "tài",
        "chính", "ngân", "hàng", "đội", "buôn", "làng", "tổ", "dân", "tập", "đoàn", "đại", "học",
        "mtv", "một", "thành", "viên", "trại", "đoàn", "thể", "xóm", "hợp", "tác", "vi", "mô",
        "sách",
        "phát", "triển", "xây", "dựng", "cao", "đẳng", "phổ", "thông", "bán", "trú", "nội", "tộc",
        "mầm", "non",
      ].map { Folding.hash($0) })
  }

  func items(_ tokens: [Token]) -> [Item] {
    var items: [Item] = []
    let times = TimeScanner(bytes: bytes, tokens: tokens, calendar: calendar)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .superscript {
        items.append(Item(kind: .superscript, tokens: index..<index + 1))
        index += 1
        continue
      }
      if let citation = citation(tokens, index) {
        items.append(
          Item(
            kind: .citation(CitationMention(symbol: citation.range)), tokens: index..<citation.next)
        )
        index = citation.next
        continue
      }
      if let (feature, next) = ageOrYears(tokens, index, items) {
        items.append(Item(kind: .cue([feature]), tokens: index..<next))
        index = next
        continue
      }
      if items.last?.has("mark", "versus") == true, let year = times.yearNumber(index) {
        let mention = TimeMention(
          flow: .year(year), stock: .lastDay(year: year), ranges: [token.range])
        items.append(Item(kind: .time(mention), tokens: index..<index + 1))
        index += 1
        continue
      }
      let afterHoliday =
        items.count > 1
        && (items[items.count - 2].time.map { $0.isDay && $0.stock == nil } ?? false)
      if let day = holiday(tokens, index, afterHoliday: afterHoliday) {
        items.append(
          Item(kind: .time(TimeMention(isDay: true, ranges: [day])), tokens: index..<index + 3))
        index += 3
        continue
      }
      if let time = times.time(at: index) {
        items.append(Item(kind: .time(time.mention), tokens: index..<time.next))
        index = time.next
        continue
      }
      if token.isSign("["), index + 2 < tokens.count, tokens[index + 2].isSign("]"),
        small(tokens, index + 1) != nil
      {
        items.append(Item(kind: .superscript, tokens: index + 1..<index + 2))
        index += 3
        continue
      }
      if isNumberInName(tokens, index) {
        items.append(Item(kind: .name, tokens: index + 1..<index + 2))
        index += 3
        continue
      }
      if let year = bareYear(tokens, index, items, times) {
        let mention = TimeMention(
          flow: .year(year), stock: .lastDay(year: year), ranges: [token.range])
        items.append(Item(kind: .time(mention), tokens: index..<index + 1))
        index += 1
        continue
      }
      if isEnumerator(tokens, index, items) {
        items.append(Item(kind: .numbering, tokens: index + 1..<index + 2))
        index += 3
        continue
      }
      if token.kind == .number {
        if isName(items, tokens, index) {
          items.append(Item(kind: .name, tokens: index..<index + 1))
          index += 1
          continue
        }
        let (numeral, next) = numeral(tokens, index)
        items.append(Item(kind: .numeral(numeral), tokens: index..<next))
        index = next
        continue
      }
      if token.kind == .word {
        if findsEntities, let entity = entity(tokens, index) {
          items.append(Item(kind: .entity(entity.name), tokens: index..<entity.next))
          index = entity.next
          continue
        }
        if let change = signedChange(tokens, index) {
          items.append(Item(kind: .cue([change]), tokens: index..<index + 1))
          index += 1
          continue
        }
        if let match = catalogue.lexicon.longest(tokens, at: index),
          match.length > 1 || !startsNumberWord(tokens, index)
        {
          items.append(Item(kind: .cue(match.features), tokens: index..<index + match.length))
          index += match.length
          continue
        }
        if let (value, next) = numberWord(tokens, index, items) {
          let range = token.range.lowerBound..<tokens[next - 1].range.upperBound
          let numeral = Numeral(
            value: ExactDecimal(value), decimals: 0, upper: nil, isPercent: false, isNone: false,
            isWord: true, range: range)
          items.append(Item(kind: .numeral(numeral), tokens: index..<next))
          index = next
          continue
        }
        if Words.none.contains(token.hash), isNone(tokens, index, items) {
          let numeral = Numeral(
            value: ExactDecimal(0), decimals: 0, upper: nil, isPercent: false, isNone: true,
            isWord: true, range: token.range)
          items.append(Item(kind: .numeral(numeral), tokens: index..<index + 1))
          index += 1
          continue
        }
        if hasDigit(token) {
          items.append(Item(kind: .name, tokens: index..<index + 1))
          index += 1
          continue
        }
      }
      if token.kind == .sign, let scalar = Unicode.Scalar(UInt32(token.hash)) {
        if let match = catalogue.lexicon.longest(tokens, at: index),
          match.length > 1 || match.features.contains(where: { $0.key == "qualifier" })
        {
          items.append(Item(kind: .cue(match.features), tokens: index..<index + match.length))
          index += match.length
          continue
        }
        items.append(Item(kind: .sign(scalar), tokens: index..<index + 1))
      } else {
        items.append(Item(kind: .word, tokens: index..<index + 1))
      }
      index += 1
    }
    return items
  }

  /// "giữ mối liên hệ nơi cư trú (213): 24 đ/c": the number in parentheses before a colon is a name.
  private func isNumberInName(_ tokens: [Token], _ index: Int) -> Bool {
    index + 3 < tokens.count && tokens[index].isSign("(") && tokens[index + 1].kind == .number
      && tokens[index + 2].isSign(")") && tokens[index + 3].isSign(":")
  }

  /// "Xếp loại 2025 (…": four digits of a year that no noun follows and no colon precedes.
  private func bareYear(
    _ tokens: [Token], _ index: Int, _ items: [Item], _ times: TimeScanner
  ) -> Int? {
    guard let year = times.yearNumber(index), (1990...2050).contains(year),
      !nextIsNoun(tokens, index),
      let last = items.last, !last.isSign(":"), !last.isSign("("), findsEntities
    else { return nil }
    // "hai năm 2020 và 2022"
    if case .word = last.kind, tokens[last.tokens.lowerBound].hash == Folding.hash("và"),
      items.count > 1,
      items[items.count - 2].time != nil
    {
      return year
    }
    if index + 1 < tokens.count, tokens[index + 1].kind == .word { return nil }
    switch last.kind {
    case .cue(let features):
      return features.contains { ["event", "mark", "nature"].contains($0.key) } ? year : nil
    default: return nil
    }
  }

  /// "(1)", "(2)" before the points of a running list.
  private func isEnumerator(_ tokens: [Token], _ index: Int, _ items: [Item]) -> Bool {
    guard index + 3 < tokens.count, tokens[index].isSign("("), tokens[index + 2].isSign(")"),
      let number = small(tokens, index + 1), number >= 1, number <= 20,
      tokens[index + 1].range.count == String(number).utf8.count, tokens[index + 3].kind == .word
    else { return false }
    guard let last = items.last else { return true }
    if case .sign = last.kind { return true }
    return tokens[index + 3].startsUpper
  }

  private func hasDigit(_ token: Token) -> Bool {
    bytes[token.range].contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  // MARK: Numbers

  /// A written number with its percent sign and the other end of a range.
  private func numeral(_ tokens: [Token], _ index: Int) -> (Numeral, Int) {
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

  private func startsNumberWord(_ tokens: [Token], _ index: Int) -> Bool {
    Words.firstDigits.contains(tokens[index].hash) || tokens[index].hash == Words.ten
  }

  /// "một", "hai mươi tư", where a counted noun follows or a label ends.
  private func numberWord(_ tokens: [Token], _ index: Int, _ items: [Item]) -> (Int64, Int)? {
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
  private func isNone(_ tokens: [Token], _ index: Int, _ items: [Item]) -> Bool {
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

  /// "Quốc khánh 2/9", "dịp 03/02": a day of the year without the year.
  private func holiday(_ tokens: [Token], _ index: Int, afterHoliday: Bool) -> Range<Int>? {
    guard index > 0, index + 2 < tokens.count, tokens[index + 1].isSign("/"),
      let day = small(tokens, index), let month = small(tokens, index + 2), day <= 31, month <= 12,
      Words.occasions.contains(tokens[index - 1].hash) || afterHoliday,
      !(index + 3 < tokens.count && tokens[index + 3].isSign("/"))
    else { return nil }
    return tokens[index].range.lowerBound..<tokens[index + 2].range.upperBound
  }

  /// "+04", "(-20,0%)": the sign of a change, glued to its number.
  private func signedChange(_ tokens: [Token], _ index: Int) -> Feature? {
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

  // MARK: Ages

  private enum Ages {
    static let under = Folding.hash("dưới")
    static let over = Folding.hash("trên")
    static let from = Folding.hash("từ")
    static let to = Folding.hash("đến")
    static let age = Folding.hash("tuổi")
    static let party = Folding.hash("đảng")
    static let year = Folding.hash("năm")
    static let up = [Folding.hash("trở"), Folding.hash("lên")]
  }

  private func small(_ tokens: [Token], _ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .number, tokens[index].range.count <= 2 else {
      return nil
    }
    return Int(String(decoding: bytes[tokens[index].range], as: UTF8.self))
  }

  /// "dưới 35 tuổi", "từ 35 đến 50 tuổi", "trên 60:", "tuổi 18 - 30"; "30 năm" of membership.
  private func ageOrYears(
    _ tokens: [Token], _ index: Int, _ items: [Item]
  ) -> (Feature, Int)? {
    func word(_ at: Int, _ hash: UInt64) -> Bool {
      at < tokens.count && tokens[at].kind == .word && tokens[at].hash == hash
    }
    if let years = small(tokens, index), years >= 30, years <= 95, years % 5 == 0,
      word(index + 1, Ages.year), !word(index, Ages.from)
    {
      var next = index + 2
      if word(next, Ages.age), word(next + 1, Ages.party) { next += 2 }
      return (Feature(key: "years_of_membership", value: String(years)), next)
    }
    var position = index
    var kind: UInt64 = 0
    let afterAge = tokens[max(0, index - 2)..<index].contains { $0.hash == Ages.age }
    if word(position, Ages.age), small(tokens, position + 1) != nil {
      position += 1
    }
    if word(position, Ages.under) || word(position, Ages.over) || word(position, Ages.from) {
      kind = tokens[position].hash
      position += 1
    }
    if position == index && !afterAge && small(tokens, index) == nil { return nil }
    guard let low = small(tokens, position), low >= 14, low <= 95 else { return nil }
    position += 1
    var high: Int?
    if position + 1 < tokens.count,
      word(position, Ages.to) || tokens[position].isSign("-") || tokens[position].isSign("–"),
      let value = small(tokens, position + 1), value > low
    {
      high = value
      position += 2
    }
    let named = word(position, Ages.age)
    if named {
      position += 1
      // "47,6 tuổi" and "đủ 18 tuổi" are ages of somebody, no group
      if high == nil && kind == 0 { return nil }
    } else {
      let labelled =
        position < tokens.count && tokens[position].isSign(":")
        && small(tokens, position + 1) != nil
        || (position < tokens.count && tokens[position].isSign(":")
          && position + 1 < tokens.count && tokens[position + 1].kind == .number)
      guard labelled || afterAge && kind != 0, kind != 0 || high != nil else { return nil }
    }
    let up = position + 1 < tokens.count && tokens[position].hash == Ages.up[0]
    if up { position += 2 }
    if let high { return (Feature(key: "age", value: "\(low)-\(high)"), position) }
    if kind == Ages.under { return (Feature(key: "age", value: "-\(low - 1)"), position) }
    if kind == Ages.over { return (Feature(key: "age", value: "\(low + 1)+"), position) }
    if up { return (Feature(key: "age", value: "\(low)+"), position) }
    return nil
  }

  // MARK: Names and citations

  /// "Điều 8", "thôn 3", "khóa XIII": a number behind a word that takes one as its name.
  private func isName(_ items: [Item], _ tokens: [Token], _ index: Int) -> Bool {
    guard let previous = items.last, !tokens[index].range.isEmpty else { return false }
    if case .entity = previous.kind { return false }
    guard previous.tokens.upperBound == index, case .cue(let features) = previous.kind,
      features.contains(where: { $0.key == "namer" })
    else { return false }
    if bytes[tokens[index].range].contains(where: { $0 == 0x2C }) { return false }
    return !nextIsNoun(tokens, index)
  }

  private func nextIsNoun(_ tokens: [Token], _ index: Int) -> Bool {
    let next = index + 1
    guard next < tokens.count else { return false }
    if tokens[next].isSign("%") { return true }
    guard let match = catalogue.lexicon.longest(tokens, at: next) else { return false }
    return match.features.contains { $0.key == "noun" }
  }

  /// 28-CT/TW, 1670/NQ-UBTVQH15, 41/2025/NQ-HĐND, 19 - CTr/TU.
  private func citation(_ tokens: [Token], _ index: Int) -> (range: Range<Int>, next: Int)? {
    guard tokens[index].kind == .number, tokens[index].range.count <= 5 else {
      // QĐ 213-QĐ/TW is read at its number; a symbol that begins with letters: CV/1234
      return nil
    }
    var position = index + 1
    if position + 1 < tokens.count, tokens[position].isSign("/"),
      tokens[position + 1].kind == .number,
      tokens[position + 1].range.count == 4, position + 2 < tokens.count,
      tokens[position + 2].isSign("/") || tokens[position + 2].isSign("-")
    {
      position += 2
    }
    guard position + 1 < tokens.count, tokens[position].kind == .sign,
      [0x2D, 0x2F, 0x2013].contains(tokens[position].hash), tokens[position + 1].kind == .word,
      tokens[position + 1].startsUpper
    else { return nil }
    let loose = tokens[position].spaced || tokens[position + 1].spaced
    position += 2
    var parts = 1
    while position + 1 < tokens.count, tokens[position].kind == .sign,
      [0x2D, 0x2F, 0x2013].contains(tokens[position].hash), tokens[position + 1].kind == .word,
      tokens[position + 1].startsUpper, !tokens[position].spaced, !tokens[position + 1].spaced
    {
      position += 2
      parts += 1
    }
    let first = tokens[position - 1 - (parts - 1) * 2]
    // "15-BC" without a body is a symbol only when the letters are those of a type
    guard parts > 1 || (!loose && first.range.count <= 4 && isDocumentType(first)) else {
      return nil
    }
    let range = tokens[index].range.lowerBound..<tokens[position - 1].range.upperBound
    return (range, position)
  }

  private static let types: Set<UInt64> = Set(
    [
      "CT", "NQ", "QĐ", "QĐi", "KL", "HD", "KH", "CTr", "TB", "CV", "BC", "ĐA", "TTr", "TT", "QC",
      "CTHĐ", "BB",
    ].map { Folding.hash($0) })

  private func isDocumentType(_ token: Token) -> Bool { Scanner.types.contains(token.hash) }

  // MARK: Entities

  /// A named sub-unit: "Chi bộ bản Nà Sản", "Đảng bộ Công an thành phố"; nil for a common noun and
  /// for the reporting unit itself.
  private func entity(_ tokens: [Token], _ index: Int) -> (name: String, next: Int)? {
    guard Words.heads.contains(tokens[index].hash), index + 2 < tokens.count,
      !(tokens[index].isAllUpper && tokens[index + 1].isAllUpper)
    else { return nil }
    var position = index + 1
    if tokens[index].hash != Folding.hash("khối") {
      guard tokens[position].hash == Words.bo else { return nil }
      position += 1
    }
    let first = position
    var proper = 0
    var end = position
    var words: [UInt64] = []
    while position < tokens.count {
      let token = tokens[position]
      if token.kind == .sign {
        // "Chi bộ Các cơ quan Đảng, đoàn thể" ends at the comma; a name never holds another sign
        break
      }
      if token.kind == .number {
        guard position > first, token.range.count <= 2, !nextIsNoun(tokens, position), proper > 0
        else { break }
        let next = position + 1
        if next < tokens.count, tokens[next].isSign("/") || tokens[next].isSign("(") && false {
          break
        }
        // "Nhà máy Sợi 1", "Tiểu khu 1": the number is the name's when the word before it is one
        // that takes a number, or another number follows
        let previous = tokens[position - 1]
        let namer =
          catalogue.lexicon.longest(tokens, at: position - 1)?.features.contains {
            $0.key == "namer"
          } ?? false
        let followed = tokens[next...].prefix(6).contains { $0.kind == .number }
        guard
          namer
            || (previous.startsUpper && followed
              && !(next < tokens.count && tokens[next].isSign(",")))
        else { break }
        position += 1
        end = position
        continue
      }
      if token.startsUpper {
        if startsCue(tokens, position, stopping: ["grade", "form", "rated", "status"]) { break }
        if position > first || tokens[first].startsUpper { proper += 1 }
        words.append(token.hash)
        position += 1
        end = position
        continue
      }
      if Words.places.contains(token.hash), position - end <= 3 {
        if startsCue(tokens, position, stopping: ["event", "mark", "noun"]) && position > first {
          break
        }
        words.append(token.hash)
        position += 1
        if !isLink(token) { if proper > 0 || position - first <= 4 { end = position } }
        continue
      }
      break
    }
    guard proper > 0, end > first else { return nil }
    while end > first, isLink(tokens[end - 1]) { end -= 1 }
    if tokens[first].startsUpper, end == first + 1, isCommon(tokens[first]) { return nil }
    if words == ownName
      || (ownName.count > 0 && words.elementsEqual(ownName.prefix(words.count)) && words.count >= 2)
    {
      return nil
    }
    let text = String(
      decoding: bytes[tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound],
      as: UTF8.self)
    return (text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " "), end)
  }

  private func isLink(_ token: Token) -> Bool {
    [Folding.hash("và"), Folding.hash("của"), Folding.hash("các")].contains(token.hash)
  }

  private func isCommon(_ token: Token) -> Bool {
    [
      Folding.hash("trực"), Folding.hash("cơ"), Folding.hash("đảng"), Folding.hash("hoàn"),
      Folding.hash("được"),
    ].contains(token.hash)
  }

  private func startsCue(_ tokens: [Token], _ index: Int, stopping keys: [String]) -> Bool {
    guard let match = catalogue.lexicon.longest(tokens, at: index) else { return false }
    return match.features.contains { keys.contains($0.key) }
  }
}
