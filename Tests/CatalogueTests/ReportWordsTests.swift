import Testing

@testable import Catalogue

@Suite("What reports say of themselves")
struct ReportWordsTests {
  private let words: ReportWords

  init() throws { words = try ReportWords() }

  @Test(
    "topics by the words of a title",
    arguments: [
      ("BÁO CÁO công tác kiểm tra, giám sát quý I", "inspection"),
      ("BÁO CÁO kết quả đánh giá, xếp loại tổ chức đảng", "rating"),
      ("BÁO CÁO công tác phát triển đảng viên", "admission"),
      ("BÁO CÁO công tác xây dựng Đảng quý I năm 2026", ""),
    ])
  func topics(title: String, topic: String) {
    #expect(words.topic(of: title) == topic)
  }

  @Test(
    "a stamp stands alone and in capitals",
    arguments: [
      ("MẬT", "secret"), ("TỐI MẬT", "top_secret"), ("TUYỆT MẬT", "absolutely_secret"),
      ("[MẬT]", "secret"), ("(Mật)", "secret"), ("Độ mật: Tối mật", "top_secret"),
    ])
  func stamps(piece: String, degree: String) {
    #expect(words.secrecy(piece) == degree)
  }

  @Test(
    "words about secrets are no stamp",
    arguments: ["mật", "BẢO VỆ BÍ MẬT NHÀ NƯỚC", "MẬT ONG", "tuyệt mật", "CÔNG TÁC MẬT MÃ"])
  func noStamps(piece: String) {
    #expect(words.secrecy(piece) == nil)
  }

  @Test("replacement is found behind its words, not where it is denied")
  func replacement() {
    let text = "Báo cáo này thay thế Báo cáo số 12-BC/ĐU"
    #expect(words.ends(of: .replaces, in: Array(text.utf8)).count == 1)
    let denial = "Báo cáo này không thay thế Báo cáo số 12-BC/ĐU"
    #expect(words.ends(of: .replaces, in: Array(denial.utf8)).isEmpty)
  }
}
