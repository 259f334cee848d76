import ArgumentParser

/// The command and its subcommands.
struct Tonghop: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tonghop",
      abstract: said(
        "Tổng hợp số liệu từ báo cáo của các đảng bộ, chi bộ thành một bộ dữ liệu tin cậy được.",
        "Consolidates the figures of party units' reports into one trusted dataset."),
      discussion: said(
        """
        Ví dụ:
          tonghop ingest bao-cao/ --dataset quy1.sqlite
          tonghop export --dataset quy1.sqlite --format csv --to ket-qua/
          tonghop check bao-cao/xa-binh-lu.txt

        Mã thoát:
          0        đã xử lý mọi tệp
          1        có cờ từ mức --fail-on
          2        một số tệp không đọc được
          64       sai cú pháp
          66       không đọc được tệp nào
          73, 74   không tạo được, không ghi được kết quả
          75       tệp dữ liệu đang bận
          130, 143 bị ngắt
        """,
        """
        Examples:
          tonghop ingest reports/ --dataset q1.sqlite
          tonghop export --dataset q1.sqlite --format csv --to results/
          tonghop check reports/binh-lu.txt

        Exit codes:
          0        all inputs processed
          1        flags of --fail-on's severity or worse
          2        some inputs failed
          64       usage
          66       none could be read
          73, 74   a result cannot be created, cannot be written
          75       dataset busy
          130, 143 interrupted
        """),
      version: "0.1.0",
      subcommands: [
        IngestCommand.self, StatusCommand.self, ExportCommand.self, UnitsCommand.self,
        AssignCommand.self, WithdrawCommand.self, ExtractCommand.self, CheckCommand.self,
        RulesCommand.self, NumeralsCommand.self, TextCommand.self,
      ])
  }
}
