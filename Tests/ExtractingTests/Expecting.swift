import DocumentModel
import Extracting
import Testing

/// Expects the facts of a text, in reading order, one line each as `Report.line` writes them.
///
/// Whatever the text, its ledger must hold every digit once.
func expect(
  _ body: String, _ facts: String, in report: Report = .commune,
  at location: SourceLocation = #_sourceLocation
) {
  let (document, extraction, start) = report.read(body)
  let found = extraction.facts.filter { $0.source.start >= start }
    .sorted { ($0.source.start, $0.confidence) < ($1.source.start, $1.confidence) }
  compare(found.map(report.line), with: facts, at: location)
  expectWholeLedger(document, extraction, at: location)
}

/// Expects the ledger of a text: numeral, class, noun.
func expectLedger(
  _ body: String, _ entries: String, in report: Report = .commune,
  at location: SourceLocation = #_sourceLocation
) {
  let (document, extraction, start) = report.read(body)
  let found = extraction.ledger.filter { $0.source.start >= start }
  compare(found.map(Report.line), with: entries, at: location)
  expectWholeLedger(document, extraction, at: location)
}

/// Every digit stands in one entry, no two entries overlap, and every span holds its text.
func expectWholeLedger(
  _ document: Document, _ extraction: Extraction, at location: SourceLocation
) {
  var claims = [Int](repeating: 0, count: document.bytes.count)
  for entry in extraction.ledger {
    let span = entry.source.start..<entry.source.end
    #expect(document.text(span) == entry.source.text, sourceLocation: location)
    for index in span { claims[index] += 1 }
  }
  for index in claims.indices where claims[index] > 1 {
    Issue.record("in the ledger twice: \(around(index, document))", sourceLocation: location)
    return
  }
  for (index, byte) in document.bytes.enumerated() where byte >= 0x30 && byte <= 0x39 {
    guard claims[index] == 0 else { continue }
    Issue.record("not in the ledger: \(around(index, document))", sourceLocation: location)
    return
  }
  for fact in extraction.facts {
    let span = fact.source.start..<fact.source.end
    #expect(document.text(span) == fact.source.text, sourceLocation: location)
  }
}

private func around(_ index: Int, _ document: Document) -> String {
  document.text(document.lines[document.lineNumber(at: index) - 1].range)
}

/// Records one issue that shows both lists line by line, `-` expected, `+` found.
func compare(_ found: [String], with text: String, at location: SourceLocation) {
  let expected = text.split(separator: "\n").map(String.init)
  guard found != expected else { return }
  var lines: [String] = []
  let changes = found.difference(from: expected)
  var removed: [Int: String] = [:]
  var inserted: [Int: String] = [:]
  for change in changes {
    switch change {
    case .remove(let offset, let element, _): removed[offset] = element
    case .insert(let offset, let element, _): inserted[offset] = element
    }
  }
  var old = 0
  var new = 0
  while old < expected.count || new < found.count {
    if let line = removed[old] {
      lines.append("- \(line)")
      old += 1
    } else if let line = inserted[new] {
      lines.append("+ \(line)")
      new += 1
    } else {
      lines.append("  \(expected[old])")
      old += 1
      new += 1
    }
  }
  Issue.record("\n\(lines.joined(separator: "\n"))", sourceLocation: location)
}
