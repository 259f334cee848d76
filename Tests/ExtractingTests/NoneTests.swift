import Testing

@Suite("Stated none")
struct NoneTests {
  @Test("không có before the noun")
  func noneOf() {
    expect("Trong quý không có đảng viên bị kỷ luật.", "disciplined_members 0")
  }

  @Test("chưa phát hiện")
  func notFound() {
    expect("Qua kiểm tra chưa phát hiện đảng viên vi phạm.", "violating_members 0 activity=inspection")
  }

  @Test("a label and a none behind it")
  func label() { expect("- Đảng viên bị khai trừ: không.", "disciplined_members 0 form=expulsion") }

  @Test("a label and không có")
  func longLabel() { expect("- Đơn khiếu nại kỷ luật đảng: không có.", "complaints 0") }

  @Test("one word may carry two facts")
  func twoFacts() {
    expect(
      "Thi hành kỷ luật 03 đảng viên: khiển trách 02, cảnh cáo 01; không có cách chức, khai trừ.",
      """
      disciplined_members 3
      disciplined_members 2 form=reprimand
      disciplined_members 1 form=warning
      disciplined_members 0 form=dismissal
      disciplined_members 0 form=expulsion
      """)
  }

  @Test("nought in figures is a figure")
  func nought() { expect("Trong quý kết nạp 0 đảng viên.", "admissions 0") }

  @Test("chưa of an action is no figure")
  func notYetDone() { expectNoFacts("Một số chi bộ chưa kết nạp được đảng viên.") }

  @Test("không of a quality is no figure")
  func notOfQuality() { expectNoFacts("Một số đảng viên không gương mẫu, chưa tích cực học tập.") }

  @Test("không quá is a bound, no none")
  func bound() {
    expect("Phấn đấu năm 2026 có không quá 3 đảng viên bị kỷ luật.",
      "disciplined_members 3 @2026 at_most target")
  }

  @Test("không hoàn thành nhiệm vụ is a grade, no none")
  func grade() {
    expect(
      "Năm 2025 có 02 đảng viên không hoàn thành nhiệm vụ.",
      "rated_members 2 grade=failed @2025")
  }

  @Test("a none is in the ledger as its word")
  func inLedger() {
    expectLedger("Trong quý không có đảng viên bị kỷ luật.", "không fact")
  }
}
