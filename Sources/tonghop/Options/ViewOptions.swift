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
      "text để đọc, ndjson để máy xử lý; check còn có sarif.",
      "text to be read, ndjson for programs; for check also sarif."))
  var format: ViewFormat = .text

  @OptionGroup var reading: ReadingOption
  @OptionGroup var jobs: JobsOption
  @OptionGroup var limits: LimitOptions
  @OptionGroup var common: CommonOptions

  enum ViewFormat: String, ExpressibleByArgument, CaseIterable { case text, ndjson, sarif }

  private var viewFormat: View.Format {
    switch format {
    case .text: return .readable(common.language)
    case .ndjson: return .ndjson
    case .sarif: return .sarif(common.language)
    }
  }

  /// Shows all files and leaves with the exit code that fits.
  func show(
    _ subject: View.Subject, rules: [String] = [], failOn: Severity? = nil
  ) async throws {
    if case .flags = subject {
    } else if format == .sarif {
      throw ValidationError(
        said("chỉ check có dạng sarif.", "only check has the format sarif."))
    }
    let search = InputSearch(paths: files)
    let view = View(subject, viewFormat)
    let run = try ViewRun(
      view, catalogue: common.catalogue, rules: rules,
      reading: reading.choices(jobs: jobs.jobs, inputs: search.inputs.count), jobs: jobs.jobs,
      limits: limits.limits)
    let tally = try await run.run(search) {
      try StandardOutput.write($0)
    } failed: {
      Speaker.complain($0)
    }
    Speaker.mention(skipped: search)
    try Departure.check(tally, failOn: failOn)
  }
}
