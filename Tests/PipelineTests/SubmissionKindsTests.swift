import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("What reports say of themselves")
struct SubmissionKindsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func processed(_ text: String) throws -> ProcessedReport {
    let processor = ReportProcessor(catalogue: try LoadedCatalogue(replacing: nil))
    return try processor.report(file: "a.txt", bytes: Array(text.utf8))
  }

  private func report(
    title: String = "", front: String = "", end: String = "", stamp: String = ""
  ) -> String {
    """
    ĐẢNG BỘ TỈNH LAM CHÂU          ĐẢNG CỘNG SẢN VIỆT NAM
    ĐẢNG ỦY XÃ BÌNH LƯ             Bình Lư, ngày 06 tháng 4 năm 2026
    \(stamp)
    Số 15-BC/ĐU

    BÁO CÁO
    công tác xây dựng Đảng quý I năm 2026\(title)
    \(front)
    Kính gửi: Ban Tổ chức Tỉnh ủy

    I. KẾT QUẢ

    Tính đến 31/3/2026, toàn Đảng bộ có 384 đảng viên. \(end)

    """
  }

  @Test("unit, the unit above, recipient")
  func evidence() throws {
    let evidence = try processed(report()).evidence
    #expect(evidence.unit == "Đảng bộ xã Bình Lư")
    #expect(evidence.parent == "Đảng bộ tỉnh Lam Châu")
    #expect(evidence.recipient == "Ban Tổ chức Tỉnh ủy")
    #expect(!evidence.isReplacement)
  }

  @Test("replacing, in the words and the places that reports use")
  func replacing() throws {
    let sentences = [
      report(front: "(thay thế Báo cáo số 12-BC/ĐU, ngày 02/4/2026)"),
      report(end: "Báo cáo này thay thế Báo cáo số 12-BC/ĐU ngày 02/4/2026."),
      report(end: "Báo cáo này thay thế cho Báo cáo số 12 - BC/ĐU ngày 02/4/2026."),
    ]
    for text in sentences {
      let evidence = try processed(text).evidence
      #expect(evidence.isReplacement)
      #expect(evidence.replaces == ["12-bc/đu"])
    }
    #expect(try processed(report(title: " (lần 2)")).evidence.isReplacement)
    #expect(try processed(report(front: "(Báo cáo điều chỉnh)")).evidence.isReplacement)
  }

  @Test("a sentence about replacing something else is none")
  func notReplacing() throws {
    let others = [
      report(end: "Quy định này thay thế Quy định số 12-QĐ/TU."),
      report(end: "Đã thay thế 02 bí thư chi bộ."),
      report(title: ", kiện toàn, bổ sung cấp ủy"),
    ]
    for text in others { #expect(try !processed(text).evidence.isReplacement) }
  }

  @Test(
    "a stamp of secrecy",
    arguments: [
      ("MẬT", "secret"), ("TỐI MẬT", "top_secret"), ("          TUYỆT MẬT", "absolutely_secret"),
    ])
  func stamps(stamp: String, degree: String) throws {
    #expect(try processed(report(stamp: stamp)).secrecy == degree)
    #expect(
      try processed(report(stamp: stamp.decomposedStringWithCanonicalMapping)).secrecy == degree)
  }

  @Test("no stamp: words about secrets")
  func noStamps() throws {
    #expect(try processed(report()).secrecy == nil)
    #expect(
      try processed(report(end: "Công tác bảo vệ bí mật nhà nước được chú trọng.")).secrecy == nil)
  }

  @Test("a secret report is recorded as refused, and nothing of it kept, unless it is allowed")
  func refusal() async throws {
    try folder.write(report(stamp: "MẬT"), to: "in/m.txt")
    let location = DatasetLocation(path: folder.file("d.sqlite"))
    func ingest(allowing: Bool) async throws -> IngestSummary {
      try await Ingest(into: location, catalogue: nil, jobs: 1, allowsClassified: allowing).run(
        InputSearch(paths: [folder.file("in")]), stop: StopSwitch()
      ) { _ in }
    }
    let refused = try await ingest(allowing: false)
    #expect(refused.files.map(\.submission.outcome) == [.refused])
    #expect(refused.files.first?.submission.reason?.vi.contains("MẬT") == true)
    #expect(refused.tally.failed == 1)
    #expect(try DatasetStatus(of: location).facts == 0)
    let allowed = try await ingest(allowing: true)
    #expect(allowed.files.map(\.submission.outcome) == [.accepted])
    #expect(try DatasetStatus(of: location).facts == 1)
    #expect(try DatasetStatus(of: location).files.count == 1)
  }
}
