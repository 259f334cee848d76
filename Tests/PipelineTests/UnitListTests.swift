import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("A list of units from CSV")
struct UnitListTests {
  private func units(_ text: String) throws -> [ReportingUnit] {
    try UnitList(text: text, name: "u.csv").units
  }

  private func mistake(_ text: String) -> String? {
    do {
      _ = try UnitList(text: text, name: "u.csv")
      return nil
    } catch {
      return error.message.en
    }
  }

  @Test("code and name are enough")
  func least() throws {
    #expect(
      try units("code,name\n1,xã A\n") == [ReportingUnit(code: "1", name: "xã A")])
  }

  @Test(
    "as spreadsheets write it: byte-order mark, CRLF, semicolons, quotes, columns in any order",
    arguments: [
      "\u{FEFF}code;name;reports;parent\r\nT;\"tỉnh \"\"T\"\"\";;\r\n1;xã A;yes;T\r\n",
      "parent\tname\tcode\treports\n\ttỉnh \"T\"\tT\tno\nT\txã A\t1\tYES\n",
    ])
  func dialects(text: String) throws {
    #expect(
      try units(text) == [
        ReportingUnit(code: "T", name: "tỉnh \"T\""),
        ReportingUnit(code: "1", name: "xã A", parent: "T", reports: true),
      ])
  }

  @Test("a name that was decomposed or broken over lines is made whole")
  func names() throws {
    let name = "xã Bình\nLư".decomposedStringWithCanonicalMapping
    let found = try units("code,name\n1,\"\(name)\"\n").map { Array($0.name.unicodeScalars) }
    #expect(found == [Array("xã Bình Lư".precomposedStringWithCanonicalMapping.unicodeScalars)])
  }

  @Test("a parent that isn't in the list is an official code")
  func officialParent() throws {
    #expect(try units("code,name,parent\nDN1,Công ty A,12\n").map(\.parent) == ["12"])
  }

  @Test("one code may have several names, each for its time")
  func times() throws {
    let text = "code,name,valid_from,valid_to\n1,xã A,,2026-04-29\n1,phường A,2026-04-30,\n"
    #expect(try units(text).map(\.name) == ["xã A", "phường A"])
  }

  @Test(
    "a mistake names its line",
    arguments: [
      ("name\nA\n", "u.csv:1: the columns code and name must be there"),
      ("code,name\n1,\n", "u.csv:2: code or name is missing"),
      (
        "code,name,valid_from\n1,A,\n2,B,31/3/2026\n",
        "u.csv:3: “31/3/2026” is no day like 2026-03-31"
      ),
      ("code,name\n1,A\n1,B\n", "u.csv:3: the code 1 stands twice with the same first day"),
      ("code,name,parent\n1,A,9\n", "u.csv:1: 1 reports to a code that isn't there: 9"),
      ("code,name,parent\n1,A,2\n2,B,1\n", "u.csv:1: 1 reports to itself in a circle"),
      ("", "u.csv:1: the list is empty"),
    ])
  func mistakes(text: String, message: String) {
    #expect(mistake(text) == message)
  }
}
