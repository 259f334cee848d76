import ArgumentParser
import DocumentModel
import Pipeline

/// What a dataset holds.
struct StatusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "status",
      abstract: said(
        "Cho biết tệp dữ liệu có những gì; với --period: ai đã và chưa báo cáo.",
        "Tells what a dataset holds; with --period who has reported and who hasn't."),
      discussion: said(
        """
        Ví dụ:
          tonghop status --dataset quy1.sqlite
          tonghop status --dataset quy1.sqlite --period 2026-Q1 --as-of 2026-04-05
          tonghop status --dataset quy1.sqlite --period 2026-Q1 --format csv
        """,
        """
        Example:
          tonghop status --dataset q1.sqlite
          tonghop status --dataset q1.sqlite --period 2026-Q1 --as-of 2026-04-05
          tonghop status --dataset q1.sqlite --period 2026-Q1 --format csv
        """))
  }

  @OptionGroup var source: DatasetOptions

  @Option(help: help("Dạng hiển thị.", "How it is shown."))
  var format: StatusFormat = .table

  @Option(help: PeriodOption.help)
  var period: PeriodOption?

  @Option(
    help: help(
      "Hạn nộp (2026-04-05): báo cáo ghi ngày sau hạn là muộn.",
      "The day due (2026-04-05): a report dated later is late.", valueName: "date"))
  var asOf: DayOption?

  enum StatusFormat: String, ExpressibleByArgument, CaseIterable { case table, csv, json, ndjson }

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if period == nil && (asOf != nil || format == .csv || format == .json) {
      throw ValidationError(
        said(
          "--as-of, --format csv và json cần --period.",
          "--as-of, --format csv and json need --period."))
    }
  }

  func run() throws {
    if let period { return try show(period.period) }
    let status = try DatasetStatus(of: source.location(), catalogue: common.catalogue)
    switch format {
    case .ndjson:
      for file in status.files { try StandardOutput.write(RunLines.line(file.submission)) }
      try StandardOutput.write(RunLines.line(status))
    case .table, .csv, .json:
      let table = FileTable(language: common.language).text(status.files, marksKnown: false)
      let summary = SummaryText(language: common.language).text(status)
      try StandardOutput.write(summary + "\n" + table)
    }
  }

  private func show(_ period: Period) throws {
    let status = try PeriodStatus(
      of: source.location(), catalogue: common.catalogue, period: period, asOf: asOf?.day)
    switch format {
    case .table: try StandardOutput.write(PeriodTable(language: common.language).text(status))
    case .csv: try StandardOutput.write(PeriodTable.csv(status))
    case .json: try StandardOutput.write(PeriodTable.json(status))
    case .ndjson: try StandardOutput.write(PeriodTable.ndjson(status))
    }
  }
}
