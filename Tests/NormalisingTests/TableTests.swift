import DocumentModel
import Testing

@Suite("Tables")
struct TableTests {
  @Test("columns set with spaces, headers merged over two rows")
  func aligned() throws {
    let text = """
      Biểu số 1: Đội ngũ đảng viên
      (Đơn vị tính: người)

      TT  Đơn vị             Chi bộ      Đảng viên đến 31/12/2019   Kết nạp
                         trực thuộc    Tổng số       Nữ      DTTS      Tổng số       Nữ
      1   Thị trấn A             14        742      331       188          121       62
      2   Xã Bản Mạ              11      1.418      142       366            -       35
          Tổng cộng              25      2.160      473       554          121       97

      Ghi chú: DTTS là dân tộc thiểu số.
      """
    #expect(
      try blocks(text) == """
        table Biểu số 1: Đội ngũ đảng viên (Đơn vị tính: người)
            # TT | Đơn vị | Chi bộ | ⟨3⟩Đảng viên đến 31/12/2019 | ⟨2⟩Kết nạp
            #  |  | trực thuộc | Tổng số | Nữ | DTTS | Tổng số | Nữ
              1 | Thị trấn A | 14 | 742 | 331 | 188 | 121 | 62
              2 | Xã Bản Mạ | 11 | 1.418 | 142 | 366 | - | 35
               | Tổng cộng | 25 | 2.160 | 473 | 554 | 121 | 97
        paragraph Ghi chú: DTTS là dân tộc thiểu số.
        """)
  }

  @Test("headings drawn with bars over their columns, shares beside counts")
  func bars() throws {
    let text = """
                       |---- Kiểm tra ----|   |---- Giám sát ----|
      Chủ thể            Số cuộc      Số ĐV    Số cuộc      Số ĐV
      Các chi bộ         1 (2,0%)         2          3          -
      Cộng               8 (9,5%)        11          7         10
      """
    #expect(
      try blocks(text) == """
        table 
            #  | ⟨2⟩Kiểm tra | ⟨2⟩Giám sát
            # Chủ thể | Số cuộc | Số ĐV | Số cuộc | Số ĐV
              Các chi bộ | 1 (2,0%) | 2 | 3 | -
              Cộng | 8 (9,5%) | 11 | 7 | 10
        """)
  }

  @Test("a table over two pages is one; its repeated header is furniture; a label over two lines")
  func overPages() throws {
    let text = """
      STT   Tên tổ chức đảng         Đảng viên mới           Trong đó
                                     2024     2025       Nữ        DTTS
      (1)          (2)               (3)      (4)        (5)       (6)
       1    Đảng bộ các cơ quan       12       14          5          3
            thuộc Ủy ban nhân dân
       2    Chi bộ Công an             3        4          1          -

                                        3

      STT   Tên tổ chức đảng         Đảng viên mới           Trong đó
                                     2024     2025       Nữ        DTTS
       3    Chi bộ bản Huổi Só         2        4          2          4
            Cộng                      17       22          8          7
      """
    #expect(
      try blocks(text) == """
        table 
            # STT | Tên tổ chức đảng | ⟨2⟩Đảng viên mới | ⟨2⟩Trong đó
            #  |  | 2024 | 2025 | Nữ | DTTS
            # (1) | (2) | (3) | (4) | (5) | (6)
              1 | Đảng bộ các cơ quan thuộc Ủy ban nhân dân | 12 | 14 | 5 | 3
              2 | Chi bộ Công an | 3 | 4 | 1 | -
              3 | Chi bộ bản Huổi Só | 2 | 4 | 2 | 4
               | Cộng | 17 | 22 | 8 | 7
        furniture 3
        furniture STT   Tên tổ chức đảng         Đảng viên mới           Trong đó
        furniture 2024     2025       Nữ        DTTS
        """)
  }

  @Test("Markdown with a second header row, numbered columns, bold and breaks in cells")
  func markdown() throws {
    let text = """
      | TT | Đơn vị | Đảng viên | | Kết nạp | |
      |---|:---|---:|---|---|---|
      | | | Tổng số | Nữ | 2024 | 2025 |
      | A | B | 1 | 2 | 3 | 4 |
      | 1 | Chi bộ **A** | 1.997 | **20**<br>(1%) | 1 | - |
      """
    #expect(
      try blocks(text) == """
        table 
            # TT | Đơn vị | ⟨2⟩Đảng viên | ⟨2⟩Kết nạp
            #  |  | Tổng số | Nữ | 2024 | 2025
            # A | B | 1 | 2 | 3 | 4
              1 | Chi bộ A | 1.997 | 20 (1%) | 1 | -
        """)
  }

  @Test("box characters, with cells over two lines between rules")
  func boxes() throws {
    let text = """
      ┌────┬───────────┬───────┐
      │ TT │ Đơn vị    │ Tổng  │
      │    │           │ số    │
      ├────┼───────────┼───────┤
      │ 1  │ Chi bộ    │ 40    │
      │    │ thôn Đông │       │
      ├────┼───────────┼───────┤
      │ 2  │ Chi bộ 2  │ 35    │
      └────┴───────────┴───────┘
      """
    #expect(
      try blocks(text) == """
        table 
            # TT | Đơn vị | Tổng số
              1 | Chi bộ thôn Đông | 40
              2 | Chi bộ 2 | 35
        """)
  }

  @Test("columns set with tabs; an empty cell stays empty")
  func tabs() throws {
    let text = "TT\tĐơn vị\tTổng\tNữ\n1\tChi bộ A\t12\t3\n2\tChi bộ B\t15\t\n3\tChi bộ C\t\t4\n"
    #expect(
      try blocks(text) == """
        table 
            # TT | Đơn vị | Tổng | Nữ
              1 | Chi bộ A | 12 | 3
              2 | Chi bộ B | 15 | 
              3 | Chi bộ C |  | 4
        """)
  }

  @Test("justified prose with wide gaps is no table")
  func justified() throws {
    let text = """
      Toàn  Đảng  bộ  có  345  đảng  viên,  trong  đó  có  120
      đảng  viên  nữ;  kết  nạp  12  đồng  chí,  đạt  100%  chỉ
      tiêu.
      """
    let document = try normalised(text)
    #expect(document.blocks.map(\.kind) == [.paragraph])
  }
}
