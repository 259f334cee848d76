import DocumentModel
import Testing

@Suite("Page furniture and page-break damage")
struct PageTests {
  @Test("page numbers, running heads and form feeds are furniture")
  func furniture() throws {
    let text = """
      Đảng bộ có 12 chi bộ.
                                  - 1 -
      \u{0C}Báo cáo năm 2025              Đảng ủy xã A
      Trong năm kết nạp 5 đồng chí.
                                  Trang 2/3
      \u{0C}Báo cáo năm 2025              Đảng ủy xã A
      Từ trần 2 đồng chí.
      3
      """
    #expect(
      try blocks(text) == """
        paragraph Đảng bộ có 12 chi bộ.
        furniture - 1 -
        furniture Báo cáo năm 2025              Đảng ủy xã A
        paragraph Trong năm kết nạp 5 đồng chí.
        furniture Trang 2/3
        furniture Báo cáo năm 2025              Đảng ủy xã A
        paragraph Từ trần 2 đồng chí.
        furniture 3
        """)
  }

  @Test("a figure alone on a line of a sentence is no page number")
  func figureAlone() throws {
    #expect(
      try blocks("Đảng bộ kết nạp được\n24\nđảng viên mới.") == """
        paragraph Đảng bộ kết nạp được 24 đảng viên mới.
        """)
  }

  @Test("a passage repeated over a page break is read once, the second copy marked")
  func repetition() throws {
    let text = """
      Phát hiện nhân tố tích cực trong phong trào để xây dựng kế hoạch
      _____
      ¹ Có 3 đồng chí.
                                 2

      Phát hiện nhân tố tích cực trong phong trào để xây dựng kế hoạch bồi dưỡng 12 quần chúng.

      Còn 5 chi bộ chưa kết nạp được đảng viên nào trong năm.

      chưa kết nạp được đảng viên nào trong năm.

      III. KHÁC
      """
    #expect(
      try blocks(text) == """
        paragraph Phát hiện nhân tố tích cực trong phong trào để xây dựng kế hoạch bồi dưỡng 12 \
        quần chúng.
        furniture _____
        footnote mark 1 ← no mark found Có 3 đồng chí.
        furniture 2
        paragraph repeated Phát hiện nhân tố tích cực trong phong trào để xây dựng kế hoạch
        paragraph Còn 5 chi bộ chưa kết nạp được đảng viên nào trong năm.
        paragraph repeated chưa kết nạp được đảng viên nào trong năm.
        heading 1 ‹III.› KHÁC
        """)
  }

  @Test("short repeated items are a list, no damage")
  func noRepetition() throws {
    let document = try normalised("- Nữ: 2 đồng chí\n\n- Nữ: 2 đồng chí\n")
    #expect(!document.blocks.contains { $0.isRepeated })
  }
}
