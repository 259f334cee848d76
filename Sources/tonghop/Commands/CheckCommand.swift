import ArgumentParser
import Pipeline

/// Flags, one a line.
struct CheckCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: said(
        "Đối chiếu các số liệu trong báo cáo với nhau.",
        "Checks the figures of a report against each other."),
      discussion: said(
        """
        Ví dụ:
          tonghop check bao-cao.txt
          tonghop check bao-cao/ --fail-on error --format ndjson
          tonghop check bao-cao/ --format sarif > ket-qua.sarif
        """,
        """
        Examples:
          tonghop check report.txt
          tonghop check reports/ --fail-on error --format ndjson
          tonghop check reports/ --format sarif > results.sarif
        """))
  }

  @Option(
    help: help(
      "Thoát với mã 1 khi có cờ từ mức này.", "Exit with code 1 when there are such flags."))
  var failOn: FailOn?

  @OptionGroup var rules: RulesOption
  @OptionGroup var view: ViewOptions

  func run() async throws {
    try await view.show(.flags, rules: rules.files, failOn: failOn?.severity)
  }
}
