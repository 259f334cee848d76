package import DocumentModel
import GRDB

/// Adding to a dataset: one transaction for each file.
extension Dataset {
  /// Records a report that was read.
  ///
  /// Content that is known already is not written again; only the path is, where it is new.
  ///
  /// - Parameters:
  ///   - submission: `file` is the path in the dataset, `id` that of the content.
  ///   - offer: the id that this path has where it turns out to be a duplicate.
  ///   - evidence: what the report says of itself.
  ///   - extraction: the facts and the ledger; nil where the content is known to be there.
  ///   - flags: what the rules found.
  ///   - quotes: the words around each fact, by its id.
  /// - Returns: whether anything changed.
  /// - Throws: `DatasetError`.
  @discardableResult
  package func record(
    _ submission: Submission, offer: String, evidence: ReportEvidence = ReportEvidence(),
    extraction: Extraction?, flags: [Flag], quotes: [String: String] = [:]
  ) throws(DatasetError) -> Bool {
    try write { db in
      let isKnown =
        try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM report WHERE id = ?)", arguments: [submission.id])
        ?? false
      if !isKnown, let extraction {
        let writer = ReportWriter(db: db, report: submission.id)
        try writer.insert(submission, evidence: evidence)
        try writer.insert(extraction.facts, quotes: quotes)
        try writer.insert(flags)
        try writer.insert(extraction.ledger)
      }
      try db.execute(
        sql: "INSERT OR IGNORE INTO offered (file, report, id) VALUES (?, ?, ?)",
        arguments: [submission.file, submission.id, offer])
      let isNewPath = db.changesCount > 0
      try db.execute(sql: "DELETE FROM failure WHERE file = ?", arguments: [submission.file])
      return isNewPath || db.changesCount > 0
    }
  }

  /// Records a file that could not be read; the latest reason for a path is kept.
  ///
  /// - Parameters:
  ///   - failure: `file` is the path in the dataset.
  ///   - id: of the submission line.
  ///   - sha256: of the bytes, or empty where there were none.
  /// - Returns: whether anything changed.
  /// - Throws: `DatasetError`.
  @discardableResult
  package func record(
    _ failure: InputFailure, id: String, sha256: String
  ) throws(DatasetError) -> Bool {
    try write { db in
      let arguments: StatementArguments = [
        failure.file, id, sha256, failure.message.vi, failure.message.en, failure.isUnreadable,
        failure.outcome.rawValue,
      ]
      let isKnown =
        try Bool.fetchOne(
          db,
          sql: """
            SELECT EXISTS (SELECT 1 FROM failure WHERE file = ? AND id = ? AND sha256 = ?
              AND reason_vi = ? AND reason_en = ? AND is_unreadable = ? AND outcome = ?)
            """, arguments: arguments) ?? false
      guard !isKnown else { return false }
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO failure (file, id, sha256, reason_vi, reason_en, is_unreadable,
            outcome)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """, arguments: arguments)
      return true
    }
  }
}
