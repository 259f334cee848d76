import ArgumentParser
import DocumentModel
import Pipeline

/// The list of units that a dataset's reports are told apart by.
struct UnitsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "units",
      abstract: said(
        "Danh sách đơn vị và ai báo cáo cho ai.", "The list of units, and who reports to whom."),
      discussion: said(
        """
        Ví dụ:
          tonghop units import don-vi.csv --dataset quy1.sqlite
        """,
        """
        Example:
          tonghop units import units.csv --dataset q1.sqlite
        """),
      subcommands: [UnitsImportCommand.self])
  }
}

/// A list from a CSV file.
struct UnitsImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: said(
        "Nạp danh sách đơn vị từ tệp CSV, thay danh sách cũ.",
        "Reads a list of units from CSV; it takes the place of the old one."),
      discussion: said(
        """
        Cột: code, name; có thể thêm kind, parent (mã đơn vị cấp trên), reports (yes: phải báo cáo),
        valid_from, valid_to (2026-03-31).

        Ví dụ:
          tonghop units import don-vi.csv --dataset quy1.sqlite
        """,
        """
        Columns: code, name; optionally kind, parent (the code of the unit above), reports (yes: is
        expected to report), valid_from, valid_to (2026-03-31).

        Example:
          tonghop units import units.csv --dataset q1.sqlite
        """))
  }

  @Argument(help: help("Tệp CSV, UTF-8.", "A CSV file, UTF-8.", valueName: "file"))
  var file: String

  @OptionGroup var target: DatasetOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let list = try UnitList(file: file)
    try list.replace(in: target.location())
    let expected = list.units.count { $0.reports }
    try StandardOutput.write(
      said(
        "\(list.units.count) đơn vị, \(expected) phải báo cáo\n",
        "\(list.units.count) units, \(expected) expected to report\n"))
  }
}
