import Catalogue
import DocumentModel
import Testing

@testable import Validating

/// What is found, what is offered for it, and what is left undecided; figures as in `corpus/rules`.
@Suite("Findings and what is offered for them") struct ValidatorTests {
  private func edits(_ suggestion: Suggestion?) -> [String] {
    suggestion?.edits.map { edit in
      guard case .number(let value) = edit.value else { return "" }
      return "\(edit.source.text) → \(value)"
    } ?? []
  }

  @Test("a span that ends before it begins is left alone, and the years beside it are added up")
  func turnedSpan() throws {
    let found = try flags(
      """
      98 admissions on=2021-01-01..2023-12-31
      20 admissions on=2021-01-01..2020-12-31
      12 admissions on=2021-01-01..2021-12-31
      23 admissions on=2022-01-01..2022-12-31
      54 admissions on=2023-01-01..2023-12-31
      """)
    #expect(found.map(\.rule) == ["sum_mismatch"])
  }

  @Test("digits that changed places are put back, and the arithmetic is shown") func exchange()
    throws
  {
    let found = try flags(
      """
      620 members
      173 members group=agency
      228 members group=enterprise
      112 members group=public_service
      98 members group=armed_forces
      breakdown 1 2 3 4 5
      """)
    #expect(found.map(\.rule) == ["sum_mismatch"])
    #expect(edits(found.first?.suggestion) == ["112 → 121"])
    #expect(
      found.first?.message.vi.hasPrefix("173 + 228 + 112 + 98 = 611, báo cáo ghi 620.") == true)
    #expect(found.first?.difference == ExactDecimal(9))
  }

  @Test("a breakdown is of the count before it in the sentence, not of a nearer one behind it")
  func wholeBefore() throws {
    let told =
      """
      31 disciplined_members
      & 19 disciplined_members form=reprimand
      & 6 disciplined_members form=warning
      & 2 disciplined_members form=dismissal
      """
    let found = try flags(
      told + "\n& 4 disciplined_members form=expulsion\n& 13 disciplined_members")
    #expect(!found.contains { $0.rule == "sum_mismatch" })
    let wrong = try flags(told + "\n& 3 disciplined_members form=expulsion")
    #expect(wrong.map(\.rule) == ["sum_mismatch"])
  }

  @Test("one mistake that breaks several relations is one finding, with one cause") func cause()
    throws
  {
    let found = try flags(
      """
      312 members
      64 members education=primary
      14,7% members education=primary
      102 members education=lower_secondary
      164 members education=upper_secondary
      """)
    #expect(found.count == 2)
    #expect(Set(found.map(\.cause)).count == 1)
    for flag in found { #expect(edits(flag.suggestion) == ["64 → 46"]) }
  }

  @Test("a count and its share that were exchanged are one slip") func countAndShare() throws {
    let found = try flags(
      """
      870 members
      & 38% members sex=female
      & 4,4 members sex=female
      """)
    #expect(!found.isEmpty)
    for flag in found { #expect(edits(flag.suggestion) == ["38 → 4.4", "4,4 → 38"]) }
  }

  @Test("a decimal comma that moved is put back") func comma() throws {
    let found = try flags(
      """
      870 members
      384 members sex=female
      4,41% members sex=female
      """)
    #expect(found.map(\.rule) == ["share_mismatch"])
    #expect(edits(found.first?.suggestion) == ["4,41 → 44.14"])
  }

  @Test("a copy tells what was meant") func restatement() throws {
    let found = try flags(
      """
      214 members rated=exempt
      12 admissions
      241 members rated=exempt
      """)
    #expect(found.map(\.rule) == ["restatement_conflict"])
    let offered = ([found.first?.suggestion] + (found.first?.alternatives ?? [])).map(edits)
    #expect(offered.contains(["241 → 214"]))
  }

  @Test("each way to mend it is offered once") func once() throws {
    for flag in try flags(
      "12 organizations\n5 organizations org_type=village_cell\n"
        + "9 organizations org_type=commune_cell\nbreakdown 1 2 3")
    {
      let offers = [flag.suggestion].compactMap { $0?.edits } + flag.alternatives.map(\.edits)
      #expect(Set(offers).count == offers.count)
    }
  }

  @Test(
    "what no slip explains, and the text doesn't tie, is undecided",
    arguments: [
      // The share is of another whole than the one that was found for it.
      "118 members on=2026-03-31\n46 members sex=female\n5,7% members sex=female",
      // Two figures that only seem to be the same.
      "36 admissions\n12 members\n32 admissions",
      // "100%" is said of much that isn't counted beside it.
      "433 members\n373 members sex=female\n100% members sex=female",
      // A part larger than its whole, far from it: it's another figure's part.
      "12 admissions\n1 deaths\n2 deaths on=2025-01-01..2025-03-31\n3 transfers_in\n"
        + "4 transfers_out\n5 removals\n7 complaints\n8 denunciations\n"
        + "19 admissions youth_union=yes",
    ])
  func undecided(sample: String) throws {
    let found = try flags(sample)
    #expect(found.isEmpty, "\(found.map { ($0.message.en, edits($0.suggestion)) })")
  }

  @Test("an overlap isn't added: women and minorities of one whole") func overlap() throws {
    #expect(
      try flags(
        """
        100 members
        60 members sex=female
        70 members ethnicity=minority
        breakdown 1 2 3
        """
      ).isEmpty)
  }

  @Test("different days, targets and turns are never compared") func apart() throws {
    #expect(
      try flags(
        """
        100 admissions nature=target on=2026-01-01..2026-12-31
        285 members on=2025-12-31
        282 members on=2026-03-31
        120 admissions on=2025-01-01..2025-12-31
        """
      ).isEmpty)
  }

  @Test("a hedged headline against an exact body is no conflict") func hedged() throws {
    #expect(
      try flags("700 members q=about\n12 admissions\n712 members").isEmpty)
  }

  @Test("what nothing but an unsure reading explains is told as such, not as a mistake")
  func doubtful() throws {
    func severities(sure: Int) throws -> [Flag.Severity] {
      var reader = SampleReader(catalogue: try Catalogue())
      for line in [
        "620 members", "& 150 members sex=female sure=\(sure)", "& 20,0% members sex=female",
      ] { try reader.read(line) }
      return Validator(catalogue: try Catalogue())
        .flags(for: reader.extraction, file: "sample", sha256: "sample").map(\.severity)
    }
    #expect(try severities(sure: 900) == [.error])
    #expect(try severities(sure: 400) == [.info])
  }

  @Test("an opening that a copy contradicts by a slip breaks the balance, and is put back")
  func opening() throws {
    let found = try flags(
      """
      4.198 members on=2025-12-31
      12 admissions ethnicity=minority
      4.189 members on=2025-12-31
      & 247 admissions
      & 103 transfers_in
      & 176 transfers_out
      & 19 deaths
      & 37 removals
      & 4.316 members
      """)
    #expect(Set(found.map(\.rule)) == ["balance_mismatch", "restatement_conflict"])
    for flag in found { #expect(edits(flag.suggestion) == ["4.189 → 4198"]) }
  }

  @Test("flows that one paragraph tells are balanced, whatever another says of one of them")
  func flowsTogether() throws {
    let told =
      """
      418 members on=2025-12-31
      & 7 admissions
      & 6 transfers_in
      & 11 transfers_out
      & 1 deaths
      & 1 removals
      & 421 members
      """
    #expect(try flags(told).map(\.rule) == ["balance_mismatch"])
    #expect(try flags(told + "\n9 transfers_in").contains { $0.rule == "balance_mismatch" })
  }

  @Test("a hedged copy of a whole excuses no share of the exact one") func hedgedWhole() throws {
    let found = try flags(
      """
      630 admissions q=more_than
      & 637 admissions
      309 admissions sex=female
      & 45,8% admissions sex=female
      """)
    #expect(found.map { edits($0.suggestion) } == [["45,8 → 48.5"]])
  }

  @Test("of several wholes a share is of the one to which a slip of the pen leads")
  func slippedWhole() throws {
    let found = try flags(
      """
      856 members
      12 admissions
      703 handbook_users
      & 81,2% handbook_users of=members
      52 members
      """)
    #expect(found.map { edits($0.suggestion) } == [["81,2 → 82.1"]])
  }

  @Test("an average by cell is of the cells that the report counts") func averageByCell() throws {
    let stated =
      "14 organizations org_type=commune_cell\n12 admissions\n715 members\n"
    #expect(try flags(stated + "51,1 members stat=average per=organization").isEmpty)
    #expect(
      try flags(stated + "55,0 members stat=average per=organization").map(\.rule)
        == ["average_mismatch"])
  }

  @Test("two copies with digits exchanged conflict, whatever else was told of the same kind")
  func swappedCopies() throws {
    let found = try flags(
      "8 disciplined_members\n2 admissions\n23 disciplined_members\n3 admissions\n"
        + "8 disciplined_members\n4 admissions\n32 disciplined_members")
    #expect(found.map(\.rule) == ["restatement_conflict"])
    #expect(found.first?.sources.map(\.text) == ["23", "32"])
  }

  @Test("a note that takes up a figure of the body states the same") func note() throws {
    let found = try flags(
      "19 admissions ethnicity=minority\n2 deaths\n"
        + "21 admissions ethnicity=minority region=footnote")
    #expect(found.map(\.rule) == ["restatement_conflict"])
  }
}
