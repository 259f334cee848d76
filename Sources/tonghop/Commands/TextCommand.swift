import ArgumentParser
import Pipeline

/// What was read.
struct TextCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "text",
      abstract: said(
        "Hiện văn bản đã đọc, theo từng vùng.", "Shows what was read, region by region."),
      discussion: said(
        """
        Ví dụ:
          tonghop text bao-cao.txt
          tonghop text --raw bao-cao.txt
        """,
        """
        Examples:
          tonghop text report.txt
          tonghop text --raw report.txt
        """))
  }

  @Flag(
    help: help(
      "In nguyên văn bản như đã đọc; vị trí của số liệu tính theo văn bản này.",
      "Print the text as read, which the places of figures refer to."))
  var raw = false

  @OptionGroup var view: ViewOptions

  func validate() throws {
    if raw && view.format == .ndjson {
      throw ValidationError(
        said("--raw không đi cùng --format ndjson.", "--raw does not go with --format ndjson."))
    }
  }

  func run() async throws { try await view.show(raw ? .rawText : .text) }
}
