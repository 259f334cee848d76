import ArgumentParser
import Pipeline

/// Whose report it is, said by a person.
struct AssignCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "assign",
      abstract: said(
        "Chỉ rõ báo cáo là của đơn vị nào, kỳ nào.",
        "Says whose a report is, and for which period."),
      discussion: said(
        """
        Dùng cho báo cáo “chưa xác định” hoặc bị nhận nhầm đơn vị. Quyết định sau cùng có hiệu lực.

        Ví dụ:
          tonghop assign bao-cao/a.txt --unit LC07 --period 2026-Q1 --dataset quy1.sqlite
        """,
        """
        For a report that is undecided, or that was taken for another unit's. The last decision holds.

        Example:
          tonghop assign reports/a.txt --unit LC07 --period 2026-Q1 --dataset q1.sqlite
        """))
  }

  @Argument(
    help: help(
      "Đường dẫn của báo cáo trong tệp dữ liệu, hoặc mã của nó.",
      "The report's path in the dataset, or its id.", valueName: "file"))
  var file: String

  @Option(help: help("Mã đơn vị.", "The unit's code.", valueName: "code"))
  var unit: String?

  @Option(help: PeriodOption.help)
  var period: PeriodOption?

  @OptionGroup var target: DatasetOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if unit == nil && period == nil {
      throw ValidationError(said("cần --unit hoặc --period.", "--unit or --period is needed."))
    }
  }

  func run() throws {
    let decisions = try Decisions(in: target.location(), catalogue: common.catalogue)
    let submission = try decisions.assign(file, unit: unit, period: period?.period)
    try StandardOutput.write(SubmissionLine(language: common.language).text(submission))
  }
}
