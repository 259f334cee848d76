import Testing

@testable import Reading

@Suite("Lines of a page")
struct LineBuilderTests {
  private func word(_ text: String, _ left: Double, _ top: Double, height: Double = 16) -> PDFWord {
    PDFWord(
      text: Array(text.utf8), left: left, top: top, right: left + 6 * Double(text.count),
      bottom: top + height)
  }

  private func text(_ words: PDFWord...) -> String {
    let page = PDFPage(number: 1, width: 600, height: 800, words: words)
    return String(decoding: PDFText.text(of: [page]).bytes, as: UTF8.self)
  }

  @Test("a raised small number is a mark, written apart from the number that it touches")
  func raised() {
    #expect(
      text(
        word("đạt", 72, 100), word("97,4%", 95, 100), word("6", 125, 98, height: 9),
        word(";", 131, 100), word("còn", 145, 100)) == "đạt 97,4%⁶; còn\n")
  }

  @Test("a small number on the line's foot is no mark")
  func small() {
    #expect(text(word("CO", 72, 100), word("2", 84, 107, height: 9)) == "CO 2\n")
  }

  @Test("two columns whose lines stand between one another keep their words together")
  func columns() {
    #expect(
      text(
        word("- Các chi bộ;", 72, 100), word("BÍ THƯ", 400, 108), word("- Lưu: VT.", 72, 116)
      ).split(separator: "\n").map { $0.trimmingSpaces } == [
        "- Các chi bộ;", "BÍ THƯ", "- Lưu: VT.",
      ])
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String { String(drop { $0 == " " }) }
}
