import ArgumentParser
import Pipeline

/// A dataset into files.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: said(
        "Xuất dữ liệu: số liệu, cờ, bảng tổng hợp, danh sách báo cáo.",
        "Writes facts, flags, consolidated figures and submissions."),
      discussion: said(
        """
        CSV là UTF-8 có BOM, mở được bằng Excel. Dữ liệu như nhau cho ra tệp giống hệt nhau.

        Ví dụ:
          tonghop export --dataset quy1.sqlite --format csv --to ket-qua/
        """,
        """
        CSV is UTF-8 with a byte-order mark, as Excel wants it. Equal datasets give equal files.

        Example:
          tonghop export --dataset q1.sqlite --format csv --to results/
        """))
  }

  @OptionGroup var source: DatasetOptions

  @Option(help: help("Dạng tệp xuất ra.", "The files' format."))
  var format: ExportFormat

  @Option(
    help: help(
      "Thư mục ghi kết quả; được tạo nếu chưa có.", "The folder; made where missing.",
      valueName: "dir"))
  var to: String

  @OptionGroup var common: CommonOptions

  enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case csv, ndjson

    var format: DatasetExport.Format { self == .csv ? .csv : .ndjson }
  }

  func run() throws {
    let export = try DatasetExport(of: source.location(), catalogue: common.catalogue)
    let written = try export.run(format.format, to: to)
    try StandardOutput.write(written.map { $0 + "\n" }.joined())
  }
}
