import Foundation
import TestSupport

/// Runs the built program.
struct Program {
  struct Result {
    let code: Int32
    let output: String
    let messages: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// It lies beside the program that runs the tests.
  static var url: URL {
    let tests =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent()
      .appendingPathComponent("tonghop")
  }

  let folder: TemporaryFolder
  var locale = "vi_VN.UTF-8"

  func callAsFunction(_ arguments: String..., input: String = "") throws -> Result {
    try run(Program.url, arguments, input: input)
  }

  /// Runs a line of shell in which `$tonghop` is the program.
  func shell(_ line: String) throws -> Result {
    try run(URL(fileURLWithPath: "/bin/bash"), ["-c", line], input: "")
  }

  private func run(_ url: URL, _ arguments: [String], input: String) throws -> Result {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": locale, "tonghop": Program.url.path,
    ]
    // Files, not pipes: a pipe that nobody empties would block the program.
    let name = "." + UUID().uuidString
    try folder.write(input, to: name + ".in")
    let output = folder.file(name + ".out")
    let messages = folder.file(name + ".err")
    for path in [output, messages] {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    process.standardInput = FileHandle(forReadingAtPath: folder.file(name + ".in"))
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: messages)
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: try folder.text(of: name + ".out"),
      messages: try folder.text(of: name + ".err"))
  }
}
