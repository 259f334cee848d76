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

  @Test("each PDF is a recorded failure that says why and what to do, and the batch goes on")
  func pdf() throws {
    let script = Program.repository.appendingPathComponent("scripts/make-hostile").path
    try #require(try tonghop.shell("python3 '\(script)' in --small").code == 0)
    try folder.write(
      "ĐẢNG ỦY XÃ BÌNH LƯ\n\nBÁO CÁO\nquý I năm 2026\n\nĐảng bộ có 25 đảng viên.\n",
      to: "in/z-good.txt")
    let run = try tonghop(
      "ingest", "in", "--dataset", "d.sqlite", "--format", "ndjson", "--time-limit", "2")
    #expect(run.code == 2)
    var files = try run.submissions()
    #expect(files.removeValue(forKey: "in/z-good.txt")?.outcome == "accepted")
    #expect(files.count == 11)
    for (file, submission) in files {
      #expect(submission.outcome == (file == "in/scan.pdf" ? "needs_ocr" : "failed"), "\(file)")
    }
    for (file, words) in [
      "truncated": "cắt cụt", "encrypted": "mật khẩu", "endless": "sau 2 giây",
      "many-pages": "hơn 2000 trang", "declared-pages": "không đọc được", "damaged": "hỏng",
      "scan": "không có chữ nào", "million-pages": "không đọc được",
    ] {
      let reason = files["in/\(file).pdf"]?.reason ?? ""
      #expect(reason.contains(words), "\(file)")
      #expect(reason.contains("; hãy "), "\(file)")
    }
  }

  @Test("so is each of Word, of XML and of packed files, and nothing of what they point at is told")
  func office() throws {
    let script = Program.repository.appendingPathComponent("scripts/make-hostile-office").path
    try #require(try tonghop.shell("python3 '\(script)' in").code == 0)
    try folder.write("BÁO CÁO\n\nĐảng bộ có 25 đảng viên.\n", to: "in/z-good.txt")
    let run = try tonghop("ingest", "in", "--dataset", "d.sqlite", "--format", "ndjson")
    #expect(run.code == 2)
    var files = try run.submissions()
    // It names no unit, but it was read.
    #expect(files.removeValue(forKey: "in/z-good.txt")?.outcome == "undecided")
    #expect(files.count == 27)
    #expect(Set(files.values.map(\.outcome)) == ["failed"])
    for (file, words) in [
      "malformed.xml": "XML hỏng ở dòng 4", "unknown.xml": "<invoice>", "xxe.xml": "thực thể",
      "deep.xml": "XML hỏng", "invalid-report.xml": "dòng 18, phần tử <figure>",
      "unknown-code.xml": "no_such_code", "no-docx.docx": "tệp nén", "slip.docx": "trỏ ra ngoài",
      "bomb.docx": "XML hỏng", "runs.docx": "hơn 2000000 phần tử", "xxe.docx": "thực thể",
      "truncated.docx": "bị cắt", "locked.docx": "mật khẩu", "locked.odt": "mật khẩu",
      "sheet.xlsx": "bảng tính", "sheet.xls": "bảng tính", "slides.pptx": "trình chiếu",
      "reports.zip": "giải nén", "letter.eml": "thư điện tử", "letter.msg": "thư điện tử",
      "half-unit.txt": "UTF-16LE",
    ] {
      #expect(files["in/" + file]?.reason.contains(words) == true, "\(file)")
    }
    for (file, submission) in files { #expect(submission.reason.contains("; hãy "), "\(file)") }
    // Nothing of what was read is told, and nothing but our own messages.
    #expect(!run.messages.contains("root:"))
    #expect(!run.messages.contains("parser error"))
  }

  @Test("a text of one endless line is refused")
  func longLine() throws {
    let line = "yes 'Đảng bộ có 25 đảng viên;' | tr -d '\\n' | head -c 60000000 > long.txt"
    let run = try tonghop.shell(line + "; \"$tonghop\" extract long.txt")
    #expect(run.code != 0)
    #expect(run.messages.contains("giới hạn là"))
  }
}
