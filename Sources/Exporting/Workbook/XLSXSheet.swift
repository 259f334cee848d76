import CXlsxWriter
import DocumentModel

/// One sheet of a workbook; rows and columns count from 0.
struct XLSXSheet {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let file: XLSXFile

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, of file: XLSXFile) {
    self.sheet = sheet
    self.file = file
  }

  // MARK: Cells

  func string(_ text: String, _ row: Int, _ column: Int, _ style: XLSXStyle = XLSXStyle()) {
    guard !text.isEmpty else { return blank(row, column, style) }
    // A cell holds 32,767 characters; longer ones would be refused.
    let text = text.utf16.count > 32_000 ? String(text.prefix(16_000)) + "…" : text
    _ = worksheet_write_string(
      sheet, lxw_row_t(row), lxw_col_t(column), text, file.format(style))
  }

  func number(
    _ value: ExactDecimal, _ row: Int, _ column: Int, _ style: XLSXStyle = XLSXStyle()
  ) {
    _ = worksheet_write_number(
      sheet, lxw_row_t(row), lxw_col_t(column), value.approximate, file.format(style))
  }

  /// Writes a formula with the value that it has now, for programs that don't compute.
  func formula(
    _ formula: String, value: ExactDecimal, _ row: Int, _ column: Int, _ style: XLSXStyle
  ) {
    _ = worksheet_write_formula_num(
      sheet, lxw_row_t(row), lxw_col_t(column), formula, file.format(style), value.approximate)
  }

  func blank(_ row: Int, _ column: Int, _ style: XLSXStyle) {
    _ = worksheet_write_blank(sheet, lxw_row_t(row), lxw_col_t(column), file.format(style))
  }

  func merged(_ text: String, row: Int, _ columns: ClosedRange<Int>, _ style: XLSXStyle) {
    guard columns.count > 1 else { return string(text, row, columns.lowerBound, style) }
    _ = worksheet_merge_range(
      sheet, lxw_row_t(row), lxw_col_t(columns.lowerBound), lxw_row_t(row),
      lxw_col_t(columns.upperBound), text, file.format(style))
  }

  func comment(_ text: String, _ row: Int, _ column: Int) {
    var options = lxw_comment_options()
    options.width = 360
    options.height = UInt16(min(400, 60 + 22 * text.split(separator: "\n").count))
    _ = worksheet_write_comment_opt(
      sheet, lxw_row_t(row), lxw_col_t(column), String(text.prefix(8_000)), &options)
  }

  /// A cell's name in a formula: `D7`.
  static func name(_ row: Int, _ column: Int) -> String {
    var letters = ""
    var rest = column
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters + String(row + 1)
  }

  // MARK: Page

  func widths(_ columns: ClosedRange<Int>, _ width: Double) {
    _ = worksheet_set_column(
      sheet, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound), width, nil)
  }

  func height(_ row: Int, _ points: Double) {
    _ = worksheet_set_row(sheet, lxw_row_t(row), points, nil)
  }

  func freeze(rows: Int, columns: Int) {
    worksheet_freeze_panes(sheet, lxw_row_t(rows), lxw_col_t(columns))
  }

  func filter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    _ = worksheet_autofilter(
      sheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound),
      lxw_row_t(rows.upperBound), lxw_col_t(columns.upperBound))
  }

  /// A4 landscape, the header rows on each page; one page wide where it stays legible, else several,
  /// with the leading columns on each.
  func printed(repeating rows: ClosedRange<Int>, leading: Int, columns: Int) {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    if columns <= 16 {
      worksheet_fit_to_pages(sheet, 1, 0)
    } else {
      worksheet_set_print_scale(sheet, 65)
      _ = worksheet_repeat_columns(sheet, 0, lxw_col_t(leading - 1))
    }
    worksheet_set_margins(sheet, 0.5, 0.4, 0.6, 0.6)
    worksheet_center_horizontally(sheet)
    _ = worksheet_repeat_rows(sheet, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
    _ = worksheet_set_footer(sheet, "&C&P/&N")
  }
}
