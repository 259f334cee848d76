import DocumentModel

/// Why a file could not be read, and what its owner can do about it.
enum ReadingProblem: Error, Sendable, Hashable {
  case empty
  case blank
  case tooLarge(bytes: Int, limit: Int)
  case lineTooLong(line: Int, limit: Int)
  case binary(offset: Int)
  /// `line` from 1, `offset` in bytes from 0.
  case notUTF8(line: Int, offset: Int)
  /// Encodings that fit equally well and read differently.
  case ambiguousEncoding([TextEncoding])
  /// `offset` in bytes from 0.
  case damagedEncoding(TextEncoding, offset: Int)
  case unsupported(FileFormat)
  /// `line` from 1.
  case malformedXML(line: Int)
  case entitiesDeclared
  case tooManyElements(limit: Int)
  case damagedArchive
  case tooManyEntries(count: Int, limit: Int)
  /// A path that leads out of the archive.
  case pathOutside(entry: String)
  case expandsTooFar(limit: Int)
  case locked
  /// Nothing is installed that converts the file.
  case noConverter
  /// A packed file without a part that every document of its kind has.
  case missingPart(String)
  /// An archive, a spreadsheet, mail, …: never a report by itself.
  case otherKind(OtherKind)
  /// The root element of an XML that is in no vocabulary that is read.
  case unknownVocabulary(root: String)
  /// What the schema of the unit report doesn't allow: line from 1.
  case invalidReport(line: Int, element: String, reason: String)
  case child(ChildFailure)
  case encrypted
  /// The end of a PDF is missing.
  case cutOff
  case tooManyPages(limit: Int)
  /// Pages without any text: a scan, or drawings only.
  case noTextLayer(pages: Int)
  /// A text layer whose letters are no Vietnamese in any encoding.
  case unreadableTextLayer
  /// Recognition found no word.
  case nothingRecognised

  /// What the file is recorded as.
  var outcome: Submission.Outcome {
    switch self {
    case .noTextLayer, .unreadableTextLayer: .needsOCR
    default: .failed
    }
  }

  var message: Message {
    switch self {
    case .empty:
      Message(
        vi: "tệp rỗng (0 byte); hãy xin lại tệp từ đơn vị gửi",
        en: "the file is empty (0 bytes); ask the unit to send it again")
    case .blank:
      Message(
        vi: "tệp chỉ có khoảng trắng, không có chữ nào; hãy xin lại tệp từ đơn vị gửi",
        en: "the file holds only white space; ask the unit to send it again")
    case .tooLarge(let bytes, let limit):
      Message(
        vi: "tệp có \(bytes) byte, giới hạn là \(limit); hãy tách tệp hoặc nâng giới hạn",
        en: "the file has \(bytes) bytes, the limit is \(limit); split it or raise the limit")
    case .lineTooLong(let line, let limit):
      Message(
        vi: "dòng \(line) dài hơn \(limit) byte, không phải văn bản báo cáo; "
          + "hãy lưu lại tệp với dấu xuống dòng",
        en: "line \(line) is longer than \(limit) bytes, which no report has; "
          + "save the file with line breaks")
    case .binary(let offset):
      Message(
        vi: "tệp nhị phân (byte 0 tại vị trí \(offset)), không phải văn bản; "
          + "hãy gửi tệp văn bản UTF-8",
        en: "a binary file (zero byte at offset \(offset)), not a text; send a UTF-8 text")
    case .notUTF8(let line, let offset):
      Message(
        vi: "dòng \(line) không đúng mã UTF-8 (vị trí \(offset)), và không đọc được theo mã cũ nào "
          + "(TCVN3, VNI, VISCII, Windows-1258); hãy lưu lại tệp bằng mã UTF-8",
        en: "line \(line) is not UTF-8 (offset \(offset)), and no old encoding fits (TCVN3, VNI, "
          + "VISCII, Windows-1258); save the file as UTF-8")
    case .ambiguousEncoding(let encodings):
      Message(
        vi: "không rõ mã chữ, đọc theo các mã sau đều hợp lệ như nhau: "
          + "\(encodings.map(\.name).joined(separator: ", ")); "
          + "hãy chọn bằng --encoding \(encodings.map(\.rawValue).joined(separator: " hoặc "))",
        en: "the encoding is not clear, these fit equally well: "
          + "\(encodings.map(\.name).joined(separator: ", ")); "
          + "choose by --encoding \(encodings.map(\.rawValue).joined(separator: " or "))")
    case .damagedEncoding(let encoding, let offset):
      Message(
        vi: "không đúng mã \(encoding.name) (vị trí \(offset)), tệp bị cắt hoặc hỏng; "
          + "hãy xin lại tệp từ đơn vị gửi",
        en: "not \(encoding.name) (offset \(offset)), the file is cut short or damaged; "
          + "ask the unit to send it again")
    case .child(let failure): failure.message
    case .encrypted:
      Message(
        vi: "tệp PDF có mật khẩu; hãy bỏ mật khẩu rồi gửi lại",
        en: "the PDF is locked by a password; remove the password and send it again")
    case .cutOff:
      Message(
        vi: "tệp PDF bị cắt cụt (không có phần cuối), đọc sẽ mất nội dung; hãy xin lại tệp từ "
          + "đơn vị gửi",
        en: "the PDF is cut off (its end is missing), text would be lost; ask the unit to send it "
          + "again")
    case .tooManyPages(let limit):
      Message(
        vi: "tệp có hơn \(limit) trang; hãy tách thành từng báo cáo hoặc nâng --page-limit",
        en: "the file has more than \(limit) pages; split it into its reports or raise "
          + "--page-limit")
    case .noTextLayer(let pages):
      Message(
        vi:
          "\(pages) trang không có chữ nào, có lẽ là bản quét; hãy nạp lại với --ocr, hoặc gửi bản "
          + "PDF xuất từ Word hay bản Word",
        en: "\(pages) pages without any text, probably a scan; read it with --ocr, or send the PDF "
          + "that Word exports, or the Word file")
    case .malformedXML, .entitiesDeclared, .tooManyElements, .damagedArchive, .tooManyEntries,
      .pathOutside, .expandsTooFar, .locked, .noConverter, .unreadableTextLayer,
      .nothingRecognised, .missingPart, .otherKind,
      .unknownVocabulary, .invalidReport:
      markupMessage
    case .unsupported(let format):
      Message(
        vi: "chưa đọc được định dạng \(format.name); hãy lưu tệp thành văn bản UTF-8 (.txt)",
        en: "the format \(format.name) cannot be read yet; save the file as a UTF-8 text (.txt)")
    }
  }
}
