package import DocumentModel
import GRDB

/// A department's list of units, and what persons decided about submissions.
extension Dataset {
  /// Puts a list of units in the place of the one that is there.
  ///
  /// - Throws: `DatasetError`.
  package func replaceUnits(_ units: [ReportingUnit]) throws(DatasetError) {
    try write { db in
      try db.execute(sql: "DELETE FROM unit")
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO unit (code, name, kind, parent, reports, valid_from, valid_to)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """)
      for unit in units {
        try statement.execute(arguments: [
          unit.code, unit.name, unit.kind, unit.parent, unit.reports,
          unit.validFrom?.description ?? "", unit.validTo?.description,
        ])
      }
    }
  }

  /// Adds a decision to the history.
  ///
  /// - Throws: `DatasetError`.
  package func record(_ decision: Decision) throws(DatasetError) {
    try write { db in
      var unit: String?
      var period: Period?
      var reason: String?
      let action: String
      switch decision.action {
      case .assign(let assigned, let span): (action, unit, period) = ("assign", assigned, span)
      case .withdraw(let why): (action, reason) = ("withdraw", why)
      }
      try db.execute(
        sql: """
          INSERT INTO decision (report, action, unit, period_start, period_end, reason)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          decision.report, action, unit, period?.start?.description, period?.end.description,
          reason,
        ])
    }
  }
}

extension DatasetSnapshot {
  /// The list of units, by code and then by time.
  package func units() throws -> [ReportingUnit] {
    try Row.fetchAll(db, sql: "SELECT * FROM unit ORDER BY code, valid_from").map { row in
      ReportingUnit(
        code: row["code"], name: row["name"], kind: row["kind"], parent: row["parent"],
        reports: row["reports"], validFrom: CalendarDate(iso: row["valid_from"] as String),
        validTo: (row["valid_to"] as String?).flatMap { CalendarDate(iso: $0) })
    }
  }

  /// What persons decided, oldest first.
  package func decisions() throws -> [Decision] {
    try Row.fetchAll(db, sql: "SELECT * FROM decision ORDER BY sequence").map { row in
      let action: Decision.Action
      switch row["action"] as String {
      case "withdraw": action = .withdraw(reason: row["reason"])
      default: action = .assign(unit: row["unit"], period: SubmissionRow.period(row))
      }
      return Decision(report: row["report"], action: action)
    }
  }
}
