package import DocumentModel
import GRDB

/// One consistent state of a dataset, good inside `Dataset.read` only.
package struct DatasetSnapshot {
  let db: Database

  /// A path and a content that are in the dataset together.
  package struct KnownFile: Sendable, Hashable {
    package let file: String
    package let report: String

    package init(file: String, report: String) {
      self.file = file
      self.report = report
    }
  }

  package func knownFiles() throws -> Set<KnownFile> {
    let rows = try Row.fetchCursor(db, sql: "SELECT file, report FROM offered")
    var known: Set<KnownFile> = []
    while let row = try rows.next() { known.insert(KnownFile(file: row[0], report: row[1])) }
    return known
  }

  /// All submissions, duplicates and failures too, by file and then by content.
  package func submissions() throws -> [Submission] {
    let read = try Row.fetchAll(db, sql: DatasetSnapshot.offers).map(SubmissionRow.submission)
    let failed = try Row.fetchAll(db, sql: "SELECT * FROM failure").map(SubmissionRow.failure)
    return (read + failed).sorted { left, right in
      Array(left.file.utf8) == Array(right.file.utf8)
        ? left.id < right.id : left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
  }

  /// What each report says of itself, by the id of its content.
  package func evidence() throws -> [String: ReportEvidence] {
    let rows = try Row.fetchCursor(db, sql: "SELECT id, entity, evidence FROM report")
    var all: [String: ReportEvidence] = [:]
    while let row = try rows.next() {
      // A report that an older program recorded has its unit alone.
      let record = try (row["evidence"] as String?).map {
        try JSONText.decode(EvidenceRecord.self, from: $0)
      }
      all[row["id"]] = record?.evidence ?? ReportEvidence(unit: row["entity"])
    }
    return all
  }

  /// One file that was read, with one of its contents.
  package func submission(file: String, report: String) throws -> Submission? {
    try Row.fetchOne(
      db, sql: DatasetSnapshot.offers + " WHERE offered.file = ? AND report.id = ?",
      arguments: [file, report]
    ).map(SubmissionRow.submission)
  }

  private static let offers = """
    SELECT report.*, offered.file, offered.id AS offer,
      (SELECT min(file) FROM offered AS other WHERE other.report = report.id) AS first_file
    FROM offered JOIN report ON report.id = offered.report
    """

  /// Visits all facts with the id of their submission, by file and place.
  package func forEachFact(_ body: (Fact, String) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        WITH first AS (SELECT report, min(file) AS file FROM offered GROUP BY report)
        SELECT fact.*, first.file AS file FROM first
        JOIN report ON report.id = first.report
        JOIN fact ON fact.report = report.id
        ORDER BY first.file, report.id, fact.start, fact.id
        """)
    var reader = FactReader()
    while let row = try rows.next() { try body(try reader.fact(row), row["report"]) }
  }

  /// The words around figures, by the id of the fact.
  package func quotes() throws -> [String: String] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, quote FROM fact WHERE quote IS NOT NULL")
    var quotes: [String: String] = [:]
    while let row = try rows.next() { quotes[row["id"]] = row["quote"] }
    return quotes
  }

  /// Visits all flags with the id of their submission, by file and place.
  package func forEachFlag(_ body: (Flag, String) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        WITH first AS (SELECT report, min(file) AS file FROM offered GROUP BY report)
        SELECT flag.*, first.file AS file FROM first
        JOIN flag ON flag.report = first.report
        ORDER BY first.file, flag.report, flag.start, flag.id
        """)
    while let row = try rows.next() { try body(try FlagRow.flag(row), row["report"]) }
  }

  /// How many numerals of all reports there are, and how many are explained.
  package func coverage() throws -> (numerals: Int, explained: Int) {
    let row = try Row.fetchOne(
      db, sql: "SELECT count(*), count(nullif(class, 'unexplained')) FROM numeral")
    return (row?[0] ?? 0, row?[1] ?? 0)
  }

  /// How many flags of each severity a report has.
  package func flagCounts(report: String) throws -> [Flag.Severity: Int] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT severity, count(*) FROM flag WHERE report = ? GROUP BY severity",
      arguments: [report])
    var counts: [Flag.Severity: Int] = [:]
    for row in rows {
      if let severity = Flag.Severity(rawValue: row[0]) { counts[severity] = row[1] }
    }
    return counts
  }
}
