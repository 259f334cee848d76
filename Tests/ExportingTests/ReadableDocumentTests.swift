import DocumentModel
import Exporting
import Testing

@Suite("Regions for people")
struct ReadableDocumentTests {
  private func range(of text: String, in document: Document) throws -> Range<Int> {
    let bytes = Array(text.utf8)
    let start = try #require(
      document.bytes.indices.first { document.bytes[$0...].starts(with: bytes) })
    return start..<(start + bytes.count)
  }

  @Test("a table with its header, its merged headings, its pages; a loss before what follows it")
  func table() throws {
    let bytes = Array("TT  Kết nạp\n    Nữ  Nam\n1   12  13\n5   14  15\n".utf8)
    var lines = Document.lines(of: bytes)
    for index in lines.indices { lines[index].page = index < 3 ? 1 : 2 }
    var document = Document(file: "a.pdf", sha256: "", bytes: bytes, lines: lines)
    func cell(_ text: String, _ columns: Range<Int>) throws -> Table.Cell {
      Table.Cell(segments: [try range(of: text, in: document)], columns: columns)
    }
    let table = Table(
      headerRows: 2,
      rows: [
        Table.Row(cells: [try cell("TT", 0..<1), try cell("Kết nạp", 1..<3)]),
        Table.Row(cells: [try cell("Nữ", 1..<2), try cell("Nam", 2..<3)]),
        Table.Row(cells: [try cell("1 ", 0..<1), try cell("12", 1..<2), try cell("13", 2..<3)]),
        Table.Row(cells: [try cell("5 ", 0..<1), try cell("14", 1..<2), try cell("15", 2..<3)]),
      ])
    document.blocks = [Block(kind: .table, segments: [], table: table)]
    document.losses = [
      Document.Loss(place: 0, message: Message(vi: "có thể mất dòng", en: "rows may be lost"))
    ]
    let text = ReadableDocument(language: .vi).text(document)
    #expect(
      text == """
        a.pdf
        [có thể mất chữ, dòng 1]
          có thể mất dòng
        [bảng, trang 1–2, dòng 1–4]
          # TT | ⟨2⟩Kết nạp
          #  | Nữ | Nam
          1  | 12 | 13
          5  | 14 | 15

        """)
  }
}
