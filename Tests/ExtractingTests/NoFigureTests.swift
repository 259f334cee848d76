import Testing

@Suite("Numbers that are no figures, and what the ledger calls them")
struct NoFigureTests {
  @Test("articles, chapters, points and clauses are names")
  func articles() {
    expectLedger(
      "Thực hiện Điều 8 và khoản 2, Điều 30 Điều lệ Đảng.",
      """
      8 name
      2 name
      30 name
      """)
  }

  @Test("a document's symbol is one citation")
  func symbol() {
    expectLedger(
      "Thực hiện Chỉ thị số 28-CT/TW ngày 21/01/2019 của Ban Bí thư.",
      """
      28-CT/TW citation
      21/01/2019 date
      """)
  }

  @Test("a symbol of a government body")
  func decree() {
    expectLedger("Theo Nghị định số 33/2023/NĐ-CP của Chính phủ.", "33/2023/NĐ-CP citation")
  }

  @Test("villages, terms and schools by number are names")
  func names() {
    expectLedger(
      "Chi bộ thôn 3 và Chi bộ Trường Tiểu học số 2 đã họp.",
      """
      3 name
      2 name
      """)
  }

  @Test("a term in Roman numerals holds no digits")
  func roman() { expectLedger("Nghị quyết Đại hội XIII của Đảng, khóa XII.", "") }

  @Test("a date in words and figures")
  func longDate() {
    expectLedger(
      "Hội nghị ngày 03 tháng 02 năm 2026 đã bàn về công tác này.",
      """
      03 date
      02 date
      2026 date
      """)
  }

  @Test("quarters and halves of years")
  func quarters() {
    expectLedger(
      "So với 6 tháng đầu năm 2025, công tác này có chuyển biến.",
      """
      6 date
      2025 date
      """)
  }

  @Test("what the catalogue doesn't know is a quantity with its noun")
  func quantity() {
    expectLedger(
      "Toàn xã có 2.140 hộ dân; đã mua 35 máy tính.",
      """
      2.140 quantity hộ dân
      35 quantity máy tính
      """)
  }

  @Test("money and land are quantities")
  func money() {
    expectLedger(
      "Thu ngân sách đạt 12,5 tỷ đồng; trồng 40 ha rừng.",
      """
      12,5 quantity tỷ đồng
      40 quantity ha
      """)
  }

  @Test("turns of members are not members")
  func turns() {
    expectNoFacts("Đã có 900 lượt đảng viên tham gia học tập nghị quyết.")
  }

  @Test("list markers and headings are numbering")
  func numbering() {
    expectLedger(
      """
      1. Công tác đảng viên

      1.1. Kết nạp đảng viên

      Trong quý đã kết nạp 04 đảng viên.
      """,
      """
      1 numbering
      1.1 numbering
      04 fact
      """)
  }

  @Test("a footnote's mark is no part of the figure it is glued to")
  func footnoteMark() {
    expectLedger(
      """
      Trong quý đã kết nạp 04 đảng viên¹.

      ¹ Gồm 03 nam, 01 nữ.
      """,
      """
      04 fact
      ¹ footnote_mark
      ¹ footnote_mark
      03 fact
      01 fact
      """)
  }

  @Test("a person's name never enters a fact")
  func person() {
    expect(
      "Kết nạp 01 đảng viên (đồng chí Nguyễn Thị Hai, sinh năm 1998).", "admissions 1")
  }

  @Test("a threshold in a rule that is quoted is a quantity at most")
  func foreign() { expectNoFacts("Doanh nghiệp có 50 lao động, nộp thuế 300 triệu đồng.") }
}
