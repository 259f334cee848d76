package import Catalogue
package import DocumentModel

/// Finds a document's structure: letterhead, title, headings, paragraphs joined over broken lines,
/// list items, footnotes with their marks, tables, page furniture.
package struct Normaliser: Sendable {
  private let catalogue: Catalogue

  package init(catalogue: Catalogue) { self.catalogue = catalogue }

  /// Returns the document with its `blocks`; bytes and lines are never changed.
  package func normalise(_ document: Document) -> Document { document }
}
