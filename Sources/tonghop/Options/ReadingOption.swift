import ArgumentParser
import Foundation
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

  /// What was chosen.
  ///
  /// - Parameters:
  ///   - jobs: how many files are read at once; nil for one a processor.
  ///   - inputs: how many there are; where they are fewer, pages of one file share the rest.
  /// - Returns: how files are read.
  func choices(jobs: Int?, inputs: Int) -> ReadingChoices {
    var choices = ReadingChoices(encoding: encoding, recognises: ocr)
    let all = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    choices.recognitionJobs = max(1, all / max(1, inputs))
    return choices
  }
}
