package import Catalogue
package import DocumentModel

/// Finds every figure of a document, with its meaning.
package struct Extractor: Sendable {
  let catalogue: Catalogue
  /// True where each fact is to keep what its confidence was weighed from.
  package var keepsGrounds = false

  package init(catalogue: Catalogue) { self.catalogue = catalogue }

  /// Extracts the facts, the ledger, and what the text ties together.
  ///
  /// - Parameter document: a document whose blocks Normalising has found.
  /// - Returns: what was found, with positions in bytes of the document's text from 0.
  package func extract(_ document: Document) -> Extraction {
    let words = BlockTokens(document, catalogue)
    let catalogue = catalogue.knowing(DeclaredAbbreviations(document, words).forms)
    let header = HeaderReader(catalogue: catalogue, document: document, words: words)
    let read = header.read()
    var calendar = Calendar(period: read.period, asOf: read.asOf, date: read.date)
    calendar.nominal = read.nominal
    calendar.earlier = read.earlier
    calendar.termStart = header.termStart() ?? calendar.longSpan?.start
    if let term = calendar.termStart, let period = read.period, let start = period.start,
      start.year == term.year, period.end.year - start.year >= 2
    {
      // "nhiệm kỳ 2020 - 2025, số liệu từ 01/7/2020": the term begins where the report counts from
      calendar.termStart = start
    }
    calendar.named = NamedSpans(document, words, calendar: calendar)
    var run = ExtractionRun(
      catalogue: catalogue, document: document, words: words, header: read, calendar: calendar)
    run.keepsGrounds = keepsGrounds
    run.run()
    return run.finished()
  }
}
