import DocumentModel

/// Why a child process gave no result.
enum ChildFailure: Error, Sendable, Hashable {
  case notInstalled(program: String)
  case tooSlow(program: String, seconds: Int)
  case tooMuchOutput(program: String, bytes: Int)
  /// It ended with this code (128 and the number where a signal ended it), having said this.
  case failed(program: String, code: Int, saying: String)
  /// The temporary folder could not be written.
  case noScratch

  var message: Message {
    switch self {
    case .notInstalled(let program):
      Message(
        vi: "máy chưa cài \(program) để đọc định dạng này; hãy chạy scripts/setup",
        en: "\(program), which reads this format, is not installed; run scripts/setup")
    case .tooSlow(let program, let seconds):
      Message(
        vi: "\(program) chưa đọc xong sau \(seconds) giây nên bị dừng; hãy lưu lại tệp bằng "
          + "chương trình khác hoặc nâng --time-limit",
        en: "\(program) was stopped after \(seconds) seconds; save the file anew with another "
          + "program, or raise --time-limit")
    case .tooMuchOutput(let program, let bytes):
      Message(
        vi: "\(program) cho ra hơn \(bytes >> 20) MB, không báo cáo nào dài như vậy; hãy tách tệp",
        en: "\(program) gave more than \(bytes >> 20) MB, which no report has; split the file")
    case .failed(let program, let code, let saying):
      Message(
        vi: "\(program) không đọc được tệp (mã \(code)\(saying.isEmpty ? "" : ": " + saying)); "
          + "hãy mở tệp xem có hỏng không và xin lại từ đơn vị gửi",
        en: "\(program) cannot read the file (code \(code)\(saying.isEmpty ? "" : ": " + saying)); "
          + "open it to see whether it is damaged, and ask the unit to send it again")
    case .noScratch:
      Message(
        vi: "không ghi được thư mục tạm; hãy kiểm tra ổ đĩa còn chỗ trống và quyền ghi",
        en: "the temporary folder cannot be written; check free space and access rights")
    }
  }
}
