import Catalogue
import DocumentModel
import Reading

/// Puts the figures that a document states in codes in place of what Extracting made of its words.
struct StatedFacts: Sendable {
  let catalogue: Catalogue

  /// - Throws: `InputFailure` for a code that the catalogue doesn't have, with line and element.
  func applied(
    to extraction: Extraction, of document: Document
  ) throws(InputFailure) -> Extraction {
    guard let stated = document.stated else { return extraction }
    for figure in stated.figures { try check(figure, document) }
    var facts: [(fact: Fact, old: Int?)] = []
    var taken: Set<Int> = []
    for figure in stated.figures {
      let old = extraction.facts.firstIndex { $0.source.start == figure.range.lowerBound }
      facts.append((fact(figure, stated, document), old))
      for (index, fact) in extraction.facts.enumerated()
      where figure.range.contains(fact.source.start) {
        taken.insert(index)
      }
    }
    for (index, fact) in extraction.facts.enumerated() where !taken.contains(index) {
      var fact = fact
      if fact.entity.name == extraction.header.unit, let unit = stated.header.unit {
        fact.entity = Entity(name: unit)
      }
      facts.append((fact, index))
    }
    facts.sort { ($0.fact.source.start, $0.fact.id) < ($1.fact.source.start, $1.fact.id) }
    var result = extraction
    result.header = stated.header
    result.facts = facts.map(\.fact)
    // Ties that the words state hold between figures in words only.
    result.links = []
    let starts = Dictionary(
      stated.figures.map { ($0.range.lowerBound, fact($0, stated, document).id) },
      uniquingKeysWith: { first, _ in first })
    for index in result.ledger.indices {
      guard let id = starts[result.ledger[index].source.start] else { continue }
      result.ledger[index].kind = .fact
      result.ledger[index].facts = [id]
      result.ledger[index].noun = nil
    }
    return result
  }

  private func check(_ figure: StatedFigure, _ document: Document) throws(InputFailure) {
    guard catalogue.concepts[figure.concept] != nil else {
      throw failure(figure, document, "concept", figure.concept)
    }
    for (code, member) in figure.dimensions.sorted(by: { $0.key < $1.key }) {
      guard catalogue.dimensions[code] != nil else {
        throw failure(figure, document, "dimension", code)
      }
      guard catalogue.allows(code, on: figure.concept) else {
        throw failure(figure, document, "dimension", "\(code)=\(member)")
      }
    }
  }

  private func failure(
    _ figure: StatedFigure, _ document: Document, _ what: String, _ code: String
  ) -> InputFailure {
    InputFailure(
      file: document.file,
      message: Message(
        vi: "dòng \(figure.line), phần tử <\(figure.element)>: danh mục không có \(what) “\(code)” "
          + "ở đây; hãy sửa mã theo corpus/contract",
        en: "line \(figure.line), element <\(figure.element)>: the catalogue has no \(what) "
          + "\"\(code)\" here; correct the code by corpus/contract"))
  }

  private func fact(
    _ figure: StatedFigure, _ stated: StatedReport, _ document: Document
  ) -> Fact {
    let source = document.span(figure.range)
    let isStock = catalogue.concepts[figure.concept]?.isStock ?? false
    let own = isStock ? stated.header.asOf.map { Period.instant($0) } : stated.header.period
    let key = "\(document.sha256) \(figure.range.lowerBound) \(figure.concept) \(figure.unit)"
    return Fact(
      id: "f" + ContentHash.sha256(of: Array(key.utf8)).prefix(16), file: document.file,
      concept: figure.concept, value: figure.value, unit: figure.unit, decimals: figure.decimals,
      qualifier: figure.qualifier, nature: figure.nature, statistic: figure.statistic,
      entity: Entity(name: figure.entity ?? stated.header.unit ?? ""),
      period: figure.period ?? own, dimensions: figure.dimensions, source: source)
  }
}
