import DocumentModel
import Testing

@Suite("Footnotes back to their marks")
struct FootnoteTests {
  @Test("a note in mid-sentence: the body goes on after it and the page number")
  func midSentence() throws {
    let text = """
      - Có 312 đảng viên¹, trong đó chính thức 295 đồng chí
      _______________
      ¹ Trong đó Chi bộ bản Nà Lửa 03, Chi bộ
      Trường học 03.
                                              2

      (94,6%), dự bị 17 đồng chí.
      """
    #expect(
      try blocks(text) == """
        listItem 0 ‹-› Có 312 đảng viên , trong đó chính thức 295 đồng chí (94,6%), dự bị 17 đồng chí.
        furniture _______________
        footnote mark 1 ← line 1 Trong đó Chi bộ bản Nà Lửa 03, Chi bộ Trường học 03.
        furniture 2
        """)
  }

  @Test(
    "marks and notes in all their forms",
    arguments: [
      ("trực thuộc¹,", "¹ Gồm 2 xã."), ("trực thuộc¹,", "¹Gồm 2 xã."),
      ("trực thuộc<sup>1</sup>,", "<sup>1</sup> Gồm 2 xã."),
      ("trực thuộc[^1],", "[^1]: Gồm 2 xã."), ("trực thuộc1,", "____\n1 Gồm 2 xã."),
      ("trực thuộc1,", "____\n1. Gồm 2 xã."), ("trực thuộc1,", "1 Gồm 2 xã."),
      ("trực thuộc1,", "____\n1\nGồm 2 xã."), ("trực thuộc(1),", "____\n(1) Gồm 2 xã."),
      ("trực thuộc [1],", "---\n[1] Gồm 2 xã."), ("trực thuộc¹,", "____\n1 Gồm 2 xã."),
      ("trực thuộc1,", "---\n¹ Gồm 2 xã."), ("1.8641 người,", "____\n1 Gồm 2 xã."),
      ("đạt 95%1,", "____\n1 Gồm 2 xã."), ("trực thuộc.1", "____\n1 Gồm 2 xã."),
    ])
  func forms(body: String, note: String) throws {
    let document = try normalised("Đảng bộ có 46 chi bộ \(body) tốt.\n\n\(note)\n")
    let block = try #require(document.blocks.first { $0.kind == .footnote })
    #expect(block.segments.map { document.text($0) } == ["Gồm 2 xã."])
    let footnote = try #require(block.footnote)
    #expect(footnote.mark == "1")
    let anchor = try #require(footnote.anchor)
    #expect(["1", "¹"].contains(document.text(anchor)))
    #expect(document.blocks[0].marks == [anchor])
    #expect(!document.blocks[0].segments.contains { $0.overlaps(anchor) })
  }

  @Test(
    "a digit that only looks like a mark stays text",
    arguments: ["khí CO2 giảm", "phòng PX01 tốt", "rộng 12 km2 và", "thôn 3 có", "14,2 km² đường"])
  func noMark(text: String) throws {
    let document = try normalised("Xã có \(text) 5 hộ.\n\n____\n2 hộ khá.\n")
    #expect(document.blocks[0].segments.map { document.text($0) } == ["Xã có \(text) 5 hộ."])
  }

  @Test("enumerated items are no notes without a rule")
  func enumeration() throws {
    let text = "Tồn tại: (1) Công tác chậm; (2) Chưa đều.\n\n(1) Nâng cao.\n\n(2) Đổi mới.\n"
    #expect(
      try blocks(text) == """
        paragraph Tồn tại: (1) Công tác chậm; (2) Chưa đều.
        listItem 0 ‹(1)› Nâng cao.
        listItem 0 ‹(2)› Đổi mới.
        """)
  }

  @Test(
    "a number in brackets before a comma is a mark, and so is one whose note stands below its title",
    arguments: [
      "Kết nạp 217 đảng viên (1), bình quân 43 đồng chí.\n\n(1) Từng năm: năm 2021: 41.\n",
      "Gần 400 người là cấp ủy viên (1).\n\nChú thích:\n(1) Số chính xác là 389 đồng chí.\n",
    ])
  func spacedBrackets(text: String) throws {
    let document = try normalised(text)
    let note = try #require(document.blocks.first { $0.kind == .footnote })
    #expect(note.footnote?.anchor.map(document.span)?.line == 1)
  }

  @Test("a note cut by a page break is resumed further below, the body likewise")
  func cutNote() throws {
    let text = """
      Kết quả cao², cụ thể:

      ² Năm 2020: có 7.620 đảng viên, chưa được đánh

      Năm 2021: xếp loại 6.920 đảng viên; thành lập Trường (gồm các chi bộ của Đảng

      giá 113 đảng viên.
      Năm 2022: có 7.744 đảng viên.

      bộ Trường cũ). Hiện nay có 16 chi bộ.
      """
    #expect(
      try blocks(text) == """
        paragraph Kết quả cao , cụ thể:
        footnote mark 2 ← line 1 Năm 2020: có 7.620 đảng viên, chưa được đánh giá 113 đảng viên. \
        Năm 2022: có 7.744 đảng viên.
        paragraph Năm 2021: xếp loại 6.920 đảng viên; thành lập Trường (gồm các chi bộ của Đảng \
        bộ Trường cũ). Hiện nay có 16 chi bộ.
        """)
  }

  @Test("numbers that begin anew on each page find the nearest mark above")
  func restart() throws {
    let text = "Có 5 xã¹.\n\n¹ Một.\n\nCó 6 xã¹.\n\n¹ Hai.\n"
    let document = try normalised(text)
    let notes = document.blocks.filter { $0.kind == .footnote }
    #expect(notes.map { $0.footnote?.anchor.map(document.span)?.line } == [1, 5])
  }

  @Test("a mark without a note is left out of the text and told of")
  func orphan() throws {
    let document = try normalised("Có 1.864² đảng viên.\n")
    #expect(document.blocks[0].segments.map { document.text($0) } == ["Có 1.864", "đảng viên."])
    #expect(document.blocks[0].marks.map { document.text($0) } == ["²"])
  }
}
