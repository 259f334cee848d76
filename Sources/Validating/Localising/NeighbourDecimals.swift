import DocumentModel

/// How many decimals the percentages near a figure have.
struct NeighbourDecimals {
  private let byBlock: [Int: [Int]]

  init(_ facts: [Fact]) {
    byBlock = Dictionary(
      grouping: facts.indices.filter { !Stated(facts[$0]).isMeasured == false },
      by: { facts[$0].context.block })
  }

  /// The neighbours' commonest number of decimals first, then the figure's own.
  func around(_ figure: Int, _ facts: [Fact]) -> [Int] {
    let own = facts[figure].decimals
    let neighbours = (byBlock[facts[figure].context.block] ?? []).filter {
      $0 != figure && facts[$0].unit == facts[figure].unit
    }
    var counts: [Int: Int] = [:]
    for neighbour in neighbours { counts[facts[neighbour].decimals, default: 0] += 1 }
    let common = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    guard let common, common.value >= 2, common.key != own, abs(common.key - own) > 1 else {
      return [own]
    }
    return [common.key, own]
  }
}
