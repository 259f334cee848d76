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

  /// Why a report in this format cannot be read, and what to do; nil for text.
  var obstacle: Message? {
    guard let format = fileExtension, !["txt", "text"].contains(format) else { return nil }
    switch format {
    case "doc", "docx", "odt", "rtf", "docm", "dotx":
      return Message(
        vi: "chưa đọc được tệp .\(format). Hãy mở bằng Word hoặc LibreOffice và lưu thành "
          + "văn bản thuần .txt (UTF-8).",
        en: ".\(format) files cannot be read yet. Open it in Word or LibreOffice and save it as "
          + "plain text, .txt (UTF-8).")
    case "pdf":
      return Message(
        vi: "chưa đọc được tệp .pdf. Hãy chuyển thành .txt, ví dụ `pdftotext -layout TỆP.pdf`.",
        en: ".pdf files cannot be read yet. Convert it, for example `pdftotext -layout FILE.pdf`.")
    case "xls", "xlsx", "ods", "xlsm":
      return Message(
        vi: "chưa đọc được bảng tính .\(format). Hãy lưu báo cáo thành .txt (UTF-8).",
        en: ".\(format) spreadsheets cannot be read yet. Save the report as .txt (UTF-8).")
    case "zip", "rar", "7z", "gz", "tgz", "tar":
      return Message(
        vi: "là tệp nén .\(format). Hãy giải nén rồi nạp thư mục đã giải nén.",
        en: "is an archive (.\(format)). Unpack it and give the folder.")
    case "jpg", "jpeg", "png", "tif", "tiff", "bmp", "gif", "heic":
      return Message(
        vi: "là ảnh chụp (.\(format)), cần nhận dạng chữ trước. Hãy gửi bản văn bản .txt.",
        en: "is an image (.\(format)) and needs OCR first. Give its text as .txt.")
    default:
      return Message(
        vi: "định dạng .\(format) không rõ. Hãy lưu báo cáo thành văn bản thuần .txt (UTF-8).",
        en: "the format .\(format) is unknown. Save the report as plain text, .txt (UTF-8).")
    }
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
