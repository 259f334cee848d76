import DocumentModel

/// Finds the smallest changes that make broken relations hold (after Fellegi and Holt).
///
/// A change is accepted only if every relation on its numerals holds after it. Single numerals are
/// tried first, then two that change places, then pairs. Of several changes the one that mends most
/// is taken, then the commonest slip. The search ends after a fixed number of attempts.
struct Localiser {
  private var network: Network
  private let candidates: Candidates
  private var attempts = 0
  /// Attempts in all; a report of a hundred mistakes stays below.
  static let limit = 40_000
  /// More equally likely places than this leave the choice to the reviewer.
  static let tooMany = 5

  init(_ network: Network) {
    self.network = network
    candidates = Candidates(facts: network.facts, decimals: NeighbourDecimals(network.facts))
  }

  /// Explains the likeliest mistake, then looks again with that one mended.
  mutating func diagnoses() -> [Diagnosis] {
    var open = Set(network.broken)
    var found: [Diagnosis] = []
    var repairs = repairs(open)
    while let best = choose(repairs, open) {
      let explained = best.mends.filter(open.contains)
      open.subtract(explained)
      let wanted = Set(explained)
      let equal = repairs.filter { wanted.isSubset(of: $0.mends) && $0.edits != best.edits }
        .sorted { $0.isLikelier(than: $1) }
      found.append(diagnosis(explained, best, equal))
      network.accept(best.edits)
      let touched = Set(best.edits.flatMap { network.neighbours(of: $0.figure) })
      repairs = repairs.filter { repair in
        !repair.edits.contains { touched.contains($0.figure) }
          && repair.mends.contains(where: open.contains)
      }
      repairs += self.repairs(
        open.filter { relation in
          network.relations[relation].figures.contains(where: touched.contains)
        })
    }
    found += unexplained(open.sorted())
    return found
  }

  private mutating func repairs(_ relations: Set<Int>) -> [Repair] {
    let broken = relations.sorted()
    if broken.isEmpty { return [] }
    let clusters = clusters(broken)
    return singles(broken) + swaps(broken, clusters) + pairs(clusters)
  }

  /// The repair that mends most of what is open for each change, then the likeliest.
  private func choose(_ repairs: [Repair], _ open: Set<Int>) -> Repair? {
    var best: (repair: Repair, count: Int)?
    for repair in repairs {
      let count = repair.mends.count(where: open.contains)
      guard count > 0 else { continue }
      guard let (other, most) = best else {
        best = (repair, count)
        continue
      }
      let (left, right) = (count * other.changes, most * repair.changes)
      if left > right || (left == right && repair.isLikelier(than: other)) {
        best = (repair, count)
      }
    }
    return best?.repair
  }

  private func diagnosis(
    _ relations: [Int], _ best: Repair, _ others: [Repair]
  ) -> Diagnosis {
    let places = best.edits.map { network.facts[$0.figure].source.start }
    func distance(_ relation: Int) -> Int {
      let figures = network.relations[relation].figures
      return figures.flatMap { figure in
        places.map { abs(network.facts[figure].source.start - $0) }
      }.reduce(0, +) / max(1, figures.count)
    }
    let ordered = relations.sorted { (distance($0), $0) < (distance($1), $1) }
    let likely = others.filter { $0.slip <= max(best.slip, .digit) }
    let tied = likely.count { $0.slip == best.slip && $0.edits.count == best.edits.count }
    if tied + 1 >= Localiser.tooMany, best.slip >= .digit {
      return Diagnosis(relations: ordered, best: nil, alternatives: [best] + likely)
    }
    return Diagnosis(relations: ordered, best: best, alternatives: likely)
  }

  /// Broken relations without a repair: those that share a numeral have one cause.
  private func unexplained(_ relations: [Int]) -> [Diagnosis] {
    clusters(relations).map { Diagnosis(relations: $0, best: nil, alternatives: []) }
  }

  private func clusters(_ relations: [Int]) -> [[Int]] {
    var clusters: [[Int]] = []
    var numerals: [Set<Int>] = []
    for relation in relations {
      var members = [relation]
      var union = Set(network.relations[relation].figures.map(network.numeral))
      for index in clusters.indices.reversed() where !numerals[index].isDisjoint(with: union) {
        members = clusters.remove(at: index) + members
        union.formUnion(numerals.remove(at: index))
      }
      clusters.append(members)
      numerals.append(union)
    }
    return clusters.map { $0.sorted() }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  private mutating func singles(_ broken: [Int]) -> [Repair] {
    var seen: Set<Repair.Edit> = []
    var found: [Repair] = []
    for relation in broken {
      for edit in network.edits(mending: relation, candidates)
      where seen.insert(edit).inserted {
        if let repair = repair([edit], slip: slip(of: edit)) { found.append(repair) }
      }
    }
    return found
  }

  /// Two numerals of one broken relation, or of two that share a numeral, that change places.
  private mutating func swaps(_ broken: [Int], _ clusters: [[Int]]) -> [Repair] {
    var found: [Repair] = []
    for cluster in clusters {
      let figures = Set(cluster.flatMap { network.relations[$0].figures }).sorted()
      guard figures.count <= 60 else { continue }
      for (position, left) in figures.enumerated() {
        for right in figures[(position + 1)...]
        where network.facts[left].context.block == network.facts[right].context.block {
          guard let edits = exchange(left, right) else { continue }
          guard let repair = repair(edits, slip: .exchange) else { continue }
          let isMixed = network.facts[left].unit != network.facts[right].unit
          if !isMixed || repair.mends.count >= 2 { found.append(repair) }
        }
      }
    }
    for (left, right) in neighbours(broken) {
      guard let edits = exchange(left, right), !found.contains(where: { $0.edits == edits }),
        let repair = repair(edits, slip: .exchange), repair.mends.count >= 2
      else { continue }
      found.append(repair)
    }
    return found
  }

  /// Numerals beside each other that both break something, whatever they have to do with each other.
  private func neighbours(_ broken: [Int]) -> [(Int, Int)] {
    let figures = Set(broken.flatMap { network.relations[$0].figures })
      .sorted { network.facts[$0].source.start < network.facts[$1].source.start }
    return zip(figures, figures.dropFirst()).filter { left, right in
      network.facts[left].source.line == network.facts[right].source.line
        && network.facts[left].context.block == network.facts[right].context.block
    }
  }

  private func exchange(_ left: Int, _ right: Int) -> [Repair.Edit]? {
    var a = network.figures.stated[left]
    var b = network.figures.stated[right]
    guard a.value != b.value, a.qualifier == .exact, b.qualifier == .exact, a.upper == nil,
      b.upper == nil, a.value.mantissa >= 0, b.value.mantissa >= 0
    else { return nil }
    (a.value, b.value) = (b.value, a.value)
    (a.decimals, b.decimals) = (b.decimals, a.decimals)
    if !a.isMeasured && !a.value.isWhole || !b.isMeasured && !b.value.isWhole { return nil }
    return [Repair.Edit(figure: left, stated: a), Repair.Edit(figure: right, stated: b)]
  }

  /// Two changes that only together mend what they touch.
  private mutating func pairs(_ clusters: [[Int]]) -> [Repair] {
    var found: [Repair] = []
    for cluster in clusters where (2...12).contains(cluster.count) {
      for first in cluster.flatMap({ network.edits(mending: $0, candidates) }) {
        guard attempts < Localiser.limit else { return found }
        let result = network.attempt([first])
        attempts += 1
        guard !result.spoiled, let next = result.left.first, slip(of: first) < .other else {
          continue
        }
        for second in network.edits(mending: next, candidates, after: [first])
        where network.numeral(second.figure) != network.numeral(first.figure) {
          let edits = [first, second].sorted { $0.figure < $1.figure }
          if found.contains(where: { $0.edits == edits }) { continue }
          let worst = max(slip(of: first), slip(of: second))
          guard worst < .other, let repair = repair(edits, slip: worst), repair.mends.count >= 3
          else { continue }
          found.append(repair)
        }
      }
    }
    return found
  }

  private mutating func repair(_ edits: [Repair.Edit], slip: Slip) -> Repair? {
    guard attempts < Localiser.limit else { return nil }
    attempts += 1
    let result = network.attempt(edits)
    guard !result.spoiled, result.left.isEmpty, !result.mended.isEmpty else { return nil }
    return Repair(
      edits: edits, mends: result.mended, slip: slip,
      changesWhole: edits.contains { changesWhole($0, result.mended) },
      roughness: edits.map { edit in
        edit.stated.isMeasured
          ? candidates.decimals.distance(edit.stated.decimals, at: edit.figure, network.facts) : 0
      }.reduce(0, +),
      shift: shift(edits))
  }

  private func changesWhole(_ edit: Repair.Edit, _ mended: [Int]) -> Bool {
    mended.contains { relation in
      switch network.relations[relation].readings.first {
      case .sum(let whole, _)?: return whole == edit.figure
      case .balance(let opening, _, _, let closing)?:
        return edit.figure == opening || edit.figure == closing
      default: return false
      }
    }
  }

  private func slip(of edit: Repair.Edit) -> Slip {
    let fact = network.facts[edit.figure]
    let slip = Slip.between(fact.value, fact.decimals, edit.stated.value, edit.stated.decimals)
    if slip == .exchange { return slip }
    if edit.stated.isMeasured { return .recomputed }
    let isCopy = network.relations(on: edit.figure).contains { relation in
      guard case .equal(let a, let b)? = network.relations[relation].readings.first else {
        return false
      }
      return network.figures.stated[a == edit.figure ? b : a].value == edit.stated.value
    }
    return isCopy ? .copy : slip
  }

  private func shift(_ edits: [Repair.Edit]) -> Repair.Ratio {
    var widest = Repair.Ratio(dividend: .zero, divisor: Exact(1))
    for edit in edits {
      let old = Exact(network.facts[edit.figure].value)
      let gap = Exact(edit.stated.value) - old
      let size = old < .zero ? -old : old
      let ratio = Repair.Ratio(
        dividend: gap < .zero ? -gap : gap, divisor: size == .zero ? Exact(1) : size)
      widest = max(widest, ratio)
    }
    return widest
  }
}
