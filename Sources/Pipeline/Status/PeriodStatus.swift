import Consolidating
package import DocumentModel
import Storing

/// Who has reported for a period, and who hasn't.
package struct PeriodStatus: Sendable {
  package let period: Period
  /// The day after which a report counts as late, or nil.
  package let asOf: CalendarDate?
  /// A line for each unit that should report, by code.
  package let lines: [ReportingLine]
  /// Submissions that a person has to decide about, whatever their period.
  package let undecided: [Submission]
  /// Numerals of the reports that stand, and how many of them are explained.
  package let coverage: Int

  /// Reads it from a dataset.
  ///
  /// - Parameters:
  ///   - location: the dataset.
  ///   - catalogue: a folder of tables that replace the compiled-in ones.
  ///   - period: a code such as `2026-Q1`.
  ///   - asOf: `2026-04-05`: reports that are dated later are late.
  /// - Throws: `DatasetFailure`, `CatalogueFailure`.
  package init(
    of location: DatasetLocation, catalogue: String?, period: Period, asOf: CalendarDate?
  ) throws {
    let tables = try LoadedCatalogue(replacing: catalogue)
    do {
      let dataset = try Dataset(path: location.path, creates: false, wait: location.wait)
      self = try dataset.read { snapshot in
        let streams = try ExportStreams(snapshot, catalogue: tables)
        var flags: [String: [Flag.Severity: Int]] = [:]
        for (flag, submission) in try streams.flags() {
          flags[submission, default: [:]][flag.severity, default: 0] += 1
        }
        return PeriodStatus(streams.dataset, period: period, asOf: asOf, flags: flags)
      }
    } catch let error as DatasetError {
      throw DatasetFailure(error)
    }
  }

  init(
    _ dataset: ResolvedDataset, period: Period, asOf: CalendarDate?,
    flags: [String: [Flag.Severity: Int]]
  ) {
    self.period = period
    self.asOf = asOf
    undecided = dataset.submissions.filter { $0.outcome == .undecided }
    let reports = Dictionary(
      grouping: dataset.submissions.filter {
        ($0.outcome == .accepted || $0.outcome == .conflict)
          && PeriodStatus.isFor(period, $0.period)
      }, by: \.unit)
    let expected = ReportingTree(dataset.units).expected(on: period.end)
    lines = expected.map { unit in
      PeriodStatus.line(unit, period, asOf, reports[unit.code] ?? [], flags)
    }
    let standing = expected.flatMap { reports[$0.code] ?? [] }.filter { $0.outcome == .accepted }
    let numerals = standing.reduce(0) { $0 + $1.numerals }
    let explained = standing.reduce(0) { $0 + $1.numerals * $1.coverage }
    coverage = numerals == 0 ? 10_000 : explained / numerals
  }

  package func count(_ state: ReportingLine.State) -> Int { lines.count { $0.state == state } }

  /// How many units have a report that stands.
  package var reported: Int { lines.count { $0.state.isIn } }

  private static func line(
    _ unit: ReportingUnit, _ period: Period, _ asOf: CalendarDate?, _ reports: [Submission],
    _ flags: [String: [Flag.Severity: Int]]
  ) -> ReportingLine {
    guard let report = reports.first(where: { $0.outcome == .accepted }) ?? reports.first else {
      return ReportingLine(unit: unit, period: period, state: .missing)
    }
    var line = ReportingLine(
      unit: unit, period: period, state: report.outcome == .accepted ? .reported : .conflict,
      submission: report.id, file: report.file, date: report.date, coverage: report.coverage,
      flags: flags[report.id] ?? [:])
    if let asOf, let date = report.date, asOf < date, line.state == .reported {
      line.state = .late
      line.daysLate = date.days(since: asOf)
    }
    return line
  }

  /// True for a report on just this span, or on the day it ends.
  private static func isFor(_ period: Period, _ reported: Period?) -> Bool {
    reported == period || reported == .instant(period.end)
  }

  /// The spans that units which should report have reported for, earliest first.
  static func periods(of dataset: ResolvedDataset) -> [Period] {
    let tree = ReportingTree(dataset.units)
    let periods = dataset.standingSubmissions.compactMap { submission -> Period? in
      guard let period = submission.period, period.start != nil, let unit = submission.unit,
        tree.isExpected(unit, on: period.end)
      else { return nil }
      return period
    }
    return Set(periods).sorted {
      ($0.end, $0.start ?? $0.end) < ($1.end, $1.start ?? $1.end)
    }
  }
}
