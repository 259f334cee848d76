import Foundation

/// A folder for one child process: its input, its output, its home.
///
/// Gone with the value.
final class ScratchFolder: Sendable {
  /// Absolute.
  let path: String

  init() throws(ChildFailure) {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("tonghop-" + UUID().uuidString)
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .noScratch
    }
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The names of its files.
  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file; returns its absolute path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws(ChildFailure) -> String {
    guard FileManager.default.createFile(atPath: file(name), contents: Data(bytes)) else {
      throw .noScratch
    }
    return file(name)
  }

  /// The bytes of a file, none where there is no such file; at most `limit` of them.
  func bytes(of name: String, limit: Int = .max) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: file(name)) else { return [] }
    defer { try? handle.close() }
    let data = limit == .max ? try? handle.readToEnd() : try? handle.read(upToCount: limit)
    return Array(data ?? Data())
  }
}
