import Testing

@Suite("Tables, by header path")
struct TableTests {
  @Test("units down, concepts across, a total row that is the reporting unit's")
  func units() {
    expect(
      """
      | TT | Đơn vị | Tổng số đảng viên | Nữ |
      |---|---|---|---|
      | 1 | Chi bộ Công an | 24 | 3 |
      | 2 | Chi bộ Quân sự | 11 | - |
      | | Tổng cộng | 35 | 3 |
      """,
      """
      members 24 in Chi bộ Công an
      members 3 sex=female in Chi bộ Công an
      members 11 in Chi bộ Quân sự
      members 0 sex=female in Chi bộ Quân sự
      members 35
      members 3 sex=female
      """)
  }

  @Test("a header of two rows")
  func twoRows() {
    expect(
      """
      TT   Đơn vị               Đảng viên            Kết nạp
                             Tổng số      Nữ      Tổng số      Nữ
      1    Chi bộ Công an        24        3         2         1
      2    Chi bộ Quân sự        11        0         1         0
           Tổng cộng             35        3         3         1
      """,
      """
      members 24 in Chi bộ Công an
      members 3 sex=female in Chi bộ Công an
      admissions 2 in Chi bộ Công an
      admissions 1 sex=female in Chi bộ Công an
      members 11 in Chi bộ Quân sự
      members 0 sex=female in Chi bộ Quân sự
      admissions 1 in Chi bộ Quân sự
      admissions 0 sex=female in Chi bộ Quân sự
      members 35
      members 3 sex=female
      admissions 3
      admissions 1 sex=female
      """)
  }

  @Test("a percent column belongs to the count before it")
  func percentColumn() {
    expect(
      """
      | Nội dung | Số lượng | Tỷ lệ (%) |
      |---|---|---|
      | Đảng viên nữ | 384 | 44,1 |
      | Đảng viên dân tộc thiểu số | 96 | 11,0 |
      """,
      """
      members 384 sex=female
      members 44.1 percent sex=female
      members 96 ethnicity=minority
      members 11 decimals=1 percent ethnicity=minority
      """)
  }

  @Test("years across")
  func years() {
    expect(
      """
      | Nội dung | Năm 2024 | Năm 2025 |
      |---|---|---|
      | Kết nạp đảng viên | 30 | 31 |
      | Tổng số đảng viên | 846 | 858 |
      """,
      """
      admissions 30 @2024
      admissions 31 @2025
      members 846 @2024-12-31
      members 858 @2025-12-31
      """)
  }

  @Test("the caption says what is counted")
  func caption() {
    expect(
      """
      Biểu 1: Kết quả kết nạp đảng viên năm 2025

      | Đơn vị | Tổng số | Nữ |
      |---|---|---|
      | Chi bộ Công an | 2 | 1 |
      | Chi bộ Quân sự | 3 | - |
      """,
      """
      admissions 2 @2025 in Chi bộ Công an
      admissions 1 sex=female @2025 in Chi bộ Công an
      admissions 3 @2025 in Chi bộ Quân sự
      admissions 0 sex=female @2025 in Chi bộ Quân sự
      """)
  }

  @Test("row numbers are numbering")
  func ledger() {
    expectLedger(
      """
      | TT | Đơn vị | Đảng viên |
      |---|---|---|
      | 1 | Chi bộ Công an | 24 |
      | 2 | Chi bộ Quân sự | 11 |
      """,
      """
      1 numbering
      24 fact
      2 numbering
      11 fact
      """)
  }
}

@Suite("Damaged words and clerks' spellings")
struct SpellingTests {
  @Test("words without their tones as OCR leaves them; the source is not changed")
  func damaged() {
    expect(
      "Tổng sô đảng viền toàn Đảng bộ: 870 đông chí.", "members 870")
  }

  @Test("a damaged event")
  func damagedEvent() { expect("Trong quý đã kêt nạp 16 đảng viên.", "admissions 16") }

  @Test("a damaged cell")
  func damagedCell() {
    expect("Đảng bộ có 33 chỉ bộ trực thuộc.", "organizations 33 org_type=commune_cell")
  }

  @Test("old and new placement of tones")
  func tones() {
    expect(
      "Kỷ luật 02 đảng viên; xoá tên 01 đảng viên.",
      """
      disciplined_members 2
      removals 1 reason=struck_off
      """)
  }

  @Test("decomposed letters")
  func decomposed() {
    expect("Trong quý đã kết nạp 16 đảng viên.".decomposed, "admissions 16")
  }

  @Test(
    "abbreviations",
    arguments: [
      ("Toàn Đảng bộ có 870 ĐV.", "members 870"),
      ("Kết nạp 04 đ/c.", "admissions 4"),
      ("Toàn Đảng bộ có 29 ĐVDB.", "members 29 status=probationary"),
      ("Có 96 ĐV là người DTTS.", "members 96 ethnicity=minority"),
      ("Hiện có 42 QCUT.", "candidates 42"),
      ("Toàn Đảng bộ có 620 TCCSĐ.", "organizations 620 org_type=grassroots"),
    ])
  func abbreviations(text: String, fact: String) { expect(text, fact) }

  @Test("capitals make no difference")
  func capitals() { expect("TỔNG SỐ ĐẢNG VIÊN: 870 ĐỒNG CHÍ.", "members 870") }
}
