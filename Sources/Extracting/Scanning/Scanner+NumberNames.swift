import Catalogue
import DocumentModel

/// Numbers that count nothing: they name a place, a version, a part of the report.
extension Scanner {
  /// "Điều 8", "thôn 3", "khóa XIII": a number behind a word that takes one as its name.
  func isName(_ items: [Item], _ tokens: [Token], _ index: Int) -> Bool {
    guard let previous = items.last, !tokens[index].range.isEmpty else { return false }
    if isVersion(tokens, index) || isSerial(tokens[index].range) || isPointer(tokens, index) {
      return true
    }
    if case .entity = previous.kind { return false }
    guard previous.tokens.upperBound == index, case .cue(let features) = previous.kind,
      features.contains(where: { $0.key == "namer" })
    else { return false }
    if bytes[tokens[index].range].contains(where: { $0 == 0x2C }) { return false }
    // "Kết luận 33/42 tổ chức có vi phạm"
    if index + 3 < tokens.count, tokens[index + 1].isSign("/"), tokens[index + 2].kind == .number,
      nextIsNoun(tokens, index + 2)
    {
      return false
    }
    // "Đảng ủy cơ sở 118; chi bộ 67": each body with its number
    if !tokens[previous.tokens.lowerBound].startsUpper, previous.has("orgword", "cell"),
      items.dropLast().contains(where: { $0.numeral != nil }),
      items.contains(where: { $0.feature("conductor") != nil || $0.feature("conductor?") != nil }),
      index + 1 >= tokens.count || tokens[index + 1].kind == .sign
    {
      return false
    }
    // "kết luận 02 có vi phạm"
    let next =
      index + 1 < tokens.count ? catalogue.lexicon.longest(tokens, at: index + 1)?.features : nil
    if features.contains(where: { $0.key == "event" }),
      next?.contains(where: { $0.key == "event" }) ?? false
    {
      return false
    }
    return !nextIsNoun(tokens, index)
  }

  /// "đã nêu ở 3.2", "xem mục 2.1": a part of the report itself.
  func isPointer(_ tokens: [Token], _ index: Int) -> Bool {
    guard index > 0, Words.pointers.contains(tokens[index - 1].hash),
      !(tokens[safe: index + 1]?.isSign("%") ?? false)
    else { return false }
    let parts = bytes[tokens[index].range].split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { (1...2).contains($0.count) }
  }

  /// "0205.3812.456": points that part no thousands.
  func isSerial(_ range: Range<Int>) -> Bool {
    let parts = bytes[range].split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count >= 3 && !parts.dropFirst().allSatisfy { $0.count == 3 }
      && parts.allSatisfy { !$0.isEmpty }
  }

  /// "phần mềm quản lý đảng viên 3.0": one digit, a point and a zero name a version.
  func isVersion(_ tokens: [Token], _ index: Int) -> Bool {
    let text = bytes[tokens[index].range]
    guard text.count == 3, text[text.startIndex + 1] == 0x2E, text[text.startIndex + 2] == 0x30,
      index > 0, tokens[index - 1].kind == .word
    else { return false }
    return !nextIsNoun(tokens, index)
  }
}
