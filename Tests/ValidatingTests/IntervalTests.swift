import DocumentModel
import TestSupport
import Testing

@testable import Validating

@Suite("Intervals, as the contract has them") struct IntervalTests {
  private func stated(
    _ value: ExactDecimal, _ qualifier: Fact.Qualifier = .exact, unit: String = "person",
    decimals: Int = 0
  ) -> Stated {
    Stated(
      Fact(
        file: "", concept: "members", value: value, unit: unit, decimals: decimals,
        qualifier: qualifier, entity: Entity(name: ""), period: nil,
        source: SourceSpan(line: 1, start: 0, end: 0, text: "")))
  }

  private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

  @Test(
    "each qualifier",
    arguments: [
      ("700", Fact.Qualifier.exact, "person", 0, "700", "700"),
      ("44.1", .exact, "percent", 1, "44.05", "44.15"),
      ("5.0", .exact, "percent", 1, "4.95", "5.05"),
      ("5", .exact, "percent", 0, "4.5", "5.5"),
      ("700", .about, "person", 0, "650", "750"),
      ("2316", .about, "person", 0, "2315.5", "2316.5"),
      ("1000", .nearly, "person", 0, "900", "1000"),
    ])
  func bounds(
    value: String, qualifier: Fact.Qualifier, unit: String, decimals: Int, low: String, high: String
  ) throws {
    let interval = stated(try decimal(value), qualifier, unit: unit, decimals: decimals).interval
    #expect(interval.lower == Exact(try decimal(low)))
    #expect(interval.upper == Exact(try decimal(high)))
  }

  @Test("open ends") func open() throws {
    #expect(stated(try decimal("5"), .moreThan).interval.upper == nil)
    #expect(stated(try decimal("5"), .atMost).interval.lower == nil)
  }

  @Test("a share is flagged if and only if no number within its interval is part ÷ whole")
  func shares() throws {
    var random = SplitMix(state: 7)
    for _ in 0..<2000 {
      let whole = Int64.random(in: 1...900, using: &random)
      let part = Int64.random(in: 0...whole, using: &random)
      let tenths = Int64.random(in: 0...1000, using: &random)
      let figures = [
        stated(ExactDecimal(tenths, scale: 1), unit: "percent", decimals: 1),
        stated(ExactDecimal(part)), stated(ExactDecimal(whole)),
      ]
      let holds = Shape.share(percent: 0, part: 1, whole: 2).formula?
        .holds { figures[$0].interval }
      // tenths/10 − 1/20 ≤ 100·part/whole ≤ tenths/10 + 1/20, times 20·whole.
      let (low, high) = ((2 * tenths - 1) * whole, (2 * tenths + 1) * whole)
      #expect(holds == (low...high).contains(2000 * part), "\(part)/\(whole) \(tenths)")
    }
  }

  @Test("a sum is flagged if and only if no whole numbers within the intervals add up")
  func sums() throws {
    var random = SplitMix(state: 11)
    let qualifiers: [Fact.Qualifier] = [.exact, .about, .nearly]
    for _ in 0..<400 {
      let figures = (0..<4).map { place -> Stated in
        let value = Int64.random(in: 1...(place == 0 ? 60 : 20), using: &random)
        return stated(
          ExactDecimal(value), qualifiers.randomElement(using: &random) ?? .exact)
      }
      let holds = Shape.sum(whole: 0, parts: [1, 2, 3]).formula?.holds { figures[$0].interval }
      #expect(holds == hasSolution(figures), "\(figures.map(\.value))")
    }
  }

  /// Tries every combination of twentieths within the intervals' ends.
  private func hasSolution(_ figures: [Stated]) -> Bool {
    let ends = figures.map { figure -> (Int128, Int128) in
      func twentieths(_ value: Exact?) -> Int128 {
        guard let scaled = value.map({ $0 * Exact(20) }) else { return 0 }
        var digits = scaled.mantissa
        for _ in 0..<scaled.scale { digits /= 10 }
        return digits
      }
      return (twentieths(figure.interval.lower), twentieths(figure.interval.upper))
    }
    let low = ends.dropFirst().map(\.0).reduce(0, +)
    let high = ends.dropFirst().map(\.1).reduce(0, +)
    // Sums of the parts take every value between their least and their greatest sum.
    return (low...high).contains { (ends[0].0...ends[0].1).contains($0) }
  }
}
