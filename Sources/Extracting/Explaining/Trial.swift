import Catalogue
import DocumentModel

/// Blanks one phrase after another and keeps, for each aspect of each fact, the best of those that
/// decide it.
struct Trial {
  private let extractor: Extractor
  private let document: Document
  private let extraction: Extraction
  private let keys: [FactKey]
  private var best: [[String: (rank: Rank, phrase: Phrase)]]

  init(catalogue: Catalogue, document: Document) {
    extractor = Extractor(catalogue: catalogue)
    self.document = document
    var first = extractor
    first.keepsGrounds = true
    extraction = first.extract(document)
    keys = Trial.keys(extraction.facts)
    best = Array(repeating: [:], count: keys.count)
  }

  mutating func blank(_ phrase: Phrase) {
    guard !keys.isEmpty else { return }
    let other = extractor.extract(Explainer.blanked(phrase.range, in: document))
    var now: [FactKey: Fact] = [:]
    for (key, fact) in zip(Trial.keys(other.facts), other.facts) { now[key] = fact }
    for (index, fact) in extraction.facts.enumerated() {
      let range = fact.source.start..<fact.source.end
      guard !phrase.range.overlaps(range) else { continue }
      for aspect in Aspect.changed(of: fact, to: now[keys[index]]) {
        // "%" and "nghìn" belong to the numeral and say nothing of what it counts.
        let isOwnTail = phrase.isOfNumeral && phrase.range.lowerBound == range.upperBound
        guard !isOwnTail || aspect.isOptional else { continue }
        // Where the figure is gone altogether, that tells of what it counts, and of what the phrase
        // itself is about.
        guard now[keys[index]] != nil || aspect.name == "concept" || phrase.isAbout(aspect.name)
        else { continue }
        let rank = Rank(phrase, for: aspect, of: fact, remains: now[keys[index]] != nil)
        if let held = best[index][aspect.name], held.rank <= rank { continue }
        best[index][aspect.name] = (rank, phrase)
      }
    }
  }

  /// Blanks phrases together and, where that changes something, each half of them in turn.
  ///
  /// Finds every phrase that decides something unless another cancels what it does.
  mutating func blank(anyOf phrases: ArraySlice<Phrase>) {
    guard phrases.count > 1 else {
      if let phrase = phrases.first { blank(phrase) }
      return
    }
    let other = extractor.extract(Explainer.blanked(phrases.map(\.range), in: document))
    let now = Dictionary(
      zip(Trial.keys(other.facts), other.facts), uniquingKeysWith: { first, _ in first })
    let isSame = zip(keys, extraction.facts).allSatisfy { key, fact in
      Aspect.changed(of: fact, to: now[key]).isEmpty
    }
    if isSame { return }
    let middle = phrases.startIndex + phrases.count / 2
    blank(anyOf: phrases[..<middle])
    blank(anyOf: phrases[middle...])
  }

  /// Blocks with a fact of which some aspect is not explained yet.
  var openBlocks: Set<Int> {
    var blocks: Set<Int> = []
    for (index, fact) in extraction.facts.enumerated()
    where Aspect.stated(by: fact).contains(where: {
      !$0.isOptional && best[index][$0.name] == nil
    }) {
      blocks.insert(fact.context.block)
    }
    return blocks
  }

  /// The extraction with what was found.
  var explained: Extraction {
    var extraction = extraction
    for (index, fact) in extraction.facts.enumerated() {
      extraction.facts[index].evidence = Aspect.stated(by: fact).compactMap { aspect in
        guard let (_, phrase) = best[index][aspect.name] else {
          return aspect.isOptional
            ? nil : Evidence(aspect: aspect.name, span: nil, level: "several")
        }
        return Evidence(
          aspect: aspect.name, span: document.span(phrase.range), level: phrase.level(of: fact))
      }
    }
    return extraction
  }

  /// Tells the facts of two extractions of one text apart: the place, and which of the facts there.
  private struct FactKey: Hashable {
    let start: Int
    let ordinal: Int
  }

  private static func keys(_ facts: [Fact]) -> [FactKey] {
    var seen: [Int: Int] = [:]
    return facts.map { fact in
      let ordinal = seen[fact.source.start, default: 0]
      seen[fact.source.start] = ordinal + 1
      return FactKey(start: fact.source.start, ordinal: ordinal)
    }
  }
}

/// Which of two phrases that both decide an aspect is named: first one whose words are about the
/// aspect, then one without which the figure still is one, then the nearer one.
private struct Rank: Comparable {
  private let order: [Int]

  init(_ phrase: Phrase, for aspect: Aspect, of fact: Fact, remains: Bool) {
    let distance =
      phrase.range.lowerBound >= fact.source.end
      ? phrase.range.lowerBound - fact.source.end : fact.source.start - phrase.range.upperBound
    order = [phrase.isAbout(aspect.name) ? 0 : 1, remains ? 0 : 1, max(0, distance)]
  }

  static func < (left: Rank, right: Rank) -> Bool {
    left.order.lexicographicallyPrecedes(right.order)
  }
}
