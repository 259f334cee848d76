import Foundation

/// Runs another program inside limits of time, memory and output.
///
/// The limits are kept by `timeout` of coreutils and `prlimit` of util-linux, which every Debian
/// has: what they end can neither outlive nor outgrow them, whatever it does. Output goes to a file
/// in a scratch folder, so that its size is a limit of the system's too, and no pipe can block.
struct ChildProcess: Sendable {
  let limits: ChildLimits

  init(limits: ChildLimits) { self.limits = limits }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - program: a name looked up in `PATH`, or a path.
  ///   - arguments: without the program's name.
  ///   - folder: where it runs; its `HOME` and `TMPDIR` too.
  /// - Returns: its standard output.
  /// - Throws: `ChildFailure`, also where it exits with another code than 0.
  func run(
    _ program: String, _ arguments: [String], in folder: ScratchFolder
  ) throws(ChildFailure) -> [UInt8] {
    let code = try exitCode(of: program, arguments, in: folder)
    let output = folder.bytes(of: ChildProcess.output, limit: limits.output)
    // Some programs take the signal for an error of the disk and say so.
    if output.count >= limits.output || code == 128 + 25 {
      throw .tooMuchOutput(program: program, bytes: limits.output)
    }
    switch code {
    case 0: return output
    case 124, 128 + 9, 128 + 24: throw .tooSlow(program: program, seconds: limits.seconds)
    case 126, 127: throw .notInstalled(program: program)
    default: throw .failed(program: program, code: code, saying: complaint(in: folder))
    }
  }

  private static let output = ".output"
  private static let messages = ".messages"

  private func exitCode(
    of program: String, _ arguments: [String], in folder: ScratchFolder
  ) throws(ChildFailure) -> Int {
    try folder.write([], to: ChildProcess.output)
    try folder.write([], to: ChildProcess.messages)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments =
      [
        "--signal=KILL", String(limits.seconds), "prlimit", "--as=\(limits.memory)",
        "--cpu=\(limits.seconds)", "--fsize=\(limits.output)", "--core=0", "--", program,
      ] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    process.environment = [
      "PATH": path, "LC_ALL": "C.UTF-8", "HOME": folder.path, "TMPDIR": folder.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: folder.file(ChildProcess.output))
    process.standardError = FileHandle(forWritingAtPath: folder.file(ChildProcess.messages))
    do {
      try process.run()
    } catch {
      throw .notInstalled(program: program)
    }
    process.waitUntilExit()
    let status = Int(process.terminationStatus)
    return process.terminationReason == .uncaughtSignal ? 128 + status : status
  }

  /// The last line that the program said to standard error, shortened.
  private func complaint(in folder: ScratchFolder) -> String {
    let text = String(
      decoding: folder.bytes(of: ChildProcess.messages, limit: 4000), as: UTF8.self)
    let last = text.split(whereSeparator: \.isNewline).last ?? ""
    return String(last.prefix(160))
  }
}
