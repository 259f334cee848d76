import Catalogue
import DocumentModel
import Extracting
import Normalising

/// A short report: a letterhead of its own above, the phenomenon below.
struct Report {
  let head: String
  /// The unit, the day and the span that a figure has when its sentence states none.
  let unit: String
  let asOf: CalendarDate
  let period: Period

  /// A commune's report of the first quarter of 2026.
  static let commune = Report(
    head: """
      TỈNH ỦY LAM SƠN
      ĐẢNG ỦY XÃ AN HÒA
      *
      Số 12-BC/ĐU                              An Hòa, ngày 05 tháng 4 năm 2026

      BÁO CÁO
      công tác xây dựng Đảng quý I năm 2026
      (Số liệu tính đến ngày 31/3/2026)


      """,
    unit: "Đảng bộ xã An Hòa", asOf: .lastDay(year: 2026, month: 3),
    period: .duration(
      start: .firstDay(year: 2026), end: .lastDay(year: 2026, month: 3)))

  /// A province's report of the year 2025.
  static let province = Report(
    head: """
      BAN CHẤP HÀNH TRUNG ƯƠNG
      TỈNH ỦY LAM SƠN
      *
      Số 87-BC/TU                              Lam Sơn, ngày 15 tháng 01 năm 2026

      BÁO CÁO
      công tác xây dựng Đảng năm 2025
      (Số liệu tính đến ngày 31/12/2025)


      """,
    unit: "Đảng bộ tỉnh Lam Sơn", asOf: .lastDay(year: 2025), period: .year(2025))

  func read(_ body: String) -> (document: Document, extraction: Extraction, bodyStart: Int) {
    Report.read(head: head, body: body + "\n")
  }

  static func read(
    head: String, body: String = ""
  ) -> (document: Document, extraction: Extraction, bodyStart: Int) {
    let plain = Document(
      file: "test.txt", sha256: String(repeating: "0", count: 64), bytes: Array((head + body).utf8))
    let document = Normaliser(catalogue: catalogue).normalise(plain)
    let extraction = Extractor(catalogue: catalogue).extract(document)
    return (document, extraction, head.utf8.count)
  }

  static let catalogue: Catalogue = {
    do { return try Catalogue() } catch { preconditionFailure("\(error)") }
  }()
}
