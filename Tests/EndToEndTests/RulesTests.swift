import Foundation
import TestSupport
import Testing

@Suite("tonghop rules, and --rules")
struct RulesTests {
  private let folder: TemporaryFolder
  private let tonghop: Program
  private static let header = "id\tfamily\tseverity\trelation\toperands\tapplies\tvi\ten\tsource\n"

  init() throws {
    folder = try TemporaryFolder()
    tonghop = Program(folder: folder)
  }

  @Test("lists every rule with its instruction and its source") func lists() throws {
    let listed = try tonghop("rules")
    #expect(listed.code == 0)
    #expect(listed.output.contains("members_balance  LỖI balance_mismatch"))
    #expect(listed.output.contains("Nguồn: Hướng dẫn 12-HD/BTCTW"))
    let records = try tonghop("rules", "--format", "ndjson").records()
    #expect(records.count > 70)
    for record in records {
      let instruction = record["instruction"] as? [String: String]
      #expect(instruction?["vi"]?.isEmpty == false)
      #expect(instruction?["en"]?.isEmpty == false)
    }
  }

  @Test("a rule of one's own takes part in a check") func own() throws {
    try folder.write(
      "BÁO CÁO\n\nToàn Đảng bộ có 45 đảng viên, tuổi đời bình quân 61,5 tuổi.\n", to: "a.txt")
    try folder.write(
      RulesTests.header
        + "young\timpossible_value\twarning\trange\tage_mean: 18 < 60\t\tXem lại.\tLook again.\tNội bộ\n",
      to: "own.tsv")
    #expect(try tonghop("check", "a.txt").output.contains("impossible_value") == false)
    let checked = try tonghop("check", "a.txt", "--rules", "own.tsv", "--fail-on", "warning")
    #expect(checked.output.contains("impossible_value"))
    #expect(checked.output.contains("Xem lại."))
    #expect(checked.code == 1)
  }

  @Test("a malformed table is not loaded") func malformed() throws {
    try folder.write(RulesTests.header + "x\tsums\terror\tbreakdown\n", to: "bad.tsv")
    let result = try tonghop("rules", "--rules", "bad.tsv", "--lang", "en")
    #expect(result.code == 64)
    #expect(result.messages.contains("bad.tsv:2: there is no family sums"))
    #expect(result.output.isEmpty)
    #expect(try tonghop("rules", "--rules", "none.tsv").code == 64)
  }
}
