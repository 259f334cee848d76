import Catalogue
import DocumentModel
import TestSupport
import Testing

@testable import Consolidating

@Suite("What became of each submission")
struct SubmissionResolverTests {
  private static let register = Result {
    try UnitRegister(replacing: ["units.tsv": head, "unit_changes.tsv": "code\tformer\n"])
  }
  private static let head = "code\tkind\tname\tparent\tfrom\tto\n"
  private static let units = [
    ReportingUnit(code: "A", name: "xã Bình Lư", kind: "xã", reports: true),
    ReportingUnit(code: "B", name: "xã Khun Há", kind: "xã", reports: true),
  ]

  private func report(
    _ id: String, file: String? = nil, number: String = "12-BC/ĐU", date: String = "2026-04-02",
    period: Period? = Sample.firstQuarter
  ) -> Submission {
    Submission(
      id: id, file: file ?? id + ".txt", sha256: id, entity: "Đảng bộ xã Bình Lư", period: period,
      number: number, date: CalendarDate(iso: date), outcome: .accepted)
  }

  private func said(
    unit: String? = "Đảng bộ xã Bình Lư", replaces: [String]? = nil, topic: String = ""
  ) -> ReportEvidence {
    ReportEvidence(
      unit: unit, topic: topic, isReplacement: replaces != nil, replaces: replaces ?? [])
  }

  private func resolve(
    _ reports: [(Submission, ReportEvidence)], decisions: [Decision] = [],
    units: [ReportingUnit] = units
  ) throws -> [String: Submission] {
    let attributor = Attributor(
      units: units, register: try SubmissionResolverTests.register.get(), decisions: decisions)
    let resolver = SubmissionResolver(attributor: attributor, decisions: decisions)
    let evidence = Dictionary(uniqueKeysWithValues: reports.map { ($0.0.id, $0.1) })
    // Whatever the order, the outcome is one.
    let one = resolver.resolve(reports.map(\.0), evidence: evidence).submissions
    let other = resolver.resolve(reports.map(\.0).reversed(), evidence: evidence).submissions
    #expect(one == other.reversed())
    return Dictionary(uniqueKeysWithValues: one.map { ($0.id, $0) })
  }

  @Test("a report that names the one it replaces supersedes it, whatever the files are called")
  func named() throws {
    let all = try resolve([
      (report("z-original"), said()),
      (report("a-new", number: "15-BC/ĐU", date: "2026-04-06"), said(replaces: ["12-bc/đu"])),
    ])
    #expect(all["z-original"]?.outcome == .superseded)
    #expect(all["a-new"]?.outcome == .accepted)
    #expect(all["a-new"]?.supersedes == "z-original")
  }

  @Test("one that says it corrects, without a number, supersedes what is dated no later")
  func corrects() throws {
    let all = try resolve([
      (report("old"), said()),
      (report("new", number: "15-BC/ĐU", date: "2026-04-06"), said(replaces: [])),
      (report("newest", number: "19-BC/ĐU", date: "2026-04-09"), said(replaces: [])),
    ])
    #expect(all["old"]?.outcome == .superseded)
    #expect(all["new"]?.outcome == .superseded)
    #expect(all["newest"]?.outcome == .accepted)
  }

  @Test("two that say nothing are a conflict, and none of them counts")
  func conflict() throws {
    let all = try resolve([
      (report("one"), said()), (report("two", number: "15-BC/ĐU", date: "2026-04-06"), said()),
    ])
    #expect(all.values.map(\.outcome) == [.conflict, .conflict])
    #expect(all["one"]?.reason?.vi.contains("two.txt") == true)
  }

  @Test("withdrawing one resolves a conflict, and assigning it brings it back")
  func withdrawal() throws {
    let reports = [(report("one"), said()), (report("two", number: "15-BC/ĐU"), said())]
    let withdrawn = Decision(report: "two", action: .withdraw(reason: "nộp nhầm"))
    let all = try resolve(reports, decisions: [withdrawn])
    #expect(all["one"]?.outcome == .accepted)
    #expect(all["two"]?.outcome == .withdrawn)
    #expect(all["two"]?.reason?.vi == "đã rút: nộp nhầm")
    let back = Decision(report: "two", action: .assign(unit: "B", period: nil))
    let again = try resolve(reports, decisions: [withdrawn, back])
    #expect(again["two"]?.outcome == .accepted)
    #expect(again["two"]?.unit == "B")
  }

  @Test("what a withdrawn report had superseded counts again")
  func withdrawnSuccessor() throws {
    let all = try resolve(
      [
        (report("old"), said()),
        (report("new", number: "15-BC/ĐU", date: "2026-04-06"), said(replaces: [])),
      ], decisions: [Decision(report: "new", action: .withdraw(reason: "sai"))])
    #expect(all["old"]?.outcome == .accepted)
  }

  @Test("reports on different matters, or of different periods, stand beside each other")
  func beside() throws {
    let all = try resolve([
      (report("general"), said()), (report("inspection"), said(topic: "inspection")),
      (report("year", period: .year(2025)), said()),
    ])
    #expect(all.values.allSatisfy { $0.outcome == .accepted })
  }

  @Test("a unit that isn't in the list, or no unit, or no period: a person decides")
  func undecided() throws {
    let all = try resolve([
      (report("stranger"), said(unit: "Đảng bộ xã Nậm Khoan")), (report("nobody"), said(unit: nil)),
      (report("timeless", period: nil), said()),
    ])
    #expect(all.values.allSatisfy { $0.outcome == .undecided && $0.reason != nil })
    let assigned = try resolve(
      [(report("timeless", period: nil), said(unit: nil))],
      decisions: [
        Decision(report: "timeless", action: .assign(unit: "B", period: nil)),
        Decision(report: "timeless", action: .assign(unit: nil, period: Sample.firstQuarter)),
      ])
    #expect(assigned["timeless"]?.outcome == .accepted)
    #expect(assigned["timeless"]?.unit == "B")
    #expect(assigned["timeless"]?.period == Sample.firstQuarter)
    #expect(assigned["timeless"]?.entity == "xã Khun Há")
  }

  @Test("letterhead goes before file name; where the text is silent the file name decides")
  func fileNames() throws {
    let all = try resolve([
      (report("1", file: "khun-ha.txt"), said()),
      (report("2", file: "khun-ha-2.txt", period: .year(2025)), said(unit: nil)),
    ])
    #expect(all["1"]?.unit == "A")
    #expect(all["1"]?.reason?.vi.contains("xã Khun Há") == true)
    #expect(all["2"]?.unit == "B")
  }

  @Test("a known unit of the province that the letterhead names needs no list")
  func official() throws {
    let attributor = Attributor(
      units: SubmissionResolverTests.units, register: try UnitRegister.compiledIn.get(),
      decisions: [])
    func unit(under parent: String?) -> String? {
      attributor.attribution(
        of: report("1"), evidence: ReportEvidence(unit: "Đảng bộ xã Lộc Ninh", parent: parent)
      ).unit
    }
    #expect(unit(under: "Đảng bộ tỉnh Đồng Nai") == "25270")
    #expect(unit(under: "Đảng bộ tỉnh Lam Châu") == nil)
    #expect(unit(under: nil) == nil)
  }

  @Test("without a list units go by their names")
  func noList() throws {
    let all = try resolve([(report("1"), said()), (report("2"), said())], units: [])
    #expect(all.values.allSatisfy { $0.outcome == .conflict && $0.unit == nil })
  }

  @Test("a duplicate has the unit and the period of its original")
  func duplicates() throws {
    let original = report("1")
    var copy = report("copy")
    copy.outcome = .duplicate
    copy.duplicateOf = "1"
    copy.entity = nil
    let attributor = Attributor(
      units: SubmissionResolverTests.units,
      register: try SubmissionResolverTests.register.get(), decisions: [])
    let resolver = SubmissionResolver(attributor: attributor, decisions: [])
    let all = resolver.resolve([original, copy], evidence: ["1": said()]).submissions
    #expect(all.map(\.outcome) == [.accepted, .duplicate])
    #expect(all.map(\.unit) == ["A", "A"])
  }
}
