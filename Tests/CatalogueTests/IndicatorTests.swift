import DocumentModel
import Testing

@testable import Catalogue

@Suite("Indicators")
struct IndicatorTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try Catalogue() }

  private static let head =
    "code\ttheme\tnumber\tlabel\tconcept\tunit\tdimensions\tnature\tstatistic\n"

  private func table(_ rows: String) throws -> IndicatorTable {
    try IndicatorTable(
      replacing: ["indicators.tsv": IndicatorTests.head + rows], catalogue: catalogue)
  }

  private func cell(
    _ concept: String, unit: String = "person", _ dimensions: [String: String] = [:],
    of: Whole? = nil
  ) -> ConsolidatedCell {
    ConsolidatedCell(
      entity: Entity(name: "X"), period: nil, concept: concept, unit: unit, nature: .actual,
      statistic: .total, dimensions: dimensions, of: of, value: ExactDecimal(1), status: .agreed,
      sources: [])
  }

  @Test("the compiled-in table loads, with six themes")
  func compiledIn() throws {
    let table = try IndicatorTable(catalogue: catalogue)
    #expect(table.indicators.count > 80)
    #expect(table.themes.count == 6)
  }

  @Test("an indicator stands for one concept, unit, set of dimensions, nature and statistic")
  func matching() throws {
    let table = try table(
      "m\tT\t1\tĐảng viên\tmembers\nf\tT\t2\tNữ\tmembers\t\tsex=female\np\tT\t3\tTỷ lệ nữ\tmembers\tpercent\tsex=female\n"
    )
    #expect(table.index(of: cell("members")) == 0)
    #expect(table.index(of: cell("members", ["sex": "female"])) == 1)
    #expect(table.index(of: cell("members", unit: "percent", ["sex": "female"])) == 2)
    #expect(table.index(of: cell("members", ["sex": "male"])) == nil)
    #expect(table.index(of: cell("members", of: Whole(noun: "trưởng thôn"))) == nil)
    #expect(table.indicators.map(\.isCount) == [true, true, false])
  }

  @Test(
    "a mistake names its line",
    arguments: [
      "a\tT\t1\tA\tnothing\n", "a\tT\t1\tA\tmembers\t\tsex\n",
      "a\tT\t1\tA\tmembers\t\tcolour=red\n",
      "\tT\t1\tA\tmembers\n", "a\tT\t1\tA\tmembers\t\t\tplanned\n",
    ])
  func mistakes(row: String) {
    #expect {
      try table("ok\tT\t0\tO\tadmissions\n" + row)
    } throws: { ($0 as? TableError)?.line == 3 }
  }

  @Test("two rows can't have one code, nor one meaning")
  func twice() {
    #expect(throws: TableError.self) {
      try table("a\tT\t1\tA\tmembers\na\tT\t2\tB\tadmissions\n")
    }
    #expect(throws: TableError.self) { try table("a\tT\t1\tA\tmembers\nb\tT\t2\tB\tmembers\n") }
  }
}
