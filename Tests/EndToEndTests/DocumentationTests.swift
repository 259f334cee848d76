import Foundation
import TestSupport
import Testing

@Suite("The documentation")
struct DocumentationTests {
  private func text(_ name: String) throws -> String {
    try String(
      contentsOf: Program.repository.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("README has a row for every command, and none for what is no command")
  func commands() throws {
    let help = try Program(folder: try TemporaryFolder())("--help", "--lang", "en").output
    let listed = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS:") }.dropFirst()
    let commands = listed.filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("See")
    }
    .compactMap { $0.split(separator: " ").first.map(String.init) }
    let rows = try text("README.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
      .compactMap { $0.dropFirst(3).split(separator: " ").first.map(String.init) }
    #expect(!commands.isEmpty)
    #expect(Set(rows) == Set(commands))
  }

  @Test("README's exit codes are those of the help")
  func exitCodes() throws {
    let help = try Program(folder: try TemporaryFolder())("--help", "--lang", "en").output
    let readme = try text("README.md")
    for code in ["0", "1", "2", "64", "66", "73, 74", "75", "130, 143"] {
      #expect(readme.contains("\n| \(code) |"))
      #expect(help.contains("\n    \(code) ") || help.contains("\n  \(code) "))
    }
  }

  @Test(
    "every script that is named exists and can be run", arguments: ["README.md", "CONTRIBUTING.md"])
  func scripts(document: String) throws {
    let names = try text(document).matches(of: /scripts\/([a-z-]+)/).map { String($0.1) }
    #expect(!names.isEmpty)
    for name in Set(names) {
      let path = Program.repository.appendingPathComponent("scripts/\(name)").path
      #expect(FileManager.default.isExecutableFile(atPath: path), "\(name)")
    }
  }

  @Test("every room has its row in ARCHITECTURE")
  func rooms() throws {
    let sources = Program.repository.appendingPathComponent("Sources").path
    let text = try text("ARCHITECTURE.md")
    for room in try FileManager.default.contentsOfDirectory(atPath: sources) {
      #expect(text.contains("\n| `\(room)` |"), "\(room)")
    }
  }

  @Test("every field that is written stands in the contract")
  func fields() throws {
    let contract = try text("corpus/contract/README.md")
    let corpus = Program.repository.appendingPathComponent("corpus").path
    let folder = try TemporaryFolder()
    let tonghop = Program(folder: folder)
    let files = ["reports/c02/c02.txt", "formats/s02.pdf", "formats/s04.tcvn3.txt"].map {
      corpus + "/" + $0
    }
    var records = try tonghop("rules", "--format", "ndjson").records()
    for file in files {
      records += try tonghop("extract", file, "--format", "ndjson").records()
      for command in ["check", "numerals", "text"] {
        records += try tonghop(command, file, "--format", "ndjson").records()
      }
    }
    records += try tonghop(
      "extract", corpus + "/reports/s03/s03.txt", "--explain", "--format", "ndjson"
    ).records()
    let quarter = corpus + "/quarter"
    _ = try tonghop("units", "import", quarter + "/units.csv", "--dataset", "d.sqlite")
    records += try tonghop(
      "ingest", quarter + "/reports", "--dataset", "d.sqlite", "--format", "ndjson"
    ).records()
    records += try tonghop("status", "--dataset", "d.sqlite", "--format", "ndjson").records()
    records += try tonghop(
      "status", "--dataset", "d.sqlite", "--format", "json", "--period", "2026-Q1",
      "--as-of", "2026-04-05"
    ).records()
    _ = try tonghop("export", "--dataset", "d.sqlite", "--format", "ndjson", "--to", "out")
    for name in ["facts", "flags", "consolidated", "submissions", "missing"] {
      let output = try folder.text(of: "out/\(name).ndjson")
      records += try Program.Result(code: 0, output: output, messages: "").records()
    }
    let names = Set(records.flatMap(DocumentationTests.names))
    #expect(names.count > 80)
    for name in names.sorted() {
      let isThere = ["`\(name)`", "\"\(name)\"", ".\(name)`"].contains(where: contract.contains)
      #expect(isThere, "\(name)")
    }
  }

  /// The names of an object's members, and of what is nested; dimensions have codes for names.
  private static func names(_ value: Any) -> [String] {
    if let list = value as? [Any] { return list.flatMap(names) }
    guard let object = value as? [String: Any] else { return [] }
    return object.flatMap { [$0.key] + ($0.key == "dimensions" ? [] : names($0.value)) }
  }
}
