import ArgumentParser
import DocumentModel
import Foundation
import Pipeline

/// Reports into a dataset.
struct IngestCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ingest",
      abstract: said(
        "Nạp báo cáo, cả thư mục, vào tệp dữ liệu.",
        "Reads reports, whole folders of them, into a dataset."),
      discussion: said(
        """
        Nạp lại cùng thư mục không làm thay đổi gì. Một tệp hỏng không dừng các tệp khác.

        Ví dụ:
          tonghop ingest bao-cao/ --dataset quy1.sqlite
          tonghop ingest bao-cao/ --dataset quy1.sqlite --quiet --fail-on error
          tonghop ingest xa-a.txt xa-b.txt --dataset quy1.sqlite --format ndjson
        """,
        """
        Ingesting the same folder again changes nothing. A bad file does not stop the others.

        Examples:
          tonghop ingest reports/ --dataset q1.sqlite
          tonghop ingest reports/ --dataset q1.sqlite --quiet --fail-on error
          tonghop ingest a.txt b.txt --dataset q1.sqlite --format ndjson
        """))
  }

  @Argument(
    help: help("Tệp hoặc thư mục báo cáo.", "Reports, or folders of them.", valueName: "path"))
  var paths: [String]

  @OptionGroup var target: DatasetOptions

  @Option(
    help: help(
      "Thư mục gốc của các đường dẫn trong dữ liệu (mặc định: thư mục của tệp dữ liệu).",
      "What paths in the dataset are relative to (default: the dataset's folder).",
      valueName: "dir"))
  var root: String?

  @Option(help: help("Dạng báo kết quả.", "How the run is reported."))
  var format: TableFormat = .table

  @Option(
    help: help(
      "Thoát với mã 1 khi có cờ từ mức này.", "Exit with code 1 when there are such flags."))
  var failOn: FailOn?

  @ArgumentParser.Flag(
    help: help("Không hiện tiến độ và bảng kết quả.", "Show neither progress nor closing table."))
  var quiet = false

  @ArgumentParser.Flag(
    help: help(
      "Nạp cả báo cáo đóng dấu MẬT, TỐI MẬT, TUYỆT MẬT.",
      "Take in reports that are stamped as secret, too."))
  var allowClassified = false

  @OptionGroup var reading: ReadingOption
  @OptionGroup var rules: RulesOption
  @OptionGroup var jobs: JobsOption
  @OptionGroup var limits: LimitOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let search = InputSearch(paths: paths)
    let ingest = try Ingest(
      into: target.location(root: root), catalogue: common.catalogue, rules: rules.files,
      reading: reading.choices(jobs: jobs.jobs, inputs: search.inputs.count), jobs: jobs.jobs,
      limits: limits.limits, allowsClassified: allowClassified)
    let progress = Progress(total: search.inputs.count, isQuiet: quiet)
    let signals = StopSignals()
    defer { signals.cancel() }
    var done = 0
    let summary = try await ingest.run(search, stop: signals.stop) { file in
      done += 1
      report(file, progress, done)
    }
    progress.clear()
    conclude(summary)
    if summary.isStopped, let number = signals.stop.requested {
      throw Departure(code: 128 + number, text: said("đã bị ngắt.", "interrupted."))
    }
    try Departure.check(summary.tally, failOn: failOn?.severity)
  }

  /// A reader that went away does not stop the recording.
  private func report(_ file: IngestedFile, _ progress: Progress, _ done: Int) {
    if let reason = file.submission.reason, file.content == nil {
      progress.clear()
      Speaker.complain(InputFailure(file: file.submission.file, message: reason))
    }
    progress.show(done, file.submission.file)
  }

  private func conclude(_ summary: IngestSummary) {
    switch format {
    case .ndjson:
      for file in summary.files { try? StandardOutput.write(RunLines.line(file)) }
      try? StandardOutput.write(RunLines.line(summary))
    case .table where !quiet:
      let table = FileTable(language: common.language).text(summary.files, marksKnown: true)
      let closing = SummaryText(language: common.language).text(summary)
      try? StandardOutput.write(table + "\n" + closing)
    case .table: break
    }
  }
}
