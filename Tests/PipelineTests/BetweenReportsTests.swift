import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("A unit's report against its earlier one")
struct BetweenReportsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func report(_ title: String, _ day: String, _ body: String) -> String {
    """
    TỈNH ỦY LAM CHÂU
    ĐẢNG ỦY XÃ NÀ TẲM
    *
    Số 12-BC/ĐU

    Nà Tẳm, ngày \(day)

    BÁO CÁO
    công tác xây dựng Đảng \(title)

    \(body)

    """
  }

  private func flags(opening: String) async throws -> [[String: Any]] {
    try folder.write(
      report(
        "quý IV năm 2025", "06 tháng 01 năm 2026", "Đến ngày 31/12/2025, Đảng bộ có 428 đảng viên."),
      to: "reports/q4.txt")
    try folder.write(
      report(
        "quý I năm 2026", "06 tháng 4 năm 2026",
        "Số đảng viên đầu kỳ (31/12/2025): \(opening) đồng chí. "
          + "Đến ngày 31/3/2026, Đảng bộ có 433 đảng viên."),
      to: "reports/q1.txt")
    try folder.write(
      "code,name,kind,parent,reports\nLC14,Đảng bộ xã Nà Tẳm,xã,,yes\n", to: "units.csv")
    let location = DatasetLocation(path: folder.file("\(opening).sqlite"), root: folder.path)
    try UnitList(file: folder.file("units.csv")).replace(in: location)
    _ = try await Ingest(into: location, catalogue: nil, jobs: 1)
      .run(InputSearch(paths: [folder.file("reports")]), stop: StopSwitch()) { _ in }
    let written = try DatasetExport(of: location, catalogue: nil)
      .run(.ndjson, to: folder.file("out-" + opening))
    let path = try #require(written.first { $0.hasSuffix("flags.ndjson") })
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  @Test("an opening that isn't the last closing is flagged where it stands")
  func opening() async throws {
    let found = try await flags(opening: "482")
    #expect(found.map { "\($0["rule"] ?? "")" } == ["balance_mismatch"])
    #expect(found.first?["file"] as? String == "reports/q1.txt")
    #expect(found.first?["observed"] as? Int == 482)
    #expect(found.first?["expected"] as? Int == 428)
    #expect((found.first?["facts"] as? [String])?.count == 2)
  }

  @Test("one that is the last closing isn't") func agreeing() async throws {
    #expect(try await flags(opening: "428").isEmpty)
  }
}
