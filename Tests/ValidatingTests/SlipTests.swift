import DocumentModel
import Testing

@testable import Validating

@Suite("Slips of the pen")
struct SlipTests {
  private static func slip(_ left: String, _ right: String) -> Slip? {
    guard let a = ExactDecimal(left), let b = ExactDecimal(right) else { return nil }
    func decimals(_ text: String) -> Int {
      text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    }
    return Slip.between(a, decimals(left), b, decimals(right))
  }

  @Test(
    "neighbouring digits exchanged and a comma moved are likelier than a digit",
    arguments: [
      ("285", "258", Slip.exchange), ("1205", "1250", .exchange), ("79.5", "7.95", .exchange),
      ("870", "87", .exchange), ("285", "286", .digit), ("285", "825", .exchange),
      ("285", "385", .digit), ("1205", "125", .digit), ("125", "1205", .digit),
      ("12", "1", .digit), ("582", "285", .other), ("1205", "12", .other), ("60.8", "60.3", .digit),
      ("33", "34", .digit), ("44", "55", .other), ("0", "10", .digit), ("0", "7", .digit),
      ("9000000000000", "9000000000009", .digit),
    ])
  func kinds(left: String, right: String, expected: Slip) {
    #expect(Self.slip(left, right) == expected)
    #expect(Self.slip(right, left) == expected)
  }
}
