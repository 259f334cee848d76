import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Consolidating

@Suite("One cell for each figure")
struct ConsolidatorTests {
  private func cells(_ facts: [Fact]) -> [ConsolidatedCell] {
    var consolidator = Consolidator()
    for fact in facts { consolidator.add(fact) }
    return consolidator.cells()
  }

  @Test("equal statements agree, and all of them are its sources")
  func complete() {
    let cells = cells([Sample.fact("f2", start: 90), Sample.fact("f1", start: 10)])
    #expect(cells.map(\.value) == [ExactDecimal(384)])
    #expect(cells.map(\.status) == [.agreed])
    #expect(cells.map(\.sources) == [["f1", "f2"]])
  }

  @Test("of consistent statements the most precise wins")
  func consistent() {
    let cells = cells([
      Sample.fact("f1", value: ExactDecimal(44), unit: "percent"),
      Sample.fact("f2", value: ExactDecimal(441, scale: 1), unit: "percent", decimals: 1),
      Sample.fact("f3", value: ExactDecimal(40), unit: "percent", qualifier: .moreThan),
    ])
    #expect(cells.map(\.value) == [ExactDecimal(441, scale: 1)])
    #expect(cells.map(\.qualifier) == [.exact])
  }

  @Test("a hedge that stands alone stays a hedge")
  func hedge() {
    #expect(cells([Sample.fact(qualifier: .about)]).map(\.qualifier) == [.about])
  }

  @Test("statements that cannot all be true are disputed, and no value is made up")
  func inconsistent() {
    let cells = cells([Sample.fact("f1"), Sample.fact("f2", value: ExactDecimal(385))])
    #expect(cells.map(\.value) == [nil])
    #expect(cells.map(\.status) == [.disputed])
    #expect(cells.map(\.sources) == [["f1", "f2"]])
  }

  @Test(
    "what differs in an aspect is another figure",
    arguments: [
      Sample.fact("x", concept: "admissions"), Sample.fact("x", unit: "percent"),
      Sample.fact("x", dimensions: ["sex": "female"]), Sample.fact("x", period: nil),
      Sample.fact("x", statistic: .growth), Sample.fact("x", entity: "Đảng bộ xã Khun Há"),
      Sample.fact("x", per: "year"), Sample.fact("x", of: Whole(noun: "trưởng thôn")),
      Sample.fact("x", base: .year(2025)),
    ])
  func keys(other: Fact) {
    #expect(cells([Sample.fact("f1"), other]).count == 2)
  }

  @Test("a unit is one whatever its letters' case and composition")
  func names() {
    let decomposed = "Đảng bộ xã Bình Lư".decomposedStringWithCanonicalMapping
    let cells = cells([
      Sample.fact("f1"), Sample.fact("f2", entity: "ĐẢNG BỘ XÃ  BÌNH LƯ"),
      Sample.fact("f3", entity: decomposed),
    ])
    #expect(cells.map(\.sources) == [["f1", "f2", "f3"]])
  }

  @Test("a unit is one however its name is spelt, and is named as one of its statements has it")
  func spellings() {
    let cells = cells([
      Sample.fact("f1", entity: "Chi bộ Công ty TNHH ITV Hòa Mỹ"),
      Sample.fact("f2", entity: "Chi bộ Công ty TNHH MTV Hoà Mĩ"),
    ])
    #expect(cells.map(\.sources) == [["f1", "f2"]])
    #expect(cells.map(\.entity.name) == ["Chi bộ Công ty TNHH ITV Hòa Mỹ"])
  }

  @Test("the registry's code tells units apart that share a name")
  func codes() {
    #expect(cells([Sample.fact("f1", code: "1"), Sample.fact("f2", code: "2")]).count == 2)
  }

  @Test("the order of statements changes nothing")
  func order() {
    let facts = [
      Sample.fact("f1"), Sample.fact("f2", concept: "admissions"),
      Sample.fact("f3", value: ExactDecimal(9)), Sample.fact("f4", period: .year(2025)),
      Sample.fact("f5", entity: "Đảng bộ xã Khun Há"),
    ]
    #expect(cells(facts) == cells(facts.reversed()))
  }
}
