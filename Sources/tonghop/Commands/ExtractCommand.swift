import ArgumentParser
import Pipeline

/// Facts, one a line.
struct ExtractCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "extract",
      abstract: said("Tìm mọi số liệu trong báo cáo.", "Finds every figure of a report."),
      discussion: said(
        """
        Ví dụ:
          tonghop extract bao-cao.txt
          tonghop extract --explain bao-cao.txt
          cat bao-cao.txt | tonghop extract - --format ndjson
        """,
        """
        Examples:
          tonghop extract report.txt
          tonghop extract --explain report.txt
          cat report.txt | tonghop extract - --format ndjson
        """))
  }

  @Flag(
    help: help(
      "Nêu cụm từ đã cho mỗi số liệu ý nghĩa của nó.",
      "Show the phrases that gave each figure its meaning."))
  var explain = false

  // For scripts/fit-certainty: fast, and nothing that a user needs.
  @Flag(help: .hidden) var grounds = false

  @OptionGroup var view: ViewOptions

  func run() async throws {
    try await view.show(.facts(explain ? .explained : grounds ? .weighed : .plain))
  }
}
