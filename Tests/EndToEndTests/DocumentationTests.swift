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
}
