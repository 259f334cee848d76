/// Where a dataset lies, and what its paths are relative to.
package struct DatasetLocation: Sendable {
  package let path: String
  /// Seconds to wait for another writer.
  package let wait: Double
  let root: String

  /// Names a dataset.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - root: what its paths are relative to; nil for its own folder.
  ///   - wait: seconds to wait for another writer.
  package init(path: String, root: String? = nil, wait: Double = 30) {
    self.path = path
    self.wait = wait
    self.root = root ?? DatasetLocation.folder(of: path)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
