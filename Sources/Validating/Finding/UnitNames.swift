/// Tells units apart by name, without the rank words that clerks vary.
struct UnitNames {
  private let ranks: [[String]]
  private var numbers: [String: Int] = [:]

  init(ranks: [String]) {
    self.ranks = ranks.map { $0.split(separator: " ").map(String.init) }
  }

  mutating func number(of name: String, code: String?) -> Int {
    let folded = code.map { "#" + $0 } ?? fold(name)
    if let number = numbers[folded] { return number }
    numbers[folded] = numbers.count
    return numbers.count - 1
  }

  private func fold(_ name: String) -> String {
    var words = name.lowercased().split(whereSeparator: { $0 == " " || $0 == "\n" })
      .map(String.init)
    for rank in ranks where words.count > rank.count && words.starts(with: rank) {
      words.removeFirst(rank.count)
      break
    }
    return words.joined(separator: " ")
  }
}
