import Catalogue
package import DocumentModel
import Foundation

/// The tables of a run: those compiled in, and a department's own that replace them file by file.
///
/// A reference, so that what holds it has one layout whatever tables there are: an incremental
/// build does not compile again what knows of Catalogue only through a room's private property.
final class LoadedCatalogue: Sendable {
  let tables: Catalogue
  /// What tables and sheets show.
  let indicators: IndicatorTable
  /// What reports say of themselves.
  let words: ReportWords
  private let texts: [String: String]

  /// Loads the tables.
  ///
  /// - Parameters:
  ///   - path: a folder of `.tsv` files, or nil.
  ///   - rules: files of further rules, in order.
  /// - Throws: `CatalogueFailure`.
  init(replacing path: String?, adding rules: [String] = []) throws(CatalogueFailure) {
    let additions = try LoadedCatalogue.additions(rules)
    do {
      texts = try LoadedCatalogue.texts(in: path)
      tables = try Catalogue(replacing: texts, adding: additions)
      indicators = try IndicatorTable(replacing: texts, catalogue: tables)
      words = try ReportWords(replacing: texts)
    } catch let error as TableError {
      throw LoadedCatalogue.failure(error)
    } catch {
      let name = path ?? ""
      throw CatalogueFailure(
        message: Message(
          vi: "\(name): không đọc được thư mục bảng danh mục; hãy kiểm tra --catalogue",
          en: "\(name): the folder of tables cannot be read; check --catalogue"))
    }
  }

  /// The country's units; large, and not needed by every command.
  ///
  /// - Throws: `CatalogueFailure`.
  func register() throws(CatalogueFailure) -> UnitRegister {
    do throws(TableError) {
      // The compiled-in one is read once for a run; one that a department changes, on each call.
      guard !texts.keys.contains(where: { $0.hasPrefix("unit") }) else {
        return try UnitRegister(replacing: texts)
      }
      return try UnitRegister.compiledIn.get()
    } catch {
      throw LoadedCatalogue.failure(error)
    }
  }

  private static func failure(_ error: TableError) -> CatalogueFailure {
    let place = "\(error.file):\(error.line): "
    return CatalogueFailure(
      message: Message(vi: place + error.message.vi, en: place + error.message.en))
  }

  private static func additions(_ paths: [String]) throws(CatalogueFailure) -> [NamedText] {
    var texts: [NamedText] = []
    for path in paths {
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw CatalogueFailure(
          message: Message(
            vi: "\(path): không đọc được tệp quy tắc; hãy kiểm tra --rules",
            en: "\(path): the file of rules cannot be read; check --rules"))
      }
      texts.append(NamedText(name: path, text: text))
    }
    return texts
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
