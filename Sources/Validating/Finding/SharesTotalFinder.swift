import Catalogue
import DocumentModel

/// Shares of one whole, none of which holds another, can't add up to more than 100%.
struct SharesTotalFinder {
  let survey: Survey

  func relations() -> [Relation] {
    guard let rule = survey.rules.first(.sharesTotal) else { return [] }
    let dimensions = Set(
      // groups overlap: workers, managers, members in private enterprises
      survey.rules.rules(.exclusive).filter { $0.severity == .error }.flatMap { rule -> [String] in
        guard case .dimensions(let names) = rule.operands else { return [] }
        return names
      })
    return SiblingShares(survey: survey).groups.compactMap { group in
      guard dimensions.contains(group.dimension), group.whole.nature != .target || isExact(group)
      else { return nil }
      return Relation(
        rule, [.sharesTotal(group.shares)] + withoutBest(group))
    }
  }

  private func isExact(_ group: SiblingShares.Group) -> Bool {
    group.shares.allSatisfy { survey.facts[$0].qualifier != .atMost }
  }

  /// "Hoàn thành tốt" may hold "hoàn thành xuất sắc".
  private func withoutBest(_ group: SiblingShares.Group) -> [Shape] {
    survey.rules.rules(.partition).flatMap { rule -> [Shape] in
      guard case .partition(let partition) = rule.operands,
        partition.dimension == group.dimension, partition.readings.count > 1
      else { return [] }
      return partition.readings.dropFirst().compactMap { reading in
        let members = Set(reading.flatMap(\.members))
        let left = group.shares.filter { share in
          members.contains(survey.facts[share].dimensions[group.dimension] ?? "")
        }
        return left.count >= 1 && left.count < group.shares.count ? .sharesTotal(left) : nil
      }
    }
  }
}
