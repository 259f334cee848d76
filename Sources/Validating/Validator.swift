package import Catalogue
package import DocumentModel

/// Checks the figures of one document against each other.
package struct Validator: Sendable {
  private let catalogue: Catalogue

  package init(catalogue: Catalogue) { self.catalogue = catalogue }

  /// Returns the flags of one document, in reading order.
  package func flags(for extraction: Extraction, file: String, sha256: String) -> [Flag] { [] }
}
