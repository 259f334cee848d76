import ArgumentParser
import Pipeline

/// What one file may cost.
struct LimitOptions: ParsableArguments {
  @Option(
    help: help(
      "Số giây tối đa để đọc một tệp PDF.", "Seconds that reading a PDF may take.",
      valueName: "seconds"))
  var timeLimit = 60

  @Option(
    help: help(
      "Bộ nhớ tối đa, MB, để đọc một tệp PDF.", "Memory, in MB, that reading a PDF may take.",
      valueName: "mb"))
  var memoryLimit = 1024

  @Option(
    help: help(
      "Số trang tối đa của một tệp.", "Most pages that a file may have.", valueName: "n"))
  var pageLimit = 2000

  func validate() throws {
    guard 1...86_400 ~= timeLimit, 64...1_048_576 ~= memoryLimit, 1...1_000_000 ~= pageLimit else {
      throw ValidationError(
        said(
          "--time-limit từ 1 đến 86400, --memory-limit từ 64 đến 1048576, "
            + "--page-limit từ 1 đến 1000000.",
          "--time-limit is from 1 to 86400, --memory-limit from 64 to 1048576, "
            + "--page-limit from 1 to 1000000."))
    }
  }

  var limits: FileLimits {
    FileLimits(seconds: timeLimit, memory: memoryLimit << 20, pages: pageLimit)
  }
}
