import Testing

@testable import Reading

@Suite("Words that a file set in pieces")
struct WordMenderTests {
  /// Words of 10 points a letter and 20 points height; `|` touches, `_` overlaps, `·` is a gap of
  /// a quarter of the height (a space), a space twice as much.
  private func mended(_ picture: String) -> String {
    var words: [PDFWord] = []
    var place = 0.0
    var text = ""
    func end() {
      guard !text.isEmpty else { return }
      let width = 10 * Double(text.count)
      words.append(
        PDFWord(text: Array(text.utf8), left: place, top: 0, right: place + width, bottom: 20))
      place += width
      text = ""
    }
    for sign in picture {
      switch sign {
      case "|", "_", "·", " ":
        end()
        place += sign == "|" ? 0 : sign == "_" ? -6 : sign == "·" ? 5 : 10
      default: text.append(sign)
      }
    }
    end()
    return WordMender.mended(words).map { String(decoding: $0.text, as: UTF8.self) }
      .joined(separator: " ")
  }

  @Test(
    "letters of another font belong to the word that they stand in",
    arguments: [
      ("HUY|Ệ|N", "HUYỆN"), ("ĐI|Ề|U KI|Ệ|N", "ĐIỀU KIỆN"), ("đồ_ng chí", "đồng chí"),
      ("ĐIỀ·U", "ĐIỀU"), ("chi·bộ", "chi bộ"), ("158-BC/|ĐU", "158-BC/ĐU"),
      ("1.2|68", "1.268"), ("x|ã,", "xã,"), ("Đ|Ả|NG·Ủ|Y", "ĐẢNG ỦY"),
    ])
  func joined(picture: String, text: String) { #expect(mended(picture) == text) }

  @Test(
    "words whose last letter is taken for too wide stay apart",
    arguments: [
      ("tổ|chức", "tổ chức"), ("Số|đảng|viên", "Số đảng viên"), ("số|7.862", "số 7.862"),
      ("số|12-QĐ/TU", "số 12-QĐ/TU"), ("-·Kỹ", "- Kỹ"), ("Bình·A", "Bình A"),
    ])
  func apart(picture: String, text: String) { #expect(mended(picture) == text) }
}
