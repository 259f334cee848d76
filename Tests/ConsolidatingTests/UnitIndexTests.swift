import Catalogue
import DocumentModel
import Foundation
import Testing

@testable import Consolidating

@Suite("Which unit a name means")
struct UnitIndexTests {
  private static let register = Result { try UnitRegister() }
  private let day: CalendarDate
  private let index: UnitIndex

  init() throws {
    day = .lastDay(year: 2026, month: 3)
    index = UnitIndex(units: UnitIndexTests.units, register: try UnitIndexTests.register.get())
  }

  private static let units = [
    ReportingUnit(code: "T", name: "tỉnh Lam Châu", kind: "tỉnh"),
    ReportingUnit(code: "1", name: "xã Sìn Hồ", kind: "xã", parent: "T"),
    ReportingUnit(code: "2", name: "xã Sin Suối Hồ", kind: "xã", parent: "T"),
    ReportingUnit(code: "3", name: "Than Uyên", kind: "xã", parent: "T"),
    ReportingUnit(code: "4", name: "Đảng bộ phường Tân Uyên", parent: "T"),
    ReportingUnit(code: "5", name: "xã Hòa Bum", kind: "xã", parent: "T"),
    ReportingUnit(code: "6", name: "xã Noong Khuông", kind: "xã", parent: "T"),
    ReportingUnit(code: "7", name: "Công an tỉnh Lam Châu", kind: "công an", parent: "T"),
    ReportingUnit(code: "8", name: "xã Noong Khuâng", kind: "xã", parent: "T"),
    ReportingUnit(code: "9", name: "Công ty TNHH 1TV Chè Lam Châu", parent: "T"),
  ]

  private func code(_ name: String, under parent: String? = nil) -> String? {
    guard case .one(let unit) = index.match(name, under: parent, on: day) else { return nil }
    return unit.code
  }

  @Test(
    "names as letterheads and bodies write them",
    arguments: [
      ("Đảng bộ xã Sìn Hồ", "1"), ("ĐẢNG ỦY XÃ SÌN HỒ", "1"), ("Đảng uỷ xã Sìn Hồ", "1"),
      ("BAN CHẤP HÀNH ĐẢNG BỘ XÃ SIN SUỐI HỒ", "2"), ("Đảng bộ xã Than Uyên", "3"),
      ("phường Tân Uyên", "4"), ("Đảng bộ xã Hoà Bum", "5"), ("Đảng bộ xã Hòa Bum", "5"),
      ("Đảng bộ Công an tỉnh Lam Châu", "7"), ("Đảng bộ tỉnh Lam Châu", "T"),
      ("TỈNH ỦY LAM CHÂU", "T"), ("Đảng ủy xã HB", "5"), ("ĐU xã Hòa Bum", "5"),
      ("Dang uy xa Sin Ho", "1"), ("dang bo xa hoa bum", "5"),
    ])
  func variants(name: String, expected: String) {
    #expect(code(name) == expected)
    #expect(code(name.decomposedStringWithCanonicalMapping) == expected)
  }

  @Test(
    "spellings of a company's form, also as OCR and typing make them",
    arguments: [
      "Đảng bộ Công ty TNHH 1TV Chè Lam Châu", "Đảng bộ Công ty TNHH MTV Chè Lam Châu",
      "ĐẢNG ỦY CÔNG TY TNHH ITV CHÈ LAM CHÂU", "Đảng bộ Công ty TNHH lTV Chè Lam Châu",
      "Đảng bộ Cty TNHH 1 TV Chè Lam Châu", "Công ty TNHH một thành viên Chè Lam Châu",
      "Chi bộ Công ty Trách nhiệm hữu hạn 1 thành viên Chè Lam Châu",
    ])
  func spellings(name: String) { #expect(code(name) == "9") }

  @Test("a commune that has become a ward keeps its name, but is no district")
  func kinds() {
    #expect(code("Đảng bộ xã Tân Uyên") == "4")
    #expect(code("Đảng bộ huyện Than Uyên") == nil)
  }

  @Test(
    "a slip of one letter is seen through where only one unit can be meant",
    arguments: [("Đảng bộ xã Hòa Bun", "5"), ("Đảng bộ xã Hòa Bumm", "5"), ("xã Hào Bum", "5")])
  func slips(name: String, expected: String) {
    #expect(code(name) == expected)
  }

  @Test("a slip that two units are near to is for a person")
  func ambiguousSlip() {
    guard case .several(let units) = index.match("xã Noong Khuêng", under: nil, on: day) else {
      Issue.record("decided")
      return
    }
    #expect(units.map(\.code) == ["6", "8"])
  }

  @Test("what is the name of some other unit is no slip")
  func otherUnit() throws {
    let only = UnitIndex(
      units: [ReportingUnit(code: "4", name: "xã Tân Uyên", kind: "xã")],
      register: try UnitIndexTests.register.get())
    #expect(only.match("Đảng bộ xã Than Uyên", under: nil, on: day) == .none)
  }

  @Test("namesakes are told apart by the unit above, and else not at all")
  func namesakes() throws {
    let units = [
      ReportingUnit(code: "A", name: "huyện Phú An", kind: "huyện"),
      ReportingUnit(code: "B", name: "huyện Phú Bình", kind: "huyện"),
      ReportingUnit(code: "A1", name: "xã Tân Lập", kind: "xã", parent: "A"),
      ReportingUnit(code: "B1", name: "xã Tân Lập", kind: "xã", parent: "B"),
    ]
    let index = UnitIndex(units: units, register: try UnitIndexTests.register.get())
    #expect(
      index.match("Đảng bộ xã Tân Lập", under: "Đảng bộ huyện Phú Bình", on: day) == .one(units[3]))
    #expect(
      index.match("Đảng bộ xã Tân Lập", under: nil, on: day) == .several([units[2], units[3]]))
  }

  @Test("a former commune means the one it went into; a divided one is for a person")
  func former() throws {
    let register = try UnitIndexTests.register.get()
    let today = register.entries.filter { $0.isValid(on: day) && $0.code.count == 5 }
    let index = UnitIndex(
      units: today.map {
        ReportingUnit(code: $0.code, name: "\($0.kind) \($0.name)", kind: $0.kind)
      }, register: register)
    // phường Phúc Xá (00001) went into phường Hồng Hà (00097), by the reform of 2025.
    guard case .one(let unit) = index.match("phường Phúc Xá", under: nil, on: day) else {
      Issue.record("not decided")
      return
    }
    #expect(unit.name == "phường Hồng Hà")
    let divided = try #require(
      register.entries.first {
        $0.isFormer && (register.successors[$0.code]?.count ?? 0) > 1 && $0.name == "Tân Thành"
          && $0.code.count == 5
      })
    guard case .several = index.match("xã \(divided.name)", under: nil, on: day) else {
      Issue.record("decided")
      return
    }
  }

  @Test(
    "names in paths, the longest first, also as initials",
    arguments: [
      ("2026/sin-suoi-ho.txt", "2"), ("xa_Sin_Ho_Q1.docx", "1"), ("Sìn Hồ/bao cao.txt", "1"),
      ("BC xa HB quy 1.txt", "5"), ("BC HB quy 1.txt", nil), ("bao-cao.txt", nil),
      ("sinsuoiho.txt", "2"),
      ("than uyen (2).txt", "3"), ("cong-ty-tnhh-itv-che-lam-chau.pdf", "9"),
    ])
  func paths(path: String, expected: String?) {
    var found: String?
    if case .one(let unit) = index.match(path: path, on: day) { found = unit.code }
    #expect(found == expected)
  }

  @Test("without a list the official code needs the province where names repeat")
  func official() throws {
    let official = OfficialUnits(try UnitIndexTests.register.get())
    #expect(
      official.code("Đảng bộ xã Lộc Ninh", under: "Đảng bộ tỉnh Đồng Nai", on: day) == "25270")
    #expect(official.code("Đảng bộ xã Lộc Ninh", under: "Đảng bộ tỉnh Lam Châu", on: day) == nil)
    let later = CalendarDate(year: 2026, month: 6, day: 30)
    #expect(
      official.code("Đảng bộ phường Lộc Ninh", under: "Đảng bộ thành phố Đồng Nai", on: later)
        == "25270")
  }
}
