package import Catalogue
package import DocumentModel

/// Finds a document's structure: letterhead, title, headings, paragraphs joined over broken lines,
/// list items, footnotes with their marks, tables, page furniture.
package struct Normaliser: Sendable {
  private let words: Words

  package init(catalogue: Catalogue) { words = Words(catalogue.structure) }

  /// Returns the document with its `blocks`; bytes and lines are never changed.
  ///
  /// Each finder gives roles to rows; the order matters: page furniture first, since it stands
  /// between all else, tables before notes, since a row "1  Chi bộ …" looks like a note.
  package func normalise(_ document: Document) -> Document {
    var draft = Draft(document: document, words: words)
    GivenStructure.find(in: &draft)
    FurnitureFinder.find(in: &draft)
    FrontFinder.find(in: &draft)
    TableFinder.nameGiven(in: &draft)
    TableFinder.find(in: &draft)
    NoteFinder.find(in: &draft)
    draft.wrapColumn = Layout.wrapColumn(draft)
    draft.longest = Layout.longest(draft)
    draft.rightEdge = Layout.rightEdge(draft)
    RepetitionFinder.find(in: &draft)
    var result = document
    result.blocks = BodyBuilder.blocks(of: draft)
    result.losses = LossFinder.losses(in: result.blocks, of: draft)
    return result
  }
}
