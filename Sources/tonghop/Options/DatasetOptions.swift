import ArgumentParser
import Pipeline

/// Which dataset, and how long to wait for it.
struct DatasetOptions: ParsableArguments {
  @Option(help: help("Tệp dữ liệu (SQLite).", "The dataset (SQLite).", valueName: "file"))
  var dataset: String

  @Option(
    help: help(
      "Số giây chờ khi chương trình khác đang ghi.",
      "Seconds to wait while another program writes.", valueName: "seconds"))
  var wait: Double = 30

  func validate() throws {
    guard wait >= 0, wait <= 86_400 else {
      throw ValidationError(
        said("--wait phải từ 0 đến 86400 giây.", "--wait must be from 0 to 86400 seconds."))
    }
    if dataset.isEmpty {
      throw ValidationError(said("--dataset không được để trống.", "--dataset must not be empty."))
    }
  }

  func location(root: String? = nil) -> DatasetLocation {
    DatasetLocation(path: dataset, root: root, wait: wait)
  }
}
