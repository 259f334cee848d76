import Catalogue
import Exporting

/// The rules that a run would check by.
package struct RuleListing: Sendable {
  private let rules: [Rule]

  /// Loads the rules.
  ///
  /// - Parameters:
  ///   - catalogue: a folder of tables that replace the compiled-in ones.
  ///   - additions: files of rules that come on top.
  /// - Throws: `CatalogueFailure` naming file and line of a mistake.
  package init(catalogue: String?, adding additions: [String]) throws(CatalogueFailure) {
    rules = try LoadedCatalogue(replacing: catalogue, adding: additions).tables.rules.rules
  }

  /// The bytes of the listing.
  package func bytes(_ format: View.Format) -> [UInt8] {
    switch format {
    case .readable(let language): return Array(ReadableRules(language: language).text(rules).utf8)
    case .ndjson, .sarif:
      var json = JSONBytes()
      for rule in rules {
        json.value(rule)
        json.endLine()
      }
      return json.bytes
    }
  }
}
