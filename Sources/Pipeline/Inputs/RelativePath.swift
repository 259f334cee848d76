import Foundation

/// Paths as a dataset keeps them: relative to its root, so that both can be moved together.
struct RelativePath {
  private let root: [Substring]

  init(root: String) {
    self.root = RelativePath.components(of: root)
  }

  func callAsFunction(_ path: String) -> String {
    let target = RelativePath.components(of: path)
    let shared = zip(root, target).prefix { Array($0.utf8) == Array($1.utf8) }.count
    let up = Array(repeating: Substring(".."), count: root.count - shared)
    let relative = (up + target[shared...]).joined(separator: "/")
    return relative.isEmpty ? "." : relative
  }

  /// The absolute path without `.`, `..` and doubled slashes; links are left as they are.
  private static func components(of path: String) -> [Substring] {
    let absolute =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var components: [Substring] = []
    for component in absolute.split(separator: "/") {
      switch component {
      case ".": continue
      case "..": _ = components.popLast()
      default: components.append(component)
      }
    }
    return components
  }
}
