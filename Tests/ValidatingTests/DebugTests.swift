import DocumentModel
import Foundation
import Testing

@testable import Catalogue
@testable import Validating

@Suite struct DebugTests {
  @Test func debug() throws {
    guard let wanted = ProcessInfo.processInfo.environment["TONGHOP_DEBUG"] else { return }
    let parts = wanted.split(separator: ":")
    let url = try #require(Corpus.golds().first { $0.lastPathComponent.hasPrefix(String(parts[0])) })
    var (gold, extraction) = try Corpus.read(url)
    let index = try #require(extraction.facts.firstIndex { $0.source.line == Int(parts[1]) && $0.source.text == String(parts[2]) })
    if parts.count > 3 {
      let value = try #require(ExactDecimal(String(parts[3])))
      extraction.facts[index].value = value
    }
    let survey = Survey(extraction, try Catalogue())
    let relations = survey.relations()
    let network = Network(extraction.facts, relations)
    print("FACT", extraction.facts[index])
    for (number, relation) in relations.enumerated() where relation.figures.contains(index) {
      print("REL", relation.rule.id, relation.severity, network.outcomes[number], relation.readings.map { "\($0)" }.joined(separator: " || ").prefix(300))
      print("      ", relation.figures.map { "\(extraction.facts[$0].source.line):\(extraction.facts[$0].source.text)" })
    }
    for flag in try Corpus.flags(extraction, gold.file) where flag.sources.contains(where: { $0.start == extraction.facts[index].source.start }) {
      print("FLAG", flag.rule, flag.severity, flag.message.vi, flag.suggestion?.reason.vi ?? "-")
    }
    gold.facts = []
  }
}
