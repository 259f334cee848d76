package import DocumentModel

/// The remaining records of the contract: ledger entry, submission, consolidated cell.
extension JSONBytes {
  package mutating func value(_ entry: LedgerEntry, file: String) {
    object { json in
      json.member("file", file)
      json.member("class", entry.kind.rawValue)
      json.member("source") { $0.value(entry.source) }
      if entry.kind == .fact { json.member("facts", entry.facts) }
      json.member("noun", ifAny: entry.noun)
    }
  }

  /// Writes one record of `submissions.ndjson`; a run that reports what it did says what is new.
  package mutating func value(_ submission: Submission, isNew: Bool? = nil) {
    object { json in
      json.member("id", submission.id)
      json.member("file", submission.file)
      json.member("sha256", submission.sha256)
      json.member("entity", orNull: submission.entity)
      json.member("unit", orNull: submission.unit)
      json.member("parent", orNull: submission.parent)
      json.member("recipient", orNull: submission.recipient)
      json.member("topic", orNull: submission.topic)
      json.member("period") { $0.value(submission.period) }
      json.member("kind", orNull: submission.kind)
      json.member("number", orNull: submission.number)
      json.member("date", orNull: submission.date?.description)
      json.member("outcome", submission.outcome.rawValue)
      json.name("reason")
      if let reason = submission.reason { json.value(reason) } else { json.null() }
      json.member("supersedes", ifAny: submission.supersedes)
      json.member("duplicate_of", ifAny: submission.duplicateOf)
      json.member("numerals", submission.numerals)
      json.member("facts", submission.facts)
      json.member("flags", submission.flags)
      json.member("coverage") { $0.share(tenThousandths: submission.coverage) }
      if let isNew { json.member("new", isNew) }
    }
  }

  package mutating func value(_ cell: ConsolidatedCell) {
    object { json in
      json.member("entity") { $0.value(cell.entity, isDerived: cell.isDerived) }
      json.member("period") { $0.value(cell.period) }
      json.member("concept", cell.concept)
      json.member("unit", cell.unit)
      json.member("nature", cell.nature.rawValue)
      json.member("statistic", cell.statistic.rawValue)
      json.member("dimensions", cell.dimensions)
      json.member("per", ifAny: cell.per)
      if let whole = cell.of { json.member("of") { $0.value(whole) } }
      if let base = cell.base { json.member("base") { $0.base(base) } }
      json.member("value", orNull: cell.value)
      json.member("upper", ifAny: cell.upper)
      if cell.qualifier != .exact {
        json.member("qualifier", cell.qualifier.rawValue)
      }
      json.member("status", cell.status.rawValue)
      json.member("agreement", cell.agreement.rawValue)
      if let coverage = cell.coverage {
        json.object("coverage") { json in
          json.member("reported", coverage.reported)
          json.member("expected", coverage.expected)
        }
      }
      json.member("sources", cell.sources)
    }
  }

  /// Writes one block of a document as read.
  package mutating func value(_ block: Block, of document: Document) {
    object { json in
      json.member("file", document.file)
      json.member("region", block.kind.rawValue)
      json.member("level", block.level)
      if let marker = block.marker {
        json.member("marker", document.text(marker))
      }
      if let note = block.footnote {
        json.member("mark", note.mark)
      }
      if block.isRepeated {
        json.member("repeated", true)
      }
      json.array("segments") { json in
        for segment in block.segments where !segment.isEmpty {
          json.value(document.span(segment))
        }
      }
      if let table = block.table {
        json.member("table") { $0.value(table, of: document) }
      }
    }
  }

  package mutating func value(_ loss: Document.Loss, of document: Document) {
    object { json in
      json.member("file", document.file)
      json.member("region", "loss")
      json.member("line", document.lineNumber(at: loss.place))
      json.member("message") { $0.value(loss.message) }
    }
  }

  private mutating func value(_ table: Table, of document: Document) {
    object { json in
      json.member("header_rows", table.headerRows)
      json.array("rows") { json in
        for row in table.rows {
          json.array { json in
            for cell in row.cells {
              json.string(document.text(joining: cell.segments))
            }
          }
        }
      }
    }
  }
}
