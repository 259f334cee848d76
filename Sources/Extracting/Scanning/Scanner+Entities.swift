import Catalogue
import DocumentModel

extension Scanner {
  /// A named sub-unit: "Chi bộ bản Nà Sản", "Đảng bộ Công an thành phố"; nil for a common noun and
  /// for the reporting unit itself.
  func entity(_ tokens: [Token], _ index: Int) -> (name: String, next: Int)? {
    if let short = shortCell(tokens, index) { return short }
    guard Words.heads.contains(tokens[index].hash), index + 2 < tokens.count,
      !(tokens[index].isAllUpper && tokens[index + 1].isAllUpper)
    else { return namedPlace(tokens, index) }
    var position = index + 1
    if tokens[index].hash != Folding.hash("khối") {
      guard tokens[position].hash == Words.bo else { return nil }
      position += 1
      if tokens[position].hash == Words.bo, position + 2 < tokens.count,
        tokens[position + 1].hash == Folding.hash("phận"), tokens[position + 2].startsUpper
      {
        // "Đảng bộ bộ phận Xí nghiệp …"
        position += 2
      }
    }
    let first = position
    if first == index + 1, tokens[first].isAllUpper,
      startsCue(tokens, first, stopping: ["group"])
    {
      // "khối DN nhà nước": a sector, its first words short
      return nil
    }
    // "01 chi bộ Trạm Y tế", "02 chi bộ Công an": counted, they are of a kind, however written
    if index > 0, tokens[index - 1].kind == .number,
      startsCue(tokens, first, stopping: ["group"])
        || startsCue(tokens, index, stopping: ["group"])
    {
      return nil
    }
    if let numbered = numberedCell(tokens, index, first) { return numbered }
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
        // a count has its leading zero, a name has none
        let isTroop = isTroop(tokens[first..<position])
        guard position > first, token.range.count <= (isTroop ? 3 : 2),
          !nextIsNoun(tokens, position), proper > 0,
          bytes[token.range.lowerBound] != 0x30,
          !(position + 1 < tokens.count && tokens[position + 1].hash == Words.over)
        else { break }
        let next = position + 1
        if next < tokens.count, tokens[next].isSign("/") { break }
        // "Nhà máy Sợi 1", "Tiểu khu 1": the number is the name's when the word before it is one
        // that takes a number, or another number follows
        let previous = tokens[position - 1]
        let namer =
          catalogue.lexicon.longest(tokens, at: position - 1)?.features.contains {
            $0.key == "namer"
          } ?? false
        let followed = tokens[next...].prefix(6).contains { $0.kind == .number }
        let isLabelled =
          next + 1 < tokens.count && tokens[next].kind == .sign
          && [0x28, 0x2D, 0x2013, 0x3A].contains(tokens[next].hash)
          && tokens[next + 1].kind == .number
        guard
          namer || isLabelled || isTroop && tokens[position - 1].kind == .word
            || (previous.startsUpper && followed
              && !(next < tokens.count && tokens[next].isSign(",")))
        else { break }
        position += 1
        end = position
        continue
      }
      if token.startsUpper {
        if startsCue(tokens, position, stopping: ["grade", "form", "rated", "status"]) { break }
        if position > first, Words.heads.contains(token.hash), position + 1 < tokens.count,
          tokens[position + 1].hash == Words.bo
        {
          // "Chi bộ Tham mưu và Chi bộ Chính trị": the next name
          break
        }
        if position > first || tokens[first].startsUpper { proper += 1 }
        words.append(token.hash)
        position += 1
        end = position
        continue
      }
      if isSecondSyllable(tokens, position) {
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
    end = bodiesAndEnterprises(tokens, first, end) ?? end
    // "Khoa Công nghệ thông tin": how far the small words are the name's, a table may tell
    end = max(end, shortNames.end(ofLabel: tokens, at: index) ?? end)
    let text = String(
      decoding: bytes[tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound],
      as: UTF8.self)
    return (text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " "), end)
  }

  /// "Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh": a body of both, by its official name.
  private func bodiesAndEnterprises(_ tokens: [Token], _ first: Int, _ end: Int) -> Int? {
    guard end > first + 1, tokens[end - 2].hash == Words.body.0,
      tokens[end - 1].hash == Words.body.1, end + 2 < tokens.count,
      isLink(tokens[end]) || tokens[end].isSign("-") || tokens[end].isSign("–"),
      tokens[end + 1].hash == Words.enterprise.0, tokens[end + 2].hash == Words.enterprise.1
    else { return nil }
    var next = end + 3
    while next < tokens.count, Words.levels.contains(tokens[next].hash) { next += 1 }
    return next
  }

  /// "Phân xưởng Lò hơi kết nạp": a small syllable behind a capital one, before another capital, a
  /// figure or a verb.
  private func isSecondSyllable(_ tokens: [Token], _ index: Int) -> Bool {
    guard index > 0, tokens[index - 1].startsUpper, !isLink(tokens[index]),
      !Words.none.contains(tokens[index].hash), !Scanner.afterPlace.contains(tokens[index].hash),
      !Scanner.fillers.contains(tokens[index].hash), !Words.places.contains(tokens[index].hash),
      !startsCue(
        tokens, index, stopping: ["event", "noun", "mark", "nature", "statistic", "grade"])
    else { return false }
    let next = index + 1
    guard next < tokens.count else { return false }
    if tokens[next].kind == .number || tokens[next].startsUpper { return true }
    if tokens[next].isSign(":") || tokens[next].isSign("(") { return true }
    return startsCue(tokens, next, stopping: ["event"])
      || Scanner.fillers.contains(tokens[next].hash)
  }

  /// The end of the reporting unit's own full name, where its name holds words that mean a group.
  func ownNameEnd(_ tokens: [Token], _ index: Int) -> Int? {
    if ownName.first == Words.sector, Words.heads.contains(tokens[index].hash),
      index + 3 < tokens.count, tokens[index + 1].hash == Words.bo,
      tokens[index + 2].hash == Words.sector, tokens[index + 2].startsUpper,
      !ownName.dropFirst().starts(with: [tokens[index + 3].hash])
    {
      // "Đảng bộ Khối" for "Đảng bộ Khối các cơ quan tỉnh"
      return index + 3
    }
    let end = index + 2 + ownName.count
    guard ownName.count > 1, end <= tokens.count, Words.heads.contains(tokens[index].hash),
      tokens[index + 1].hash == Words.bo,
      tokens[(index + 2)..<end].map(\.hash).elementsEqual(ownName),
      (index + 2..<end).contains(where: { at in
        catalogue.lexicon.longest(tokens, at: at)?.features.contains { $0.key == "group" } ?? false
      })
    else { return nil }
    return end
  }

  /// "CB ấp Phú Lợi 02", "ĐB UBND xã 01": abbreviated heads, where a figure follows the name.
  private func shortCell(_ tokens: [Token], _ index: Int) -> (name: String, next: Int)? {
    guard let head = Scanner.longHead(tokens[index]) else { return nil }
    if let numbered = numberedCell(tokens, index, index + 1) {
      // "CB thôn 1: 01"
      return (head + numbered.name.drop { $0 != " " }, numbered.next)
    }
    var position = index + 1
    var proper = 0
    while position < tokens.count, tokens[position].kind == .word, position - index < 8,
      tokens[position].startsUpper || Words.places.contains(tokens[position].hash)
    {
      if startsCue(tokens, position, stopping: ["event", "noun", "grade", "status"]),
        tokens[position].isAllUpper
      {
        return nil
      }
      if tokens[position].startsUpper { proper += 1 }
      position += 1
      if proper > 0, hasFigure(tokens, position) { break }
    }
    guard proper > 0, hasFigure(tokens, position) else { return nil }
    let text = String(
      decoding: bytes[tokens[index].range.lowerBound..<tokens[position - 1].range.upperBound],
      as: UTF8.self)
    let name = text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    return (head + name.drop { $0 != " " }, position)
  }

  /// "Chi bộ" for CB, "Đảng bộ bộ phận" for ĐBBP.
  static func longHead(_ token: Token) -> String? {
    token.isAllUpper ? Words.shortHeads[token.hash] : nil
  }

  /// "Chi bộ thôn 3", "Chi bộ tổ dân phố số 5": named by a number that no noun follows.
  private func numberedCell(
    _ tokens: [Token], _ index: Int, _ first: Int
  ) -> (name: String, next: Int)? {
    var position = first
    while position < tokens.count, position - first < 4, tokens[position].kind == .word,
      Words.places.contains(tokens[position].hash) || tokens[position].hash == Words.so
    {
      position += 1
    }
    guard position > first, position < tokens.count, tokens[position].kind == .number,
      tokens[position].range.count <= 2, tokens[position - 1].kind == .word,
      tokens[position - 1].hash == Words.so || namesByNumber(tokens, position),
      !nextIsNoun(tokens, position), endsNumberedName(tokens, position, index)
    else { return nil }
    let text = String(
      decoding: bytes[tokens[index].range.lowerBound..<tokens[position].range.upperBound],
      as: UTF8.self)
    return (text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " "), position + 1)
  }

  /// Behind the number of a name: "Chi bộ thôn 3 kết nạp", "Chi bộ khóm 1 02 đồng chí", "Chi bộ tổ dân
  /// phố 21 (46 đảng viên)", "Chi bộ thôn 1, Chi bộ thôn 2".
  private func endsNumberedName(_ tokens: [Token], _ number: Int, _ head: Int) -> Bool {
    let next = number + 1
    guard next < tokens.count else { return true }
    // "06/21 CB ấp 9T": no name, but nine months
    if tokens[next].kind == .word { return tokens[next].spaced }
    if tokens[next].isSign(":") || tokens[next].isSign(".") { return true }
    let isName =
      tokens[head].startsUpper && bytes[tokens[number].range.lowerBound] != 0x30
    if tokens[next].kind == .number { return isName }
    if tokens[next].isSign("("), next + 1 < tokens.count, tokens[next + 1].kind == .number {
      return isName && nextIsNoun(tokens, next + 1)
    }
    return isName && tokens[next].isSign(",") && next + 1 < tokens.count
      && tokens[next + 1].hash == tokens[head].hash && tokens[next + 1].startsUpper
  }

  private func namesByNumber(_ tokens: [Token], _ position: Int) -> Bool {
    (1...3).contains { back in
      position - back >= 0
        && catalogue.lexicon.longest(tokens, at: position - back).map { match in
          match.length == back && match.features.contains { $0.key == "namer" }
        } ?? false
    }
  }

  /// "Trung đoàn 748", "Đại đội Trinh sát 20": troops are named by numbers.
  private func isTroop(_ words: ArraySlice<Token>) -> Bool {
    let troop: Set<UInt64> = [Folding.hash("đoàn"), Folding.hash("đội")]
    let size: Set<UInt64> = Set(
      ["sư", "lữ", "trung", "tiểu", "đại", "hải"].map { Folding.hash($0) })
    return zip(words, words.dropFirst()).contains {
      size.contains($0.hash) && troop.contains($1.hash)
    }
  }

  func isLink(_ token: Token) -> Bool {
    [Folding.hash("và"), Folding.hash("của"), Folding.hash("các")].contains(token.hash)
  }

  func isCommon(_ token: Token) -> Bool {
    [
      Folding.hash("trực"), Folding.hash("cơ"), Folding.hash("đảng"), Folding.hash("hoàn"),
      Folding.hash("được"),
    ].contains(token.hash)
  }

  func startsCue(_ tokens: [Token], _ index: Int, stopping keys: [String]) -> Bool {
    guard let match = catalogue.lexicon.longest(tokens, at: index) else { return false }
    return match.features.contains { keys.contains($0.key) }
  }

  /// True where a colon and a number follow.
  func isLabel(_ tokens: [Token], _ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index].isSign(":") && tokens[index + 1].kind == .number
  }
}
