import Testing

@testable import Catalogue

@Suite("How text is cut into words, numbers and signs")
struct TokenTests {
  private func cut(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return Tokenizer.tokens(bytes, [0..<bytes.count]).map { token in
      let text = String(decoding: bytes[token.range], as: UTF8.self)
      switch token.kind {
      case .word: return "w:\(text)"
      case .number: return "n:\(text)"
      case .sign: return "s:\(text)"
      case .superscript: return "^:\(text)"
      }
    }.joined(separator: " ")
  }

  @Test("points and commas between digits belong to the number, others don't")
  func points() { #expect(cut("1.205, 44,1. 3") == "n:1.205 s:, n:44,1 s:. n:3") }

  @Test("a percent sign and a slash stand alone")
  func signs() { #expect(cut("12/15 = 80%") == "n:12 s:/ n:15 s:= n:80 s:%") }

  @Test("letters that OCR reads for digits")
  func misread() { #expect(cut("l2 6.79O lo") == "n:l2 n:6.79O w:lo") }

  @Test("superscripts are no part of a word")
  func superscript() { #expect(cut("viên¹²") == "w:viên ^:¹ ^:²") }

  @Test("a letter and its combining marks are one word")
  func combining() { #expect(cut("đa\u{0309}ng vie\u{0302}n") == "w:đa\u{0309}ng w:vie\u{0302}n") }

  @Test("signs of other kinds are no letters")
  func otherSigns() { #expect(cut("– “nữ” …") == "s:– s:“ w:nữ s:” s:…") }

  @Test("invisible characters are spaces")
  func invisible() { #expect(cut("\u{FEFF}đảng\u{A0}viên\u{200B}nữ") == "w:đảng w:viên w:nữ") }

  @Test("spaces before a token are known, also where a piece of source begins")
  func spaced() {
    let bytes = Array("a b(c".utf8)
    let tokens = Tokenizer.tokens(bytes, [0..<4, 4..<5])
    #expect(tokens.map(\.spaced) == [true, true, false, true])
  }

  @Test("capitals at the start and throughout")
  func capitals() {
    let bytes = Array("Đảng ĐẢNG đảng".utf8)
    let tokens = Tokenizer.tokens(bytes, [0..<bytes.count])
    #expect(tokens.map(\.startsUpper) == [true, true, false])
    #expect(tokens.map(\.isAllUpper) == [false, true, false])
  }
}
