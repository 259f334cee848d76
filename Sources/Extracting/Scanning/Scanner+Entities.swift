import Catalogue
import DocumentModel

extension Scanner {
  /// A named sub-unit: "Chi bộ bản Nà Sản", "Đảng bộ Công an thành phố"; nil for a common noun and
  /// for the reporting unit itself.
  func entity(_ tokens: [Token], _ index: Int) -> (name: String, next: Int)? {
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
