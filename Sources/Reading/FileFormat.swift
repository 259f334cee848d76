/// What a file's first bytes say it is.
///
/// The name's extension is never asked: reports arrive as `.doc` that are RTF or HTML inside.
enum FileFormat: Sendable, Hashable {
  case plainText, pdf, zip, ole, rtf, xml, html, utf16, image, archive, mail

  init(of bytes: [UInt8]) {
    for (signature, format) in FileFormat.signatures where bytes.starts(with: signature) {
      self = format
      return
    }
    self = FileFormat.byMarkup(bytes) ?? (MailHead.begins(bytes) ? .mail : .plainText)
  }

  /// The name that a person knows the format by.
  var name: String {
    switch self {
    case .plainText: "text"
    case .pdf: "PDF"
    case .zip: "ZIP (Word .docx, Excel .xlsx, ODF)"
    case .ole: "Word 97–2003 (.doc)"
    case .rtf: "RTF"
    case .xml: "XML"
    case .html: "HTML"
    case .utf16: "UTF-16"
    case .image: "image"
    case .archive: "archive"
    case .mail: "e-mail"
    }
  }

  private static let signatures: [([UInt8], FileFormat)] = [
    (Array("%PDF-".utf8), .pdf),
    ([0x50, 0x4B, 0x03, 0x04], .zip),
    ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .ole),
    (Array("{\\rtf".utf8), .rtf),
    ([0xFF, 0xFE], .utf16),
    ([0xFE, 0xFF], .utf16),
    ([0x89, 0x50, 0x4E, 0x47], .image),
    ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF8".utf8), .image),
    ([0x49, 0x49, 0x2A, 0x00], .image),
    ([0x4D, 0x4D, 0x00, 0x2A], .image),
    ([0x1F, 0x8B], .archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    (Array("Rar!".utf8), .archive),
  ]

  /// XML and HTML are text by their bytes; their tags would be read as words.
  private static func byMarkup(_ bytes: [UInt8]) -> FileFormat? {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // A PDF may have rubbish before its head; readers look for it in the first kilobyte.
    if bytes[start..<min(bytes.count, start + 1024)].contains(Array("%PDF-".utf8)) { return .pdf }
    while start < bytes.count, bytes[start] <= 0x20, bytes[start] != 0 { start += 1 }
    let head = bytes[start..<min(bytes.count, start + 14)].map { $0 | 0x20 }
    if head.starts(with: Array("<?xml".utf8)) { return .xml }
    if head.starts(with: Array("<html".utf8)) || head.starts(with: Array("<!doctype html".utf8)) {
      return .html
    }
    return nil
  }
}
