import ArgumentParser
import Pipeline

/// The ledger, one numeral a line.
struct NumeralsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "numerals",
      abstract: said(
        "Kê mọi con số trong báo cáo và nó là gì.",
        "Accounts for every numeral of a report."),
      discussion: said(
        """
        Ví dụ:
          tonghop numerals bao-cao.txt
          tonghop numerals bao-cao.txt --format ndjson | grep unexplained
        """,
        """
        Examples:
          tonghop numerals report.txt
          tonghop numerals report.txt --format ndjson | grep unexplained
        """))
  }

  @OptionGroup var view: ViewOptions

  func run() async throws { try await view.show(.numerals) }
}
