package import Catalogue
package import DocumentModel

/// Checks the figures of one document against each other.
///
/// Finders collect every relation that the text states or the rules declare; a network of them is
/// evaluated by interval arithmetic; the localiser explains what is broken by the smallest changes.
package struct Validator: Sendable {
  private let catalogue: Catalogue

  package init(catalogue: Catalogue) { self.catalogue = catalogue }

  /// Returns the flags of one document, in reading order; those of one cause stand together.
  package func flags(for extraction: Extraction, file: String, sha256: String) -> [Flag] {
    let identity = FlagIdentity(sha256: sha256)
    let survey = Survey(extraction, catalogue)
    let network = Network(extraction.facts, survey.relations())
    var localiser = Localiser(network)
    let writer = FlagWriter(
      network: network, file: file, identity: identity, rules: catalogue.rules)
    let credibility = Credibility(network: network)
    let flags =
      writer.flags(localiser.diagnoses().compactMap(credibility.judged))
      + DateChecker(
        extraction: extraction, rules: catalogue.rules, catalogue: catalogue, file: file,
        identity: identity
      ).flags()
      + CitationChecker(
        extraction: extraction, rules: catalogue.rules, file: file, identity: identity
      ).flags()
    return inReadingOrder(flags)
  }

  private func inReadingOrder(_ flags: [Flag]) -> [Flag] {
    var starts: [String: Int] = [:]
    for flag in flags {
      let start = flag.sources.first?.start ?? 0
      let cause = flag.cause ?? flag.id
      starts[cause] = min(starts[cause] ?? start, start)
    }
    var seen: Set<String> = []
    return flags.filter { seen.insert($0.id).inserted }.enumerated().sorted { left, right in
      let a = left.element.cause ?? left.element.id
      let b = right.element.cause ?? right.element.id
      return (starts[a] ?? 0, a, left.offset) < (starts[b] ?? 0, b, right.offset)
    }.map(\.element)
  }
}
