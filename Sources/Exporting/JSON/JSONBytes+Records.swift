package import DocumentModel

/// The remaining records of the contract: ledger entry, submission, consolidated cell.
extension JSONBytes {
  package mutating func value(_ entry: LedgerEntry, file: String) {
    object { json in
      json.name("file")
      json.string(file)
      json.name("class")
      json.string(entry.kind.rawValue)
      json.name("source")
      json.value(entry.source)
      if entry.kind == .fact {
        json.name("facts")
        json.strings(entry.facts)
      }
      if let noun = entry.noun {
        json.name("noun")
        json.string(noun)
      }
    }
  }

  /// Writes one record of `submissions.ndjson`; a run that reports what it did says what is new.
  package mutating func value(_ submission: Submission, isNew: Bool? = nil) {
    object { json in
      json.name("id")
      json.string(submission.id)
      json.name("file")
      json.string(submission.file)
      json.name("sha256")
      json.string(submission.sha256)
      json.name("entity")
      json.optional(submission.entity)
      json.name("unit")
      json.optional(submission.unit)
      json.name("parent")
      json.optional(submission.parent)
      json.name("recipient")
      json.optional(submission.recipient)
      json.name("topic")
      json.optional(submission.topic)
      json.name("period")
      json.value(submission.period)
      json.name("kind")
      json.optional(submission.kind)
      json.name("number")
      json.optional(submission.number)
      json.name("date")
      json.optional(submission.date?.description)
      json.name("outcome")
      json.string(submission.outcome.rawValue)
      json.name("reason")
      if let reason = submission.reason { json.value(reason) } else { json.null() }
      if let supersedes = submission.supersedes {
        json.name("supersedes")
        json.string(supersedes)
      }
      if let original = submission.duplicateOf {
        json.name("duplicate_of")
        json.string(original)
      }
      json.name("numerals")
      json.number(submission.numerals)
      json.name("facts")
      json.number(submission.facts)
      json.name("flags")
      json.number(submission.flags)
      json.name("coverage")
      json.share(tenThousandths: submission.coverage)
      if let isNew {
        json.name("new")
        json.bool(isNew)
      }
    }
  }

  package mutating func value(_ cell: ConsolidatedCell) {
    object { json in
      json.name("entity")
      if cell.isDerived { json.derived(cell.entity) } else { json.value(cell.entity) }
      json.name("period")
      json.value(cell.period)
      json.name("concept")
      json.string(cell.concept)
      json.name("unit")
      json.string(cell.unit)
      json.name("nature")
      json.string(cell.nature.rawValue)
      json.name("statistic")
      json.string(cell.statistic.rawValue)
      json.name("dimensions")
      json.strings(cell.dimensions)
      if let per = cell.per {
        json.name("per")
        json.string(per)
      }
      if let whole = cell.of {
        json.name("of")
        json.value(whole)
      }
      if let base = cell.base {
        json.name("base")
        json.base(base)
      }
      json.name("value")
      if let value = cell.value { json.number(value) } else { json.null() }
      if let upper = cell.upper {
        json.name("upper")
        json.number(upper)
      }
      if cell.qualifier != .exact {
        json.name("qualifier")
        json.string(cell.qualifier.rawValue)
      }
      json.name("status")
      json.string(cell.status.rawValue)
      json.name("agreement")
      json.string(cell.agreement.rawValue)
      if let coverage = cell.coverage {
        json.name("coverage")
        json.object { json in
          json.name("reported")
          json.number(coverage.reported)
          json.name("expected")
          json.number(coverage.expected)
        }
      }
      json.name("sources")
      json.strings(cell.sources)
    }
  }

  /// Writes one block of a document as read.
  package mutating func value(_ block: Block, of document: Document) {
    object { json in
      json.name("file")
      json.string(document.file)
      json.name("region")
      json.string(block.kind.rawValue)
      json.name("level")
      json.number(block.level)
      if let marker = block.marker {
        json.name("marker")
        json.string(document.text(marker))
      }
      if let note = block.footnote {
        json.name("mark")
        json.string(note.mark)
      }
      if block.isRepeated {
        json.name("repeated")
        json.bool(true)
      }
      json.name("segments")
      json.array { json in
        for segment in block.segments where !segment.isEmpty {
          json.value(document.span(segment))
        }
      }
      if let table = block.table {
        json.name("table")
        json.value(table, of: document)
      }
    }
  }

  package mutating func value(_ loss: Document.Loss, of document: Document) {
    object { json in
      json.name("file")
      json.string(document.file)
      json.name("region")
      json.string("loss")
      json.name("line")
      json.number(document.lineNumber(at: loss.place))
      json.name("message")
      json.value(loss.message)
    }
  }

  private mutating func value(_ table: Table, of document: Document) {
    object { json in
      json.name("header_rows")
      json.number(table.headerRows)
      json.name("rows")
      json.array { json in
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
