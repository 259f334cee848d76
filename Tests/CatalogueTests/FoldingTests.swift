import Foundation
import Testing

@testable import Catalogue

@Suite("Which spellings are one word")
struct FoldingTests {
  @Test(
    "the same word",
    arguments: [
      ("hòa", "hoà"), ("thủy", "thuỷ"), ("ủy", "uỷ"), ("kỹ", "kĩ"), ("kỷ", "kỉ"), ("lý", "lí"),
      ("Đảng", "đảng"), ("ĐẢNG", "đảng"), ("KỶ", "kỉ"), ("hoàn", "hòan"), ("mỹ", "mĩ"),
    ])
  func same(left: String, right: String) {
    #expect(Folding.hash(left) == Folding.hash(right))
  }

  @Test(
    "different words",
    arguments: [
      ("đảng", "đang"), ("đang", "dang"), ("chi", "chỉ"), ("bộ", "bổ"), ("giám", "giảm"),
      ("tư", "tu"), ("ơn", "ôn"), ("năm", "nam"), ("tay", "tai"), ("thúy", "thúi"),
      ("quy", "qui".uppercased() + "n"), ("ba", "bà"),
    ])
  func different(left: String, right: String) {
    #expect(Folding.hash(left) != Folding.hash(right))
  }

  @Test(
    "composed and decomposed letters are one",
    arguments: ["đảng", "kết", "ưu", "Ủy", "chuyển", "thường", "nhiệm", "quần", "ĐỒNG", "ặ"])
  func decomposed(word: String) {
    let apart = word.decomposedStringWithCanonicalMapping
    #expect(Folding.hash(word) == Folding.hash(apart))
  }

  @Test("letters alone: tones and marks make no difference, letters do")
  func bare() {
    func bare(_ word: String) -> UInt64 {
      let bytes = Array(word.utf8)
      return Folding.bareHash(bytes, 0..<bytes.count)
    }
    #expect(bare("đáng") == bare("dâng"))
    #expect(bare("đồng") == bare("ĐONG"))
    #expect(bare("đảng") != bare("đang bộ"))
    #expect(bare("chi") != bare("chiu"))
  }

  @Test("capitals, Vietnamese ones too")
  func capitals() throws {
    for letter in "AĐƯỶẶÔ".unicodeScalars { #expect(Folding.isUpper(letter.value)) }
    for letter in "ađưỷặô1%".unicodeScalars { #expect(!Folding.isUpper(letter.value)) }
  }

  @Test("a broken byte sequence reads as one byte and never past the end")
  func broken() {
    #expect(Folding.decode([0xC4], 0, 1) == (0xC4, 1))
    #expect(Folding.decode([0xE1, 0xBA], 0, 2) == (0xE1, 1))
    #expect(Folding.decode([0xE1, 0x41, 0x42], 0, 3) == (0xE1, 1))
    #expect(Folding.decode(Array("ả".utf8), 0, 3) == (0x1EA3, 3))
  }
}
