import Consolidating
package import DocumentModel

/// Periods as people type them, for the command line.
package enum TypedPeriod {
  /// Reads `2026`, `2026-Q1`, `2026-H1`, `2026-9M`, `2026-03`, `2026-01-01/2026-03-31` or a day.
  package static func period(_ text: String) -> Period? { PeriodCode.period(text) }
}
