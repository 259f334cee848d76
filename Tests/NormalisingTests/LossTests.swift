import DocumentModel
import Normalising
import Testing

@Suite("Text that numbering shows to be missing")
struct LossTests {
  private func losses(_ text: String) throws -> [String] {
    try normalised(text).losses.map(\.message.vi)
  }

  @Test("a page number that skips a page")
  func pages() throws {
    let text = """
      Đảng bộ có 12 chi bộ, trong đó có

                                2

      \u{0C}05 chi bộ thôn. Cả năm kết nạp 12 đảng viên và

                                4

      \u{0C}công nhận chính thức 09 đồng chí.
      """
    #expect(try losses(text) == ["sau trang 2 là trang 4: có thể mất trang 3"])
  }

  @Test("an item that is missing over a page, not one that a clerk left out on one page")
  func items() throws {
    let text = """
      I. TỔ CHỨC
      1. Đảng bộ có 12 chi bộ.
      2. Đảng bộ có 312 đảng viên.

                                2

      \u{0C}4. Kết nạp 14 đảng viên.
      6. Từ trần 02 đồng chí.
      """
    #expect(
      try losses(text) == ["qua trang, mục thứ 2 đến thẳng “4.”: có thể mất chữ"])
  }

  @Test("rows of a table over a page")
  func rows() {
    let document = pdf(
      """
      TT   Đơn vị                 Đảng viên   Dự bị
       1   Chi bộ thôn Hạ                57       6
       2   Chi bộ thôn Thượng            52       4
       3   Chi bộ thôn Trung             42       3
      """,
      """
                              2

       5   Chi bộ Quân sự                 7       1
           Cộng                         116      11
      """)
    #expect(
      normaliser.normalise(document).losses.map(\.message.vi) == [
        "trong bảng, sau dòng số 3 là 5: có thể mất dòng"
      ])
  }

  @Test("numbering that begins anew loses nothing")
  func anew() throws {
    let text = """
      I. TỔ CHỨC
      1. Đảng bộ có 12 chi bộ.
      2. Đảng bộ có 312 đảng viên:
      a) Nữ 118.

                                2

      \u{0C}b) Dân tộc 273.
      3. Kết nạp 14 đảng viên.
      II. KIỂM TRA
      1. Kiểm tra 14 cuộc.
      """
    #expect(try losses(text) == [])
  }
}
