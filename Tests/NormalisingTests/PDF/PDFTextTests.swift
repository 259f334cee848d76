import DocumentModel
import Normalising
import Testing

@testable import Reading

@Suite("The text of a PDF")
struct PDFTextTests {
  @Test("a letterhead in two columns, a sentence over lines and pages, page numbers")
  func pages() {
    let document = pdf(
      """
        ĐẢNG BỘ TỈNH A                ĐẢNG CỘNG SẢN VIỆT NAM
        ĐẢNG ỦY XÃ B               B, ngày 15 tháng 4 năm 2026
            *
          Số 91-BC/ĐU

                         BÁO CÁO
             công tác đảng viên quý I năm 2026

          Tổng số đảng viên của Đảng bộ đến ngày 31 tháng 3 năm 2026 là
      433 đồng chí, trong đó có 179 đồng chí là nữ, 276 đồng chí là người
      """,
      """
                              2

      dân tộc thiểu số; theo từng năm có số đảng viên như sau, năm 2025:
      19. Hình thức kỷ luật gồm khiển trách 02, cảnh cáo 01 trong kỳ này.
          Đảng bộ có 16 chi bộ.
      """)
    #expect(
      blocks(document) == """
        letterhead ĐẢNG BỘ TỈNH A
        letterhead ĐẢNG CỘNG SẢN VIỆT NAM
        letterhead ĐẢNG ỦY XÃ B
        letterhead B, ngày 15 tháng 4 năm 2026
        letterhead *
        letterhead Số 91-BC/ĐU
        title BÁO CÁO công tác đảng viên quý I năm 2026
        paragraph Tổng số đảng viên của Đảng bộ đến ngày 31 tháng 3 năm 2026 là 433 đồng chí, \
        trong đó có 179 đồng chí là nữ, 276 đồng chí là người dân tộc thiểu số; theo từng năm có \
        số đảng viên như sau, năm 2025: 19. Hình thức kỷ luật gồm khiển trách 02, cảnh cáo 01 \
        trong kỳ này.
        furniture 2
        paragraph Đảng bộ có 16 chi bộ.
        """)
  }

  @Test("each word has its page and its box, a part of a word its part of it")
  func places() throws {
    let document = pdf("Đảng bộ có", "16,5 kg")
    let span = document.span(try range(of: "16,5", in: document))
    #expect(span.page == 2)
    #expect(span.box == SourceSpan.Box(left: 72, top: 50, right: 96, bottom: 63))
    let half = document.span(try range(of: "16", in: document))
    #expect(half.box?.right == 84)
  }

  private func range(of text: String, in document: Document) throws -> Range<Int> {
    let bytes = Array(text.utf8)
    let start = try #require(
      document.bytes.indices.first { document.bytes[$0...].starts(with: bytes) })
    return start..<(start + bytes.count)
  }
}
