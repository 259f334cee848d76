import DocumentModel
import Foundation

/// A folder that files are written into, each whole or not at all.
struct OutputFolder {
  private let path: String

  init(_ path: String) throws {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw OutputFolder.failure(path)
    }
  }

  /// Writes one file beside its final name, then renames it.
  func write(_ name: String, _ body: (OutputFile) throws -> Void) throws -> String {
    let target = URL(fileURLWithPath: path).appendingPathComponent(name)
    let draft = target.appendingPathExtension("part")
    let files = FileManager.default
    guard files.createFile(atPath: draft.path, contents: nil),
      let handle = try? FileHandle(forWritingTo: draft)
    else { throw OutputFolder.failure(path) }
    do {
      let file = OutputFile(handle)
      try body(file)
      try file.finish()
      guard rename(draft.path, target.path) == 0 else { throw OutputFolder.failure(path) }
    } catch {
      try? handle.close()
      try? files.removeItem(at: draft)
      throw error is CocoaError ? OutputFolder.failure(path) : error
    }
    return path.hasSuffix("/") ? path + name : path + "/" + name
  }

  /// Has one file written by its path beside its final name, then renames it.
  func write(_ name: String, at body: (String) throws -> Void) throws -> String {
    let target = URL(fileURLWithPath: path).appendingPathComponent(name)
    let draft = target.appendingPathExtension("part")
    do {
      try body(draft.path)
      guard rename(draft.path, target.path) == 0 else { throw OutputFolder.failure(path) }
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw error is DatasetFailure ? error : OutputFolder.failure(path)
    }
    return path.hasSuffix("/") ? path + name : path + "/" + name
  }

  private static func failure(_ path: String) -> DatasetFailure {
    DatasetFailure(
      kind: .cannotCreate,
      message: Message(
        vi: "\(path): không ghi được vào thư mục này; hãy kiểm tra quyền ghi và chỗ trống",
        en: "\(path): this folder cannot be written to; check its access rights and the space"))
  }
}

/// A file being written, through a buffer.
final class OutputFile {
  private let handle: FileHandle
  private var buffer: [UInt8] = []

  init(_ handle: FileHandle) { self.handle = handle }

  func write(_ bytes: [UInt8]) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 20 { try flush() }
  }

  func finish() throws {
    try flush()
    try handle.close()
  }

  private func flush() throws {
    try handle.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
