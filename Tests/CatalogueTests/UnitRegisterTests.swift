import DocumentModel
import Foundation
import Testing

@testable import Catalogue

/// The counts are those of the resolutions on the reform of 2025, not the program's own.
@Suite("The country's units")
struct UnitRegisterTests {
  private static let register = Result { try UnitRegister() }
  private let register: UnitRegister

  init() throws { register = try UnitRegisterTests.register.get() }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  private func count(on text: String, level: Int) throws -> Int {
    let day = try day(text)
    return register.entries.count { $0.isValid(on: day) && $0.code.count == level }
  }

  @Test("since 1 July 2025: 34 provinces, 3.321 communes, wards and special zones, no district")
  func today() throws {
    #expect(try count(on: "2025-07-01", level: 2) == 34)
    #expect(try count(on: "2025-07-01", level: 3) == 0)
    #expect(try count(on: "2025-07-01", level: 5) == 3321)
    #expect(try count(on: "2026-05-01", level: 5) == 3321)
  }

  @Test("before: 63 provinces, 696 districts, some ten thousand communes")
  func before() throws {
    #expect(try count(on: "2025-06-30", level: 2) == 63)
    #expect(try count(on: "2025-06-30", level: 3) == 696)
    #expect(try count(on: "2025-06-30", level: 5) == 10_035)
  }

  @Test(
    "Đồng Nai is a city since 30 April 2026, and ten of its communes are wards",
    arguments: [
      ("75", "Đồng Nai", "tỉnh", "thành phố"), ("25270", "Lộc Ninh", "xã", "phường"),
      ("25357", "Tân Khai", "xã", "phường"), ("25363", "Đồng Phú", "xã", "phường"),
      ("26116", "Tân Phú", "xã", "phường"), ("26170", "Trị An", "xã", "phường"),
      ("26248", "Trảng Bom", "xã", "phường"), ("26326", "Dầu Giây", "xã", "phường"),
      ("26368", "Long Thành", "xã", "phường"), ("26425", "Xuân Lộc", "xã", "phường"),
      ("26485", "Nhơn Trạch", "xã", "phường"),
    ])
  func dongNai(code: String, name: String, earlier: String, later: String) throws {
    func kinds(_ text: String) throws -> [String] {
      let day = try day(text)
      return register.entries.filter { $0.code == code && $0.isValid(on: day) }
        .map { "\($0.kind) \($0.name)" }
    }
    #expect(try kinds("2026-04-29") == ["\(earlier) \(name)"])
    #expect(try kinds("2026-04-30") == ["\(later) \(name)"])
  }

  @Test("names are composed, on one line, with the tone of hòa on its first vowel")
  func clean() {
    for entry in register.entries {
      let scalars = Array(entry.name.unicodeScalars)
      #expect(scalars == Array(entry.name.precomposedStringWithCanonicalMapping.unicodeScalars))
      #expect(!entry.name.contains { $0.isNewline } && !entry.name.contains("  "))
      #expect(!entry.name.hasSuffix("oà") && !entry.name.hasSuffix("oá"), "\(entry.name)")
    }
  }

  @Test("names repeat across provinces, never within one")
  func namesakes() throws {
    let day = try day("2026-05-01")
    let communes = register.entries.filter { $0.isValid(on: day) && $0.code.count == 5 }
    let within = Dictionary(grouping: communes) { "\($0.parent) \($0.name)" }
    #expect(within.values.allSatisfy { $0.count == 1 })
    let across = Dictionary(grouping: communes, by: \.name).values.filter { units in
      Set(units.map(\.parent)).count > 1
    }
    #expect(across.count == 314)
  }

  @Test("a merged commune has one successor, a divided one several")
  func successors() {
    #expect(register.successors["00001"] != nil)
    let counts = register.successors.values.map(\.count)
    #expect(counts.count { $0 == 1 } > 9_000)
    #expect(counts.count { $0 > 1 } == 471)
    let known = Set(register.entries.map(\.code))
    #expect(register.successors.allSatisfy { known.contains($0) && known.isSuperset(of: $1) })
  }

  @Test("a department's own table takes its place; a mistake names its line")
  func replaced() throws {
    let head = "code\tkind\tname\tparent\tfrom\tto\n"
    let own = try UnitRegister(replacing: [
      "units.tsv": head + "9\txã\tA\t\t2025-07-01\t\n", "unit_changes.tsv": "code\tformer\n",
    ])
    #expect(own.entries.map(\.name) == ["A"])
    #expect {
      try UnitRegister(replacing: ["units.tsv": head + "9\txã\tA\t\t2025-13-01\t\n"])
    } throws: { ($0 as? TableError)?.line == 2 }
  }

  @Test("names are taken apart into kind and words, also names that begin like a kind")
  func names() {
    let name = UnitName("BAN CHẤP HÀNH ĐẢNG BỘ XÃ XA DUNG")
    #expect(name.kind == "xa")
    #expect(name.words == ["xa", "dung"])
    #expect(UnitName("Xa Dung", kind: "xã") == name)
    #expect(UnitName("xã Xa Dung", kind: "xã") == name)
    #expect(UnitName("dang uy xa xa dung") == name)
    #expect(UnitName("Tỉnh ủy Lai Châu").kind == "tinh")
    #expect(!UnitName("Công an tỉnh Lai Châu").isOfUnit)
  }

  @Test("every row of spellings is one name with what it means, and nothing else is")
  func spellings() throws {
    let text = try #require(GeneratedUnitTables.texts["unit_spellings.tsv"])
    let columns = ["written", "meant"]
    let table = try TableFile(name: "unit_spellings.tsv", text: text, expected: columns)
    #expect(table.rows.count > 10)
    for row in table.rows {
      let (written, meant) = (row.cells[0], row.cells[1])
      #expect(UnitName.identity(of: written) == UnitName.identity(of: meant), "line \(row.line)")
      #expect(UnitName.identity(of: "A \(written) B") == UnitName.identity(of: "A \(meant) B"))
      #expect(UnitName.identity(of: meant) == meant.folded, "what is meant is itself a spelling")
    }
    #expect(UnitName.identity(of: "Công ty TNHH TV") != UnitName.identity(of: "Công ty TNHH MTV"))
  }
}

extension String {
  fileprivate var folded: String { UnitName.words(of: self).joined(separator: " ") }
}
