import Testing

@testable import Catalogue

@Suite("Words that a text layer cut or ran together")
struct WordPiecesTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try Catalogue() }

  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return catalogue.tokens(bytes, [0..<bytes.count])
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  private func hashes(_ text: String) -> [UInt64] {
    let bytes = Array(text.utf8)
    return catalogue.tokens(bytes, [0..<bytes.count]).map(\.hash)
  }

  @Test(
    "are matched as what they stand for",
    arguments: [
      ("273 đ ồng chí", "273 đồng chí"), ("dân tộc thi ểu s ố", "dân tộc thiểu số"),
      ("trong đó s ơ c ấp", "trong đó sơ cấp"), ("Tổchức", "Tổ chức"), ("ĐI ỀU", "ĐIỀU"),
    ])
  func repaired(damaged: String, whole: String) { #expect(hashes(damaged) == hashes(whole)) }

  @Test("keep their places: a number that ran into its word is a number again")
  func places() {
    #expect(words("thiểu số267 người") == ["thiểu", "số", "267", "người"])
    #expect(words("273 đ ồng chí") == ["273", "đ ồng", "chí"])
  }

  @Test(
    "names, symbols and words side by side stay what they are",
    arguments: ["Sơn Khê", "K65", "tổ 1", "Đắk Lắk", "chi bộ xã", "học viên nữ", "QĐ-TU", "A1"])
  func untouched(text: String) {
    let bytes = Array(text.utf8)
    #expect(
      catalogue.tokens(bytes, [0..<bytes.count])
        == Tokenizer.tokens(bytes, [0..<bytes.count]))
  }
}
