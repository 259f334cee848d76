import DocumentModel

/// Percentages of one whole that differ in one dimension and stand together.
struct SiblingShares {
  struct Group {
    /// The whole's aspects, in percent still.
    let whole: AspectKey
    let dimension: String
    /// One for each member, none of which holds another, in reading order.
    let shares: [Int]
  }

  let groups: [Group]

  init(survey: Survey) {
    struct Slot: Hashable {
      let whole: AspectKey
      let dimension: String
    }
    var slots: [Slot: [Int]] = [:]
    var order: [Slot] = []
    for (index, fact) in survey.facts.enumerated() where fact.isShare && fact.of == nil {
      for dimension in fact.dimensions.keys.sorted() {
        let whole = survey.index.key(index).with(dimension, nil)
        let slot = Slot(whole: whole, dimension: dimension)
        if slots[slot] == nil { order.append(slot) }
        slots[slot, default: []].append(index)
      }
    }
    groups = order.flatMap { slot in
      SiblingShares.runs(slots[slot] ?? [], survey).compactMap { run in
        let shares = SiblingShares.apart(run, slot.dimension, survey)
        guard shares.count >= 2 else { return nil }
        return Group(whole: slot.whole, dimension: slot.dimension, shares: shares)
      }
    }
  }

  /// Splits where the text between two of them is long, and where a member comes again.
  private static func runs(_ shares: [Int], _ survey: Survey) -> [[Int]] {
    var runs: [[Int]] = []
    for share in shares {
      if let last = runs.last?.last, survey.index.isNear(last, share) {
        runs[runs.count - 1].append(share)
      } else {
        runs.append([share])
      }
    }
    return runs
  }

  /// Drops members that another one of the run holds, and repetitions.
  private static func apart(_ run: [Int], _ dimension: String, _ survey: Survey) -> [Int] {
    func member(_ share: Int) -> String { survey.facts[share].dimensions[dimension] ?? "" }
    var kept: [Int] = []
    for share in run {
      let name = member(share)
      if kept.contains(where: { member($0) == name }) { continue }
      if run.contains(where: { survey.order.isWithin(dimension, name, member($0)) }) { continue }
      kept.append(share)
    }
    return kept
  }
}
