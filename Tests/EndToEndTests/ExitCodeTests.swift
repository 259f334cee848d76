import Foundation
import TestSupport
import Testing

@Suite("Exit codes and messages")
struct ExitCodeTests {
  private let folder: TemporaryFolder
  private let tonghop: Program

  init() throws {
    folder = try TemporaryFolder()
    tonghop = Program(folder: folder)
    try folder.write("BÁO CÁO\n\nToàn Đảng bộ có 25 đảng viên.\n", to: "in/a.txt")
  }

  @Test("0: all was processed; data on standard output, nothing on standard error")
  func success() throws {
    let result = try tonghop("ingest", "in", "--dataset", "d.sqlite")
    #expect(result.code == 0)
    #expect(result.output.contains("in/a.txt"))
    #expect(result.messages == "")
  }

  @Test("2: some failed, and each has one line with name, reason and remedy")
  func someFailed() throws {
    try folder.write("", to: "in/empty.txt")
    let result = try tonghop("ingest", "in", "missing.txt", "--dataset", "d.sqlite", "--quiet")
    #expect(result.code == 2)
    #expect(result.output == "")
    let lines = result.messages.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.contains { $0.hasPrefix("tonghop: in/empty.txt: ") && $0.contains("; hãy ") })
    #expect(lines.contains { $0.hasPrefix("tonghop: missing.txt: ") && $0.contains("; hãy ") })
  }

  @Test("64: usage", arguments: [["frob"], ["extract"], ["export", "--dataset", "d.sqlite"]])
  func usage(arguments: [String]) throws {
    let line = "$tonghop " + arguments.joined(separator: " ")
    let result = try tonghop.shell(line)
    #expect(result.code == 64)
    #expect(result.output == "")
    #expect(result.messages.contains("Cách dùng: tonghop"))
  }

  @Test(
    "66: nothing could be read",
    arguments: ["extract missing.txt", "status --dataset none.sqlite", "extract ./void"])
  func nothing(arguments: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("void"), withIntermediateDirectories: true)
    #expect(try tonghop.shell("$tonghop \(arguments)").code == 66)
  }

  @Test("73: a dataset that cannot be made; 74: an output that cannot be written")
  func outputs() throws {
    #expect(try tonghop("ingest", "in", "--dataset", "no/such/d.sqlite").code == 73)
    #expect(try tonghop.shell("$tonghop extract in/a.txt > /dev/full").code == 74)
  }

  @Test("75: the dataset is busy for longer than --wait")
  func busy() throws {
    try #require(try tonghop("ingest", "in", "--dataset", "d.sqlite").code == 0)
    try folder.write("BÁO CÁO\n\nCó 26 đảng viên.\n", to: "in/b.txt")
    let result = try tonghop.shell(
      """
      python3 -c 'import sqlite3, time
      db = sqlite3.connect("d.sqlite", isolation_level=None)
      db.execute("BEGIN IMMEDIATE"); open("locked", "w"); time.sleep(60)' & locker=$!
      while [ ! -e locked ]; do sleep 0.05; done
      $tonghop ingest in --dataset d.sqlite --wait 0.2; code=$?
      kill -KILL $locker; exit $code
      """)
    #expect(result.code == 75)
    #expect(result.messages.contains("--wait"))
  }

  @Test(
    "130 and 143: a signal ends the run after the current file",
    arguments: [("INT", 130), ("TERM", 143)])
  func signals(name: String, code: Int32) throws {
    let report = try folder.text(of: "in/a.txt")
    for number in 0..<600 { try folder.write(report + "\(number)\n", to: "many/\(number).txt") }
    let result = try tonghop.shell(
      """
      set -m
      $tonghop ingest many --dataset d.sqlite --format ndjson > lines & child=$!
      python3 -c 'import sqlite3, time
      def recorded():
        try: return sqlite3.connect("d.sqlite").execute("SELECT count(*) FROM report").fetchone()[0]
        except sqlite3.Error: return 0
      while not recorded(): time.sleep(0.02)'
      kill -\(name) $child; wait $child
      """)
    #expect(result.code == code)
    let status = try tonghop("status", "--dataset", "d.sqlite", "--format", "ndjson")
    #expect(status.code == 0)
    #expect((2..<600).contains(status.lines.count))
  }

  @Test("a reader that goes away early is no error")
  func closedPipe() throws {
    let report = "BÁO CÁO\n" + String(repeating: "Có 25 đảng viên.\n\n", count: 5000)
    try folder.write(report, to: "long.txt")
    let result = try tonghop.shell("$tonghop numerals long.txt | head -1; exit ${PIPESTATUS[0]}")
    #expect(result.code == 0)
    #expect(result.messages == "")
  }
}
