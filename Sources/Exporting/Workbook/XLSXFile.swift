import CXlsxWriter
import DocumentModel
import Foundation

/// A workbook being written by libxlsxwriter; the only place that knows that library.
///
/// Whatever is written as a string stays one: what looks like a formula is never one.
final class XLSXFile {
  /// The file couldn't be written.
  struct Failure: Error { let reason: String }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [XLSXStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var sheetNames: Set<String> = []
  private var isClosed = false

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: where it is written when it is closed.
  ///   - title: of its properties.
  ///   - created: of its properties, instead of the clock's time, so that equal content gives equal
  ///     bytes.
  /// - Throws: `Failure`.
  init(path: String, title: String, created: CalendarDate) throws {
    guard let book = workbook_new(path) else { throw Failure(reason: "workbook_new") }
    self.book = book
    var properties = lxw_doc_properties()
    let text = strdup(title)
    defer { free(text) }
    properties.title = text
    properties.created = time_t(created.days(since: .firstDay(year: 1970)) * 86_400)
    _ = workbook_set_properties(book, &properties)
  }

  deinit { if !isClosed { lxw_workbook_free(book) } }

  /// Adds a sheet; a name that a sheet can't have is made one that it can.
  func sheet(_ name: String) throws -> XLSXSheet {
    let base = String(name.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
    var unique = base.isEmpty ? "-" : base
    var number = 2
    while !sheetNames.insert(unique.lowercased()).inserted {
      unique = "\(base.prefix(27)) \(number)"
      number += 1
    }
    guard let sheet = workbook_add_worksheet(book, unique) else {
      throw Failure(reason: "workbook_add_worksheet")
    }
    return XLSXSheet(sheet, of: self)
  }

  /// Writes the file.
  ///
  /// - Throws: `Failure`.
  func close() throws {
    isClosed = true
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR else {
      throw Failure(reason: String(cString: lxw_strerror(error)))
    }
  }

  func format(_ style: XLSXStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats[style] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_font_name(format, "Times New Roman")
    format_set_font_size(format, Double(style.size))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if style.wraps { format_set_text_wrap(format) }
    if style.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if let fill = style.fill { format_set_bg_color(format, fill.rawValue) }
    switch style.alignment {
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case nil: break
    }
    switch style.number {
    // "#,##0" would show the separator of the reader's language; this has the point itself.
    case .count: format_set_num_format(format, "[>=1000000]0\\.000\\.000;[>=1000]0\\.000;0")
    case .decimal(let digits):
      format_set_num_format(format, "0." + String(repeating: "0", count: max(1, digits)))
    case nil: break
    }
    formats[style] = format
    return format
  }
}
