import Catalogue
import DocumentModel

extension Scanner {
  /// "giữ mối liên hệ nơi cư trú (213): 24 đ/c": the number in parentheses before a colon is a name.
  func isNumberInName(_ tokens: [Token], _ index: Int) -> Bool {
    index + 3 < tokens.count && tokens[index].isSign("(") && tokens[index + 1].kind == .number
      && tokens[index + 2].isSign(")") && tokens[index + 3].isSign(":")
  }

  /// The index behind "(ĐVTN)", the short form that a clerk puts beside the words that he has just
  /// written out; nil where the parentheses say more.
  func shortForm(_ tokens: [Token], _ index: Int, _ items: [Item]) -> Int? {
    guard tokens[index].isSign("("), let last = items.last, last.tokens.upperBound == index,
      case .cue = last.kind
    else { return nil }
    var next = index + 1
    while next < tokens.count, next - index <= 3, tokens[next].kind == .word,
      tokens[next].isAllUpper, tokens[next].range.count > 1,
      TimeScanner.Words.roman[tokens[next].hash] == nil
    {
      // "đảng viên (NỮ) 12": tells which of them
      let meaning = catalogue.lexicon.longest(tokens, at: next)?.features ?? []
      guard meaning.allSatisfy({ last.has($0.key, $0.value) }) else { return nil }
      next += 1
    }
    guard next > index + 1, next < tokens.count, tokens[next].isSign(")") else { return nil }
    return next + 1
  }

  /// "Xếp loại 2025 (…": four digits of a year that no noun follows and no colon precedes.
  func bareYear(
    _ tokens: [Token], _ index: Int, _ items: [Item], _ times: TimeScanner
  ) -> Int? {
    if let year = times.yearNumber(index), (1990...2050).contains(year), findsEntities,
      index > 0, tokens[index - 1].isSign("("), index + 1 < tokens.count,
      tokens[index + 1].isSign(")"), items.contains(where: { $0.numeral != nil })
    {
      // "22 (2020), 23 (2021)"
      return year
    }
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
    // "Riêng 2024 hụt 09 đồng chí"
    if case .cue = last.kind, last.tokens.count == 1, last.tokens.upperBound == index,
      tokens[index - 1].hash == Words.alone
    {
      return year
    }
    // "Đối chiếu 2019: …", "so mốc 2018 (27)"
    if case .word = last.kind,
      Words.beforeBareYear.contains(tokens[last.tokens.upperBound - 1].hash)
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

  /// "riêng Đà Khê 31 đồng chí", "Chi bộ bản Lùng Mẩy 21, Pả Chư 17": the bare name of a unit, where
  /// a figure follows it.
  func bareUnit(_ tokens: [Token], _ index: Int, _ items: [Item]) -> (name: String, next: Int)? {
    guard tokens[index].startsUpper, !tokens[index].isAllUpper,
      !(index > 0 && tokens[index - 1].kind == .word
        && (tokens[index - 1].startsUpper
          || Words.places.contains(tokens[index - 1].hash) && !isLink(tokens[index - 1])
          || Scanner.whence.contains(tokens[index - 1].hash)))
    else { return nil }
    if let (name, next) = shortNames.unit(tokens, index), !name.isEmpty,
      figureFollows(tokens, next)
    {
      return (name, next)
    }
    return nextOfList(tokens, index, items) ?? ranked(tokens, index)
  }

  /// "ít nhất là Khe Vàng với 146 đồng chí", "dẫn đầu là Tân Hoài với 58": a place that is ranked stands
  /// for its unit, which the report names no fuller.
  private func ranked(_ tokens: [Token], _ index: Int) -> (name: String, next: Int)? {
    guard index > 2, tokens[index - 1].hash == Words.isWord,
      Scanner.ranks.contains(tokens[index - 2].hash)
    else { return nil }
    var end = index
    while end < tokens.count, tokens[end].kind == .word, tokens[end].startsUpper, end - index < 4 {
      end += 1
    }
    guard end - index >= 2, figureFollows(tokens, end),
      !startsCue(tokens, index, stopping: ["event", "noun", "group", "ethnicity", "sex"]),
      !tokens[index..<end].map(\.hash).elementsEqual(ownName.suffix(end - index))
    else { return nil }
    let text = String(
      decoding: bytes[tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound],
      as: UTF8.self)
    return (text.split(whereSeparator: \.isWhitespace).joined(separator: " "), end)
  }

  private static let ranks: Set<UInt64> = Set(
    ["nhất", "đầu", "đó", "đến", "theo", "cuối", "bảng"].map { Folding.hash($0) })

  /// A number or a "chưa", "không" within the next few words, before any other name; behind a comma
  /// only at once: "Yên Phú đông nhất, có 4.927", not "… và Yên Phú, diện tích 214 ha".
  private func figureFollows(_ tokens: [Token], _ index: Int) -> Bool {
    for (position, token) in zip(index..., tokens[index...].prefix(7)) {
      if token.kind == .number || Words.none.contains(token.hash) { return true }
      if token.startsUpper || token.isSign(".") || token.isSign(";") { return false }
      if token.isSign(","), position + 1 < tokens.count, tokens[position + 1].kind != .number,
        tokens[position + 1].hash != Words.co, !Words.none.contains(tokens[position + 1].hash)
      {
        return false
      }
    }
    return false
  }

  /// A name of capitals right before a number, in a list of which the item before it is a unit with
  /// its number: it's a unit of the same kind.
  private func nextOfList(
    _ tokens: [Token], _ index: Int, _ items: [Item]
  ) -> (name: String, next: Int)? {
    var end = index
    while end < tokens.count, tokens[end].kind == .word, tokens[end].startsUpper, end - index < 4 {
      end += 1
    }
    guard end < tokens.count, tokens[end].kind == .number,
      !startsCue(
        tokens, index,
        stopping: ["event", "noun", "sex", "ethnicity", "grade", "form", "group", "status"])
    else { return nil }
    var at = items.count - 1
    guard at >= 2, isComma(items[at], tokens) else { return nil }
    at -= 1
    if items[at].has("noun", "person") || items[at].has("noun", "member") { at -= 1 }
    guard at >= 1, items[at].isCount, case .entity(let before) = items[at - 1].kind else {
      return nil
    }
    let words = before.split(separator: " ")
    guard let name = words.lastIndex(where: { $0.first?.isLowercase ?? false }), name >= 1,
      name + 1 < words.count
    else { return nil }
    let text = String(
      decoding: bytes[tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound],
      as: UTF8.self)
    let own = text.split(whereSeparator: \.isWhitespace)
    return ((words[...name] + own).joined(separator: " "), end)
  }

  private func isComma(_ item: Item, _ tokens: [Token]) -> Bool {
    item.isSign(",") || item.isSign(";")
      || item.tokens.count == 1 && tokens[item.tokens.lowerBound].hash == Scanner.and
  }

  private static let and = Folding.hash("và")
  /// "chuyển về Đà Khê", "từ Nậm Pha": where somebody went or came from.
  private static let whence: Set<UInt64> = Set(["về", "từ", "sang"].map { Folding.hash($0) })

  private static let having: Set<UInt64> = Set(["có", "gồm", "còn"].map { Folding.hash($0) })

  /// "Đảng bộ còn kết nạp được 02 học sinh": who acts, no organisation that is counted.
  func acts(_ tokens: [Token], _ index: Int, _ items: [Item]) -> Bool {
    guard tokens[index].hash == Words.party, index + 3 < tokens.count,
      tokens[index + 1].hash == Words.bo, items.last?.numeral == nil
    else { return false }
    if tokens[index].startsUpper, Scanner.having.contains(tokens[index + 2].hash),
      tokens[index + 3].kind == .number, index + 4 < tokens.count
    {
      // "Đảng bộ gồm 458 giảng viên": whose members they are
      return catalogue.lexicon.longest(tokens, at: index + 4)?.features.first?.key == "group"
    }
    // "đảng bộ mới 02": no verb follows
    return Words.auxiliaries.contains(tokens[index + 2].hash) && tokens[index + 3].kind == .word
  }

  /// "cho 117 người, 115 người đạt (98,3%)": who passed a class.
  func passes(_ tokens: [Token], _ index: Int, _ items: [Item]) -> Bool {
    if tokens[index].hash == Words.reach, isLabel(tokens, index + 1),
      items.last.map({ $0.isSign(";") || $0.isSign(",") }) ?? false,
      items.contains(where: { $0.has("event", "train") })
    {
      // "Học lớp nhận thức về Đảng: 05 người; đạt: 05"
      return true
    }
    // "12 người đều đạt", "cả năm người đều đạt"
    let isAll = items.last.map { tokens[$0.tokens.upperBound - 1].hash == Words.without } ?? false
    let counted = isAll ? items.dropLast() : items[...]
    guard tokens[index].hash == Words.reach, counted.last?.feature("noun") != nil,
      counted.dropLast().last?.isCount ?? false,
      index + 1 >= tokens.count || tokens[index + 1].kind == .sign
    else { return false }
    return items.contains { $0.has("noun", "class") || $0.has("event", "train") }
  }

  /// "Chuyển sinh hoạt đảng: đến 06, đi 11": where members came from or went, in a list of moves.
  func movement(_ tokens: [Token], _ index: Int, _ items: [Item]) -> Feature? {
    let isIn = tokens[index].hash == Words.den
    guard isIn || tokens[index].hash == Words.goes, index + 1 < tokens.count,
      tokens[index + 1].kind == .number || tokens[index + 1].isSign(":"),
      items.last.map({ $0.isSign(":") || $0.isSign(";") || $0.isSign(",") || $0.isSign("(") })
        ?? false
    else { return nil }
    let moves = items.suffix(24).contains { item in
      item.feature("event").map { $0.hasPrefix("transfer") || $0 == "admit" || $0 == "die" }
        ?? false
        || item.tokens.contains { Words.moves.contains(tokens[$0].hash) }
    }
    return moves ? Feature(key: "event", value: isIn ? "transfer_in" : "transfer_out") : nil
  }

  /// "(1)", "(2)" before the points of a running list.
  func isEnumerator(_ tokens: [Token], _ index: Int, _ items: [Item]) -> Bool {
    guard index + 3 < tokens.count, tokens[index].isSign("("), tokens[index + 2].isSign(")"),
      let number = small(tokens, index + 1), number >= 1, number <= 20,
      tokens[index + 1].range.count == String(number).utf8.count, tokens[index + 3].kind == .word
    else { return false }
    guard let last = items.last else { return true }
    if case .sign = last.kind { return true }
    return tokens[index + 3].startsUpper
  }

  /// "Quốc khánh 2/9", "dịp 03/02": a day of the year without the year.
  func holiday(_ tokens: [Token], _ index: Int, afterHoliday: Bool) -> Range<Int>? {
    guard index > 0, index + 2 < tokens.count,
      tokens[index + 1].isSign("/") || tokens[index + 1].isSign("-"),
      let day = small(tokens, index), let month = small(tokens, index + 2), day <= 31, month <= 12,
      Words.occasions.contains(tokens[index - 1].hash) || afterHoliday
        || isNamedDay(tokens, index)
        || index > 1 && tokens[index - 1].isSign("(")
          && Words.occasions.contains(tokens[index - 2].hash),
      !(index + 3 < tokens.count && tokens[index + 3].isSign("/"))
    else { return nil }
    return tokens[index].range.lowerBound..<tokens[index + 2].range.upperBound
  }

  /// "Ngày Thầy thuốc Việt Nam 27/02": a day's name right before its date.
  private func isNamedDay(_ tokens: [Token], _ index: Int) -> Bool {
    var position = index - 1
    while position >= 0, index - position <= 8, tokens[position].kind == .word {
      if Words.occasions.contains(tokens[position].hash), tokens[position].startsUpper {
        return true
      }
      position -= 1
    }
    return false
  }

  func nextIsNoun(_ tokens: [Token], _ index: Int) -> Bool {
    let next = index + 1
    guard next < tokens.count else { return false }
    if tokens[next].isSign("%") { return true }
    guard let match = catalogue.lexicon.longest(tokens, at: next) else { return false }
    return match.features.contains { $0.key == "noun" }
  }

  /// "theo Kết luận số 34-KL/HU": the kind of a cited document tells of no event.
  func plainKind(_ items: inout [Item], _ tokens: [Token]) {
    var last = items.count - 1
    if last > 0, items[last].tokens.count == 1,
      tokens[items[last].tokens.lowerBound].hash == Words.so
    {
      last -= 1
    }
    if last >= 0, items[last].has("event", "violate"), items[last].feature("noun") == nil {
      items[last].kind = .word
    }
  }

  /// 28-CT/TW, 1670/NQ-UBTVQH15, 41/2025/NQ-HĐND, 19 - CTr/TU.
  func citation(_ tokens: [Token], _ index: Int) -> (range: Range<Int>, next: Int)? {
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
    if position == index + 3, tokens[position + 1].isAllUpper, !tokens[position + 1].spaced {
      // "80/2015/QH13"
      var last = position + 1
      while last + 2 < tokens.count, tokens[last + 1].isSign("-"), tokens[last + 2].kind == .word,
        tokens[last + 2].isAllUpper, !tokens[last + 2].spaced
      {
        last += 2
      }
      return (tokens[index].range.lowerBound..<tokens[last].range.upperBound, last + 1)
    }
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
    // "KN 252/CT 230": a result over its plan
    if parts == 1, position < tokens.count, tokens[position].kind == .number { return nil }
    let range = tokens[index].range.lowerBound..<tokens[position - 1].range.upperBound
    return (range, position)
  }

  static let types: Set<UInt64> = Set(
    [
      "CT", "NQ", "QĐ", "QĐi", "KL", "HD", "KH", "CTr", "TB", "CV", "BC", "ĐA", "TTr", "TT", "QC",
      "CTHĐ", "BB",
    ].map { Folding.hash($0) })

  func isDocumentType(_ token: Token) -> Bool { Scanner.types.contains(token.hash) }

  /// "102 đảng bộ xã, phường": so many bodies of that kind, not the reporting one; where they end.
  func countedBodies(
    _ tokens: [Token], _ index: Int, _ match: (features: [Feature], length: Int),
    _ items: [Item]
  ) -> Int? {
    guard let numeral = items.last?.numeral, !numeral.isPercent, !numeral.isNone,
      numeral.value > ExactDecimal(1), match.length > 2, tokens[index].hash == Words.party,
      match.features.contains(Feature(key: "mark", value: "self"))
    else { return nil }
    var end = index + match.length
    while end + 1 < tokens.count, tokens[end].isSign(","),
      Scanner.levels.contains(tokens[end + 1].hash)
    {
      end += 2
    }
    return end
  }

  static let directCommittees = [
    Feature(key: "noun", value: "org"), Feature(key: "org_type", value: "direct_committee"),
  ]

  private static let levels: Set<UInt64> = Set(["xã", "phường", "huyện"].map { Folding.hash($0) })
}
