import ArgumentParser
import Pipeline

/// A wrongly filed report out of the figures.
struct WithdrawCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "withdraw",
      abstract: said(
        "Rút một báo cáo nộp nhầm ra khỏi số liệu.", "Takes a wrongly filed report out."),
      discussion: said(
        """
        Không xóa gì: báo cáo vẫn nằm trong tệp dữ liệu với lý do rút. `assign` đưa nó trở lại.

        Ví dụ:
          tonghop withdraw bao-cao/a.txt --reason "nộp nhầm kỳ" --dataset quy1.sqlite
        """,
        """
        Nothing is deleted: the report stays in the dataset, with the reason. `assign` brings it back.

        Example:
          tonghop withdraw reports/a.txt --reason "wrong period" --dataset q1.sqlite
        """))
  }

  @Argument(
    help: help(
      "Mã của báo cáo, hoặc đường dẫn trong tệp dữ liệu.",
      "The submission's id, or its path in the dataset.", valueName: "submission"))
  var submission: String

  @Option(help: help("Lý do rút.", "Why it is withdrawn.", valueName: "text"))
  var reason: String

  @OptionGroup var target: DatasetOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) {
      throw ValidationError(said("--reason không được để trống.", "--reason must not be empty."))
    }
  }

  func run() throws {
    let decisions = try Decisions(in: target.location(), catalogue: common.catalogue)
    let submission = try decisions.withdraw(self.submission, reason: reason)
    try StandardOutput.write(SubmissionLine(language: common.language).text(submission))
  }
}
