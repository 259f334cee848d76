import Catalogue

/// Tells units apart by name, however it is spelt, without the rank words that clerks vary.
struct UnitNames {
  private let ranks: [[String]]
  private var numbers: [String: Int] = [:]
  /// By name as stated, so that each is taken apart once.
  private var known: [String: Int] = [:]

  init(ranks: [String]) { self.ranks = ranks.map(UnitName.fold) }

  mutating func number(of name: String, code: String?) -> Int {
    let stated = code.map { "#" + $0 } ?? name
    if let number = known[stated] { return number }
    let folded = code == nil ? fold(name) : stated
    let number = numbers[folded] ?? numbers.count
    numbers[folded] = number
    known[stated] = number
    return number
  }

  private func fold(_ name: String) -> String {
    var words = UnitName.fold(name)
    for rank in ranks where words.count > rank.count && words.starts(with: rank) {
      words.removeFirst(rank.count)
      break
    }
    return words.joined(separator: " ")
  }
}
