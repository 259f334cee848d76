import Foundation
import TestSupport
import Testing

@Suite("Damaged and hostile files")
struct HostileFilesTests {
  private let folder: TemporaryFolder
  private let tonghop: Program

  init() throws {
    folder = try TemporaryFolder()
    tonghop = Program(folder: folder)
  }

  @Test("each is a recorded failure that says why and what to do, and the batch goes on")
  func ingest() throws {
    let script = Program.repository.appendingPathComponent("scripts/make-hostile").path
    try #require(try tonghop.shell("python3 '\(script)' in --small").code == 0)
    try folder.write(
      "ĐẢNG ỦY XÃ BÌNH LƯ\n\nBÁO CÁO\nquý I năm 2026\n\nĐảng bộ có 25 đảng viên.\n",
      to: "in/z-good.txt")
    let run = try tonghop(
      "ingest", "in", "--dataset", "d.sqlite", "--format", "ndjson", "--time-limit", "2")
    #expect(run.code == 2)
    var outcomes: [String: String] = [:]
    var reasons: [String: String] = [:]
    for line in run.lines {
      guard
        let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let file = record["file"] as? String, let outcome = record["outcome"] as? String
      else { continue }
      outcomes[file] = outcome
      reasons[file] = (record["reason"] as? [String: Any])?["vi"] as? String ?? ""
    }
    #expect(outcomes["in/z-good.txt"] == "accepted")
    outcomes["in/z-good.txt"] = nil
    #expect(outcomes["in/scan.pdf"] == "needs_ocr")
    outcomes["in/scan.pdf"] = nil
    #expect(outcomes.count == 10)
    #expect(Set(outcomes.values) == ["failed"])
    for (file, words) in [
      "truncated": "cắt cụt", "encrypted": "mật khẩu", "endless": "sau 2 giây",
      "many-pages": "hơn 2000 trang", "declared-pages": "không đọc được", "damaged": "hỏng",
      "scan": "không có chữ nào", "million-pages": "không đọc được",
    ] {
      #expect(reasons["in/\(file).pdf"]?.contains(words) == true, "\(file)")
      #expect(reasons["in/\(file).pdf"]?.contains("; hãy ") == true, "\(file)")
    }
  }

  @Test("a text of one endless line is refused")
  func longLine() throws {
    let line = "yes 'Đảng bộ có 25 đảng viên;' | tr -d '\\n' | head -c 60000000 > long.txt"
    let run = try tonghop.shell(line + "; \"$tonghop\" extract long.txt")
    #expect(run.code != 0)
    #expect(run.messages.contains("giới hạn là"))
  }
}
