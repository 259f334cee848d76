import Catalogue
import DocumentModel
import Foundation
import Testing

@testable import Validating

/// Every rule speaks where it must, is silent where it must, and knows what it can't tell.
@Suite("The samples of every rule") struct RuleSampleTests {
  static let folder = Corpus.root.appending(path: "corpus/rules")
  static let rules = (try? Catalogue().rules.rules) ?? []

  static let betweenReports = Set(
    rules.filter { $0.relation == .carried || $0.relation == .outlier }.map(\.id))
  static let declarations = Set(
    rules.filter { $0.relation == .within || $0.relation == .separate }.map(\.id))

  @Test("no sample is of a rule that doesn't exist") func noStrays() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: RuleSampleTests.folder.path)
    let ids = Set(try Catalogue().rules.rules.map { $0.id + ".txt" })
    #expect(Set(names).subtracting(ids).isEmpty)
    #expect(ids.subtracting(names).isEmpty)
  }

  @Test("valid passes, invalid is flagged, undecided is neither", arguments: rules.map(\.id))
  func samples(id: String) throws {
    let catalogue = try Catalogue()
    let samples = try RuleSample.read(
      RuleSampleTests.folder.appending(path: id + ".txt"), catalogue)
    for kind in RuleSample.Kind.allCases {
      let sample = try #require(samples[kind], "\(id) has no \(kind) sample")
      let flagged =
        RuleSampleTests.betweenReports.contains(id)
        ? flagged(id, sample.figures, catalogue) : flagged(id, sample.extraction, catalogue)
      #expect(flagged == (kind == .invalid), "\(id), \(kind)")
      if kind == .undecided {
        #expect(!decided(id, sample.extraction, catalogue).contains(.fail), "\(id), undecided")
      }
    }
  }

  /// A flag's id is made from its rule and its places.
  private func flagged(_ id: String, _ extraction: Extraction, _ catalogue: Catalogue) -> Bool {
    let identity = FlagIdentity(sha256: "sample")
    let flags = Validator(catalogue: catalogue)
      .flags(for: extraction, file: "sample", sha256: "sample")
    // A declaration raises nothing itself: it tells the other rules what to leave alone.
    if RuleSampleTests.declarations.contains(id) { return !flags.isEmpty }
    return flags.contains { $0.id == identity.flag(id, $0.sources) }
  }

  private func flagged(_ id: String, _ figures: [DatasetFigure], _ catalogue: Catalogue) -> Bool {
    DatasetValidator(catalogue: catalogue).flags(figures).contains { flag in
      figures.contains { figure in
        flag.id == FlagIdentity(sha256: figure.report).flag(id, [figure.fact.source])
      }
    }
  }

  private func decided(_ id: String, _ extraction: Extraction, _ catalogue: Catalogue) -> [Outcome]
  {
    let relations = Survey(extraction, catalogue).relations()
    let network = Network(extraction.facts, relations)
    return zip(relations, network.outcomes).filter { $0.0.rule.id == id }.map(\.1)
  }
}
