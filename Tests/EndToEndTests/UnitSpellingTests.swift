import Foundation
import TestSupport
import Testing

@Suite("A unit's name that OCR or typing damaged")
struct UnitSpellingTests {
  private let folder: TemporaryFolder
  private let tonghop: Program

  init() throws {
    folder = try TemporaryFolder()
    tonghop = Program(folder: folder)
  }

  private func report(_ first: String, _ second: String) throws {
    try folder.write(
      """
      ĐẢNG BỘ CÔNG TY TNHH MTV CAO SU LAM

      BÁO CÁO
      quý I năm 2026

      Đảng bộ Công ty TNHH \(first) Cao su Lam có 25 đảng viên.

      Nhìn chung, Đảng bộ Công ty TNHH \(second) Cao su Lam có 52 đảng viên.
      """, to: "a.txt")
  }

  private func name(_ record: [String: Any]) -> Any? {
    (record["entity"] as? [String: Any])?["name"]
  }

  @Test(
    "is compared with the right one: what contradicts itself is found",
    arguments: [("ITV", "1TV"), ("lTV", "một thành viên"), ("1 TV", "MTV")])
  func contradiction(first: String, second: String) throws {
    try report(first, second)
    let flags = try tonghop("check", "a.txt", "--format", "ndjson").records()
    #expect(flags.map { $0["rule"] as? String } == ["restatement_conflict"])
  }

  @Test("two units of other names are two")
  func otherUnits() throws {
    try report("HTV", "MTV")
    #expect(try tonghop("check", "a.txt", "--format", "ndjson").records().isEmpty)
  }

  @Test("is the unit of the list, and stays as it was written")
  func dataset() throws {
    try report("ITV", "ITV")
    try folder.write("code,name\nC1,Công ty TNHH 1TV Cao su Lam\n", to: "units.csv")
    for run in [
      try tonghop("units", "import", "units.csv", "--dataset", "d.sqlite"),
      try tonghop("ingest", "a.txt", "--dataset", "d.sqlite"),
      try tonghop("export", "--dataset", "d.sqlite", "--format", "ndjson", "--to", "out"),
    ] { #expect(run.code < 2, "\(run.messages)") }
    let output = try folder.text(of: "out/facts.ndjson")
    let facts = try Program.Result(code: 0, output: output, messages: "").records()
    #expect(facts.count == 2)
    for fact in facts {
      #expect((fact["entity"] as? [String: Any])?["code"] as? String == "C1")
      #expect(name(fact) as? String == "Đảng bộ Công ty TNHH ITV Cao su Lam")
    }
  }
}
