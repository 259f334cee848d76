/// Broken relations that one mistake explains, and what may have been meant.
struct Diagnosis {
  /// Relation numbers, the one nearest the mistake first.
  var relations: [Int]
  var best: Repair?
  var alternatives: [Repair]
  /// Of `relations`, those that rather the reading broke than the clerk, each with the figure of
  /// which the meaning is least sure.
  var doubtful: [Int: Int] = [:]
}
