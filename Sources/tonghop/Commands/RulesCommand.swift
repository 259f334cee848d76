import ArgumentParser
import Pipeline

/// The rules, one after another.
struct RulesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rules",
      abstract: said(
        "Liệt kê các quy tắc đối chiếu.", "Lists the rules that reports are checked by."),
      discussion: said(
        """
        Bảng quy tắc sai không được nạp; thông báo ghi rõ tệp và dòng.

        Ví dụ:
          tonghop rules --format ndjson
          tonghop rules --rules quy-tac-cua-ban.tsv
        """,
        """
        A malformed table of rules is not loaded; the message names file and line.

        Examples:
          tonghop rules --format ndjson
          tonghop rules --rules our-rules.tsv
        """))
  }

  @OptionGroup var rules: RulesOption

  @Option(
    help: help(
      "text để đọc, ndjson để máy xử lý.", "text to be read, ndjson for programs."))
  var format: ListFormat = .text

  @OptionGroup var common: CommonOptions

  enum ListFormat: String, ExpressibleByArgument, CaseIterable { case text, ndjson }

  func run() throws {
    let listing = try RuleListing(catalogue: common.catalogue, adding: rules.files)
    try StandardOutput.write(
      listing.bytes(format == .ndjson ? .ndjson : .readable(common.language)))
  }
}
