import Foundation
import TestSupport
import Testing

/// A department says in tables what it counts; no program is built for it.
@Suite("A department's own tables")
struct OwnCatalogueTests {
  private let folder: TemporaryFolder
  private let tonghop: Program
  private static let report = """
    TỈNH ỦY LAM SƠN
    ĐẢNG ỦY XÃ AN HÒA
    *
    Số 12-BC/ĐU                              An Hòa, ngày 05 tháng 4 năm 2026

    BÁO CÁO
    công tác xây dựng Đảng quý I năm 2026

    Đảng bộ có 870 đảng viên, trong đó vùng biên giới 210 đồng chí.
    Có 14 cán bộ chuyên trách công tác Đảng, trong đó nữ 05 đồng chí.
    Đã cấp phát 120 cuốn sách cho các chi bộ.

    """

  init() throws {
    folder = try TemporaryFolder()
    tonghop = Program(folder: folder)
    try folder.write(OwnCatalogueTests.report, to: "a.txt")
  }

  private func facts() throws -> [String] {
    let result = try tonghop("extract", "a.txt", "--format", "ndjson", "--catalogue", "own")
    try #require(result.code == 0, "\(result.messages)")
    return try result.records().map { fact in
      let dimensions = fact["dimensions"] as? [String: String] ?? [:]
      let words = dimensions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return (["\(fact["concept"] ?? "")", "\(fact["value"] ?? "")"] + words).joined(separator: " ")
    }
  }

  @Test("rows added: a concept, a dimension, an event, and the words for them")
  func added() throws {
    try folder.write(
      """
      code\tunit\tperiod\tvi\tdefinition
      party_cadres\tperson\tinstant\tcán bộ chuyên trách công tác Đảng\tFull-time cadres
      party_books\tbook\tduration\tsách cấp phát\tBooks handed out
      """, to: "own/concepts.add.tsv")
    try folder.write(
      "dimension\tmember\tvi\nregion\tborder\tvùng biên giới\n", to: "own/dimensions.add.tsv")
    try folder.write(
      "dimension\tconcepts\nregion\tmembers\nsex\tparty_cadres\n", to: "own/applies.add.tsv")
    try folder.write(
      """
      # Words of our own
      phrase\tfeatures
      cán bộ chuyên trách công tác đảng\tnoun=cadre event=cadre
      vùng biên giới|xã biên giới\tregion=border
      cuốn sách|cuốn\tnoun=book
      cấp phát\tevent=hand_out
      """, to: "own/phrases.add.tsv")
    try folder.write(
      """
      event\tnoun\tconcept
      cadre\tcadre\tparty_cadres
      cadre\tperson\tparty_cadres
      cadre\t-\tparty_cadres
      hand_out\tbook\tparty_books
      """, to: "own/readings.add.tsv")
    #expect(
      try facts() == [
        "members 870", "members 210 region=border", "party_cadres 14", "party_cadres 5 sex=female",
        "party_books 120",
      ])
  }

  @Test("a file of a table's own name takes its place")
  func replaced() throws {
    try folder.write("phrase\tfeatures\nđảng viên\tnoun=member\n", to: "own/phrases.tsv")
    #expect(try facts() == ["members 870"])
  }

  @Test(
    "a mistake stops the program, with file and line",
    arguments: [
      ("phrases.add.tsv", "phrase\tfeatures\n\nđồng nghiệp\tnuon=member\n", "phrases.add.tsv:3: "),
      ("phrases.add.tsv", "phrase\tfeatures\nnữ giới\tsex=femle\n", "phrases.add.tsv:2: "),
      ("readings.add.tsv", "event\tnoun\tconcept\n-\tcadre\tcadres\n", "readings.add.tsv:2: "),
      ("rules.tsv", "id\tfamily\n", "rules.tsv:1: "),
      ("phrase.tsv", "phrase\tfeatures\n", "phrase.tsv:1: "),
    ])
  func mistake(file: String, text: String, place: String) throws {
    try folder.write(text, to: "own/" + file)
    for command in ["extract", "check", "numerals"] {
      let result = try tonghop(command, "a.txt", "--catalogue", "own")
      #expect(result.code == 64)
      #expect(result.messages.contains(place), "\(result.messages)")
      #expect(result.output.isEmpty)
    }
  }

  @Test("a folder that isn't there")
  func missing() throws {
    let result = try tonghop("extract", "a.txt", "--catalogue", "nowhere")
    #expect(result.code == 64)
    #expect(result.messages.contains("nowhere"))
  }
}
