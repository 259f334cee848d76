import DocumentModel
import TestSupport
import Testing

@testable import Consolidating

@Suite("Totals")
struct ConsolidationTests {
  private static let units = [
    ReportingUnit(code: "T", name: "Đảng bộ tỉnh Lam Châu"),
    ReportingUnit(code: "A", name: "xã A", parent: "T", reports: true),
    ReportingUnit(code: "B", name: "xã B", parent: "T", reports: true),
    ReportingUnit(code: "C", name: "xã C", parent: "T", reports: true),
    ReportingUnit(
      code: "D", name: "xã D", parent: "T", reports: true,
      validTo: .lastDay(year: 2025)),
  ]

  private func fact(
    _ unit: String, _ value: Int64, concept: String = "admissions", measure: String = "person",
    period: Period = Sample.firstQuarter, qualifier: Fact.Qualifier = .exact, id: String? = nil
  ) -> Fact {
    Sample.fact(
      id ?? "\(unit)\(concept)\(value)\(period)", file: unit + ".txt", concept: concept,
      value: ExactDecimal(value), unit: measure, qualifier: qualifier, entity: unit, code: unit,
      period: period)
  }

  private func consolidation(_ facts: [(Fact, from: String)], reported: [String]) -> Consolidation {
    var consolidator = Consolidator()
    for (fact, reporter) in facts { consolidator.add(fact, from: reporter) }
    let accepted = reported.map {
      Submission(
        id: $0, file: $0 + ".txt", sha256: $0, entity: $0, unit: $0, period: Sample.firstQuarter,
        outcome: .accepted)
    }
    return Consolidation(consolidator, units: ConsolidationTests.units, accepted: accepted)
  }

  private func own(_ facts: Fact...) -> [(Fact, from: String)] {
    facts.map { ($0, from: $0.entity.code ?? "") }
  }

  private func totals(_ consolidation: Consolidation) -> [ConsolidatedCell] {
    consolidation.cells.filter { $0.coverage != nil }
  }

  @Test("counts of units add up, with how many of them are in it")
  func sum() {
    let totals = totals(
      consolidation(own(fact("A", 6), fact("B", 8)), reported: ["A", "B"]))
    #expect(totals.map(\.value) == [ExactDecimal(14)])
    #expect(totals.map(\.coverage) == [.init(reported: 2, expected: 3)])
    #expect(totals.map(\.entity.code) == ["T"])
    #expect(totals.allSatisfy { $0.isDerived })
  }

  @Test("a disputed figure is left out of the total")
  func disputed() {
    let totals = totals(
      consolidation(
        own(fact("A", 6), fact("B", 8), fact("B", 9)), reported: ["A", "B"]))
    #expect(totals.map(\.value) == [ExactDecimal(6)])
    #expect(totals.map(\.coverage) == [.init(reported: 1, expected: 3)])
  }

  @Test("shares and means are not added")
  func shares() {
    let all = consolidation(
      own(fact("A", 40, measure: "percent"), fact("B", 50, measure: "percent")),
      reported: ["A", "B"])
    #expect(totals(all).isEmpty)
  }

  @Test("the parent's own figure is compared, never added")
  func parent() {
    let facts = own(fact("A", 6), fact("B", 8), fact("C", 2), fact("T", 16))
    let all = consolidation(facts, reported: ["A", "B", "C"])
    #expect(totals(all).map(\.value) == [ExactDecimal(16)])
    #expect(all.mismatches.isEmpty)
  }

  @Test("with every unit in, a difference is an error")
  func difference() {
    let facts = own(fact("A", 6), fact("B", 8), fact("C", 2), fact("T", 18))
    let mismatches = consolidation(facts, reported: ["A", "B", "C"]).mismatches
    #expect(mismatches.map(\.severity) == [.error])
    #expect(mismatches.map(\.observed) == [ExactDecimal(18)])
    #expect(mismatches.map(\.expected) == [ExactDecimal(16)])
  }

  @Test("with one missing, less than the sum is an error, more is what the missing one may explain")
  func partial() {
    let less = own(fact("A", 6), fact("B", 8), fact("T", 13))
    #expect(consolidation(less, reported: ["A", "B"]).mismatches.map(\.severity) == [.error])
    let more = own(fact("A", 6), fact("B", 8), fact("T", 18))
    #expect(consolidation(more, reported: ["A", "B"]).mismatches.isEmpty)
  }

  @Test("more is a warning where the summary leaves the missing one out everywhere else")
  func summary() {
    let facts = own(
      fact("A", 6), fact("B", 8), fact("T", 18),
      fact("A", 1, concept: "deaths"), fact("B", 2, concept: "deaths"),
      fact("T", 3, concept: "deaths"), fact("A", 4, concept: "transfers_in"),
      fact("B", 5, concept: "transfers_in"), fact("T", 9, concept: "transfers_in"))
    let mismatches = consolidation(facts, reported: ["A", "B"]).mismatches
    #expect(mismatches.map(\.severity) == [.warning])
    #expect(mismatches.map(\.cell.concept) == ["admissions"])
  }

  @Test("a hedge makes no contradiction where both can be true")
  func hedged() {
    let facts = own(
      fact("A", 6), fact("B", 8), fact("C", 2), fact("T", 15, qualifier: .moreThan))
    #expect(consolidation(facts, reported: ["A", "B", "C"]).mismatches.isEmpty)
  }

  @Test(
    "what the parent says of a unit is not the unit's report: compared, and disputed if it differs")
  func spokenFor() {
    let facts =
      own(fact("A", 6)) + [
        (fact("B", 8), from: "T"), (fact("A", 7, id: "said by T"), from: "T"),
      ]
    let all = consolidation(facts, reported: ["A", "T"])
    #expect(totals(all).isEmpty, "neither the disputed nor the one spoken for")
    #expect(all.mismatches.map(\.observed) == [ExactDecimal(7)])
    #expect(all.mismatches.map(\.expected) == [ExactDecimal(6)])
  }

  @Test("quarters add up to a half-year only if both are agreed")
  func quarters() throws {
    let first = try #require(PeriodCode.period("2026-Q1"))
    let second = try #require(PeriodCode.period("2026-Q2"))
    let half = try #require(PeriodCode.period("2026-H1"))
    func sums(_ facts: [Fact]) -> Consolidation {
      consolidation(facts.map { ($0, from: "A") }, reported: ["A"])
    }
    func halves(_ consolidation: Consolidation) -> [ConsolidatedCell] {
      consolidation.cells.filter { $0.period == half && $0.coverage == nil }
    }
    let both = sums([fact("A", 6, period: first), fact("A", 5, period: second)])
    #expect(halves(both).map(\.value) == [ExactDecimal(11)])
    #expect(halves(both).map(\.isDerived) == [true])
    let disputed = sums([
      fact("A", 6, period: first), fact("A", 5, period: second), fact("A", 4, period: second),
    ])
    #expect(halves(disputed).isEmpty)
    let stated = sums([
      fact("A", 6, period: first), fact("A", 5, period: second), fact("A", 12, period: half),
    ])
    #expect(halves(stated).map(\.value) == [ExactDecimal(12)], "what is stated stays")
    #expect(stated.mismatches.map(\.expected) == [ExactDecimal(11)])
  }

  @Test("four quarters add up to a year, stocks to nothing")
  func year() throws {
    let quarters = try ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map {
      try #require(PeriodCode.period($0))
    }
    let facts = quarters.map { fact("A", 2, period: $0) }
    let all = consolidation(facts.map { ($0, from: "A") }, reported: ["A"])
    let sums = all.cells.filter { $0.isDerived && $0.coverage == nil }
    let codes = sums.compactMap(\.period).map(PeriodCode.code)
    #expect(Set(codes) == ["2026-H1", "2026-H2", "2026-9M", "2026"])
    #expect(sums.first { $0.period == .year(2026) }?.value == ExactDecimal(8))
    let stocks = quarters.map { fact("A", 2, period: .instant($0.end)) }
    #expect(
      consolidation(stocks.map { ($0, from: "A") }, reported: []).cells.filter {
        $0.isDerived && $0.coverage == nil
      }.isEmpty)
  }
}
