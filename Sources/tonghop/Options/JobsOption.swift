import ArgumentParser

/// How many reports are worked on at once.
struct JobsOption: ParsableArguments {
  @Option(
    help: help(
      "Số báo cáo xử lý cùng lúc (mặc định: số nhân của máy).",
      "Reports worked on at once (default: one a processor).", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError(said("--jobs phải từ 1 trở lên.", "--jobs must be at least 1."))
    }
  }
}
