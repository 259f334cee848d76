import DocumentModel
import Foundation

/// Reads whole files, with a failure that says what to do.
enum FileBytes {
  /// No report is longer; a device that never ends stops here.
  static let limit = 256 << 20

  static func read(_ input: Input) throws(InputFailure) -> [UInt8] {
    switch input.origin {
    case .unusable(let reason, _): throw InputFailure(file: input.label, message: reason)
    case .standardInput: return try read(.standardInput, label: input.label)
    case .file(let path):
      let handle: FileHandle
      do {
        handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      } catch {
        throw InputFailure(file: input.label, message: closed)
      }
      defer { try? handle.close() }
      return try read(handle, label: input.label)
    }
  }

  private static func read(_ handle: FileHandle, label: String) throws(InputFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
        bytes.append(contentsOf: chunk)
        if bytes.count > limit { break }
      }
    } catch {
      throw InputFailure(file: label, message: closed)
    }
    guard bytes.count <= limit else {
      throw InputFailure(
        file: label,
        message: Message(
          vi: "lớn hơn \(limit >> 20) MB; hãy tách tệp thành từng báo cáo",
          en: "larger than \(limit >> 20) MB; split it into its reports"))
    }
    return bytes
  }

  private static let closed = Message(
    vi: "không mở được tệp; hãy kiểm tra quyền đọc và tên tệp",
    en: "the file cannot be opened; check its access rights and its name")
}
