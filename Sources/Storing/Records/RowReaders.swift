import DocumentModel
import GRDB

/// Rows back to values.
enum SubmissionRow {
  static func submission(_ row: Row) -> Submission {
    let id: String = row["id"]
    let file: String = row["file"]
    let sha256: String = row["sha256"]
    let firstFile: String = row["first_file"]
    // Swift's == takes composed and decomposed letters for equal; a file system does not.
    let isDuplicate = Array(file.utf8) != Array(firstFile.utf8)
    var outcome = Submission.Outcome(rawValue: row["outcome"]) ?? .undecided
    if isDuplicate { outcome = .duplicate }
    return Submission(
      id: isDuplicate ? row["offer"] : id, file: file, sha256: sha256, entity: row["entity"],
      period: period(row),
      kind: row["kind"], number: row["number"],
      date: (row["date"] as String?).flatMap { CalendarDate(iso: $0) }, outcome: outcome,
      supersedes: row["supersedes"], duplicateOf: isDuplicate ? id : nil,
      numerals: row["numerals"], facts: row["facts"], flags: row["flags"],
      coverage: row["coverage"])
  }

  static func failure(_ row: Row) -> Submission {
    Submission(
      id: row["id"], file: row["file"], sha256: row["sha256"],
      outcome: Submission.Outcome(rawValue: row["outcome"]) ?? .failed,
      reason: Message(vi: row["reason_vi"], en: row["reason_en"]))
  }

  static func period(_ row: Row) -> Period? {
    PeriodRecord(start: row["period_start"], end: row["period_end"])?.period
  }
}

/// Reads facts; remembers decoded dimensions, of which there are few.
struct FactReader {
  private var dimensions: [String: [String: String]] = ["{}": [:]]

  mutating func fact(_ row: Row) throws -> Fact {
    let extras = try (row["extras"] as String?).map {
      try JSONText.decode(FactExtras.self, from: $0)
    }
    let upper = (row["upper_mantissa"] as Int64?).map {
      ExactDecimal($0, scale: row["upper_scale"])
    }
    return Fact(
      id: row["id"], file: row["file"], concept: row["concept"],
      value: ExactDecimal(row["value_mantissa"], scale: row["value_scale"]), upper: upper,
      unit: row["unit"], decimals: row["decimals"],
      qualifier: Fact.Qualifier(rawValue: row["qualifier"]) ?? .exact,
      nature: Fact.Nature(rawValue: row["nature"]) ?? .actual,
      statistic: Fact.Statistic(rawValue: row["statistic"]) ?? .total, per: row["per"],
      of: extras?.of?.whole, base: extras?.base?.period,
      entity: Entity(name: row["entity"], code: row["entity_code"]),
      period: SubmissionRow.period(row), dimensions: try members(row["dimensions"]),
      source: SourceSpan(
        page: row["page"], line: row["line"], start: row["start"], end: row["end"],
        text: row["text"], box: extras?.box.flatMap(SourceSpan.Box.init(edges:)),
        raw: extras?.raw.flatMap(Range.init(ends:)), via: extras?.via),
      confidence: row["confidence"])
  }

  private mutating func members(_ text: String) throws -> [String: String] {
    if let known = dimensions[text] { return known }
    let decoded = try JSONText.decode([String: String].self, from: text)
    dimensions[text] = decoded
    return decoded
  }
}

enum FlagRow {
  static func flag(_ row: Row) throws -> Flag {
    let details = try JSONText.decode(FlagDetails.self, from: row["details"])
    return Flag(
      id: row["id"], file: row["file"], rule: row["rule"],
      severity: Flag.Severity(rawValue: row["severity"]) ?? .info, facts: details.facts,
      sources: details.sources.map(\.span), observed: details.observed?.value,
      expected: details.expected?.value, difference: details.difference?.value,
      suggestion: details.suggestion?.suggestion,
      alternatives: details.alternatives.map(\.suggestion), cause: row["cause"],
      message: Message(vi: row["message_vi"], en: row["message_en"]))
  }
}
