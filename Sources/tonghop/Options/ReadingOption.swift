import ArgumentParser
import Pipeline

/// How files are read.
struct ReadingOption: ParsableArguments {
  @Option(
    help: help(
      "Mã chữ của tệp văn bản (mặc định: tự nhận): \(ReadingOption.names).",
      "Encoding of text files (default: found out): \(ReadingOption.names).", valueName: "name"))
  var encoding: String?

  @Flag(
    help: help(
      "Nhận dạng chữ của trang quét (cần tesseract-ocr-vie).",
      "Recognise the text of scanned pages (needs tesseract-ocr-vie)."))
  var ocr = false

  private static var names: String { ReadingChoices.encodings.joined(separator: ", ") }

  func validate() throws {
    if let encoding, !ReadingChoices.encodings.contains(encoding) {
      throw ValidationError(
        said(
          "--encoding phải là một trong: \(ReadingOption.names).",
          "--encoding must be one of: \(ReadingOption.names)."))
    }
  }

  var choices: ReadingChoices { ReadingChoices(encoding: encoding, recognises: ocr) }
}
