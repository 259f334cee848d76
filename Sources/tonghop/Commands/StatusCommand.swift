import ArgumentParser
import Pipeline

/// What a dataset holds.
struct StatusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "status",
      abstract: said("Cho biết tệp dữ liệu có những gì.", "Tells what a dataset holds."),
      discussion: said(
        """
        Ví dụ:
          tonghop status --dataset quy1.sqlite
        """,
        """
        Example:
          tonghop status --dataset q1.sqlite
        """))
  }

  @OptionGroup var source: DatasetOptions

  @Option(help: help("Dạng hiển thị.", "How it is shown."))
  var format: TableFormat = .table

  @OptionGroup var common: CommonOptions

  func run() throws {
    let status = try DatasetStatus(of: source.location())
    switch format {
    case .ndjson:
      for file in status.files { try StandardOutput.write(RunLines.line(file.submission)) }
      try StandardOutput.write(RunLines.line(status))
    case .table:
      let table = FileTable(language: common.language).text(status.files, marksKnown: false)
      let summary = SummaryText(language: common.language).text(status)
      try StandardOutput.write(summary + "\n" + table)
    }
  }
}
