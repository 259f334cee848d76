import Catalogue
import DocumentModel
import Testing

@Suite("A department's table of rules") struct RuleTableTests {
  static let header = "id\tfamily\tseverity\trelation\toperands\tapplies\tvi\ten\tsource"

  private func load(_ row: String) throws -> Catalogue {
    try Catalogue(
      adding: [NamedText(name: "ours.tsv", text: "# ours\n\(RuleTableTests.header)\n\(row)\n")])
  }

  @Test("adds rules, and replaces those of the same id") func adds() throws {
    let known = try Catalogue().rules.rules.count
    let added = try load(
      "ours\tsum_mismatch\twarning\tpartition\tsex: * = female + male\tconcepts admissions\ta\tb\tc"
    )
    #expect(added.rules.rules.count == known + 1)
    #expect(added.rules.rules.last?.place.file == "ours.tsv")
    #expect(added.rules.rules.last?.place.line == 3)
    let replaced = try load("sex\tsum_mismatch\tinfo\tpartition\tsex: * = female + male\t\ta\tb\tc")
    #expect(replaced.rules.rules.count == known)
    #expect(replaced.rules.rules.first { $0.id == "sex" }?.severity == .info)
  }

  @Test(
    "stops loading at a mistake, with file and line",
    arguments: [
      ("\tsum_mismatch\terror\tbreakdown\t\t\ta\tb\tc", "the id is missing"),
      ("x\tsums\terror\tbreakdown\t\t\ta\tb\tc", "there is no family sums"),
      ("x\tsum_mismatch\tfatal\tbreakdown\t\t\ta\tb\tc", "fatal is no severity"),
      ("x\tsum_mismatch\terror\tadds\t\t\ta\tb\tc", "there is no relation adds"),
      ("x\tsum_mismatch\terror\tbreakdown\tsex\t\ta\tb\tc", "cannot read the operands"),
      ("x\tsum_mismatch\terror\tpartition\tsex: * =\t\ta\tb\tc", "cannot read the operands"),
      (
        "x\tsum_mismatch\terror\tbreakdown\t\tconfidence 2000\ta\tb\tc", "cannot read the condition"
      ),
      ("x\tsum_mismatch\terror\tbreakdown\t\tweather\ta\tb\tc", "cannot read the condition"),
      ("x\tsum_mismatch\terror\tbreakdown\t\t\ta\t\tc", "instruction is missing"),
      (
        "x\tsum_mismatch\terror\tpartition\tsex: * = female + men\t\ta\tb\tc",
        "the dimension sex has no member men"
      ),
      (
        "x\tsum_mismatch\terror\tpartition\tsize: * = big + small\t\ta\tb\tc",
        "there is no dimension size"
      ),
      (
        "x\tsum_mismatch\terror\tbreakdown\t\tconcepts soldiers\ta\tb\tc",
        "there is no concept soldiers"
      ),
      ("x\tsum_mismatch\terror\tbreakdown\t\t\ta\tb\tc\td", "has 10 columns, the table has 9"),
    ])
  func mistakes(row: String, message: String) throws {
    let error = #expect(throws: TableError.self) { try load(row) }
    #expect(error?.file == "ours.tsv")
    #expect(error?.line == 3)
    #expect(error?.message.en.contains(message) == true, "\(error?.message.en ?? "")")
  }

  @Test("stops at an id that stands twice") func twice() throws {
    let row = "x\tsum_mismatch\terror\tbreakdown\t\t\ta\tb\tc"
    let error = #expect(throws: TableError.self) { try load(row + "\n" + row) }
    #expect(error?.line == 4)
    #expect(error?.message.en == "x stands on line 3 too")
  }
}
