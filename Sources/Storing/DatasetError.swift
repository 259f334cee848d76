package import DocumentModel
import GRDB

/// Why a dataset could not be used.
package enum DatasetError: Error, Sendable, Hashable {
  /// Another program was still writing when the waiting time was over.
  case busy(path: String)
  case missing(path: String)
  /// The file is something else.
  case foreign(path: String)
  /// A newer version of the program has changed the layout.
  case newer(path: String)
  /// On a network share, where two writers would damage the file.
  case onNetworkShare(path: String, kind: String)
  case cannotOpen(path: String, reason: String)
  /// The schema refuses the values: a fault of the program, not of the disk.
  case rejected(path: String, reason: String)
  /// Disk full, input/output error.
  case failed(path: String, reason: String)

  init(_ error: any Error, path: String) {
    if let error = error as? DatasetError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: "\(error)")
      return
    }
    let reason = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_NOTADB: self = .foreign(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
      self = .cannotOpen(path: path, reason: reason)
    case .SQLITE_CONSTRAINT: self = .rejected(path: path, reason: reason)
    default: self = .failed(path: path, reason: reason)
    }
  }

  package var message: Message {
    switch self {
    case .busy(let path):
      return Message(
        vi: "\(path): tệp dữ liệu đang được chương trình khác ghi; hãy thử lại sau, "
          + "hoặc tăng --wait.",
        en: "\(path): the dataset is being written by another program; try again later, "
          + "or raise --wait.")
    case .missing(let path):
      return Message(
        vi: "\(path): không có tệp dữ liệu này; hãy tạo bằng `tonghop ingest … --dataset`",
        en: "\(path): no such dataset; make it with `tonghop ingest … --dataset`")
    case .foreign(let path):
      return Message(
        vi: "\(path): không phải tệp dữ liệu của tonghop; hãy kiểm tra lại --dataset",
        en: "\(path): not a dataset of tonghop; check --dataset")
    case .newer(let path):
      return Message(
        vi: "\(path): tệp do phiên bản tonghop mới hơn tạo ra; hãy cập nhật chương trình",
        en: "\(path): made by a newer version of tonghop; update the program")
    case .onNetworkShare(let path, let kind):
      return Message(
        vi:
          "\(path): nằm trên ổ mạng (\(kind)), nơi tệp dữ liệu có thể bị hỏng; hãy để tệp dữ liệu "
          + "trên ổ đĩa của máy này, báo cáo thì để đâu cũng được",
        en:
          "\(path): lies on a network share (\(kind)), where a dataset could be damaged; keep the "
          + "dataset on a disk of this machine; the reports may lie anywhere")
    case .cannotOpen(let path, let reason):
      return Message(
        vi: "\(path): không mở được tệp dữ liệu (\(reason)); hãy kiểm tra thư mục và quyền ghi",
        en: "\(path): the dataset cannot be opened (\(reason)); check the folder and the rights")
    case .rejected(let path, let reason):
      return Message(
        vi: "\(path): tệp dữ liệu từ chối giá trị (\(reason)). Đây là lỗi của chương trình.",
        en: "\(path): the dataset refuses a value (\(reason)). This is a fault of the program.")
    case .failed(let path, let reason):
      return Message(
        vi: "\(path): không ghi được tệp dữ liệu (\(reason)); hãy kiểm tra chỗ trống trên đĩa",
        en: "\(path): the dataset cannot be written (\(reason)); check the space on the disk")
    }
  }
}
