import Testing

@testable import Catalogue

@Suite("Phrases")
struct LexiconTests {
  private let bytes = Array("Đảng viên dự bị nữ được miễn sinh hoạt".utf8)

  private func lexicon(_ rows: String) throws -> Lexicon {
    try Lexicon(
      TableFile(
        name: "phrases.tsv", text: "phrase\tfeatures\n" + rows, expected: ["phrase", "features"]))
  }

  private func longest(_ rows: String, at index: Int = 0, in text: String) throws -> String? {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokens(bytes, [0..<bytes.count])
    guard let found = try lexicon(rows).longest(tokens, at: index) else { return nil }
    return "\(found.length) "
      + found.features.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  @Test("the longest phrase wins")
  func longest() throws {
    let rows = "đảng viên\tnoun=member\nđảng viên dự bị\tnoun=member status=probationary\n"
    #expect(
      try longest(rows, in: "Đảng viên dự bị nữ") == "4 noun=member status=probationary")
    #expect(try longest(rows, in: "đảng viên dự kiến") == "2 noun=member")
    #expect(try longest(rows, in: "đảng bộ") == nil)
  }

  @Test("a phrase starts where it is looked for, nowhere else")
  func position() throws {
    #expect(try longest("nữ\tsex=female\n", at: 2, in: "đảng viên nữ") == "1 sex=female")
    #expect(try longest("nữ\tsex=female\n", at: 1, in: "đảng viên nữ") == nil)
  }

  @Test("alternatives, and words that may be left out")
  func alternatives() throws {
    let rows = "nữ|phụ nữ\tsex=female\nmiễn [công tác và] sinh hoạt\texempt=yes\n"
    #expect(try longest(rows, in: "phụ nữ") == "2 sex=female")
    #expect(try longest(rows, in: "nữ") == "1 sex=female")
    #expect(try longest(rows, in: "miễn sinh hoạt") == "3 exempt=yes")
    #expect(try longest(rows, in: "miễn công tác và sinh hoạt") == "6 exempt=yes")
  }

  @Test("features of one phrase in two rows are joined, each once")
  func joined() throws {
    let rows = "tốt\tgrade=good\ntốt\tgrade=good mark=x\n"
    #expect(try longest(rows, in: "tốt") == "1 grade=good mark=x")
  }

  @Test("spelling makes no difference")
  func spelling() throws {
    #expect(try longest("kỷ luật\tevent=discipline\n", in: "KỈ LUẬT") == "2 event=discipline")
  }

  private func abbreviated(_ rows: String, _ short: String, in text: String) throws -> String? {
    let lexicon = try Lexicon(
      TableFile(
        name: "phrases.tsv", text: "phrase\tfeatures\n" + rows, expected: ["phrase", "features"]),
      abbreviations: Abbreviations(
        TableFile(
          name: "abbreviations.tsv", text: "short\tlong\n" + short, expected: ["short", "long"])))
    let bytes = Array(text.utf8)
    return lexicon.longest(Tokenizer.tokens(bytes, [0..<bytes.count]), at: 0).map { found in
      "\(found.length) "
        + found.features.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
  }

  @Test("a short form stands for words anywhere in a phrase, with others or alone")
  func shortForms() throws {
    let rows = "kiểm tra khi có dấu hiệu vi phạm\tactivity=violation_signs\n"
    let short = "kt\tkiểm tra\nvp\tvi phạm\n"
    let expected = [
      "KT khi có dấu hiệu VP": "6 activity=violation_signs",
      "KT khi có dấu hiệu vi phạm": "7 activity=violation_signs",
      "kiểm tra khi có dấu hiệu VP": "7 activity=violation_signs",
    ]
    for (text, found) in expected {
      #expect(try abbreviated(rows, short, in: text) == found)
    }
  }

  @Test("a short form alone means only what the phrases say of it")
  func shortFormAlone() throws {
    let short = "ct\tcông tác\n"
    #expect(try abbreviated("công tác\tevent=work\n", short, in: "CT") == nil)
    #expect(
      try abbreviated("công tác\tevent=work\nct\tstatus=official\n", short, in: "CT")
        == "1 status=official")
    #expect(
      try abbreviated("công tác đảng\tevent=work\nct\tstatus=official\n", short, in: "CT đảng")
        == "2 event=work")
  }

  @Test("a ~ in a feature is part of its key")
  func tilde() throws {
    #expect(try longest("tốt\tgrade~good\n", in: "tốt") == "1 grade~=good")
  }
}

@Suite("Damaged words")
struct RepairTests {
  private func read(_ rows: String, _ text: String) throws -> [UInt64] {
    let table = try RepairTable(
      TableFile(name: "repairs.tsv", text: "wrong\tright\n" + rows, expected: ["wrong", "right"]))
    let bytes = Array(text.utf8)
    var tokens = Tokenizer.tokens(bytes, [0..<bytes.count])
    table.apply(&tokens, bytes: bytes)
    return tokens.map(\.hash)
  }

  private func words(_ text: String) -> [UInt64] {
    text.split(separator: " ").map { Folding.hash(String($0)) }
  }

  @Test("a phrase is read as what it stands for")
  func phrase() throws {
    #expect(try read("chỉ bộ\tchi bộ\n", "các chỉ bộ") == words("các chi bộ"))
    #expect(try read("chỉ bộ\tchi bộ\n", "chỉ tiêu") == words("chỉ tiêu"))
  }

  @Test("with * any tones and marks, if one word is whole")
  func marks() throws {
    #expect(try read("*\tđảng viên\n", "đảng viền") == words("đảng viên"))
    #expect(try read("*\tđảng viên\n", "dang viên") == words("đảng viên"))
    #expect(try read("*\tđảng viên\n", "đăng viễn") == words("đăng viễn"))
  }
}
