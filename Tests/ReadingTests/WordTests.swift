import DocumentModel
import Foundation
import Testing

@testable import Reading

@Suite("Word and OpenDocument")
struct WordTests {
  private func read(_ name: String) throws -> Document {
    let bytes = Array(try Data(contentsOf: corpus.appending(path: "formats/word/" + name)))
    return try Reader().read(file: name, bytes: bytes)
  }

  private func text(_ name: String) throws -> String {
    let document = try read(name)
    return document.text(0..<document.bytes.count)
  }

  @Test("runs that cut a numeral in two are one; hidden text and field codes are none")
  func runs() throws {
    #expect(
      try text("runs.docx") == """
        Đảng bộ có 1.286 đảng viên; nữ 5-7 tuổi.
        Dòng một
        dòng hai\tcột
        hiện 5
        14¹ đảng viên
        31/3/2026
        I. Mục lục .... 3

        """)
  }

  @Test("a table of contents is furniture")
  func contents() throws {
    let document = try read("runs.docx")
    #expect(document.structure.furniture.map { document.text($0) } == ["I. Mục lục .... 3"])
  }

  @Test("lists have the numbers that Word counts: by level, by style, begun anew, or none")
  func lists() throws {
    #expect(
      try text("lists.docx") == """
        I. Tổ chức
        1. Đảng viên
        a) Nữ 12
        b) Nam 30
        2. Kết nạp
        a) Trẻ
        II. Kiểm tra
        1. Mở đầu lại
        - gạch
        + cộng
        1. Theo kiểu
        1.1. Con
        Không số
        4. Bắt đầu từ bốn

        """)
  }

  @Test("tables have their merged cells and header rows; rows that were deleted are none")
  func tables() throws {
    let document = try read("tables.docx")
    let table = try #require(document.structure.tables.first)
    #expect(document.structure.tables.count == 1)
    #expect(table.headerRows == 2)
    let rows = table.rows.map { row in
      row.cells.map { cell in
        cell.segments.map { document.text($0) }.joined(separator: " ") + " \(cell.columns)"
      }
    }
    #expect(
      rows == [
        ["TT 0..<1", "Đơn vị 1..<2", "Đảng viên 2..<4", "Ghi chú 4..<5"],
        [" 0..<1", " 1..<2", "Tổng số 2..<3", "Nữ 3..<4", " 4..<5"],
        ["1 0..<1", "Chi bộ A 1..<2", "30 2..<3", "12 3..<4", "- 4..<5"],
        ["2 0..<1", "Chi bộ B 1..<2", "25 2..<3", "9 3..<4", "- 4..<5"],
        ["Cộng 0..<2", "55 2..<3", "21 3..<4", " 4..<5"],
      ])
  }

  @Test("a letterhead set as a table is read side by side, not as a table")
  func letterhead() throws {
    let document = try read("letterhead.docx")
    #expect(document.structure.tables.isEmpty)
    #expect(
      document.text(0..<document.bytes.count) == """
        HUYỆN ỦY X
        ĐẢNG ỦY XÃ Y
        *
        Số 12-BC/ĐU
        ĐẢNG CỘNG SẢN VIỆT NAM
        Y, ngày 5 tháng 4 năm 2026
        BÁO CÁO

        """)
  }

  @Test(
    "footnotes and endnotes stand below with the number of their mark; running heads are furniture")
  func notes() throws {
    let document = try read("notes.docx")
    #expect(
      document.text(0..<document.bytes.count) == """
        Kết nạp 14 đảng viên¹ và 6 đoàn viên².
        Kỷ luật 02 đồng chí³.

        _______________
        ¹ Trong đó nữ 05.
        ² Số liệu đến 31/3.
        ³ Khiển trách 02.
        Trang 7
        Lưu hành nội bộ 2026

        """)
    #expect(
      document.structure.furniture.map { document.text($0) } == ["Trang 7", "Lưu hành nội bộ 2026"])
  }

  @Test("of tracked changes what was deleted or moved away is left out, what was inserted is kept")
  func changes() throws {
    #expect(
      try text("changes.docx") == """
        Đảng bộ có 312 đảng viên.
        Nối với đoạn sau 5.
        Dời đến 8.

        """)
  }

  @Test("a text box that is given twice is read once")
  func boxes() throws {
    #expect(try text("boxes.docx") == "Trước hộp.\nHộp: 45 đảng viên.\nSau hộp.\n")
  }

  @Test("text in fonts of old encodings is decoded, cut letters too")
  func fonts() throws {
    #expect(
      try text("fonts.docx") == """
        Đảng bộ xã có 312 đảng viên, trong đó nữ 118 đồng chí.
        ĐẢNG BỘ
        Đảng bộ xã có 15 chi bộ
        Còn đây là Unicode: à 5.

        """)
  }

  @Test("of an OpenDocument text all of this holds too")
  func openDocument() throws {
    let document = try read("features.odt")
    #expect(
      document.text(0..<document.bytes.count) == """
        I. Tổ chức
        1. Đảng viên
        Có 312 đảng viên, nữ 14¹.
        1. một
        2. hai
        a) con
        b) con nữa
        3. ba
        Xen giữa.
        4. bốn
        - gạch
        Kết nạp 14¹ và 6².
        Trước hộp.
        Hộp: 45 đảng viên.
        | Đơn vị | Đảng viên |
        | | Tổng số | Nữ |
        | Chi bộ A | 30 | 12 |
        Sau biểu.

        _______________
        ¹ Nữ 05.
        ² Đến 31/3.
        Trang 7
        Lưu hành nội bộ

        """)
    let table = try #require(document.structure.tables.first)
    #expect(table.headerRows == 2)
    #expect(table.rows[0].cells.map(\.columns) == [0..<1, 1..<3])
    #expect(table.rows[1].cells.map(\.columns) == [0..<1, 1..<2, 2..<3])
  }

  @Test("automatic numbers are written as word processors write them")
  func numbers() {
    #expect([1, 4, 9, 14, 40].map(NumberFormat.upperRoman.text) == ["I", "IV", "IX", "XIV", "XL"])
    #expect([1, 26, 27, 53].map(NumberFormat.lowerLetter.text) == ["a", "z", "aa", "aaa"])
    #expect([3, 12].map(NumberFormat.zeroPadded.text) == ["03", "12"])
  }
}
