import Catalogue
import DocumentModel
import Testing

@testable import Validating

@Suite("Figures of different reports") struct DatasetValidatorTests {
  private func figure(
    _ value: Int64, _ concept: String, _ period: Period, report: String, span: Period,
    entity: String = "Đảng bộ xã Mẫu", start: Int = 100
  ) -> DatasetFigure {
    let fact = Fact(
      id: "\(report)-\(start)", file: report + ".txt", concept: concept,
      value: ExactDecimal(value), unit: "person", entity: Entity(name: entity), period: period,
      source: SourceSpan(line: 3, start: start, end: start + 3, text: String(value)))
    return DatasetFigure(fact: fact, report: report, period: span, group: "huyện")
  }

  private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  private func quarter(_ year: Int, _ number: Int) throws -> Period {
    let last = [31, 30, 30, 31][number - 1]
    return .duration(
      start: try #require(CalendarDate(year: year, month: number * 3 - 2, day: 1)),
      end: try #require(CalendarDate(year: year, month: number * 3, day: last)))
  }

  @Test("an opening that isn't the last closing names both reports") func carried() throws {
    let eve = Period.instant(try day("2025-12-31"))
    let flags = DatasetValidator(catalogue: try Catalogue()).flags([
      figure(482, "members", eve, report: "b", span: try quarter(2026, 1)),
      figure(428, "members", eve, report: "a", span: try quarter(2025, 4)),
    ])
    #expect(flags.count == 1)
    #expect(flags.first?.file == "b.txt")
    #expect(flags.first?.rule == "balance_mismatch")
    #expect(flags.first?.difference == ExactDecimal(54))
    #expect(
      flags.first?.message.vi.hasPrefix(
        "đầu kỳ ghi 482, báo cáo trước (a.txt, dòng 3) ghi cuối kỳ 428.") == true)
  }

  @Test("another unit's closing is nobody's opening") func otherUnit() throws {
    let eve = Period.instant(try day("2025-12-31"))
    #expect(
      DatasetValidator(catalogue: try Catalogue()).flags([
        figure(482, "members", eve, report: "b", span: try quarter(2026, 1)),
        figure(
          428, "members", eve, report: "a", span: try quarter(2025, 4), entity: "Đảng bộ xã Khác"),
      ]).isEmpty)
  }

  @Test("an outlier is told in words, and is never an error; the order of arrival is of no account")
  func outlier() throws {
    var figures: [DatasetFigure] = []
    for (index, value) in [12, 10, 14, 11, 13, 115].enumerated() {
      let span = try quarter(2024 + index / 4, index % 4 + 1)
      figures.append(
        figure(Int64(value), "admissions", span, report: "q\(index)", span: span))
    }
    let validator = DatasetValidator(catalogue: try Catalogue())
    let flags = validator.flags(figures)
    #expect(flags.map(\.file) == ["q5.txt"])
    #expect(flags.first?.rule == "outlier")
    #expect(flags.first.map { $0.severity < .error } == true)
    #expect(flags.first?.message.vi.hasPrefix("ghi 115; 5 kỳ trước ghi từ 10 đến 14.") == true)
    #expect(validator.flags(figures.reversed()) == flags)
  }

  @Test("alike but for one: only a multiple is far") func constant() throws {
    let alike = try #require(Spread(Array(repeating: Exact(4), count: 6), least: 5))
    #expect(!alike.isFar(Exact(5)))
    #expect(!alike.isFar(Exact(12)))
    #expect(alike.isFar(Exact(40)))
    #expect(Spread([Exact(1)], least: 5) == nil)
  }
}
