import DocumentModel

/// Files that hold something else than one report, or hold it in a way that isn't read.
enum OtherKind: Sendable, Hashable {
  case spreadsheet, presentation, archive, mail, image, richText, html, oldSpreadsheet

  var message: Message {
    switch self {
    case .spreadsheet, .oldSpreadsheet:
      Message(
        vi: "bảng tính (Excel, Calc) chưa được đọc; hãy chép biểu vào báo cáo Word, hoặc in ra PDF",
        en:
          "spreadsheets (Excel, Calc) are not read; copy the table into the Word report, or print "
          + "it to PDF")
    case .presentation:
      Message(
        vi: "tệp trình chiếu không phải báo cáo; hãy gửi bản Word hoặc PDF của báo cáo",
        en: "a presentation is no report; send the report as Word or PDF")
    case .archive:
      Message(
        vi: "tệp nén chứa các tệp khác; hãy giải nén rồi nạp thư mục đã giải nén",
        en: "an archive of other files; unpack it and ingest the folder")
    case .mail:
      Message(
        vi: "thư điện tử; hãy lưu tệp báo cáo đính kèm ra thư mục rồi nạp tệp đó",
        en: "an e-mail; save the attached report into a folder and ingest that file")
    case .image:
      Message(
        vi: "tệp ảnh; hãy ghép các trang quét thành PDF rồi nạp với --ocr, hoặc gửi bản Word",
        en:
          "an image; join the scanned pages into a PDF and read it with --ocr, or send the Word file"
      )
    case .richText:
      Message(
        vi: "tệp RTF; hãy mở bằng Word và lưu thành .docx",
        en: "an RTF file; open it in Word and save it as .docx")
    case .html:
      Message(
        vi: "trang HTML; hãy mở bằng Word và lưu thành .docx",
        en: "an HTML page; open it in Word and save it as .docx")
    }
  }
}
