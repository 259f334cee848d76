import ArgumentParser
import DocumentModel
import Pipeline

/// What the commands take that show something of each report.
struct ViewOptions: ParsableArguments {
  @Argument(
    help: help(
      "Tệp hoặc thư mục báo cáo; - là đầu vào chuẩn.",
      "Reports, or folders of them; - is standard input.", valueName: "file"))
  var files: [String]

  @Option(
    help: help(
      "text để đọc, ndjson để máy xử lý.", "text to be read, ndjson for programs."))
  var format: ViewFormat = .text

  @OptionGroup var jobs: JobsOption
  @OptionGroup var common: CommonOptions

  enum ViewFormat: String, ExpressibleByArgument, CaseIterable { case text, ndjson }

  /// Shows all files and leaves with the exit code that fits.
  func show(
    _ subject: View.Subject, rules: [String] = [], failOn: Severity? = nil
  ) async throws {
    let view = View(subject, format == .ndjson ? .ndjson : .readable(common.language))
    let run = try ViewRun(view, catalogue: common.catalogue, rules: rules, jobs: jobs.jobs)
    let search = InputSearch(paths: files)
    let tally = try await run.run(search) {
      try StandardOutput.write($0)
    } failed: {
      Speaker.complain($0)
    }
    Speaker.mention(skipped: search)
    try Departure.check(tally, failOn: failOn)
  }
}
