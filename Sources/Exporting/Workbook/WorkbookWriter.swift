package import Catalogue
import DocumentModel

/// Writes a workbook: units × indicators, a sheet for each theme, flags, provenance, and the sheet
/// that is printed.
///
/// Its property `created` is the shown period's end, so that equal datasets give equal bytes.
package struct WorkbookWriter {
  private let content: WorkbookContent
  private let catalogue: Catalogue
  private let wording = Wording(.vi)

  package init(_ content: WorkbookContent, catalogue: Catalogue) {
    self.content = content
    self.catalogue = catalogue
  }

  /// Writes the file.
  ///
  /// - Throws: an error that tells the library's reason.
  package func write(to path: String) throws {
    let period = content.periods[content.shown]
    let file = try XLSXFile(
      path: path, title: "Tổng hợp \(wording.title(period))", created: period.end)
    try first(file)
    let lists = ListSheets(content: content, catalogue: catalogue, wording: wording)
    for (index, theme) in themes.enumerated() {
      lists.theme(theme, on: try file.sheet("\(index + 1). \(theme)"))
    }
    PrintSheet(content: content, wording: wording).write(on: try file.sheet("Biểu in"))
    lists.flags(on: try file.sheet("Cờ"))
    lists.submissions(on: try file.sheet("Báo cáo"))
    lists.unmatched(on: try file.sheet("Ngoài chỉ tiêu"))
    lists.provenance(on: try file.sheet("Nguồn"))
    try file.close()
  }

  private func first(_ file: XLSXFile) throws {
    let sheet = try file.sheet("Tổng hợp")
    let grid = GridSheet(content, wording: wording, top: 2, isNumbered: false, isPrinted: false)
    sheet.string(
      "Tổng hợp số liệu – \(wording.title(content.periods[content.shown]))", 0, 0,
      XLSXStyle(isBold: true, size: 14))
    sheet.string(
      "Ô đỏ: các chỗ ghi khác nhau, không cộng. Ô vàng: có cờ. Chú thích của ô dẫn nguyên văn.", 1,
      0,
      XLSXStyle(isItalic: true))
    sheet.widths(0...0, 5)
    sheet.widths(1...1, 10)
    sheet.widths(2...2, 32)
    if grid.columns > grid.lead { sheet.widths(grid.lead...grid.columns - 1, 13) }
    _ = grid.write(on: sheet)
    sheet.freeze(rows: grid.first, columns: grid.lead)
  }

  /// The themes that any value belongs to, in their order.
  private var themes: [String] {
    let used = Set(content.values.keys.map { content.indicators[$0.indicator].theme })
    var themes: [String] = []
    for indicator in content.indicators
    where used.contains(indicator.theme) && !themes.contains(indicator.theme) {
      themes.append(indicator.theme)
    }
    return themes
  }
}
