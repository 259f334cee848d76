import Foundation
import Testing

/// One `##` section of `corpus/phenomena`: sentences, and what a reader finds in them.
struct Phenomenon: Sendable, CustomTestStringConvertible {
  let group: String
  let title: String
  var examples: [Example] = []

  struct Example: Sendable {
    var body: String
    /// Facts as `Report.line` writes them; empty where a reader finds none.
    var facts: [String] = []
    /// Nil where the example says nothing of the ledger.
    var ledger: [String]?
    /// False where the example is about the ledger alone.
    var statesFacts = false
    /// Where the example stands, so that a failure points there.
    let location: SourceLocation
  }

  var testDescription: String { "\(group): \(title)" }

  /// The report that the sentences stand in.
  var report: Report { title.hasSuffix("(province)") ? .province : .commune }

  /// All sections of all files, in the order of the files' names.
  static func all() throws -> [Phenomenon] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../corpus/phenomena").standardizedFileURL
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "md" && $0.lastPathComponent != "README.md" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .flatMap { try read($0) }
  }

  private static func read(_ file: URL) throws -> [Phenomenon] {
    let text = try String(contentsOf: file, encoding: .utf8)
    var found: [Phenomenon] = []
    var group = file.lastPathComponent
    var isQuoting = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let last = (found.indices.last, found.last?.examples.indices.last)
      if line.hasPrefix("# ") {
        group = String(line.dropFirst(2))
      } else if line.hasPrefix("## ") {
        found.append(Phenomenon(group: group, title: String(line.dropFirst(3))))
      } else if line.hasPrefix(">"), let section = last.0 {
        let content = String(line.dropFirst(line.hasPrefix("> ") ? 2 : 1))
        if isQuoting, let example = last.1 {
          found[section].examples[example].body += "\n" + content
        } else {
          let location = SourceLocation(
            fileID: "phenomena/\(file.lastPathComponent)", filePath: file.path, line: index + 1,
            column: 1)
          found[section].examples.append(Example(body: content, location: location))
        }
      } else if line.hasPrefix("    "), let section = last.0, let example = last.1 {
        found[section].examples[example].expect(String(line.dropFirst(4)))
      }
      isQuoting = line.hasPrefix(">")
    }
    return found
  }
}

extension Phenomenon.Example {
  /// Takes one indented line: `nothing`, `: numeral class noun`, or a fact.
  fileprivate mutating func expect(_ line: String) {
    if line.hasPrefix(": ") {
      ledger = (ledger ?? []) + [String(line.dropFirst(2))]
    } else {
      statesFacts = true
      if line != "nothing" { facts.append(line) }
    }
  }
}
