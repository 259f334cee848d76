import DocumentModel
import Foundation

/// Turns the paths of a command line into inputs: folders recursively, in sorted order.
package struct InputSearch: Sendable {
  package private(set) var inputs: [Input] = []
  /// How much debris of office programs was passed over.
  package private(set) var debris = 0
  /// Files that are no reports, passed over by name.
  package private(set) var noReports: [String] = []

  package init(paths: [String]) {
    for path in paths { add(path, ancestors: []) }
  }

  package var skipped: Int { debris + noReports.count }

  private mutating func add(_ path: String, ancestors: [String]) {
    guard path != "-" else {
      inputs.append(Input(label: "-", origin: .standardInput))
      return
    }
    let name = FileName(path: path)
    guard let type = InputSearch.type(of: path) else {
      guard !name.isDebris else { return debris += 1 }
      let isGarbled = path.unicodeScalars.contains("\u{FFFD}")
      inputs.append(unusable(path, isGarbled ? InputSearch.garbled : InputSearch.missing))
      return
    }
    if type == .typeDirectory {
      addFolder(path, ancestors: ancestors)
    } else if name.isDebris {
      debris += 1
    } else if type != .typeRegular && !ancestors.isEmpty {
      inputs.append(unusable(path, InputSearch.special))
    } else if name.isNoReport {
      noReports.append(path)
    } else if let obstacle = name.obstacle {
      inputs.append(Input(label: path, origin: .unusable(reason: obstacle, path: path)))
    } else {
      inputs.append(Input(label: path, origin: .file(path: path)))
    }
  }

  /// Adds a folder's files; a link back to a folder that is being read is not followed.
  private mutating func addFolder(_ path: String, ancestors: [String]) {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard !ancestors.contains(real) else { return }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
      let base = path.hasSuffix("/") ? path : path + "/"
      for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        add(base + name, ancestors: ancestors + [real])
      }
    } catch {
      inputs.append(unusable(path, InputSearch.closedFolder))
    }
  }

  /// The type of what a path leads to, links followed; nil where it leads nowhere.
  private static func type(of path: String) -> FileAttributeType? {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    if isFolder.boolValue { return .typeDirectory }
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? files.attributesOfItem(atPath: real)
    return attributes?[.type] as? FileAttributeType ?? .typeRegular
  }

  private func unusable(_ path: String, _ reason: Message) -> Input {
    Input(label: path, origin: .unusable(reason: reason, path: nil))
  }

  private static let missing = Message(
    vi: "không có tệp hay thư mục này; hãy kiểm tra lại đường dẫn và tên tệp",
    en: "no such file or folder; check the path and the file's name")
  private static let garbled = Message(
    vi: "tên tệp không phải UTF-8; hãy đổi tên tệp rồi nạp lại",
    en: "the file's name is not UTF-8; rename it and try again")
  private static let special = Message(
    vi: "không phải tệp thường; hãy chỉ để báo cáo trong thư mục",
    en: "not a regular file; keep only reports in the folder")
  private static let closedFolder = Message(
    vi: "không đọc được thư mục này; hãy kiểm tra quyền truy cập",
    en: "the folder cannot be read; check its access rights")
}
