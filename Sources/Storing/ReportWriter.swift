import DocumentModel
import GRDB

/// Writes the rows of one report inside a transaction.
struct ReportWriter {
  let db: Database
  let report: String

  func insert(_ submission: Submission, evidence: ReportEvidence) throws {
    try db.execute(
      sql: """
        INSERT INTO report (id, sha256, outcome, entity, period_start, period_end, kind, number,
          date, supersedes, numerals, facts, flags, coverage, evidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        submission.id, submission.sha256, submission.outcome.rawValue, submission.entity,
        submission.period?.start?.description, submission.period?.end.description, submission.kind,
        submission.number, submission.date?.description, submission.supersedes,
        submission.numerals, submission.facts, submission.flags, submission.coverage,
        try JSONText.encode(EvidenceRecord(evidence)),
      ])
  }

  /// Writes facts; `quotes` are the words around each, by its id.
  func insert(_ facts: [Fact], quotes: [String: String]) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO fact (report, id, concept, value_mantissa, value_scale, upper_mantissa,
          upper_scale, unit, decimals, qualifier, nature, statistic, per, entity, entity_code,
          period_start, period_end, dimensions, page, line, start, "end", text, confidence, extras,
          quote)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for fact in facts {
      try statement.execute(arguments: [
        report, fact.id, fact.concept, fact.value.mantissa, fact.value.scale,
        fact.upper?.mantissa, fact.upper?.scale, fact.unit, fact.decimals,
        fact.qualifier.rawValue, fact.nature.rawValue, fact.statistic.rawValue, fact.per,
        fact.entity.name, fact.entity.code, fact.period?.start?.description,
        fact.period?.end.description,
        fact.dimensions.isEmpty ? "{}" : try JSONText.encode(fact.dimensions), fact.source.page,
        fact.source.line, fact.source.start, fact.source.end, fact.source.text, fact.confidence,
        try FactExtras(fact).map { try JSONText.encode($0) }, quotes[fact.id],
      ])
    }
  }

  func insert(_ flags: [Flag]) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO flag (report, id, rule, severity, start, cause, message_vi, message_en, details)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for flag in flags {
      try statement.execute(arguments: [
        report, flag.id, flag.rule, flag.severity.rawValue, flag.sources.first?.start ?? 0,
        flag.cause, flag.message.vi, flag.message.en, try JSONText.encode(FlagDetails(flag)),
      ])
    }
  }

  func insert(_ ledger: [LedgerEntry]) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO numeral (report, ordinal, class, page, line, start, "end", text, noun)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (ordinal, entry) in ledger.enumerated() {
      try statement.execute(arguments: [
        report, ordinal, entry.kind.rawValue, entry.source.page, entry.source.line,
        entry.source.start, entry.source.end, entry.source.text, entry.noun,
      ])
    }
  }
}
