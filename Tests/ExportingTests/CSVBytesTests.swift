import Catalogue
import DocumentModel
import TestSupport
import Testing

@testable import Exporting

@Suite("CSV that a spreadsheet opens")
struct CSVBytesTests {
  private func csv(_ write: (inout CSVBytes) -> Void) -> String {
    var csv = CSVBytes()
    write(&csv)
    csv.endRow()
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  @Test("it opens with a byte-order mark and a header row")
  func header() {
    var csv = CSVBytes()
    csv.header(["id", "value"])
    #expect(csv.bytes == [0xEF, 0xBB, 0xBF] + Array("id,value\r\n".utf8))
  }

  @Test(
    "what could be taken for a formula gets an apostrophe",
    arguments: ["=1+1", "+84", "-4", "@SUM(A1)", "\tx"])
  func formulas(text: String) {
    #expect(csv { $0.text(text) } == "'\(text)\r\n")
  }

  @Test("a negative number stays a number")
  func negative() {
    #expect(csv { $0.number(ExactDecimal(-182, scale: 1)) } == "-18.2\r\n")
  }

  @Test("commas, quotes and line breaks are quoted")
  func quoting() {
    #expect(
      csv {
        $0.text("a,b")
        $0.text("a\"b")
        $0.text("a\nb")
      } == "\"a,b\",\"a\"\"b\",\"a\nb\"\r\n")
  }

  @Test("every row has as many cells as its header")
  func columns() throws {
    let catalogue = try Catalogue()
    func count(_ write: (inout CSVBytes) -> Void) -> Int {
      var csv = CSVBytes()
      write(&csv)
      return String(decoding: csv.bytes, as: UTF8.self).split(
        separator: ",", omittingEmptySubsequences: false
      ).count
    }
    #expect(
      count { $0.row(Sample.fact(), submission: "s", catalogue: catalogue) }
        == CSVBytes.factColumns.count)
    #expect(count { $0.row(Sample.flag(), submission: "s") } == CSVBytes.flagColumns.count)
    let cell = ConsolidatedCell(
      entity: Entity(name: "X"), period: Sample.firstQuarter, concept: "members", unit: "person",
      nature: .actual, statistic: .total, dimensions: ["sex": "female"], value: ExactDecimal(1),
      status: .agreed, sources: ["f1", "f2"])
    #expect(count { $0.row(cell, catalogue: catalogue) } == CSVBytes.cellColumns.count)
    let submission = Submission(id: "s", file: "a", sha256: "0", outcome: .accepted)
    #expect(count { $0.row(submission) } == CSVBytes.submissionColumns.count)
  }

  @Test("codes have their Vietnamese labels beside them")
  func labels() throws {
    let catalogue = try Catalogue()
    let row = csv {
      $0.row(
        Sample.fact(dimensions: ["sex": "female"]), submission: "s", catalogue: catalogue)
    }
    #expect(row.contains(",members,đảng viên,sex=female,nữ,384,"))
  }
}
