import DocumentModel
import Foundation
import Pipeline

/// What is said to people, on standard error.
enum Speaker {
  static func say(_ text: String) {
    FileHandle.standardError.write(Data("tonghop: \(text)\n".utf8))
  }

  static func complain(_ failure: InputFailure) {
    say("\(failure.file): \(failure.message.text(in: Speech.language))")
  }

  /// Names what was passed over, so that nothing is in silence.
  static func mention(skipped search: InputSearch) {
    guard !search.noReports.isEmpty else { return }
    let shown = search.noReports.prefix(3).joined(separator: ", ")
    let more = search.noReports.count > 3 ? ", …" : ""
    say(
      said(
        "bỏ qua \(search.noReports.count) tệp không phải báo cáo: \(shown)\(more)",
        "skipped \(search.noReports.count) files that are no reports: \(shown)\(more)"))
  }
}
