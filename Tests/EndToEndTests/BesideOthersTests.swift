import Foundation
import TestSupport
import Testing

/// Datasets are used by several programs at once, and by several versions of this one.
@Suite("Beside other users of a dataset")
struct BesideOthersTests {
  private let folder: TemporaryFolder
  private let tonghop: Program

  init() throws {
    folder = try TemporaryFolder()
    tonghop = Program(folder: folder)
    for number in 0..<40 {
      try folder.write(
        """
        ĐẢNG ỦY XÃ BÌNH LƯ \(number)

        BÁO CÁO
        quý I năm 2026

        Tính đến 31/3/2026, toàn Đảng bộ có \(100 + number) đảng viên.

        """, to: "\(number % 2 == 0 ? "even" : "odd")/\(number).txt")
    }
  }

  private func consolidated(_ dataset: String) throws -> String {
    let out = "out-" + dataset
    let export = try tonghop("export", "--dataset", dataset, "--format", "ndjson", "--to", out)
    try #require(export.code == 0)
    return try folder.text(of: out + "/consolidated.ndjson")
  }

  @Test("two ingests at once, while a reader holds an older state open")
  func together() throws {
    try #require(try tonghop("ingest", "even", "odd", "--dataset", "alone.sqlite").code == 0)
    try #require(try tonghop("ingest", "even/0.txt", "--dataset", "both.sqlite").code == 0)
    let result = try tonghop.shell(
      """
      python3 -c 'import sqlite3, time, os
      db = sqlite3.connect("both.sqlite", isolation_level=None)
      db.execute("BEGIN"); before = db.execute("SELECT count(*) FROM report").fetchone()
      open("reading", "w").close()
      while not os.path.exists("written"): time.sleep(0.02)
      assert db.execute("SELECT count(*) FROM report").fetchone() == before == (1,)' & reader=$!
      while [ ! -e reading ]; do sleep 0.02; done
      $tonghop ingest even --dataset both.sqlite --quiet & first=$!
      $tonghop ingest odd --dataset both.sqlite --quiet & second=$!
      wait $first && wait $second; code=$?
      touch written
      wait $reader && exit $code
      """)
    #expect(result.code == 0, "\(result.messages)")
    #expect(try consolidated("both.sqlite") == consolidated("alone.sqlite"))
  }

  @Test("a dataset that a newer program has changed is refused with a clear word")
  func newer() throws {
    try #require(try tonghop("ingest", "odd/1.txt", "--dataset", "d.sqlite").code == 0)
    let line = """
      python3 -c 'import sqlite3
      with sqlite3.connect("d.sqlite") as db:
        db.execute("INSERT INTO grdb_migrations VALUES (\\"2099-01 later\\")")'
      """
    try #require(try tonghop.shell(line).code == 0)
    for arguments in [["status"], ["ingest", "odd"]] {
      let result = try tonghop.shell(
        "$tonghop \(arguments.joined(separator: " ")) --dataset d.sqlite")
      #expect(result.code == 66)
      #expect(result.messages.contains("phiên bản tonghop mới hơn"))
    }
  }

  @Test("units, assign and withdraw from the command line, each with a word for a mistake")
  func decisions() throws {
    try folder.write("code,name,reports\nA,xã Bình Lư 1,yes\nB,xã Khun Há,yes\n", to: "u.csv")
    #expect(
      try tonghop("units", "import", "u.csv", "--dataset", "d.sqlite").output
        == "2 đơn vị, 2 phải báo cáo\n")
    try #require(
      try tonghop("ingest", "odd/1.txt", "even/2.txt", "--dataset", "d.sqlite").code == 0)
    let assigned = try tonghop(
      "assign", "even/2.txt", "--unit", "B", "--period", "2026-Q1", "--dataset", "d.sqlite")
    #expect(assigned.output.hasPrefix("even/2.txt · đã nhận · B xã Khun Há · "))
    let withdrawn = try tonghop(
      "withdraw", "odd/1.txt", "--reason", "nhầm", "--dataset", "d.sqlite")
    #expect(withdrawn.output.contains("đã rút: nhầm"))
    let status = try tonghop(
      "status", "--dataset", "d.sqlite", "--period", "2026-Q1", "--format", "csv")
    #expect(status.output.contains("xã Bình Lư 1,A,,,2026-01-01,2026-03-31,missing"))
    #expect(status.output.contains("xã Khun Há,B,,,2026-01-01,2026-03-31,reported"))
    for wrong in [
      ["assign", "even/2.txt", "--unit", "Z"], ["assign", "even/2.txt"],
      ["assign", "even/2.txt", "--period", "2026-Q7"], ["withdraw", "none.txt", "--reason", "x"],
      ["withdraw", "odd/1.txt", "--reason", "' '"], ["status", "--as-of", "2026-04-05"],
      ["units", "import", "none.csv"],
    ] {
      let result = try tonghop.shell("$tonghop \(wrong.joined(separator: " ")) --dataset d.sqlite")
      #expect(result.code == 64, "\(wrong)")
      #expect(!result.messages.isEmpty)
    }
  }
}
