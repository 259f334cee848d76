package import DocumentModel

/// What `numerals` shows to people: every numeral and what it is.
package struct ReadableLedger: Sendable {
  private let wording: Wording

  package init(language: Language) { wording = Wording(language) }

  package func text(_ extraction: Extraction, of document: Document) -> String {
    var table = TextTable(header: nil, alignments: [.left, .right, .left, .left], indent: "  ")
    for entry in extraction.ledger {
      table.add([
        wording("dòng \(entry.source.line)", "line \(entry.source.line)"),
        "“\(entry.source.text)”",
        wording.ledgerClass(entry.kind),
        entry.noun ?? "",
      ])
    }
    let title = ReadableTitle(wording: wording).text(extraction.header, file: document.file)
    return title + table.text + summary(extraction)
  }

  private func summary(_ extraction: Extraction) -> String {
    let counts = LedgerEntry.Kind.allCases.compactMap { kind in
      let count = extraction.ledger.count { $0.kind == kind }
      return count == 0 ? nil : "\(wording.ledgerClass(kind)) \(wording.number(count))"
    }
    let total = wording(
      "\(wording.number(extraction.ledger.count)) con số",
      "\(wording.number(extraction.ledger.count)) numerals")
    let coverage = wording(
      "giải thích được \(wording.percent(tenThousandths: extraction.coverage))",
      "\(wording.percent(tenThousandths: extraction.coverage)) explained")
    return "  " + ([total, coverage] + counts).joined(separator: "; ") + "\n"
  }
}
