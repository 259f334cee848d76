import Catalogue
package import DocumentModel
import Foundation

/// Tables of a department's own that replace the compiled-in ones, file by file.
enum CatalogueFolder {
  static func load(_ path: String?) throws(CatalogueFailure) -> Catalogue {
    do {
      return try Catalogue(replacing: try texts(in: path))
    } catch let error as TableError {
      let place = "\(error.file):\(error.line): "
      throw CatalogueFailure(
        message: Message(vi: place + error.message.vi, en: place + error.message.en))
    } catch {
      let name = path ?? ""
      throw CatalogueFailure(
        message: Message(
          vi: "\(name): không đọc được thư mục bảng danh mục; hãy kiểm tra --catalogue",
          en: "\(name): the folder of tables cannot be read; check --catalogue"))
    }
  }

  private static func texts(in path: String?) throws -> [String: String] {
    guard let path else { return [:] }
    var texts: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path)
    where name.hasSuffix(".tsv") {
      texts[name] = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }
    return texts
  }
}

/// A folder of tables that cannot be used.
package struct CatalogueFailure: Error, Sendable {
  package let message: Message
}
