package import Catalogue
package import DocumentModel

/// Checks figures of different reports against each other.
///
/// It sees figures and nothing of how a dataset is kept; totals over units and missing reports are
/// Consolidating's, because they need the list of units.
package struct DatasetValidator: Sendable {
  private let rules: RuleTable

  package init(catalogue: Catalogue) { rules = catalogue.rules }

  /// Returns the flags between reports, by file and place.
  ///
  /// - Parameter figures: those of the reports that stand, in any order.
  package func flags(_ figures: [DatasetFigure]) -> [Flag] {
    let ordered = figures.sorted { left, right in
      (left.fact.file, left.fact.source.start, left.fact.id)
        < (right.fact.file, right.fact.source.start, right.fact.id)
    }
    let found =
      rules.rules(.carried).flatMap { CarriedOver(rule: $0).flags(ordered) }
      + rules.rules(.outlier).flatMap { rule -> [Flag] in
        guard case .outlier(let basis, let least) = rule.operands else { return [] }
        let finder = OutlierFinder(rule: rule, least: least)
        switch basis {
        case .history: return finder.againstHistory(ordered)
        case .peers: return finder.againstPeers(ordered)
        }
      }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.id).inserted }.sorted { left, right in
      (left.file, left.sources.first?.start ?? 0, left.id)
        < (right.file, right.sources.first?.start ?? 0, right.id)
    }
  }
}
