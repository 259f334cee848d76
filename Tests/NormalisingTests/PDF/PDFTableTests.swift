import DocumentModel
import Testing

@Suite("Tables of a PDF")
struct PDFTableTests {
  @Test(
    "headings merged over columns and over rows, labels over two lines, figures in their middle")
  func merged() {
    let document = pdf(
      """
      Biểu 1. Đảng viên theo đơn vị

                                       Đảng viên            Kết nạp
      ~  TT   Tổ chức đảng                                            Ghi chú
      ~                            Tổng số   Nữ   DTTS   Tổng số  Nữ

            Đảng bộ Công ty
      ~   1                             74    9      3        14   2
      ~     Cổ phần Trường Sơn

          2  Chi bộ Quân sự              7    -      -         1   0

             Cộng                       81    9      3        15   2
      """)
    #expect(
      blocks(document) == """
        table Biểu 1. Đảng viên theo đơn vị
            # TT | Tổ chức đảng | ⟨3⟩Đảng viên | ⟨2⟩Kết nạp | Ghi chú
            #  |  | Tổng số | Nữ | DTTS | Tổng số | Nữ
              1 | Đảng bộ Công ty Cổ phần Trường Sơn | 74 | 9 | 3 | 14 | 2 | 
              2 | Chi bộ Quân sự | 7 | - | - | 1 | 0 | 
               | Cộng | 81 | 9 | 3 | 15 | 2 | 
        """)
  }

  @Test("sections inside a table, words beside figures without a wide gap")
  func sections() {
    let document = pdf(
      """
      TT   Đơn vị                  2024      2025   So sánh
      I    Khối xã
       1   Chi bộ thôn Hạ            57        61   tăng 04
       2   Chi bộ thôn Thượng        52        49   giảm 03
      II   Khối cơ quan
       1   Chi bộ Văn phòng          35        38   tăng 03
      """)
    #expect(
      blocks(document) == """
        table 
            # TT | Đơn vị | 2024 | 2025 | So sánh
              I | Khối xã |  |  | 
              1 | Chi bộ thôn Hạ | 57 | 61 | tăng 04
              2 | Chi bộ thôn Thượng | 52 | 49 | giảm 03
              II | Khối cơ quan |  |  | 
              1 | Chi bộ Văn phòng | 35 | 38 | tăng 03
        """)
  }

  @Test("a table over two pages is one; the copy of its header is furniture")
  func overPages() {
    let document = pdf(
      """
      TT   Đơn vị                 Đảng viên   Dự bị
       1   Chi bộ thôn Hạ                57       6
       2   Chi bộ thôn Thượng            52       4
      """,
      """
                              2

      TT   Đơn vị                 Đảng viên   Dự bị
           Cộng                         109      10

      Kết nạp 12 đảng viên, trong đó có 05 đồng chí là nữ, 03 đồng chí là dân tộc.
      """)
    #expect(
      blocks(document) == """
        table 
            # TT | Đơn vị | Đảng viên | Dự bị
              1 | Chi bộ thôn Hạ | 57 | 6
              2 | Chi bộ thôn Thượng | 52 | 4
               | Cộng | 109 | 10
        furniture 2
        furniture TT   Đơn vị                 Đảng viên   Dự bị
        paragraph Kết nạp 12 đảng viên, trong đó có 05 đồng chí là nữ, 03 đồng chí là dân tộc.
        """)
  }

  @Test("rows go on without a header; another table below is its own")
  func withoutHeader() {
    let document = pdf(
      """
      TT   Đơn vị                 Đảng viên   Dự bị
       1   Chi bộ thôn Hạ                57       6
       2   Chi bộ thôn Thượng            52       4
      """,
      """
       3   Chi bộ Quân sự                 7       1
           Cộng                         116      11

                   Biểu 2. So sánh
           Nội dung                    2024    2025
           Kết nạp                       12      14
           Chuyển đến                     5       3
      """)
    #expect(
      blocks(document) == """
        table 
            # TT | Đơn vị | Đảng viên | Dự bị
              1 | Chi bộ thôn Hạ | 57 | 6
              2 | Chi bộ thôn Thượng | 52 | 4
              3 | Chi bộ Quân sự | 7 | 1
               | Cộng | 116 | 11
        table Biểu 2. So sánh
            # Nội dung | 2024 | 2025
              Kết nạp | 12 | 14
              Chuyển đến | 5 | 3
        """)
  }

  @Test("headings of three rows: those merged over rows stand beside a group, not below it")
  func threeRows() {
    let document = pdf(
      """
                                       Trong đó                Xếp loại

      TT   Đơn vị        Tổng                Trình độ
                                  Nữ                          Tốt    Yếu
                                          THPT    ĐH

       1   Chi bộ Hạ       37      8      12      17          30      7
       2   Chi bộ Trung    24      6       9      11          21      3
      """)
    #expect(
      blocks(document) == """
        table 
            # TT | Đơn vị | Tổng | ⟨3⟩Trong đó | ⟨2⟩Xếp loại
            #  |  |  | Nữ | ⟨2⟩Trình độ | Tốt | Yếu
            #  |  |  |  | THPT | ĐH
              1 | Chi bộ Hạ | 37 | 8 | 12 | 17 | 30 | 7
              2 | Chi bộ Trung | 24 | 6 | 9 | 11 | 21 | 3
        """)
  }
}
