import Catalogue
import DocumentModel

/// How sure each fact is, from how it was read and from how it fits what is read beside it.
///
/// Logistic: what holds of a fact is weighed by `certainty.tsv`, which was fitted on the corpus. The
/// sum's chance is the fact's confidence.
struct Certainty {
  let catalogue: Catalogue
  let unit: String
  let calendar: Calendar
  let facts: [Fact]
  let readings: [Int: Reading]
  /// Ties that the text states, as indices of `facts`.
  let links: [FactLink]

  /// Facts before and behind that a fact is compared with.
  private static let window = 60

  /// Each fact's confidence in thousandths, from 300 to 1000.
  ///
  /// Not less: a figure that contradicts its neighbours looks misread, but it's what the rules are
  /// there to flag, and they pass over what is less sure than 300.
  func confidences() -> [Int] {
    grounds().map { grounds in
      var score = catalogue.certainty["bias"] ?? 0
      for ground in grounds { score += catalogue.certainty[ground] ?? 0 }
      return max(300, min(1000, Certainty.chance(score)))
    }
  }

  /// For each fact the names of what holds of it, sorted.
  func grounds() -> [[String]] {
    let keys = facts.map(Key.init)
    var byKey: [Key: [Int]] = [:]
    for (index, key) in keys.enumerated() { byKey[key, default: []].append(index) }
    let tied = ties()
    return facts.indices.map { index in
      (features(index, byKey[keys[index]] ?? []) + (tied[index] ?? [])).sorted()
    }
  }

  /// Thousandths of e^x / (1 + e^x), x in thousandths, with the steps between two whole numbers
  /// straight: no floating point, so the same on every machine.
  static func chance(_ score: Int) -> Int {
    let table = [500, 731, 881, 953, 982, 993, 998, 999, 1000]
    let size = min(abs(score), 7999)
    let low = table[size / 1000]
    let high = table[size / 1000 + 1]
    let value = low + (high - low) * (size % 1000) / 1000
    return score < 0 ? 1000 - value : value
  }

  /// What the arithmetic that the text itself states says of the figures in it.
  private func ties() -> [Int: Set<String>] {
    var found: [Int: Set<String>] = [:]
    func note(_ figures: [Int], _ name: String) {
      for figure in figures { found[figure, default: []].insert(name) }
    }
    for link in links {
      switch link {
      case .breakdown(let whole, let parts, let complete) where parts.count > 1:
        let sum = parts.reduce(ExactDecimal(0)) { $0 + facts[$1].value }
        if sum == facts[whole].value {
          note([whole] + parts, "sum holds")
        } else if complete || facts[whole].value < sum {
          note([whole] + parts, "sum fails")
        }
      case .growth(let change, let current?, let earlier?) where facts[change].unit != "percent":
        let holds = facts[current].value == facts[earlier].value + facts[change].value
        note([change, current, earlier], holds ? "change holds" : "change fails")
      case .growth(let change, nil, _), .growth(let change, _, nil):
        note([change], "change alone")
      default: break
      }
    }
    return found
  }

  private func features(_ index: Int, _ same: [Int]) -> [String] {
    let fact = facts[index]
    var found = ["concept:" + fact.concept]
    let reading = readings[index]
    found.append("source:" + (reading?.source ?? "none"))
    found.append("margin:\(min(10, max(0, reading?.score ?? 0)) / 2)")
    found.append("region:" + fact.context.region.rawValue)
    found.append("unknown:\(min(4, reading?.unknownWords ?? 0))")
    let time = reading?.timeSource ?? "none"
    found.append("time:" + time)
    if let lead = reading?.lead { found.append("lead:\(min(4, max(0, lead) / 2))") }
    let own = reading?.own ?? [:]
    let inherited = fact.dimensions.keys.count { own[$0] == nil }
    found.append("own:\(min(3, fact.dimensions.count - inherited))")
    found.append("inherited:\(min(3, inherited))")
    for key in fact.dimensions.keys { found.append((own[key] == nil ? "from:" : "dim:") + key) }
    if fact.entity.name != unit { found.append("sub-unit") }
    if !isReportsPeriod(fact) { found.append("other period") }
    found.append("statistic:" + fact.statistic.rawValue)
    found.append("nature:" + fact.nature.rawValue)
    if fact.unit == "percent" { found.append("percent") }
    if fact.value == ExactDecimal(0) { found.append("none") }
    if same.contains(where: { $0 != index && facts[$0].value == fact.value }) {
      found.append("said again")
    }
    let others = same.filter { facts[$0].value != fact.value }
    if !others.isEmpty {
      found.append("clash")
      found.append("clash time:" + time)
      found.append(fact.dimensions.isEmpty ? "clash bare" : "clash narrow")
      if others.contains(where: { isBeside(facts[$0], fact) }) {
        found.append("clash beside")
      }
    }
    if index == 0 || facts[index - 1].context.block != fact.context.block {
      found.append("first of block")
    } else {
      let before = facts[index - 1]
      found.append(before.concept == fact.concept ? "goes on" : "changes concept")
      if before.context.sentence != fact.context.sentence { found.append("first of sentence") }
    }
    found += fits(index)
    return found
  }

  /// In one paragraph or item; in a table, in rows next to each other.
  private func isBeside(_ one: Fact, _ other: Fact) -> Bool {
    one.context.block == other.context.block
      && (one.context.region != .table || abs(one.source.line - other.source.line) <= 1)
  }

  private func isReportsPeriod(_ fact: Fact) -> Bool {
    guard let period = fact.period else { return false }
    return period == calendar.period || calendar.asOf.map { period == .instant($0) } ?? false
      || calendar.period.map { period == .instant($0.end) } ?? false
  }

  /// Whether a share and the counts beside it give one another, and whether a part fits its whole.
  private func fits(_ index: Int) -> [String] {
    let fact = facts[index]
    let near = max(0, index - Certainty.window)..<min(facts.count, index + Certainty.window)
    let counts = near.filter { at in
      at != index && facts[at].unit != "percent" && facts[at].statistic == .total
        && facts[at].concept == fact.concept
    }
    var found: [String] = []
    if fact.unit == "percent", fact.statistic == .total {
      let parts = counts.filter {
        facts[$0].dimensions == fact.dimensions && isBeside(facts[$0], fact)
      }
      if parts.isEmpty { return ["share alone"] }
      let holds = parts.contains { part in
        counts.contains { isShare(fact, of: facts[part].value, facts[$0].value) }
      }
      return [holds ? "share fits" : "share fails"]
    }
    guard fact.unit != "percent", fact.statistic == .total else { return [] }
    let shares = (max(0, index - 1)..<min(facts.count, index + 3)).filter { at in
      facts[at].unit == "percent" && facts[at].statistic == .total
        && facts[at].concept == fact.concept && isBeside(facts[at], fact)
        && facts[at].dimensions == fact.dimensions
    }
    if !shares.isEmpty {
      let holds = shares.contains { share in
        counts.contains { isShare(facts[share], of: fact.value, facts[$0].value) }
      }
      found.append(holds ? "share fits" : "share fails")
    }
    let wholes = counts.filter { at in
      facts[at].entity == fact.entity && facts[at].period == fact.period
        && facts[at].dimensions.count < fact.dimensions.count
        && facts[at].dimensions.allSatisfy { fact.dimensions[$0.key] == $0.value }
    }
    if !wholes.isEmpty {
      found.append("has whole")
      if wholes.contains(where: { facts[$0].value < fact.value }) { found.append("exceeds whole") }
    }
    return found
  }

  /// True where `part` of `whole` is the share as far as its decimals tell.
  private func isShare(_ share: Fact, of part: ExactDecimal, _ whole: ExactDecimal) -> Bool {
    let size = whole.approximate
    guard size > 0, part.approximate <= size else { return false }
    var step = 1.0
    for _ in 0..<share.decimals { step /= 10 }
    return abs(part.approximate / size * 100 - share.value.approximate) <= 0.6 * step
  }

  private struct Key: Hashable {
    let concept: String
    let unit: String
    let entity: String
    let period: Period?
    let dimensions: [String: String]
    let nature: Fact.Nature
    let statistic: Fact.Statistic
    let base: Period?
    let of: Whole?

    init(_ fact: Fact) {
      concept = fact.concept
      unit = fact.unit
      entity = fact.entity.name
      period = fact.period
      dimensions = fact.dimensions
      nature = fact.nature
      statistic = fact.statistic
      base = fact.base
      of = fact.unit == "percent" ? fact.of : nil
    }
  }
}
