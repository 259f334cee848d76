import Foundation
import TestSupport
import Testing

@Suite("The commands")
struct CommandTests {
  private let folder: TemporaryFolder
  private var tonghop: Program
  private static let report = "\u{FEFF}BÁO CÁO\n\nToàn Đảng bộ có 25 đảng viên.\r\n"

  init() throws {
    folder = try TemporaryFolder()
    tonghop = Program(folder: folder)
    try folder.write(CommandTests.report, to: "a.txt")
  }

  @Test("text --raw gives the bytes as they are, from a file and from standard input")
  func raw() throws {
    #expect(
      Array(try tonghop("text", "--raw", "a.txt").output.utf8) == Array(CommandTests.report.utf8))
    let piped = try tonghop("text", "--raw", "-", input: CommandTests.report)
    #expect(Array(piped.output.utf8) == Array(CommandTests.report.utf8))
  }

  @Test("a source's bytes are what it says they are")
  func spans() throws {
    let records = try tonghop("numerals", "a.txt", "--format", "ndjson").records()
    let bytes = Array(CommandTests.report.utf8)
    #expect(!records.isEmpty)
    for record in records { try record.expectSource(in: bytes) }
  }

  @Test("the file is the path as given, - for standard input")
  func paths() throws {
    let given = folder.file("a.txt")
    #expect(
      try tonghop("extract", given, "--format", "ndjson").output.contains("\"file\":\"\(given)\""))
    #expect(
      try tonghop("extract", "-", "--format", "ndjson", input: CommandTests.report).output
        .contains("\"file\":\"-\""))
  }

  @Test("people are spoken to in Vietnamese, or in English by locale and by --lang")
  func languages() throws {
    #expect(try tonghop("extract", "none.txt").messages.contains("không có tệp"))
    #expect(try tonghop("extract", "none.txt", "--lang", "en").messages.contains("no such file"))
    var english = tonghop
    english.locale = "en_GB.UTF-8"
    #expect(try english("extract", "none.txt").messages.contains("no such file"))
    #expect(try english("extract", "none.txt", "--lang=vi").messages.contains("không có tệp"))
  }

  @Test(
    "each has help with examples",
    arguments: [
      "ingest", "status", "export", "units", "assign", "withdraw", "extract", "check", "rules",
      "numerals", "text",
    ])
  func help(command: String) throws {
    let vi = try tonghop(command, "--help")
    #expect(vi.code == 0)
    #expect(vi.output.contains("Ví dụ:\n  tonghop \(command) "))
    let en = try tonghop(command, "--help", "--lang", "en")
    #expect(en.output.contains("  tonghop \(command) "))
    #expect(en.output.contains("USAGE:"))
  }

  @Test("export writes the streams, each whole, and CSV with its byte-order mark")
  func export() throws {
    #expect(try tonghop("ingest", "a.txt", "--dataset", "d.sqlite").code == 0)
    let names = ["facts", "flags", "consolidated", "submissions", "missing"]
    for format in ["ndjson", "csv"] {
      let result = try tonghop("export", "--dataset", "d.sqlite", "--format", format, "--to", "out")
      let package = format == "csv" ? ["out/datapackage.json"] : []
      #expect(result.lines == names.map { "out/\($0).\(format)" } + package)
    }
    let written = try FileManager.default.contentsOfDirectory(atPath: folder.file("out"))
    #expect(
      Set(written) == Set(names.flatMap { [$0 + ".csv", $0 + ".ndjson"] } + ["datapackage.json"]))
    #expect(try folder.text(of: "out/facts.csv").unicodeScalars.first == "\u{FEFF}")
  }

  @Test("each run writes the same bytes", arguments: ["c02", "s04", "u02"])
  func repeated(report: String) throws {
    // Each process has its own hash seed: what hung on the order within a set would differ.
    let file = Program.repository.appendingPathComponent("corpus/reports/\(report)/\(report).txt")
      .path
    func run() throws -> [String] {
      [
        try tonghop("extract", file, "--grounds", "--format", "ndjson").output,
        try tonghop("check", file, "--format", "ndjson").output,
      ]
    }
    let first = try run()
    #expect(first[0].contains("\"grounds\":[\""))
    for _ in 0..<3 { #expect(try run() == first) }
  }

  @Test("ingest --format ndjson gives a line for each file and a summary")
  func lines() throws {
    try folder.write("", to: "b.txt")
    try folder.write(
      "ĐẢNG ỦY XÃ BÌNH LƯ\n\nBÁO CÁO\nquý I năm 2026\n\nCó 25 đảng viên.\n", to: "aa.txt")
    let result = try tonghop(
      "ingest", "aa.txt", "b.txt", "--dataset", "d.sqlite", "--format", "ndjson")
    #expect(result.lines.count == 3)
    #expect(result.lines.first?.contains("\"outcome\":\"accepted\"") == true)
    #expect(result.lines.last?.hasPrefix("{\"summary\":{\"files\":2,\"accepted\":1,") == true)
  }

  @Test("tables of a department's own replace the compiled-in ones; a mistake names its line")
  func catalogue() throws {
    try folder.write("code\tunit\tperiod\tvi\nx\n", to: "tables/concepts.tsv")
    let result = try tonghop("extract", "a.txt", "--catalogue", "tables")
    #expect(result.code == 64)
    #expect(result.messages.contains("concepts.tsv:1: "))
  }
}
