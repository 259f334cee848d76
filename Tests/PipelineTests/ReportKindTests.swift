import DocumentModel
import Testing

@testable import Pipeline

@Suite("The kind of a report, as far as its period tells")
struct ReportKindTests {
  private func period(_ start: String, _ end: String) throws -> Period {
    .duration(
      start: try #require(CalendarDate(iso: start)), end: try #require(CalendarDate(iso: end)))
  }

  @Test(
    arguments: [
      ("2026-03-01", "2026-03-31", "month"), ("2026-01-01", "2026-03-31", "quarter"),
      ("2026-01-01", "2026-06-30", "half_year"), ("2025-01-01", "2025-09-30", "nine_months"),
      ("2025-01-01", "2025-12-31", "year"), ("2020-01-01", "2025-12-31", "term"),
      ("2026-02-01", "2026-04-30", "other"),
    ])
  func kinds(start: String, end: String, kind: String) throws {
    #expect(ReportKind.code(for: try period(start, end)) == kind)
  }

  @Test("a day or nothing is no kind")
  func none() {
    #expect(ReportKind.code(for: nil) == nil)
    #expect(ReportKind.code(for: .instant(.firstDay(year: 2026))) == nil)
  }
}
