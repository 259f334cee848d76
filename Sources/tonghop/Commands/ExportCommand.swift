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
        CSV là UTF-8 có BOM, mở được bằng Excel, kèm datapackage.json. xlsx là bảng tính có biểu in. Dữ liệu như nhau cho ra tệp giống hệt nhau.

        Ví dụ:
          tonghop export --dataset quy1.sqlite --format csv --to ket-qua/
          tonghop export --dataset quy1.sqlite --format xlsx --period 2026-Q1 --to ket-qua/
        """,
        """
        CSV is UTF-8 with a byte-order mark, as Excel wants it, with a datapackage.json; xlsx is a
        workbook with a sheet to print. Equal datasets give equal files.

        Example:
          tonghop export --dataset q1.sqlite --format csv --to results/
          tonghop export --dataset q1.sqlite --format xlsx --period 2026-Q1 --to results/
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

  @Option(
    help: help(
      "Kỳ mà bảng tính trình bày, ví dụ 2026-Q1 (mặc định: kỳ mới nhất).",
      "The period that a workbook shows, 2026-Q1 for example (default: the latest).",
      valueName: "period"))
  var period: PeriodOption?

  @OptionGroup var common: CommonOptions

  enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case csv, ndjson, xlsx

    var format: DatasetExport.Format {
      switch self {
      case .csv: return .csv
      case .ndjson: return .ndjson
      case .xlsx: return .xlsx
      }
    }
  }

  func run() throws {
    var export = try DatasetExport(of: source.location(), catalogue: common.catalogue)
    export.period = period?.period
    let written = try export.run(format.format, to: to)
    try StandardOutput.write(written.map { $0 + "\n" }.joined())
  }
}
