package import Catalogue
package import DocumentModel

/// What `extract` shows to people: a line for each figure.
package struct ReadableFacts: Sendable {
  private let wording: Wording
  private let catalogue: Catalogue
  private let explains: Bool

  /// Makes the view; where it explains, each figure is followed by the phrases that gave it its
  /// meaning.
  package init(language: Language, catalogue: Catalogue, explains: Bool) {
    self.wording = Wording(language)
    self.catalogue = catalogue
    self.explains = explains
  }

  package func text(_ extraction: Extraction, of document: Document) -> String {
    let title = ReadableTitle(wording: wording).text(extraction.header, file: document.file)
    let closing = wording(
      "  \(wording.number(extraction.facts.count)) số liệu, giải thích được "
        + "\(wording.percent(tenThousandths: extraction.coverage)) của "
        + "\(wording.number(extraction.ledger.count)) con số\n",
      "  \(wording.number(extraction.facts.count)) facts; "
        + "\(wording.percent(tenThousandths: extraction.coverage)) of "
        + "\(wording.number(extraction.ledger.count)) numerals explained\n")
    return title + body(extraction) + closing
  }

  private func body(_ extraction: Extraction) -> String {
    guard explains else {
      var table = TextTable(
        header: nil, alignments: [.left, .right, .left, .left, .left], indent: "  ")
      for fact in extraction.facts {
        table.add(row(fact) + [place(fact, in: extraction.header)])
      }
      return table.text
    }
    return extraction.facts.map { fact in
      let line = (row(fact) + [place(fact, in: extraction.header)]).filter { !$0.isEmpty }
      return "  " + line.joined(separator: "  ") + "\n" + evidence(fact)
    }.joined()
  }

  private func row(_ fact: Fact) -> [String] {
    [
      wording("dòng \(fact.source.line)", "line \(fact.source.line)"),
      "“\(fact.source.text)”",
      wording.figure(fact),
      wording.meaning(fact, catalogue),
    ]
  }

  /// Period, and the entity where it isn't the reporting unit itself.
  private func place(_ fact: Fact, in header: ReportHeader) -> String {
    let period = wording.period(fact.period)
    return fact.entity.name == header.unit ? period : "\(period) · \(fact.entity.name)"
  }

  private func evidence(_ fact: Fact) -> String {
    let confidence = wording(
      "      độ tin cậy \(wording.number(ExactDecimal(Int64(fact.confidence), scale: 3)))\n",
      "      confidence \(wording.number(ExactDecimal(Int64(fact.confidence), scale: 3)))\n")
    return confidence
      + fact.evidence.map { evidence in
        let phrase = evidence.span.map {
          wording("“\($0.text)” dòng \($0.line)", "“\($0.text)” line \($0.line)")
        }
        let origin =
          phrase
          ?? wording("không cụm từ nào quyết định một mình", "no single phrase decides")
        return "      \(evidence.aspect) ← \(origin) [\(evidence.level)]\n"
      }.joined()
  }
}
