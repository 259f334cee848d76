import DocumentModel
import Testing

@testable import Consolidating

@Suite("Periods as people type them")
struct PeriodCodeTests {
  @Test(
    "codes and their spans",
    arguments: [
      ("2026", "2026-01-01", "2026-12-31"), ("2026-Q1", "2026-01-01", "2026-03-31"),
      ("2026-Q4", "2026-10-01", "2026-12-31"), ("2026-H2", "2026-07-01", "2026-12-31"),
      ("2026-9M", "2026-01-01", "2026-09-30"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2020-01-01/2025-06-30", "2020-01-01", "2025-06-30"),
    ])
  func codes(code: String, start: String, end: String) throws {
    let period = try #require(PeriodCode.period(code))
    #expect(period.start?.description == start)
    #expect(period.end.description == end)
    #expect(PeriodCode.code(period) == code)
  }

  @Test(
    "what is none",
    arguments: ["", "26", "2026-Q5", "2026-13", "2026-02-30", "2026-04-01/2026-03-01", "quý 1"])
  func none(code: String) {
    #expect(PeriodCode.period(code) == nil)
  }

  @Test(
    "periods in paths",
    arguments: [
      ("2026-Q1/a.txt", "2026-Q1"), ("bao-cao-quy-2-2026.txt", "2026-Q2"),
      ("BC Quý IV năm 2025.docx", "2025-Q4"), ("q3_2026.txt", "2026-Q3"), ("a-2026.txt", nil),
      ("quy1.txt", nil),
    ])
  func paths(path: String, code: String?) {
    #expect(PeriodCode.period(inPath: path).map(PeriodCode.code) == code)
  }
}
