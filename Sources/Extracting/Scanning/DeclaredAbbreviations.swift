import Catalogue
import DocumentModel

/// The short forms that a report declares for phrases that the tables know: "Viết tắt: CBTT - chi bộ trực
/// thuộc đảng bộ cơ sở; …", "học viên (HV)", "đảng viên dự bị (sau đây viết tắt là ĐVDB)".
struct DeclaredAbbreviations {
  private(set) var forms: [(short: UInt64, long: [UInt64])] = []

  init(_ document: Document, _ words: BlockTokens) {
    for block in document.blocks where block.kind != .letterhead && block.table == nil {
      let tokens = words[block]
      listed(tokens)
      for index in tokens.indices where tokens[index].isSign("(") {
        inParentheses(tokens, index, document.bytes)
      }
    }
  }

  /// "Viết tắt: A - …; B - …".
  private mutating func listed(_ tokens: [Token]) {
    guard
      let head = tokens.indices.dropFirst().first(where: {
        tokens[$0].hash == DeclaredAbbreviations.short
          && DeclaredAbbreviations.written.contains(tokens[$0 - 1].hash)
          && ($0 < 8 || tokens[safe: $0 + 1]?.isSign(":") ?? false)
      })
    else { return }
    var index = head + 1
    while index + 2 < tokens.count {
      guard isShort(tokens[index]), DeclaredAbbreviations.equal(tokens[index + 1]) else {
        index += 1
        continue
      }
      let first = index + 2
      let end =
        tokens[first...].firstIndex { $0.kind != .word || $0.isAllUpper && isShort($0) }
        ?? tokens.endIndex
      note(tokens[index].hash, tokens[first..<end])
      index = max(end, index + 1)
    }
  }

  /// "(HV)", "(viết tắt là HV)" behind the words whose initials it has.
  private mutating func inParentheses(_ tokens: [Token], _ open: Int, _ bytes: [UInt8]) {
    guard
      let close = tokens[open...].prefix(8).firstIndex(where: { $0.isSign(")") }), close > open + 1,
      isShort(tokens[close - 1]),
      close == open + 2
        || tokens[open..<close].contains(where: { $0.hash == DeclaredAbbreviations.short })
    else { return }
    let letters = text(tokens[close - 1], bytes).uppercased()
    let first = open - letters.count
    guard first >= 0,
      tokens[first..<open].allSatisfy({ $0.kind == .word }),
      tokens[first..<open].map({ String(text($0, bytes).uppercased().prefix(1)) }).joined()
        == letters
    else { return }
    note(tokens[close - 1].hash, tokens[first..<open])
  }

  private mutating func note(_ short: UInt64, _ long: ArraySlice<Token>) {
    guard long.count > 1, !forms.contains(where: { $0.short == short }) else { return }
    if long.count == 2, let head = long.first, Scanner.Words.heads.contains(head.hash),
      long.last?.hash != DeclaredAbbreviations.member
    {
      // "ĐB - đảng bộ", "CB - chi bộ" head names; the scanner knows them
      return
    }
    forms.append((short, long.map(\.hash)))
  }

  private func isShort(_ token: Token) -> Bool {
    token.kind == .word && token.isAllUpper && (2...12).contains(token.range.count)
  }

  private func text(_ token: Token, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[token.range], as: UTF8.self).composed
  }

  private static func equal(_ token: Token) -> Bool {
    ["-", "–", ":", "="].contains { token.isSign($0) } || token.hash == isWord
  }

  private static let short = Folding.hash("tắt")
  private static let written: Set<UInt64> = Set(["viết", "chữ", "gọi"].map { Folding.hash($0) })
  private static let member = Folding.hash("viên")
  private static let isWord = Folding.hash("là")
}
