package import DocumentModel

/// A stated figure that isn't what the figures it stands for add up to.
package struct Mismatch: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A unit's figure and those of the units that report to it.
    case units(ConsolidatedCell.Coverage)
    /// A cumulated figure and those of its quarters.
    case quarters
  }

  package let kind: Kind
  /// The stated figure.
  package let cell: ConsolidatedCell
  package let observed: ExactDecimal
  package let expected: ExactDecimal
  /// Ids of the facts that were added up.
  package let sources: [String]
  package let severity: Flag.Severity

  /// False where a stated figure and a sum can't both be true.
  static func canMeet(
    _ stated: ConsolidatedCell, _ sum: ExactDecimal, _ qualifier: Fact.Qualifier
  ) -> Bool {
    guard let value = stated.value else { return true }
    let left = StatedInterval(value, qualifier: stated.qualifier, isCount: true)
    let right = StatedInterval(sum, qualifier: qualifier, isCount: true)
    if let lower = left.lower, let upper = right.upper, upper < lower { return false }
    if let lower = right.lower, let upper = left.upper, upper < lower { return false }
    return true
  }
}
