import DocumentModel
import TestSupport
import Testing

@testable import Consolidating

@Suite("What a statement allows its figure to be")
struct StatedIntervalTests {
  private func bounds(_ fact: Fact) -> [String] {
    let interval = StatedInterval(fact)
    return [interval.lower, interval.upper].map { $0?.description ?? "∞" }
  }

  @Test("a count is exactly what it is")
  func count() {
    #expect(bounds(Sample.fact(value: ExactDecimal(384))) == ["384", "384"])
  }

  @Test(
    "a percentage stands for half a unit of its last place either way",
    arguments: [
      (ExactDecimal(441, scale: 1), 1, ["44.05", "44.15"]),
      (ExactDecimal(5), 1, ["4.95", "5.05"]),
      (ExactDecimal(5), 0, ["4.5", "5.5"]),
    ])
  func percentage(value: ExactDecimal, decimals: Int, expected: [String]) {
    #expect(bounds(Sample.fact(value: value, unit: "percent", decimals: decimals)) == expected)
  }

  @Test(
    "'about' is half a unit of the last digit that is not zero",
    arguments: [(700, ["650", "750"]), (2316, ["2315.5", "2316.5"]), (0, ["-0.5", "0.5"])])
  func about(value: Int, expected: [String]) {
    let fact = Sample.fact(value: ExactDecimal(Int64(value)), qualifier: .about)
    #expect(bounds(fact) == expected)
  }

  @Test(
    "the other hedges",
    arguments: [
      (Fact.Qualifier.nearly, ["90", "100"]), (.moreThan, ["100", "∞"]), (.atLeast, ["100", "∞"]),
      (.lessThan, ["∞", "100"]), (.atMost, ["∞", "100"]),
    ])
  func hedges(qualifier: Fact.Qualifier, expected: [String]) {
    #expect(bounds(Sample.fact(value: ExactDecimal(100), qualifier: qualifier)) == expected)
  }

  @Test("a stated range is its own interval")
  func range() {
    let fact = Sample.fact(value: ExactDecimal(3), upper: ExactDecimal(4), unit: "percent")
    #expect(bounds(fact) == ["2.5", "4.5"])
  }
}
