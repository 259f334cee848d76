import DocumentModel
import Testing

@Suite("Lists and their nesting")
struct ListTests {
  @Test(
    "nesting comes from indentation and from the signs",
    arguments: [
      // signs and indentation, levels
      ("* a\n  - b\n    + c\n  - d\n* e", [0, 1, 2, 1, 0]),
      ("- a\n+ b\n+ c\n- d", [0, 1, 1, 0]),
      ("• a\n- b\n• c\n- d", [0, 1, 0, 1]),
      ("- a\n  - b\n    - c\n- d", [0, 1, 2, 0]),
      ("a) a\n- b\n+ c\n- d\nb) e", [0, 1, 2, 1, 0]),
      ("1. Một là a.\n- b\n(1) c\n(2) d\n2. Hai là e.", [0, 1, 1, 1, 0]),
      ("– a\n– b", [0, 0]),
      ("      - a\n        b\n      - c", [0, 0]),
      ("\\- a\n\\- b", [0, 0]),
      ("+ a\n- b", [0, 0]),
    ])
  func nesting(text: String, levels: [Int]) throws {
    let document = try normalised(text)
    #expect(document.blocks.map(\.level) == levels)
    #expect(document.blocks.allSatisfy { $0.kind == .listItem })
  }

  @Test("a heading ends all lists; a paragraph between items does not")
  func interruption() throws {
    let text = """
      - Kiểm tra:

      + Cấp ủy

      Cấp ủy kiểm tra 5 cuộc.

      + Chi bộ

      II. KHÁC
      + Nữ
      """
    #expect(
      try blocks(text) == """
        listItem 0 ‹-› Kiểm tra:
        listItem 1 ‹+› Cấp ủy
        paragraph Cấp ủy kiểm tra 5 cuộc.
        listItem 1 ‹+› Chi bộ
        heading 1 ‹II.› KHÁC
        listItem 0 ‹+› Nữ
        """)
  }

  @Test(
    "a figure at a line's beginning is no marker",
    arguments: [
      "Dân số là\n38.600 người.", "Có\n12 chi bộ.", "Đến ngày\n31/12/2025.",
      "Nữ 295 đồng chí\n(94,6%).",
      "Trong các năm 2021\n- 2025.", "So với điều\n3. Nguyên tắc này.",
    ])
  func noMarker(text: String) throws {
    let document = try normalised(text)
    #expect(document.blocks.count == 1)
    #expect(document.blocks[0].marker == nil)
  }

  @Test("an item's broken lines belong to it")
  func continuation() throws {
    #expect(
      try blocks("- Mở 02 lớp, khoảng 40 học\nviên/lớp.\n- Tỷ lệ đạt trên\n90%.") == """
        listItem 0 ‹-› Mở 02 lớp, khoảng 40 học viên/lớp.
        listItem 0 ‹-› Tỷ lệ đạt trên 90%.
        """)
  }
}
