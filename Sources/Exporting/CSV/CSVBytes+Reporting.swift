package import DocumentModel

extension CSVBytes {
  package static let missingColumns = [
    "entity", "entity_code", "parent", "period_instant", "period_start", "period_end", "state",
  ]

  package mutating func row(_ line: ReportingLine) {
    lead(line)
    endRow()
  }

  package static let reportingColumns =
    missingColumns + [
      "submission", "file", "date", "days_late", "coverage", "errors", "warnings", "infos",
    ]

  package mutating func reportingRow(_ line: ReportingLine) {
    lead(line)
    code(line.submission)
    text(line.file)
    code(line.date?.description)
    number(line.daysLate)
    number(line.coverage.map { ExactDecimal(Int64($0), scale: 4) })
    let isIn = line.submission != nil
    for severity in [Flag.Severity.error, .warning, .info] {
      number(isIn ? line.flags[severity] ?? 0 : nil)
    }
    endRow()
  }

  private mutating func lead(_ line: ReportingLine) {
    text(line.unit.name)
    text(line.unit.code)
    text(line.unit.parent)
    period(line.period)
    code(line.state.rawValue)
  }
}
