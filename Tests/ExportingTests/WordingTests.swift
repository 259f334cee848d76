import Catalogue
import DocumentModel
import TestSupport
import Testing

@testable import Exporting

@Suite("Figures in the words of people")
struct WordingTests {
  @Test(
    "numbers are grouped and pointed as the language does",
    arguments: [
      (ExactDecimal(1205), 0, "1.205", "1,205"), (ExactDecimal(441, scale: 1), 1, "44,1", "44.1"),
      (ExactDecimal(5), 1, "5,0", "5.0"), (ExactDecimal(-4), 0, "-4", "-4"),
      (ExactDecimal(-1_234_567), 0, "-1.234.567", "-1,234,567"),
    ])
  func numbers(value: ExactDecimal, decimals: Int, vi: String, en: String) {
    #expect(Wording(.vi).number(value, decimals: decimals) == vi)
    #expect(Wording(.en).number(value, decimals: decimals) == en)
  }

  @Test("coverage is cut off, so that 100% is never claimed too early")
  func coverage() {
    #expect(Wording(.vi).percent(tenThousandths: 9_999) == "99,9%")
    #expect(Wording(.en).percent(tenThousandths: 10_000) == "100.0%")
  }

  @Test("periods")
  func periods() {
    #expect(Wording(.vi).period(Sample.endOfMarch) == "31/03/2026")
    #expect(Wording(.vi).period(Sample.firstQuarter) == "01/01/2026 – 31/03/2026")
    #expect(Wording(.en).period(nil) == "period unknown")
  }

  @Test("a flag quotes its line with a caret below the numeral")
  func caret() {
    let document = Document(
      file: "a.txt", sha256: "", bytes: Array("Tổng số\nđảng viên: 384 người\n".utf8))
    let start = "Tổng số\nđảng viên: ".utf8.count
    var flag = Sample.flag()
    flag.sources = [document.span(start..<start + 3)]
    let text = ReadableFlags(language: .vi).text([flag], of: document)
    #expect(
      text == """
        a.txt:2: LỖI sum_mismatch
          tổng không khớp
          2 | đảng viên: 384 người
                         ^^^


        """)
  }

  @Test("a table's columns line up, and control characters cannot leave their cell")
  func table() {
    var table = TextTable(header: ["a", "bb"], alignments: [.left, .right])
    table.add(["xã\u{1B}[2J", "1"])
    #expect(table.text == "a       bb\n------  --\nxã [2J   1\n")
  }
}
