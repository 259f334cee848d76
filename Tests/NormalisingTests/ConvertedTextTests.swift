import DocumentModel
import Testing

@Suite("Text that was converted from PDF")
struct ConvertedTextTests {
  @Test("figures that touch the words of the next column are parted from them")
  func touching() throws {
    let text = """
               Nội dung                      2024          2025       So sánh
      Kết nạp                                  57            61 tăng 04
      Chuyển đảng viên chính thức              52            49 giảm 03
      Chuyển đến                               35            38 tăng 03
      """
    let found = try blocks(text)
    #expect(
      found == """
        table 
            # Nội dung | 2024 | 2025 | So sánh
              Kết nạp | 57 | 61 | tăng 04
              Chuyển đảng viên chính thức | 52 | 49 | giảm 03
              Chuyển đến | 35 | 38 | tăng 03
        """)
  }

  @Test("headings that type in proportion has shifted take in the columns below them")
  func shifted() throws {
    let text = """
                                               Kiểm tra                         Giám sát
                Chủ thể
                                    Cuộc          TCĐ         ĐV        Cuộc       TCĐ          ĐV
      Đảng ủy Trung đoàn                     4          6           5         3          4           4
      Cộng                                  27         20          53        19         16          33
      """
    let found = try blocks(text)
    #expect(
      found == """
        table 
            #  | ⟨3⟩Kiểm tra | ⟨3⟩Giám sát
            # Chủ thể
            #  | Cuộc | TCĐ | ĐV | Cuộc | TCĐ | ĐV
              Đảng ủy Trung đoàn | 4 | 6 | 5 | 3 | 4 | 4
              Cộng | 27 | 20 | 53 | 19 | 16 | 33
        """)
  }

  @Test("a mark set apart from its word belongs to the note that is glued to its mark")
  func apart() throws {
    let text = """
      Ủy ban kiểm tra 04 cuộc 2; các chi bộ 15 cuộc.

      2Trong đó có một cuộc đối với 01 đảng viên.
      """
    let found = try blocks(text)
    #expect(
      found == """
        paragraph Ủy ban kiểm tra 04 cuộc ; các chi bộ 15 cuộc.
        footnote mark 2 ← line 1 Trong đó có một cuộc đối với 01 đảng viên.
        """)
  }

  @Test("lines that hang below a first line set in go on with it, figures first or not")
  func hanging() throws {
    let text = """
      BÁO CÁO

           Số đảng viên cuối mỗi năm: 2015 là 4.339; 2016 là 4.462; 2017 là 4.577;
      2018 là 4.684; 2019 là 4.803. Số bị kỷ luật: 2018: 21, 2019 có khác là:
      16. Hình thức kỷ luật gồm khiển trách 71, cảnh cáo 19.
           Đảng bộ có 12 chi bộ.
      """
    let found = try blocks(text)
    #expect(
      found == """
        title BÁO CÁO
        paragraph Số đảng viên cuối mỗi năm: 2015 là 4.339; 2016 là 4.462; 2017 là 4.577; \
        2018 là 4.684; 2019 là 4.803. Số bị kỷ luật: 2018: 21, 2019 có khác là: \
        16. Hình thức kỷ luật gồm khiển trách 71, cảnh cáo 19.
        paragraph Đảng bộ có 12 chi bộ.
        """)
  }

  @Test("a remark in brackets ends a title that no blank line closes")
  func remark() throws {
    let text = """
      BÁO CÁO
      công tác xây dựng Đảng năm 2024
      (số liệu tính đến ngày 15/12/2024)
      Pa Hốc là xã biên giới có 12 bản, 903 hộ.
      """
    let found = try blocks(text)
    #expect(
      found == """
        title BÁO CÁO công tác xây dựng Đảng năm 2024 (số liệu tính đến ngày 15/12/2024)
        paragraph Pa Hốc là xã biên giới có 12 bản, 903 hộ.
        """)
  }
}
