import Catalogue
import DocumentModel

/// The words of a document's blocks, read once for all who look at them.
struct BlockTokens {
  private let byStart: [Int: [Token]]

  init(_ document: Document, _ catalogue: Catalogue) {
    var byStart: [Int: [Token]] = [:]
    for block in document.blocks {
      guard let first = block.segments.first else { continue }
      byStart[first.lowerBound] = catalogue.tokens(document.bytes, block.segments)
    }
    self.byStart = byStart
  }

  subscript(_ block: Block) -> [Token] {
    block.segments.first.flatMap { byStart[$0.lowerBound] } ?? []
  }
}
