import Catalogue
import DocumentModel

/// A stretch of the document that may have given a figure an aspect.
struct Phrase {
  /// Byte range in the document.
  let range: Range<Int>
  /// Index of its block.
  let block: Int
  let kind: Block.Kind
  /// What the tables say that it means; empty for plain words and whole lines.
  let features: [Feature]
  let isTime: Bool
  let isEntity: Bool
  /// What stands behind a numeral's digits: "%", "nghìn".
  var isOfNumeral = false

  /// True for words that no table knows.
  var isPlain: Bool {
    features.isEmpty && !isTime && !isEntity && !isOfNumeral && kind != .letterhead
      && kind != .title
  }

  /// True where the words, by themselves, are about an aspect.
  func isAbout(_ aspect: String) -> Bool {
    switch aspect {
    // "đồng chí" and "người" count whatever an event or a parent says.
    case "concept":
      features.contains { $0.key == "event" || $0.key == "noun" && $0.value != "person" }
    case "period", "base": isTime
    case "entity": isEntity
    case "position": features.contains { $0.key == "post" }
    case "qualifier": features.contains { $0.key == "qualifier" || $0.key == "after" }
    default:
      features.contains { $0.key == aspect || $0.key.dropLast() == aspect }
    }
  }

  /// Where the phrase stands, seen from the figure.
  func level(of fact: Fact) -> String {
    switch kind {
    case .letterhead, .title: return "document"
    case .heading: return "heading"
    default: break
    }
    if block != fact.context.block { return kind == .footnote ? "footnote" : "parent" }
    if kind == .table { return "header" }
    return range.lowerBound >= fact.source.end ? "right" : "label"
  }
}
