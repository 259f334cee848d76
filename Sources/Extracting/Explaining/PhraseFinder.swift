import Catalogue
import DocumentModel

/// All phrases of a document that can be blanked: what the scanner knows, the words between, and the
/// lines above the text.
struct PhraseFinder {
  let catalogue: Catalogue
  let document: Document

  /// In reading order; a line of the letterhead or the title comes besides the phrases in it.
  var phrases: [Phrase] {
    var phrases: [Phrase] = []
    for (index, block) in document.blocks.enumerated() {
      switch block.kind {
      case .furniture, .closing: continue
      case .letterhead, .title:
        phrases += block.segments.map {
          Phrase(
            range: $0, block: index, kind: block.kind, features: [], isTime: false, isEntity: false)
        }
      default: break
      }
      if let table = block.table {
        for cell in table.rows.flatMap(\.cells) { phrases += found(index, block, cell.segments) }
        for caption in table.caption { phrases += found(index, block, [caption]) }
      } else {
        phrases += found(index, block, block.segments)
      }
    }
    return phrases
  }

  private func found(_ index: Int, _ block: Block, _ segments: [Range<Int>]) -> [Phrase] {
    let tokens = catalogue.tokens(document.bytes, segments)
    let items = Scanner(catalogue: catalogue, bytes: document.bytes, calendar: Calendar()).items(
      tokens)
    return items.compactMap { item in
      var range =
        tokens[item.tokens.lowerBound].range
        .lowerBound..<tokens[item.tokens.upperBound - 1].range.upperBound
      var features: [Feature] = []
      var isTime = false
      var isEntity = false
      var isOfNumeral = false
      switch item.kind {
      case .cue(let found): features = found
      case .time: isTime = true
      case .entity: isEntity = true
      case .word: break
      case .numeral(let numeral):
        // Behind the digits: "%", "nghìn".
        guard numeral.range.upperBound < range.upperBound else { return nil }
        range = numeral.range.upperBound..<range.upperBound
        isOfNumeral = true
      case .sign, .citation, .name, .numbering, .superscript: return nil
      }
      return Phrase(
        range: range, block: index, kind: block.kind, features: features, isTime: isTime,
        isEntity: isEntity, isOfNumeral: isOfNumeral)
    }
  }
}
