import DocumentModel
import Foundation
import Testing

@testable import Validating

/// Writes facts and flags as NDJSON for `score.py` when `TONGHOP_SCORE` names a folder.
@Suite struct ScoreTests {
  @Test func writesStreams() throws {
    guard let folder = ProcessInfo.processInfo.environment["TONGHOP_SCORE"] else { return }
    var facts = ""
    var flags = ""
    for url in Corpus.golds() {
      let (gold, extraction) = try Corpus.read(url)
      let start = ContinuousClock.now
      let found = try Corpus.flags(extraction, gold.file)
      print(
        gold.file, extraction.facts.count, "facts", found.count, "flags",
        ContinuousClock.now - start)
      for fact in extraction.facts { facts += try line(record(fact)) }
      for flag in found { flags += try line(record(flag)) }
    }
    let out = URL(filePath: folder)
    try facts.write(to: out.appending(path: "facts.ndjson"), atomically: true, encoding: .utf8)
    try flags.write(to: out.appending(path: "flags.ndjson"), atomically: true, encoding: .utf8)
  }

  private func line(_ record: [String: Any]) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: record, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private func record(_ source: SourceSpan) -> [String: Any] {
    ["line": source.line, "start": source.start, "end": source.end, "text": source.text]
  }

  private func record(_ fact: Fact) -> [String: Any] {
    [
      "file": fact.file, "id": fact.id, "concept": fact.concept,
      "value": fact.value.approximate, "unit": fact.unit, "nature": fact.nature.rawValue,
      "statistic": fact.statistic.rawValue, "dimensions": fact.dimensions,
      "entity": ["name": fact.entity.name], "source": record(fact.source),
    ]
  }

  private func record(_ suggestion: Suggestion) -> [String: Any] {
    [
      "edits": suggestion.edits.map { edit -> [String: Any] in
        switch edit.value {
        case .number(let value):
          ["source": record(edit.source), "value": value.approximate]
        case .text(let text): ["source": record(edit.source), "value": text]
        }
      }, "reason": ["vi": suggestion.reason.vi, "en": suggestion.reason.en],
    ]
  }

  private func record(_ flag: Flag) -> [String: Any] {
    var result: [String: Any] = [
      "file": flag.file, "id": flag.id, "rule": flag.rule, "severity": flag.severity.rawValue,
      "facts": flag.facts, "sources": flag.sources.map { record($0) },
      "message": ["vi": flag.message.vi, "en": flag.message.en],
      "alternatives": flag.alternatives.map { record($0) }, "cause": flag.cause ?? "",
    ]
    if let suggestion = flag.suggestion { result["suggestion"] = record(suggestion) }
    return result
  }
}
