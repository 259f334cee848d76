import GRDB

/// The dataset's layout, step by step.
///
/// A step that has been shipped is never edited.
enum Schema {
  /// "tngh": tells a dataset from any other SQLite file.
  static let applicationID = 0x746E_6768

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("2026-01 reports") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: reports)
      try db.execute(sql: findings)
    }
    migrator.registerMigration("2026-11 outcomes of failures") { db in
      try db.execute(
        sql: """
          ALTER TABLE failure ADD COLUMN outcome TEXT NOT NULL DEFAULT 'failed'
            CHECK (outcome IN ('failed', 'needs_ocr'))
          """)
    }
    migrator.registerMigration("2026-11 units and decisions") { db in
      try db.execute(sql: evidence)
      try db.execute(sql: units)
    }
    return migrator
  }

  private static func day(_ column: String) -> String {
    "\(column) TEXT CHECK (\(column) GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"
  }

  /// Contents, the paths they were offered under, and what could not be read.
  ///
  /// Of the paths of one content the smallest is the submission's; the others are duplicates and
  /// known by `offered.id`.
  private static let reports = """
    CREATE TABLE report (
      id TEXT NOT NULL PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
      outcome TEXT NOT NULL CHECK (outcome IN (
        'accepted', 'superseded', 'conflict', 'undecided', 'refused', 'withdrawn', 'needs_ocr')),
      entity TEXT,
      \(day("period_start")) CHECK (period_start IS NULL OR period_start <= period_end),
      \(day("period_end")),
      kind TEXT,
      number TEXT,
      \(day("date")),
      supersedes TEXT REFERENCES report (id),
      numerals INTEGER NOT NULL CHECK (numerals >= 0),
      facts INTEGER NOT NULL CHECK (facts >= 0),
      flags INTEGER NOT NULL CHECK (flags >= 0),
      coverage INTEGER NOT NULL CHECK (coverage BETWEEN 0 AND 10000)
    ) STRICT;

    CREATE TABLE offered (
      file TEXT NOT NULL CHECK (file <> ''),
      report TEXT NOT NULL REFERENCES report (id),
      id TEXT NOT NULL UNIQUE,
      PRIMARY KEY (file, report)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX offered_by_report ON offered (report, file);

    CREATE TABLE failure (
      file TEXT NOT NULL PRIMARY KEY CHECK (file <> ''),
      id TEXT NOT NULL UNIQUE,
      sha256 TEXT NOT NULL,
      reason_vi TEXT NOT NULL,
      reason_en TEXT NOT NULL,
      is_unreadable INTEGER NOT NULL CHECK (is_unreadable IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    """

  /// What a report says of itself beyond its columns, the words around a figure, and what was
  /// refused.
  private static let evidence = """
    ALTER TABLE report ADD COLUMN evidence TEXT CHECK (json_type(evidence) = 'object');
    ALTER TABLE fact ADD COLUMN quote TEXT;

    ALTER TABLE failure RENAME TO earlier_failure;
    CREATE TABLE failure (
      file TEXT NOT NULL PRIMARY KEY CHECK (file <> ''),
      id TEXT NOT NULL UNIQUE,
      sha256 TEXT NOT NULL,
      reason_vi TEXT NOT NULL,
      reason_en TEXT NOT NULL,
      is_unreadable INTEGER NOT NULL CHECK (is_unreadable IN (0, 1)),
      outcome TEXT NOT NULL CHECK (outcome IN ('failed', 'refused', 'needs_ocr'))
    ) STRICT, WITHOUT ROWID;
    INSERT INTO failure SELECT file, id, sha256, reason_vi, reason_en, is_unreadable, outcome
      FROM earlier_failure;
    DROP TABLE earlier_failure;
    """

  /// A department's own list, and what persons decided: the decisions are a history, the last of a
  /// report holds.
  private static let units = """
    CREATE TABLE unit (
      code TEXT NOT NULL CHECK (code <> ''),
      name TEXT NOT NULL CHECK (name <> ''),
      kind TEXT NOT NULL,
      parent TEXT,
      reports INTEGER NOT NULL CHECK (reports IN (0, 1)),
      valid_from TEXT NOT NULL CHECK (
        valid_from = '' OR valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      \(day("valid_to")),
      PRIMARY KEY (code, valid_from)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE decision (
      sequence INTEGER NOT NULL PRIMARY KEY,
      report TEXT NOT NULL REFERENCES report (id),
      action TEXT NOT NULL CHECK (action IN ('assign', 'withdraw')),
      unit TEXT,
      \(day("period_start")) CHECK (period_start IS NULL OR period_start <= period_end),
      \(day("period_end")),
      reason TEXT CHECK (action <> 'withdraw' OR reason <> '')
    ) STRICT;
    """

  private static let findings = """
    CREATE TABLE fact (
      report TEXT NOT NULL REFERENCES report (id),
      id TEXT NOT NULL UNIQUE,
      concept TEXT NOT NULL,
      value_mantissa INTEGER NOT NULL,
      value_scale INTEGER NOT NULL CHECK (value_scale >= 0),
      upper_mantissa INTEGER,
      upper_scale INTEGER CHECK ((upper_mantissa IS NULL) = (upper_scale IS NULL)),
      unit TEXT NOT NULL,
      decimals INTEGER NOT NULL CHECK (decimals >= 0),
      qualifier TEXT NOT NULL,
      nature TEXT NOT NULL CHECK (nature IN ('actual', 'target', 'forecast')),
      statistic TEXT NOT NULL CHECK (statistic IN ('total', 'average', 'growth', 'index')),
      per TEXT,
      entity TEXT NOT NULL,
      entity_code TEXT,
      \(day("period_start")) CHECK (period_start IS NULL OR period_end IS NOT NULL),
      \(day("period_end")),
      dimensions TEXT NOT NULL CHECK (json_type(dimensions) = 'object'),
      page INTEGER CHECK (page >= 1),
      line INTEGER NOT NULL CHECK (line >= 1),
      start INTEGER NOT NULL CHECK (start >= 0),
      "end" INTEGER NOT NULL CHECK ("end" >= start),
      text TEXT NOT NULL,
      confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 1000),
      extras TEXT CHECK (json_type(extras) = 'object')
    ) STRICT;
    CREATE INDEX fact_by_report ON fact (report, start, id);

    CREATE TABLE flag (
      report TEXT NOT NULL REFERENCES report (id),
      id TEXT NOT NULL UNIQUE,
      rule TEXT NOT NULL,
      severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
      start INTEGER NOT NULL,
      cause TEXT,
      message_vi TEXT NOT NULL,
      message_en TEXT NOT NULL,
      details TEXT NOT NULL CHECK (json_type(details) = 'object')
    ) STRICT;
    CREATE INDEX flag_by_report ON flag (report, start, id);

    CREATE TABLE numeral (
      report TEXT NOT NULL REFERENCES report (id),
      ordinal INTEGER NOT NULL,
      class TEXT NOT NULL,
      page INTEGER CHECK (page >= 1),
      line INTEGER NOT NULL CHECK (line >= 1),
      start INTEGER NOT NULL CHECK (start >= 0),
      "end" INTEGER NOT NULL CHECK ("end" >= start),
      text TEXT NOT NULL,
      noun TEXT,
      PRIMARY KEY (report, ordinal)
    ) STRICT, WITHOUT ROWID;
    """
}
