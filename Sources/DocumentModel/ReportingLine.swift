/// One unit that should report for a period, and whether it has.
package struct ReportingLine: Sendable, Hashable {
  package var unit: ReportingUnit
  package var period: Period
  package var state: State
  /// The id and path of the report that stands, or of the first of those in conflict.
  package var submission: String?
  package var file: String?
  /// The report's own date.
  package var date: CalendarDate?
  /// How many days after the day asked about the report is dated; nil where it isn't late.
  package var daysLate: Int?
  /// Share of its numerals that is explained, in ten-thousandths.
  package var coverage: Int?
  /// Open flags of each severity.
  package var flags: [Flag.Severity: Int]

  package enum State: String, Sendable, Hashable, CaseIterable {
    case reported, late, conflict, missing

    /// True where a report stands, in time or not.
    package var isIn: Bool { self == .reported || self == .late }
  }

  package init(
    unit: ReportingUnit, period: Period, state: State, submission: String? = nil,
    file: String? = nil,
    date: CalendarDate? = nil, daysLate: Int? = nil, coverage: Int? = nil,
    flags: [Flag.Severity: Int] = [:]
  ) {
    self.unit = unit
    self.period = period
    self.state = state
    self.submission = submission
    self.file = file
    self.date = date
    self.daysLate = daysLate
    self.coverage = coverage
    self.flags = flags
  }
}
