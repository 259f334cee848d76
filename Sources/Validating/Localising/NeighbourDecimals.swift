import DocumentModel

/// How many decimals the percentages near a figure have.
struct NeighbourDecimals {
  /// Measured figures of each unit, in reading order.
  private let byUnit: [String: [Int]]
  /// How many neighbours are asked, before and after.
  private static let reach = 3

  init(_ facts: [Fact]) {
    byUnit = Dictionary(
      grouping: facts.indices.filter { Stated(facts[$0]).isMeasured }, by: { facts[$0].unit })
  }

  /// How far some decimals are from what is usual here.
  func distance(_ decimals: Int, at figure: Int, _ facts: [Fact]) -> Int {
    abs(decimals - (around(figure, facts).first ?? decimals))
  }

  /// The likelier number of decimals first: the figure's own, unless its neighbours' is far off.
  func around(_ figure: Int, _ facts: [Fact]) -> [Int] {
    let own = facts[figure].decimals
    let list = byUnit[facts[figure].unit] ?? []
    let place = list.firstIndex { $0 >= figure } ?? list.count
    let before = list[max(0, place - NeighbourDecimals.reach)..<place]
    let after = list[place...].dropFirst(
      list.indices.contains(place) && list[place] == figure ? 1 : 0
    )
    .prefix(NeighbourDecimals.reach)
    var counts: [Int: Int] = [:]
    // A round share ("9%") says nothing of the decimals in use.
    for neighbour in before + after where facts[neighbour].decimals > 0 {
      counts[facts[neighbour].decimals, default: 0] += 1
    }
    let common = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    guard let common, common.value >= 2, common.key != own else { return [own] }
    return abs(common.key - own) > 1 ? [common.key, own] : [own, common.key]
  }
}
