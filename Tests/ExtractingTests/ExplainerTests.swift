import DocumentModel
import Extracting
import Testing

/// Which phrase gave which aspect, one line each: `aspect ← phrase (level)`.
@Suite("Explanations")
struct ExplainerTests {
  private func explain(_ body: String, numeral: String) -> [String] {
    let (document, _, _) = Report.commune.read(body)
    let extraction = Explainer(catalogue: Report.catalogue).explain(document)
    return extraction.facts.filter { $0.source.text == numeral }.flatMap { fact in
      fact.evidence.map { evidence in
        "\(evidence.aspect) ← \(evidence.span?.text ?? "-") (\(evidence.level))"
      }
    }
  }

  @Test("a part takes its concept from the whole's event and its dimension from its own word")
  func part() {
    #expect(
      explain("Trong quý đã kết nạp 16 đảng viên, trong đó có 11 nữ.", numeral: "11") == [
        "concept ← kết nạp (label)", "sex ← nữ (right)", "period ← quý I năm 2026 (document)",
        "entity ← ĐẢNG ỦY XÃ AN HÒA (document)",
      ])
  }

  @Test("a time, a hedge and a plan of the sentence's own")
  func plan() {
    #expect(
      explain("Phấn đấu năm 2026 kết nạp ít nhất 12 đảng viên.", numeral: "12") == [
        "concept ← kết nạp (label)", "period ← năm 2026 (label)",
        "entity ← ĐẢNG ỦY XÃ AN HÒA (document)", "qualifier ← ít nhất (label)",
        "nature ← Phấn đấu (label)",
      ])
  }

  @Test("a sub-unit's own figure")
  func entity() {
    let lines = explain("Chi bộ Công an có 24 đảng viên.", numeral: "24")
    #expect(lines.contains("entity ← Chi bộ Công an (label)"))
    #expect(lines.contains("concept ← đảng viên (right)"))
  }

  @Test("a growth, what it is compared with, and the sign behind the digits")
  func growth() {
    let lines = explain(
      "Năm 2025 kết nạp 40 đảng viên, giảm 18,2% so với năm 2024.", numeral: "18,2")
    #expect(lines.contains("statistic ← giảm (label)"))
    #expect(lines.contains("base ← năm 2024 (right)"))
    #expect(lines.contains("unit ← % (right)"))
  }

  @Test("a heading, a parent, a table's header")
  func levels() {
    let listed = explain(
      """
      Kết nạp đảng viên mới:
      - Năm 2024: 30 đồng chí.
      """, numeral: "30")
    #expect(listed.contains("concept ← Kết nạp đảng viên mới (parent)"))
    let tabled = explain(
      """
      | Đơn vị | Đảng viên | Nữ |
      |---|---|---|
      | Chi bộ Công an | 24 | 3 |
      """, numeral: "3")
    #expect(tabled.contains("sex ← Nữ (header)"))
    #expect(tabled.contains { $0.hasPrefix("entity ← Chi bộ Công an") })
  }

  @Test("what is named is true: without the phrase the aspect is another")
  func truth() {
    let body = """
      Đến 31/12/2025 có 858 đảng viên, trong đó nữ 380 đồng chí (44,3%).
      Ủy ban Kiểm tra Đảng ủy kiểm tra 06 đảng viên, kết luận 02 đảng viên vi phạm.
      """
    let (document, _, start) = Report.commune.read(body)
    let explained = Explainer(catalogue: Report.catalogue).explain(document)
    let facts = explained.facts.filter { $0.source.start >= start }
    #expect(facts.count == 5)
    for fact in facts {
      for evidence in fact.evidence {
        guard let span = evidence.span else { continue }
        let blanked = Explainer.blanked(span.start..<span.end, in: document)
        let now = Extractor(catalogue: Report.catalogue).extract(blanked)
        let same = now.facts.first { $0.source.start == fact.source.start }
        #expect(
          same.map { Report.commune.line($0) != Report.commune.line(fact) } ?? true,
          "\(fact.source.text): \(evidence.aspect) ← \(span.text)")
      }
    }
  }
}
