import DocumentModel
import TestSupport
import Testing

@testable import Exporting

@Suite("Lines of JSON, as the contract names the fields")
struct JSONBytesTests {
  private func json(_ write: (inout JSONBytes) -> Void) -> String {
    var json = JSONBytes()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test("a fact with its defaults")
  func plainFact() {
    #expect(
      json { $0.value(Sample.fact()) } == """
        {"id":"f1","file":"a.txt","concept":"members","value":384,"unit":"person","decimals":0,\
        "qualifier":"exact","nature":"actual","statistic":"total",\
        "entity":{"name":"Đảng bộ xã Bình Lư","code":null},"period":{"instant":"2026-03-31"},\
        "dimensions":{},"source":{"line":3,"start":10,"end":13,"text":"384"},"confidence":1}
        """)
  }

  @Test("a fact with all that is optional, in a dataset")
  func fullFact() {
    let fact = Sample.fact(
      value: ExactDecimal(441, scale: 1), upper: ExactDecimal(50), unit: "percent", decimals: 1,
      qualifier: .about, statistic: .growth, per: "year",
      of: Whole(concept: "admissions", dimensions: ["sex": "female"], nature: .target),
      base: .year(2025), code: "03390", period: nil,
      dimensions: ["sex": "female", "ethnicity": "minority"], text: "44,1", confidence: 925)
    #expect(
      json { $0.value(fact, submission: "s1") } == """
        {"id":"f1","submission":"s1","file":"a.txt","concept":"members","value":44.1,"upper":50,\
        "unit":"percent","decimals":1,"qualifier":"about","nature":"actual","statistic":"growth",\
        "per":"year","of":{"concept":"admissions","dimensions":{"sex":"female"},\
        "nature":"target"},"base":{"period":{"start":"2025-01-01","end":"2025-12-31"}},\
        "entity":{"name":"Đảng bộ xã Bình Lư","code":"03390"},"period":null,\
        "dimensions":{"ethnicity":"minority","sex":"female"},\
        "source":{"line":3,"start":10,"end":14,"text":"44,1"},"confidence":0.925}
        """)
  }

  @Test("a flag with a suggestion")
  func flag() {
    var flag = Sample.flag()
    let span = Sample.span(text: "384")
    flag.suggestion = Suggestion(
      edits: [
        Suggestion.Edit(source: span, value: .number(ExactDecimal(385))),
        Suggestion.Edit(source: span, value: .text("28-CT/TW")),
      ], reason: Message(vi: "vì", en: "since"))
    #expect(
      json { $0.value(flag) } == """
        {"id":"g1","file":"a.txt","rule":"sum_mismatch","severity":"error","facts":["f1","f2"],\
        "sources":[{"line":3,"start":10,"end":13,"text":"384"}],"observed":384,"expected":385,\
        "difference":-1,"suggestion":{"edits":[\
        {"source":{"line":3,"start":10,"end":13,"text":"384"},"value":385},\
        {"source":{"line":3,"start":10,"end":13,"text":"384"},"value":"28-CT/TW"}],\
        "reason":{"vi":"vì","en":"since"}},\
        "message":{"vi":"tổng không khớp","en":"the sum is off"}}
        """)
  }

  @Test("ledger entries: facts for a fact, a noun for a quantity")
  func ledger() {
    let span = Sample.span(text: "384")
    #expect(
      json { $0.value(LedgerEntry(kind: .fact, source: span, facts: ["f1"]), file: "a.txt") }
        == """
        {"file":"a.txt","class":"fact","source":{"line":3,"start":10,"end":13,"text":"384"},\
        "facts":["f1"]}
        """)
    #expect(
      json { $0.value(LedgerEntry(kind: .quantity, source: span, noun: "lượt"), file: "a.txt") }
        == """
        {"file":"a.txt","class":"quantity","source":{"line":3,"start":10,"end":13,"text":"384"},\
        "noun":"lượt"}
        """)
  }

  @Test("a disputed cell has no value")
  func cell() {
    let cell = ConsolidatedCell(
      entity: Entity(name: "X"), period: nil, concept: "members", unit: "person", nature: .actual,
      statistic: .total, dimensions: [:], value: nil, status: .disputed, sources: ["f1"],
      agreement: .inconsistent)
    #expect(
      json { $0.value(cell) } == """
        {"entity":{"name":"X","code":null},"period":null,"concept":"members","unit":"person",\
        "nature":"actual","statistic":"total","dimensions":{},"value":null,"status":"disputed",\
        "agreement":"inconsistent","sources":["f1"]}
        """)
  }

  @Test("a total says that it was added up, and over how many units")
  func total() {
    let cell = ConsolidatedCell(
      entity: Entity(name: "X", code: "LC"), period: Sample.endOfMarch, concept: "members",
      unit: "person", nature: .actual, statistic: .total, dimensions: [:],
      value: ExactDecimal(700), status: .agreed, sources: ["f1", "f2"],
      coverage: .init(reported: 14, expected: 15), isDerived: true)
    #expect(
      json { $0.value(cell) } == """
        {"entity":{"name":"X","code":"LC","derived":true},"period":{"instant":"2026-03-31"},\
        "concept":"members","unit":"person","nature":"actual","statistic":"total",\
        "dimensions":{},"value":700,"status":"agreed","agreement":"complete",\
        "coverage":{"reported":14,"expected":15},"sources":["f1","f2"]}
        """)
  }

  @Test("quotes, backslashes and control characters are escaped, letters are not")
  func escaping() {
    #expect(json { $0.string("a\"b\\c\n\t\u{1}Đ") } == #""a\"b\\c\n\t\u0001Đ""#)
  }
}
