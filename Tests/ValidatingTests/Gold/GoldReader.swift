import DocumentModel
import Foundation

/// Builds the `Extraction` that a perfect extractor would have made, from a gold file.
struct GoldReader {
  let text: String
  let lines: [String]
  let starts: [Int]
  let blocks: [(block: Int, region: FactContext.Region)]

  init(text: String) {
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var starts: [Int] = []
    var offset = 0
    for line in lines {
      starts.append(offset)
      offset += line.utf8.count + 1
    }
    self.starts = starts
    blocks = GoldReader.blocks(lines)
  }

  func extraction(_ gold: GoldFile) -> Extraction {
    var facts: [Fact] = []
    for (number, item) in gold.facts.enumerated() {
      guard let span = span(item.line, item.text, item.nth ?? 1) else {
        print("no span for \(item.line) \(item.text) in \(gold.file)")
        continue
      }
      facts.append(fact(number, item, span, gold.file))
    }
    facts.sort { ($0.source.start, $0.id) < ($1.source.start, $1.id) }
    var extraction = Extraction(facts: facts)
    let documents = DocumentReader(lines: lines, starts: starts)
    extraction.dates = documents.dates()
    extraction.citations = documents.citations()
    extraction.header.date = documents.reportDate()
    extraction.header.unit = mostCommon(facts.map(\.entity.name))
    extraction.header.asOf = documents.asOf()
    extraction.links = LinkReader(lines: lines, starts: starts, facts: facts).links()
    return extraction
  }

  private func mostCommon(_ names: [String]) -> String? {
    Dictionary(grouping: names, by: { $0 }).max {
      ($0.value.count, $1.key) < ($1.value.count, $0.key)
    }?
    .key
  }

  private func fact(
    _ number: Int, _ item: GoldFile.GoldFact, _ span: SourceSpan, _ file: String
  ) -> Fact {
    let unit = item.unit ?? GoldReader.unit(item.concept)
    let decimals = item.text.contains(",") ? item.text.split(separator: ",").last?.count ?? 0 : 0
    var name = ""
    if case .name(let stated)? = item.entity { name = stated }
    return Fact(
      id: "f\(String(number + 10_000))", file: file, concept: item.concept,
      value: decimal(item.value), upper: item.upper.map(decimal), unit: unit,
      decimals: decimals, qualifier: Fact.Qualifier(rawValue: item.qualifier ?? "exact") ?? .exact,
      nature: Fact.Nature(rawValue: item.nature ?? "actual") ?? .actual,
      statistic: Fact.Statistic(rawValue: item.statistic ?? "total") ?? .total, per: item.per,
      of: item.of.map(whole), base: item.base?.period.flatMap(period),
      entity: Entity(name: name), period: item.period.flatMap(period),
      dimensions: item.dimensions ?? [:], source: span,
      context: FactContext(
        block: blocks[item.line - 1].block, sentence: sentence(span),
        region: blocks[item.line - 1].region))
  }

  private func decimal(_ value: Double?) -> ExactDecimal? { value.map(decimal) }

  private func decimal(_ value: Double) -> ExactDecimal {
    let text = value == value.rounded() ? String(Int(value)) : "\(value)"
    return ExactDecimal(text) ?? ExactDecimal(0)
  }

  private func whole(_ gold: GoldFile.GoldWhole) -> Whole {
    Whole(
      concept: gold.concept, dimensions: gold.dimensions ?? [:],
      nature: Fact.Nature(rawValue: gold.nature ?? "actual") ?? .actual,
      period: gold.period.flatMap(period), noun: gold.noun)
  }

  private func period(_ gold: GoldFile.GoldPeriod) -> Period? {
    if let instant = gold.instant { return CalendarDate(iso: instant).map { .instant($0) } }
    guard let start = gold.start.flatMap({ CalendarDate(iso: $0) }),
      let end = gold.end.flatMap({ CalendarDate(iso: $0) })
    else { return nil }
    return .duration(start: start, end: end)
  }

  /// Sentences end at a point before a space and a capital letter.
  private func sentence(_ span: SourceSpan) -> Int {
    let line = Array(lines[span.line - 1].utf8)
    let upTo = span.start - starts[span.line - 1]
    guard line.count > 2 else { return 0 }
    var count = 0
    for index in 0..<min(upTo, line.count - 2)
    where line[index] == 0x2E && line[index + 1] == 0x20 && line[index + 2] > 0x40 {
      count += 1
    }
    return count
  }

  /// The nth time a numeral stands on a line as a whole word.
  private func span(_ line: Int, _ text: String, _ nth: Int) -> SourceSpan? {
    guard line >= 1, line <= lines.count else { return nil }
    let bytes = Array(lines[line - 1].utf8)
    let wanted = Array(text.utf8)
    var found = 0
    var at = 0
    while at + wanted.count <= bytes.count {
      if bytes[at..<at + wanted.count].elementsEqual(wanted),
        isEdge(bytes, at - 1, at - 2), isEdge(bytes, at + wanted.count, at + wanted.count + 1)
      {
        found += 1
        if found == nth {
          let start = starts[line - 1] + at
          return SourceSpan(line: line, start: start, end: start + wanted.count, text: text)
        }
        at += wanted.count
      } else {
        at += 1
      }
    }
    return nil
  }

  private func isEdge(_ bytes: [UInt8], _ at: Int, _ beyond: Int) -> Bool {
    guard bytes.indices.contains(at) else { return true }
    let byte = bytes[at]
    if (0x30...0x39).contains(byte) { return false }
    if byte == 0x2C || byte == 0x2E, bytes.indices.contains(beyond) {
      return !(0x30...0x39).contains(bytes[beyond])
    }
    return true
  }

  private static let units = [
    "organizations": "organization", "training_classes": "class", "inspections": "case",
    "inspected_organizations": "organization", "violating_organizations": "organization",
    "denunciations": "case", "complaints": "case", "disciplined_organizations": "organization",
    "rated_organizations": "organization", "age_mean": "years",
  ]

  static func unit(_ concept: String) -> String { units[concept] ?? "person" }

  private static func blocks(_ lines: [String]) -> [(block: Int, region: FactContext.Region)] {
    var result: [(block: Int, region: FactContext.Region)] = []
    var block = 0
    var footnote = false
    for line in lines {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      let isTable =
        trimmed.hasPrefix("|")
        || line.split(separator: " ").suffix(3).allSatisfy { Int($0.filter(\.isNumber)) != nil }
          && line.contains("   ")
      let marks = ["-", "+", "*", "•", "a)", "b)", "c)", "d)"]
      let isItem =
        marks.contains { trimmed.hasPrefix($0 + " ") }
        || trimmed.first?.isNumber == true && trimmed.prefix(5).contains(". ")
      let isNote =
        ["¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "<sup>", "*Năm"].contains {
          trimmed.hasPrefix($0)
        }
        || (trimmed.first?.isNumber == true && trimmed.dropFirst().hasPrefix(" ") && !isTable)
      if trimmed.isEmpty {
        block += 1
        footnote = false
      } else if isItem || isTable || isNote {
        block += 1
        footnote = isNote
      } else if trimmed.allSatisfy({ $0 == "_" || $0 == "-" }) {
        block += 1
      }
      result.append((block, isTable ? .table : footnote ? .footnote : .body))
    }
    return result
  }
}
