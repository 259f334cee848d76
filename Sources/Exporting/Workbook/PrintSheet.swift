import DocumentModel

/// The sheet that is printed and signed: letterhead, period, numbered columns, TỔNG CỘNG, signatures.
struct PrintSheet {
  let content: WorkbookContent
  let wording: Wording

  func write(on sheet: XLSXSheet) {
    let grid = GridSheet(content, wording: wording, top: 6, isNumbered: true, isPrinted: true)
    let last = max(grid.columns - 1, 3)
    // Letterhead and signatures stay on the first page, however wide the form is.
    let edge = min(last, 15)
    let middle = edge / 2
    let bold = XLSXStyle(alignment: .center, isBold: true)
    letterhead(on: sheet, middle, edge)
    sheet.merged(
      "BIỂU TỔNG HỢP SỐ LIỆU BÁO CÁO", row: 3, 0...edge,
      XLSXStyle(alignment: .center, isBold: true, size: 14))
    sheet.merged(Wording(.vi).title(content.periods[content.shown]), row: 4, 0...edge, bold)
    sheet.widths(0...0, 5)
    sheet.widths(1...1, 30)
    sheet.widths(2...last, 12)
    let end = grid.write(on: sheet) + 1
    sheet.merged("Người lập biểu", row: end, 0...middle, bold)
    sheet.merged("Thủ trưởng", row: end, (middle + 1)...edge, bold)
    let hint = XLSXStyle(alignment: .center, isItalic: true)
    sheet.merged("(Ký, ghi rõ họ tên)", row: end + 1, 0...middle, hint)
    sheet.merged("(Ký, đóng dấu, ghi rõ họ tên)", row: end + 1, (middle + 1)...edge, hint)
    sheet.printed(
      repeating: grid.top...grid.top + 1, leading: grid.lead, columns: grid.columns)
  }

  private func letterhead(on sheet: XLSXSheet, _ middle: Int, _ edge: Int) {
    let bold = XLSXStyle(alignment: .center, isBold: true)
    let name = (content.parent?.name ?? "").uppercased()
    sheet.merged(name.isEmpty ? "ĐƠN VỊ: ……………………" : name, row: 0, 0...middle, bold)
    sheet.merged("ĐẢNG CỘNG SẢN VIỆT NAM", row: 0, (middle + 1)...edge, bold)
    sheet.merged(
      "……………, ngày …… tháng …… năm ………", row: 1, (middle + 1)...edge,
      XLSXStyle(alignment: .center, isItalic: true))
  }
}
