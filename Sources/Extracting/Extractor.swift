package import Catalogue
package import DocumentModel

/// Finds every figure of a document, with its meaning.
package struct Extractor: Sendable {
  private let catalogue: Catalogue

  package init(catalogue: Catalogue) { self.catalogue = catalogue }

  package func extract(_ document: Document) -> Extraction { Extraction() }
}
