import DocumentModel
import Testing

@Suite("Letterhead, title, headings, paragraphs, closing")
struct StructureTests {
  @Test("a two-column letterhead is read column by column, the title with its remark in brackets")
  func letterhead() throws {
    let text = """
      TỈNH ỦY A                     ĐẢNG CỘNG SẢN VIỆT NAM
      ĐẢNG ỦY XÃ B\t\tXã B, ngày 03 tháng 4 năm 2026
      *
      Số 12-BC/ĐU

      BÁO CÁO
      tổng kết năm 2025,
      phương hướng năm 2026
      -----
      (Số liệu tính đến 31/12/2025)

      Thực hiện kế hoạch, Đảng ủy báo cáo:
      """
    #expect(
      try blocks(text) == """
        letterhead TỈNH ỦY A
        letterhead ĐẢNG CỘNG SẢN VIỆT NAM
        letterhead ĐẢNG ỦY XÃ B
        letterhead Xã B, ngày 03 tháng 4 năm 2026
        letterhead *
        letterhead Số 12-BC/ĐU
        title BÁO CÁO tổng kết năm 2025, phương hướng năm 2026 (Số liệu tính đến 31/12/2025)
        furniture -----
        paragraph Thực hiện kế hoạch, Đảng ủy báo cáo:
        """)
  }

  @Test(
    "a title is found however it is set",
    arguments: [
      "BÁO CÁO\nnăm 2025", "BÁO CÁO\n\n**năm 2025**", "## BÁO CÁO\n\nnăm 2025",
      "**BÁO CÁO\nnăm 2025**", "B Á O  C Á O\nnăm 2025", "Báo cáo\nnăm 2025",
    ])
  func titles(title: String) throws {
    let blocks = try blocks("\(title)\n\nI. TÌNH HÌNH\n\nĐảng bộ có 3 chi bộ.")
    #expect(blocks.split(separator: "\n").count == 3)
    #expect(blocks.hasPrefix("title ") && blocks.contains("năm 2025\nheading 1 ‹I.› TÌNH HÌNH\n"))
  }

  @Test("a title without a blank line after it ends where the body begins")
  func titleWithoutBlank() throws {
    let text = """
      KẾT LUẬN
      CỦA BAN THƯỜNG VỤ
      Thực hiện Công văn số 5, Ban Thường vụ kết luận như sau:
      I/ TÌNH HÌNH
      """
    #expect(
      try blocks(text) == """
        title KẾT LUẬN CỦA BAN THƯỜNG VỤ
        paragraph Thực hiện Công văn số 5, Ban Thường vụ kết luận như sau:
        heading 1 ‹I/› TÌNH HÌNH
        """)
  }

  @Test("headings have their rank, whatever Markdown calls them")
  func ranks() throws {
    let text = """
      **Phần thứ nhất**

      **ĐÁNH GIÁ CHUNG**

      #### II- KẾT QUẢ
      ## **1. Số lượng, cơ cấu**
      ### 1.1. Cơ cấu đảng viên năm 2024 (186 đồng chí)
      a) Về giới tính
      Nữ có 12 đồng chí.
      PHẦN 2. NHIỆM VỤ
      """
    #expect(
      try blocks(text) == """
        heading 0 ‹Phần thứ nhất› ĐÁNH GIÁ CHUNG
        heading 1 ‹II-› KẾT QUẢ
        heading 2 ‹1.› Số lượng, cơ cấu
        heading 3 ‹1.1.› Cơ cấu đảng viên năm 2024 (186 đồng chí)
        heading 5 ‹a)› Về giới tính
        paragraph Nữ có 12 đồng chí.
        heading 0 ‹PHẦN 2.› NHIỆM VỤ
        """)
  }

  @Test("a short line alone between blank lines is a heading; one with a full stop is not")
  func plainHeading() throws {
    let text = """
      BÁO CÁO

      Công tác đảng viên

      Đảng bộ có 345 đảng viên.

      Vẫn còn một đảng viên phải xóa tên.

      Kết nạp được 14 đồng chí.
      """
    #expect(
      try blocks(text) == """
        title BÁO CÁO Công tác đảng viên
        paragraph Đảng bộ có 345 đảng viên.
        paragraph Vẫn còn một đảng viên phải xóa tên.
        paragraph Kết nạp được 14 đồng chí.
        """)
    #expect(
      try blocks("I. A\n\nBa là.\n\nCông tác đảng viên\n\nĐảng bộ có 345 đảng viên.") == """
        heading 1 ‹I.› A
        paragraph Ba là.
        heading 2 Công tác đảng viên
        paragraph Đảng bộ có 345 đảng viên.
        """)
  }

  @Test("a numbered sentence is an item, a numbered name of a section a heading")
  func numberedSentences() throws {
    let text = """
      1. Thực hiện 24 cuộc kiểm tra, trong đó:
      a) Kiểm tra 14 cuộc;
      b) Giám sát 10 cuộc.
      2. Chủ thể: các chi bộ 15 cuộc; UBKT
      Đảng ủy 04 cuộc. Nhìn chung bảo đảm.
      3. Nâng cao chất lượng. Tập trung tháo gỡ khó khăn.
      4. Thi hành kỷ luật
      Không có.
      """
    #expect(
      try blocks(text) == """
        listItem 0 ‹1.› Thực hiện 24 cuộc kiểm tra, trong đó:
        listItem 1 ‹a)› Kiểm tra 14 cuộc;
        listItem 1 ‹b)› Giám sát 10 cuộc.
        listItem 0 ‹2.› Chủ thể: các chi bộ 15 cuộc; UBKT Đảng ủy 04 cuộc. Nhìn chung bảo đảm.
        listItem 0 ‹3.› Nâng cao chất lượng. Tập trung tháo gỡ khó khăn.
        heading 2 ‹4.› Thi hành kỷ luật
        paragraph Không có.
        """)
  }

  @Test("numbered lines with nothing between them are a list")
  func bareNumbers() throws {
    #expect(
      try blocks("Gồm:\n1. Kiểm tra\n2. Giám sát\n3. Kỷ luật\n\nII. KHÁC") == """
        paragraph Gồm:
        listItem 0 ‹1.› Kiểm tra
        listItem 0 ‹2.› Giám sát
        listItem 0 ‹3.› Kỷ luật
        heading 1 ‹II.› KHÁC
        """)
  }

  @Test("lines broken in mid-sentence are one paragraph, also across blank lines and pages")
  func brokenLines() throws {
    let text = """
      Tổng số đảng viên được miễn công tác là 287 đồng chí, chiếm 15,4
      %. Tuổi đời bình quân của đảng viên toàn Đảng bộ là 51,7 tuổi, ra khỏi
      Đảng 04 (xóa tên
      03, xin ra 01). Giai đoạn 2021
      - 2025 kết nạp 70 đảng viên mới trong tổng số
      38.600 người; bình quân mỗi chi bộ kết nạp được

      hai đảng viên. Công tác phát triển đảng viên trong
                                2
      học sinh còn khó.
      Chia theo độ tuổi: dưới 35 tuổi 341 đồng chí.
      """
    #expect(
      try blocks(text) == """
        paragraph Tổng số đảng viên được miễn công tác là 287 đồng chí, chiếm 15,4 %. Tuổi đời \
        bình quân của đảng viên toàn Đảng bộ là 51,7 tuổi, ra khỏi Đảng 04 (xóa tên 03, xin ra 01). \
        Giai đoạn 2021 - 2025 kết nạp 70 đảng viên mới trong tổng số 38.600 người; bình quân mỗi \
        chi bộ kết nạp được hai đảng viên. Công tác phát triển đảng viên trong học sinh còn khó.
        furniture 2
        paragraph Chia theo độ tuổi: dưới 35 tuổi 341 đồng chí.
        """)
  }

  @Test("double spacing is no paragraph break")
  func doubleSpacing() throws {
    let lines = [
      "BÁO CÁO", "", "Đảng bộ xã hiện có 12 chi bộ trực thuộc với tổng", "số 345 đảng viên,",
      "trong đó nữ có 120 đồng chí, chiếm", "34,8%. Trong quý đã kết nạp", "đảng viên mới.",
      "1. Công tác phát triển", "Toàn Đảng bộ đã cử 12 quần chúng đi học lớp bồi",
      "dưỡng nhận thức về Đảng; hiện còn", "quần chúng chưa học.",
    ]
    #expect(
      try blocks(lines.joined(separator: "\n\n")) == """
        title BÁO CÁO
        paragraph Đảng bộ xã hiện có 12 chi bộ trực thuộc với tổng số 345 đảng viên, trong đó nữ \
        có 120 đồng chí, chiếm 34,8%. Trong quý đã kết nạp đảng viên mới.
        heading 2 ‹1.› Công tác phát triển
        paragraph Toàn Đảng bộ đã cử 12 quần chúng đi học lớp bồi dưỡng nhận thức về Đảng; hiện \
        còn quần chúng chưa học.
        """)
  }

  @Test("lines of label and figure stay apart without full stops")
  func labels() throws {
    #expect(
      try blocks("Tổng số đảng viên: 345 đồng chí\nNữ: 120 đồng chí\nDự bị: 12") == """
        paragraph Tổng số đảng viên: 345 đồng chí
        paragraph Nữ: 120 đồng chí
        paragraph Dự bị: 12
        """)
  }

  @Test("the closing runs to the end, an appendix after it is body again")
  func closing() throws {
    let text = """
      I. KẾT QUẢ
      Đạt 5 đồng chí.

      Nơi nhận:                     T/M BAN THƯỜNG VỤ
      - Lưu VP.                          BÍ THƯ

      PHỤ LỤC 1
      Có 3 chi bộ.
      """
    #expect(
      try blocks(text) == """
        heading 1 ‹I.› KẾT QUẢ
        paragraph Đạt 5 đồng chí.
        closing Nơi nhận:
        closing T/M BAN THƯỜNG VỤ
        closing ‹-› Lưu VP.
        closing BÍ THƯ
        heading 0 PHỤ LỤC 1
        paragraph Có 3 chi bộ.
        """)
  }

  @Test("a table behind the signature is a table; one of two columns is the signature's own")
  func tableBehindSignature() throws {
    let report = """
      I. KẾT QUẢ
      Đạt 5 đồng chí.

      Nơi nhận:

      | Như trên | T/M ĐẢNG ỦY |
      |---|---|
      | Lưu VP. | BÍ THƯ |

      BIỂU: CÁC TỔ CHỨC ĐẢNG (đến 31/12/2024)

      | Tổ chức đảng | Chi bộ | Đảng viên |
      |---|---:|---:|
      | Đảng bộ A | 7 | 96 |
      | Đảng bộ B | 9 | 181 |
      """
    func rows(_ text: String) throws -> [Int] {
      try normalised(text).blocks.compactMap { $0.table?.rows.count }
    }
    #expect(try rows(report) == [3])
    #expect(
      try rows(
        report.replacing("BIỂU: CÁC TỔ CHỨC ĐẢNG (đến 31/12/2024)", with: "Kèm theo")) == [3])
  }

  @Test("Markdown signs are no text, a numeral is never split by them")
  func markdown() throws {
    let document = try normalised("Có **71.997** đảng viên (*nữ 20*), 1.0**36** xã, 12 km²\\.\n")
    let block = try #require(document.blocks.first)
    #expect(
      block.segments.map { document.text($0) }
        == ["Có", "71.997", "đảng viên (", "nữ 20", "), 1.0**36", "xã, 12 km²", "."])
  }
}
