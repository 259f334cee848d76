import DocumentModel

/// What a file's name alone says about it.
struct FileName {
  private let name: String

  /// Takes the last component of a path.
  init(path: String) {
    name = path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What office programs and file managers leave lying about; skipped and counted.
  var isDebris: Bool {
    let lower = name.lowercased()
    return name.hasPrefix("~$") || name.hasPrefix(".~lock.") || lower.hasSuffix(".tmp")
      || ["thumbs.db", ".ds_store", "desktop.ini"].contains(lower)
  }

  /// Data, programs and notes that no unit would send as its report; skipped and listed.
  var isNoReport: Bool {
    let others = [
      "json", "ndjson", "csv", "tsv", "sqlite", "sqlite3", "db", "sqlite-wal", "sqlite-shm",
      "sqlite-journal", "md", "yaml", "yml", "py", "sh", "log",
    ]
    return fileExtension.map { others.contains($0) } ?? false
  }

  /// Why the file is not opened at all, and what to do; nil for what may hold a report.
  ///
  /// What a file with one of these endings really is, Reading finds from its bytes.
  var obstacle: Message? {
    let documents = [
      "txt", "text", "doc", "docx", "docm", "dot", "dotx", "odt", "ott", "fodt", "rtf", "pdf",
      "htm", "html", "xhtml", "mht", "mhtml", "xml", "xls", "xlsx", "xlsm", "xlsb", "ods", "fods",
      "ppt", "pptx", "odp", "zip", "rar", "7z", "gz", "tgz", "tar", "jpg", "jpeg", "png", "tif",
      "tiff", "gif", "bmp", "webp", "eml", "msg",
    ]
    guard let format = fileExtension, !documents.contains(format) else { return nil }
    return Message(
      vi: "định dạng .\(format) không rõ; hãy lưu báo cáo thành văn bản UTF-8 (.txt)",
      en: "the format .\(format) is unknown; save the report as a UTF-8 text (.txt)")
  }

  /// The extension in lower case; nil where what follows the last point is part of the title.
  ///
  /// "Báo cáo số 14. Quý I" and "BC 31.3.2026" have none.
  private var fileExtension: String? {
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return nil }
    let tail = name[name.index(after: point)...].lowercased()
    let isCode = tail.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    let isNumber = tail.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return tail.isEmpty || tail.count > 14 || !isCode || isNumber ? nil : tail
  }
}
