import DocumentModel

/// The argument parser's own words in Vietnamese.
enum ParserWording {
  static func translated(_ text: String) -> String {
    guard Speech.language == .vi else { return text }
    return pairs.reduce(text) { text, pair in
      text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
    }
  }

  private static let pairs: [(String, String)] = [
    ("OVERVIEW: ", ""),
    ("USAGE: ", "CÁCH DÙNG: "),
    ("Usage: ", "Cách dùng: "),
    ("ARGUMENTS:", "THAM SỐ:"),
    ("OPTIONS:", "TÙY CHỌN:"),
    ("SUBCOMMANDS:", "LỆNH:"),
    ("<subcommand>", "<lệnh>"),
    ("Show the version.", "Hiện phiên bản."),
    ("Show help information.", "Hiện trợ giúp."),
    ("Show subcommand help information.", "Hiện trợ giúp của một lệnh."),
    ("(values: ", "(giá trị: "),
    ("(default: ", "(mặc định: "),
    ("; default: ", "; mặc định: "),
    ("Error: Missing expected argument", "Lỗi: thiếu tham số"),
    ("Error: Unknown option", "Lỗi: không có tùy chọn"),
    ("Error: Unexpected argument", "Lỗi: thừa tham số"),
    ("Error: Missing value for", "Lỗi: thiếu giá trị cho"),
    ("unexpected arguments:", "thừa tham số:"),
    ("Error: The value ", "Lỗi: giá trị "),
    (" is invalid for ", " không hợp lệ cho "),
    ("Please provide one of ", "Hãy chọn một trong "),
    ("Did you mean ", "Có phải là "),
    ("Error: ", "Lỗi: "),
    ("Help:  ", "Trợ giúp:  "),
    (" for more information.", " để biết thêm."),
    ("  See '", "  Xem '"),
    (" for detailed help.", " để xem trợ giúp chi tiết."),
  ]
}
