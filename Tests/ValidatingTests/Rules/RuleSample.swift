import Catalogue
import DocumentModel
import Foundation

@testable import Validating

/// A sample of `corpus/rules`: figures with their aspects, as `corpus/README.md` tells.
struct RuleSample {
  enum Kind: String, CaseIterable { case valid, invalid, undecided }

  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  let kind: Kind
  let extraction: Extraction
  /// The same figures, as those of the reports that the sample names.
  let figures: [DatasetFigure]

  /// The samples of one file, by kind.
  static func read(_ url: URL, _ catalogue: Catalogue) throws -> [Kind: RuleSample] {
    let text = try String(contentsOf: url, encoding: .utf8)
    var samples: [Kind: RuleSample] = [:]
    var reader: SampleReader?
    var kind: Kind?
    func close() {
      if let kind, let reader {
        samples[kind] = RuleSample(
          kind: kind, extraction: reader.extraction, figures: reader.figures)
      }
    }
    for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix("#") {
      if let next = Kind(rawValue: line) {
        close()
        kind = next
        reader = SampleReader(catalogue: catalogue)
      } else {
        guard reader != nil else { throw Mistake(description: "\(url.path): \(line)") }
        do { try reader?.read(line) } catch {
          throw Mistake(description: "\(url.lastPathComponent): \(line): \(error)")
        }
      }
    }
    close()
    return samples
  }
}

/// Reads the lines of one sample.
struct SampleReader {
  let catalogue: Catalogue
  private(set) var extraction = Extraction()
  private(set) var figures: [DatasetFigure] = []
  private var report = (name: "R", period: Period?.none)
  private var line = 0
  private var at = 0

  init(catalogue: Catalogue) {
    self.catalogue = catalogue
    extraction.header.unit = "Đảng bộ xã Mẫu"
    extraction.header.asOf = CalendarDate(iso: "2026-03-31")
  }

  mutating func read(_ text: String) throws {
    var words = text.split(separator: " ").map(String.init)
    let isBeside = words.first == "&"
    if isBeside { words.removeFirst() } else { line += 1 }
    guard let first = words.first else { return }
    switch first {
    case "breakdown", "listed":
      let members = try numbers(words)
      extraction.links.append(
        .breakdown(
          whole: members[0], parts: Array(members.dropFirst()), complete: first == "breakdown"))
    case "share":
      let members = try numbers(words)
      extraction.links.append(
        .share(percent: members[0], part: members[1], whole: members.count > 2 ? members[2] : nil))
    case "growth":
      let members = try numbers(words)
      extraction.links.append(
        .growth(change: members[0], current: members[1], earlier: members[2]))
    case "in": report = (words[1], try period(words[2]))
    case "report": extraction.header.date = CalendarDate(iso: words[1])
    case "day": try mention(words)
    case "cite": try citation(words)
    default: try fact(words)
    }
  }

  // MARK: figures

  private mutating func fact(_ words: [String]) throws {
    let isShare = words[0].hasSuffix("%")
    let numeral = isShare ? String(words[0].dropLast()) : words[0]
    guard words.count > 1, let concept = catalogue.concepts[words[1]],
      let value = ExactDecimal(numeral.replacing(".", with: "").replacing(",", with: "."))
    else { throw RuleSample.Mistake(description: "no figure") }
    let decimals = numeral.split(separator: ",").dropFirst().first?.count ?? 0
    var fact = Fact(
      id: "f\(extraction.facts.count)", file: "sample", concept: concept.code, value: value,
      unit: isShare ? "percent" : concept.unit, decimals: decimals,
      entity: Entity(name: "Đảng bộ xã Mẫu"),
      period: try period(concept.isStock ? "2026-03-31" : "2026-01-01..2026-03-31"),
      source: span(numeral), context: FactContext(block: line))
    for word in words.dropFirst(2) {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw RuleSample.Mistake(description: word) }
      try set(&fact, parts[0], parts[1])
    }
    extraction.facts.append(fact)
    fact.file = report.name
    figures.append(
      DatasetFigure(fact: fact, report: report.name, period: report.period, group: "huyện"))
  }

  private func set(_ fact: inout Fact, _ name: String, _ value: String) throws {
    switch name {
    case "on": fact.period = try period(value)
    case "base": fact.base = try period(value)
    case "q": fact.qualifier = try known(Fact.Qualifier(rawValue: value), value)
    case "nature": fact.nature = try known(Fact.Nature(rawValue: value), value)
    case "stat": fact.statistic = try known(Fact.Statistic(rawValue: value), value)
    case "region": fact.context.region = try known(FactContext.Region(rawValue: value), value)
    case "per": fact.per = value
    case "unit": fact.unit = value
    case "of":
      fact.of =
        value == "plan" ? Whole(concept: fact.concept, nature: .target) : Whole(concept: value)
    case "entity": fact.entity = Entity(name: value.replacing("_", with: " "))
    case "sure": fact.confidence = try known(Int(value), value)
    default:
      guard catalogue.dimensions[name] != nil else { throw RuleSample.Mistake(description: name) }
      fact.dimensions[name] = value
    }
  }

  private func known<Value>(_ value: Value?, _ text: String) throws -> Value {
    guard let value else { throw RuleSample.Mistake(description: text) }
    return value
  }

  private func period(_ text: String) throws -> Period? {
    if text == "none" { return nil }
    let days = text.components(separatedBy: "..").map { CalendarDate(iso: $0) }
    switch days.count {
    case 1: return .instant(try known(days[0], text))
    default: return .duration(start: try known(days[0], text), end: try known(days[1], text))
    }
  }

  private mutating func span(_ text: String) -> SourceSpan {
    at += 10
    return SourceSpan(line: line, start: at, end: at + text.utf8.count, text: text)
  }

  /// Figures by their number in the sample, from 1.
  private func numbers(_ words: [String]) throws -> [Int] {
    try words.dropFirst().map { word in
      guard let number = Int(word), extraction.facts.indices.contains(number - 1) else {
        throw RuleSample.Mistake(description: word)
      }
      return number - 1
    }
  }

  // MARK: dates and citations

  private func date(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    return parts.count == 3 ? CalendarDate(year: parts[2], month: parts[1], day: parts[0]) : nil
  }

  private mutating func mention(_ words: [String]) throws {
    let role = words.count > 2 ? words[2] : "other"
    extraction.dates.append(
      DateMention(
        source: span(words[1]), date: date(words[1]),
        role: try known(DateMention.Role(rawValue: role), role)))
  }

  private mutating func citation(_ words: [String]) throws {
    var citation = Citation(symbol: span(words[1]))
    for word in words.dropFirst(2) {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw RuleSample.Mistake(description: word) }
      switch parts[0] {
      case "kind": citation.kind = parts[1].replacing("_", with: " ")
      case "by": citation.issuer = parts[1].replacing("_", with: " ")
      case "on":
        citation.dateSpan = span(parts[1])
        citation.date = date(parts[1])
      default: throw RuleSample.Mistake(description: word)
      }
    }
    extraction.citations.append(citation)
  }
}
