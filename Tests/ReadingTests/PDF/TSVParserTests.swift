import Testing

@testable import Reading

@Suite("What pdftotext -tsv prints")
struct TSVParserTests {
  @Test("pages with their words and boxes; damaged rows are passed over")
  func rows() throws {
    let rows = [
      "level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
      "1\t1\t0\t0\t0\t0\t0.0\t0.0\t595.3\t841.9\t-1\t###PAGE###",
      "3\t1\t0\t0\t0\t0\t99.6\t73.5\t175.1\t66.5\t-1\t###FLOW###",
      "5\t1\t0\t0\t0\t0\t99.60\t73.50\t31.00\t18.25\t100\tHUY\u{1}ỆN",
      "5\t1\t0\t0\t0\t1\tnan\t73.50\t31.00\t18.25\t100\tlost",
      "5\t1\t0",
      "1\t2\t0\t0\t0\t0\t0.0\t0.0\t595.3\t841.9\t-1\t###PAGE###",
    ]
    let pages = TSVParser.pages(of: Array(rows.joined(separator: "\n").utf8))
    #expect(pages.map(\.number) == [1, 2])
    let word = try #require(pages[0].words.first)
    #expect(pages[0].words.count == 1)
    #expect(String(decoding: word.text, as: UTF8.self) == "HUYỆN")
    #expect([word.left, word.top, word.right, word.bottom] == [99.6, 73.5, 130.6, 91.75])
    #expect(pages[1].words.isEmpty)
  }
}
