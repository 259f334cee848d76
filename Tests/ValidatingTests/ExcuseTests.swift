import Catalogue
import DocumentModel
import Testing

@testable import Validating

/// What excuses a figure that doesn't fit, and what only seems to; figures as in `corpus/rules`.
@Suite("What excuses a figure, and what doesn't") struct ExcuseTests {
  @Test("a plan for the whole term is what a share of half of it is of") func longPlan() throws {
    let told =
      """
      1000 admissions nature=target on=2021-01-01..2025-12-31
      642 admissions on=2021-01-01..2023-06-30
      """
    let of = "admissions of=plan on=2021-01-01..2023-06-30"
    #expect(try flags(told + "\n& 64,2% \(of)").isEmpty)
    #expect(try flags(told + "\n& 62,4% \(of)").map(\.rule) == ["share_mismatch"])
  }

  @Test("a share in a list of which other shares hold is of their whole") func amongOthers() throws
  {
    let found = try flags(
      """
      49 admissions
      & 23 admissions sex=female
      & 46,9% admissions sex=female
      & 31 admissions youth_union=yes
      & 63,3% admissions youth_union=yes
      & 9 admissions ethnicity=minority
      & 34,6% admissions ethnicity=minority
      """)
    #expect(found.map(\.rule) == ["share_mismatch"])
    #expect(found.first?.sources.map(\.text).contains("34,6") == true)
  }

  @Test("a whole smaller than the part is none") func tooSmall() throws {
    let found = try flags(
      """
      1358 members
      31 members
      742 members group=residential
      & 65,1% members group=residential
      """)
    #expect(
      found.filter { $0.rule == "share_mismatch" }.allSatisfy { flag in
        flag.sources.map(\.text).contains("1358")
      })
    #expect(found.contains { $0.rule == "share_mismatch" })
  }
}
