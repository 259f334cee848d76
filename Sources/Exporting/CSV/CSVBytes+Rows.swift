package import Catalogue
package import DocumentModel

/// The tables of a dataset as CSV: the contract's fields, flattened, with Vietnamese labels beside
/// the codes.
extension CSVBytes {
  package static let factColumns = [
    "id", "submission", "file", "entity", "entity_code", "period_instant", "period_start",
    "period_end", "concept", "concept_label", "dimensions", "dimensions_label", "value", "upper",
    "unit", "decimals", "qualifier", "nature", "statistic", "per", "of", "base", "source_page",
    "source_line", "source_start", "source_end", "source_text", "confidence",
  ]

  package mutating func row(_ fact: Fact, submission: String, catalogue: Catalogue) {
    code(fact.id)
    code(submission)
    text(fact.file)
    text(fact.entity.name)
    text(fact.entity.code)
    period(fact.period)
    meaning(fact.concept, fact.dimensions, catalogue)
    number(fact.value)
    number(fact.upper)
    code(fact.unit)
    number(fact.decimals)
    code(fact.qualifier.rawValue)
    code(fact.nature.rawValue)
    code(fact.statistic.rawValue)
    text(fact.per)
    text(fact.of.map(CSVBytes.whole))
    code(fact.base.map(CSVBytes.span))
    number(fact.source.page)
    number(fact.source.line)
    number(fact.source.start)
    number(fact.source.end)
    text(fact.source.text)
    number(ExactDecimal(Int64(fact.confidence), scale: 3))
    endRow()
  }

  package static let flagColumns = [
    "id", "submission", "file", "rule", "severity", "lines", "texts", "observed", "expected",
    "difference", "message_vi", "message_en", "suggestion", "cause", "facts",
  ]

  package mutating func row(_ flag: Flag, submission: String) {
    code(flag.id)
    code(submission)
    text(flag.file)
    code(flag.rule)
    code(flag.severity.rawValue)
    code(flag.sources.map { String($0.line) }.joined(separator: "; "))
    text(flag.sources.map(\.text).joined(separator: "; "))
    number(flag.observed)
    number(flag.expected)
    number(flag.difference)
    text(flag.message.vi)
    text(flag.message.en)
    text(flag.suggestion?.reason.vi)
    code(flag.cause)
    code(flag.facts.joined(separator: "; "))
    endRow()
  }

  package static let cellColumns = [
    "entity", "entity_code", "period_instant", "period_start", "period_end", "concept",
    "concept_label", "dimensions", "dimensions_label", "unit", "nature", "statistic", "per", "of",
    "base", "value", "upper", "qualifier", "status", "agreement", "derived", "reported", "expected",
    "sources",
  ]

  package mutating func row(_ cell: ConsolidatedCell, catalogue: Catalogue) {
    text(cell.entity.name)
    text(cell.entity.code)
    period(cell.period)
    meaning(cell.concept, cell.dimensions, catalogue)
    code(cell.unit)
    code(cell.nature.rawValue)
    code(cell.statistic.rawValue)
    text(cell.per)
    text(cell.of.map(CSVBytes.whole))
    code(cell.base.map(CSVBytes.span))
    number(cell.value)
    number(cell.upper)
    code(cell.qualifier.rawValue)
    code(cell.status.rawValue)
    code(cell.agreement.rawValue)
    code(cell.isDerived ? "true" : "false")
    number(cell.coverage?.reported)
    number(cell.coverage?.expected)
    code(cell.sources.joined(separator: "; "))
    endRow()
  }

  package static let submissionColumns = [
    "id", "file", "sha256", "entity", "unit", "parent", "recipient", "topic", "period_instant",
    "period_start", "period_end",
    "kind",
    "number", "date", "outcome", "reason_vi", "reason_en", "supersedes", "duplicate_of",
    "numerals", "facts", "flags", "coverage",
  ]

  package mutating func row(_ submission: Submission) {
    code(submission.id)
    text(submission.file)
    code(submission.sha256)
    text(submission.entity)
    text(submission.unit)
    text(submission.parent)
    text(submission.recipient)
    code(submission.topic)
    period(submission.period)
    text(submission.kind)
    text(submission.number)
    code(submission.date?.description)
    code(submission.outcome.rawValue)
    text(submission.reason?.vi)
    text(submission.reason?.en)
    code(submission.supersedes)
    code(submission.duplicateOf)
    number(submission.numerals)
    number(submission.facts)
    number(submission.flags)
    number(ExactDecimal(Int64(submission.coverage), scale: 4))
    endRow()
  }
}
