import DocumentModel

/// What keeps packed files and XML from being read.
extension ReadingProblem {
  var markupMessage: Message {
    switch self {
    case .malformedXML(let line):
      Message(
        vi: "XML hỏng ở dòng \(line); hãy xuất lại tệp bằng chương trình đã tạo ra nó",
        en: "the XML is not well-formed at line \(line); export the file again")
    case .entitiesDeclared:
      Message(
        vi: "tệp XML tự khai báo thực thể (entity), không an toàn nên không đọc; "
          + "hãy xuất lại tệp không có phần DOCTYPE",
        en: "the XML declares entities of its own, which is not safe to read; "
          + "export it again without a DOCTYPE")
    case .tooManyElements(let limit):
      Message(
        vi: "tệp có hơn \(limit) phần tử XML, không báo cáo nào dài như vậy; "
          + "hãy mở và lưu lại tệp, hoặc tách tệp",
        en: "more than \(limit) XML elements, which no report has; open and save the file anew, "
          + "or split it")
    case .damagedArchive:
      Message(
        vi: "tệp nén bên trong bị hỏng hoặc bị cắt; hãy xin lại tệp từ đơn vị gửi",
        en: "the file's ZIP container is damaged or cut short; ask the unit to send it again")
    case .tooManyEntries(let count, let limit):
      Message(
        vi: "tệp nén có \(count) tệp con, giới hạn là \(limit); hãy giải nén và gửi từng báo cáo",
        en:
          "the archive has \(count) entries, the limit is \(limit); unpack it and send the reports")
    case .pathOutside(let entry):
      Message(
        vi:
          "tệp nén có đường dẫn trỏ ra ngoài (“\(entry.prefix(80))”), không an toàn nên không đọc; "
          + "hãy xin lại tệp từ đơn vị gửi",
        en: "the archive has a path that leads out of it (\"\(entry.prefix(80))\"), which is not "
          + "safe; ask the unit to send the file again")
    case .expandsTooFar(let limit):
      Message(
        vi: "nội dung bung ra lớn hơn \(limit / 1_000_000) MB, không báo cáo nào dài như vậy; "
          + "hãy mở và lưu lại tệp, hoặc tách tệp",
        en:
          "its content expands beyond \(limit / 1_000_000) MB, which no report has; open and save "
          + "the file anew, or split it")
    case .locked:
      Message(
        vi: "tệp có mật khẩu; hãy bỏ mật khẩu rồi gửi lại",
        en: "the file is locked by a password; remove the password and send it again")
    case .noConverter:
      Message(
        vi:
          "Word 97–2003 (.doc) và RTF cần chương trình chuyển đổi; hãy cài libreoffice-writer hoặc "
          + "antiword, hoặc mở bằng Word và lưu thành .docx",
        en:
          "Word 97–2003 (.doc) and RTF need a converter; install libreoffice-writer or antiword, or "
          + "open the file in Word and save it as .docx")
    case .unreadableTextLayer:
      Message(
        vi: "lớp chữ của tệp PDF không phải tiếng Việt theo mã nào (phông chữ cũ hoặc hỏng); "
          + "hãy nạp lại với --ocr, hoặc gửi bản Word",
        en: "the PDF's text layer is Vietnamese in no encoding (an old or damaged font); read it "
          + "with --ocr, or send the Word file")
    case .nothingRecognised:
      Message(
        vi: "không nhận dạng được chữ nào trong ảnh; hãy quét lại rõ hơn hoặc gửi bản Word",
        en: "no word could be recognised; scan it more clearly, or send the Word file")
    case .missingPart(let part):
      Message(
        vi: "tệp Word thiếu phần \(part), có thể bị hỏng; hãy mở bằng Word và lưu lại",
        en:
          "the Word file lacks its part \(part), perhaps it is damaged; open it in Word and save it"
      )
    case .otherKind(let kind): kind.message
    case .invalidReport(let line, let element, let reason):
      Message(
        vi: "dòng \(line), phần tử <\(element)>: không đúng lược đồ XML báo cáo đơn vị "
          + "(\(reason)); hãy sửa theo FORMATS.md",
        en: "line \(line), element <\(element)>: against the schema of the unit report XML "
          + "(\(reason)); correct it by FORMATS.md")
    case .unknownVocabulary(let root):
      Message(
        vi:
          "XML có phần tử gốc <\(root.prefix(80))> không thuộc dạng nào đọc được; hãy gửi bản Word, "
          + "PDF hoặc XML báo cáo đơn vị (FORMATS.md)",
        en:
          "the XML's root element <\(root.prefix(80))> is in no vocabulary that is read; send Word, "
          + "PDF or the unit report XML (FORMATS.md)")
    default:
      Message(
        vi: "không đọc được tệp; hãy xin lại tệp", en: "the file cannot be read; ask for it again")
    }
  }
}
