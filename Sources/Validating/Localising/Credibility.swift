import Catalogue
import DocumentModel

/// Tells what a clerk wrote wrongly from what was read wrongly.
///
/// A figure that is tied to the wrong others breaks relations too, but seldom in a way that a slip
/// of the pen explains. So a broken relation is raised only where a slip mends it, where another
/// relation points at the same slip, or where the figures differ by little; else it's undecided.
/// The less the text itself ties the figures together, the more is asked.
struct Credibility {
  let network: Network

  /// The diagnosis without what isn't credible, or nil where nothing is left.
  func judged(_ diagnosis: Diagnosis) -> Diagnosis? {
    var kept = diagnosis
    kept.relations = diagnosis.relations.filter { isCredible($0, diagnosis) }
    for number in kept.relations { kept.doubtful[number] = doubt(number, diagnosis) }
    return kept.relations.isEmpty ? nil : kept
  }

  /// The figure whose meaning is too little sure for what no slip of the pen explains: then it's
  /// likelier that the figure was read wrongly than that the clerk wrote it so.
  private func doubt(_ number: Int, _ diagnosis: Diagnosis) -> Int? {
    guard
      let least = network.relations[number].readings.first?.figures.min(by: {
        network.facts[$0].confidence < network.facts[$1].confidence
      })
    else { return nil }
    let repairs = ([diagnosis.best].compactMap { $0 } + diagnosis.alternatives)
      .filter { $0.mends.contains(number) }
    let slip = repairs.map(writtenSlip).min() ?? .other
    let asked = slip < .digit ? 350 : slip == .digit ? 500 : 650
    return network.facts[least].confidence < asked ? least : nil
  }

  /// The slip that leads from the digits written to those of the repair: a rate computed anew tells
  /// a slip of the pen only where its digits look like those written.
  private func writtenSlip(_ repair: Repair) -> Slip {
    // Among many figures some two that would fit by changing places are soon found.
    if repair.edits.count == 2 { return .other }
    guard repair.slip == .recomputed, let edit = repair.edits.first, repair.edits.count == 1 else {
      return repair.slip
    }
    let fact = network.facts[edit.figure]
    return Slip.between(fact.value, fact.decimals, edit.stated.value, edit.stated.decimals)
  }

  private func isCredible(_ number: Int, _ diagnosis: Diagnosis) -> Bool {
    let relation = network.relations[number]
    guard let shape = relation.readings.first else { return false }
    if network.outcomes[number] == .truncated { return true }
    let repairs = ([diagnosis.best].compactMap { $0 } + diagnosis.alternatives)
      .filter { $0.mends.contains(number) }
    let isSlip = repairs.contains { isConvincing($0, relation) } || isCorroborated(number, repairs)
    switch shape {
    case .sum(let whole, let parts):
      return (isSlip || isNear(value(whole), sum(parts), relation.tie))
        && !isSumOfAnother(whole, parts)
    case .balance(let opening, let inflows, let outflows, let closing):
      let expected = value(opening) + sum(inflows) - sum(outflows)
      return isSlip || isNear(value(closing), expected, .aspects)
    case .atMost(let parts, let whole): return isAtMost(parts, whole, relation.tie, repairs)
    case .share(let percent, let part, let whole)
    where network.facts[percent].value == ExactDecimal(100) && !isSlip:
      // "100%" is said of much ("đúng hạn 100%"); of "5/6 (100%)" alone it's sure what is meant.
      return relation.tie == .stated && isFraction(part, whole)
    case .share, .average, .averageOver, .rate, .rateOfChange, .index:
      return isSlip || isLeftStanding(shape) || isAmongOthers(shape) || isOverOtherYears(shape)
        || isRateNear(shape, relation.tie) && !isSystematic(shape, relation, diagnosis)
    case .change(let change, let current, let earlier):
      return isSlip || isNear(value(change), value(current) - value(earlier), .aspects)
        || isVouchedFor(current, earlier)
        || relation.tie == .stated && isSmallChangeOff(change, current, earlier)
    case .equal(let left, let right): return isRestatement(left, right, number, repairs)
    case .wholeNumber: return isSlip || relation.tie == .stated
    case .shareBase, .sharesTotal, .notAbove, .notBelow: return true
    }
  }

  // MARK: slips

  /// True for a change that clerks are known to make, and that chance seldom offers: among numbers
  /// of one digit every other number is a digit away.
  private func isConvincing(_ repair: Repair, _ relation: Relation) -> Bool {
    switch repair.slip {
    case .exchange: return true
    case .copy, .digit:
      // Of figures far apart only numbers of three digits say something.
      let isTogether = isTogether(relation)
      return repair.edits.allSatisfy { edit in
        let old = network.facts[edit.figure].value
        return isTogether
          ? isLong(old) || isLong(edit.stated.value) : old >= ExactDecimal(100)
      }
    case .recomputed:
      return repair.edits.allSatisfy { edit in
        let fact = network.facts[edit.figure]
        let digits = max(fact.value.mantissa.magnitude, edit.stated.value.mantissa.magnitude)
        return digits >= 100
          && Slip.between(fact.value, fact.decimals, edit.stated.value, edit.stated.decimals)
            <= .digit
      }
    case .other: return false
    }
  }

  /// True where the text itself ties the figures, or has them in one sentence or item.
  private func isTogether(_ relation: Relation) -> Bool {
    guard relation.tie == .aspects, let shape = relation.readings.first else { return true }
    return Set(shape.figures.map { network.facts[$0].context.block }).count == 1
  }

  private func isLong(_ value: ExactDecimal) -> Bool {
    ExactDecimal(10) <= value || value <= ExactDecimal(-10)
  }

  /// True where one slip mends this relation and another one, of other figures.
  private func isCorroborated(_ number: Int, _ repairs: [Repair]) -> Bool {
    let own = Set(network.relations[number].figures)
    let isTogether = isTogether(network.relations[number])
    return repairs.contains { repair in
      repair.slip < .other
        && (isTogether || repair.edits.allSatisfy { isLong(network.facts[$0.figure].value) })
        && repair.mends.contains { other in
          other != number && !Set(network.relations[other].figures).isSubset(of: own)
        }
    }
  }

  /// True where a stroke is all that stands between the two.
  private func isFraction(_ part: Int, _ whole: Int) -> Bool {
    let gap = network.facts[whole].source.start - network.facts[part].source.end
    return 0 < gap && gap <= 3
  }

  /// True for a rate that is told, digit by digit, of the time before too: it was left standing when the
  /// counts were brought up to date.
  private func isLeftStanding(_ shape: Shape) -> Bool {
    guard let rate = network.figures.recomputed(shape)?.rate else { return false }
    let fact = network.facts[rate]
    guard fact.value.mantissa.magnitude >= 100, let end = fact.period?.end else { return false }
    return network.facts.contains { other in
      other.value == fact.value && other.decimals == fact.decimals && other.unit == fact.unit
        && other.concept == fact.concept && other.dimensions == fact.dimensions
        && other.statistic == fact.statistic && other.entity == fact.entity
        && other.period.map { $0.end < end } ?? false
    }
  }

  /// True for "dân tộc thiểu số 09 đồng chí (34,6%)" in a list of which other shares hold: of their whole.
  private func isAmongOthers(_ shape: Shape) -> Bool {
    guard case .share(let percent, let part, let whole) = shape else { return false }
    let (a, b) = (network.facts[part].source, network.facts[percent].source)
    guard a.line == b.line, (0...Credibility.beside).contains(b.start - a.end) else { return false }
    let block = network.facts[percent].context.block
    return network.relations(on: whole).count { number in
      guard network.outcomes[number] == .pass,
        case .share(let other, _, whole)? = network.relations[number].readings.first
      else { return false }
      return network.facts[other].context.block == block
    } > 1
  }

  /// True for a mean that is the total's over one or two years more or less than the span has.
  private func isOverOtherYears(_ shape: Shape) -> Bool {
    guard case .averageOver(let mean, let total, let numerator, 1) = shape, numerator > 2,
      network.facts[mean].value.mantissa.magnitude >= 100
    else { return false }
    return [-2, -1, 1, 2].map { numerator + $0 }.contains { years in
      guard years > 1 else { return false }
      let other = Shape.averageOver(mean: mean, total: total, numerator: years, denominator: 1)
      return network.figures.outcome(of: other) == .pass
    }
  }

  /// Bytes between a count and its share in parentheses, over "đồng chí, chiếm".
  private static let beside = 24

  // MARK: nearness

  private func value(_ figure: Int) -> Exact { Exact(network.facts[figure].value) }

  private func sum(_ figures: [Int]) -> Exact { figures.reduce(.zero) { $0 + value($1) } }

  private func size(_ value: Exact) -> Exact { value < .zero ? -value : value }

  /// Within a seventh of the larger; where another breakdown vouches for it, within three fifths.
  private func isNear(_ stated: Exact, _ expected: Exact, _ tie: Relation.Tie) -> Bool {
    let gap = size(stated - expected)
    let larger = max(size(stated), size(expected))
    return tie == .corroborated ? gap * Exact(5) <= larger * Exact(3) : gap * Exact(7) <= larger
  }

  /// True where a rate or an index of the same two counts holds: "19 … (15) tăng 05, tăng 26,7%".
  private func isVouchedFor(_ current: Int, _ earlier: Int) -> Bool {
    network.relations(on: current).contains { number in
      guard network.outcomes[number] == .pass else { return false }
      switch network.relations[number].readings.first {
      case .rate(_, let now, let before), .index(_, let now, let before, _):
        return now == current && before == earlier
      default: return false
      }
    }
  }

  /// Off by at most a quarter of the larger count, where the text itself names both.
  private func isSmallChangeOff(_ change: Int, _ current: Int, _ earlier: Int) -> Bool {
    let gap = size(value(change) - (value(current) - value(earlier)))
    return gap * Exact(4) <= max(value(current), value(earlier))
  }

  private func isRateNear(_ shape: Shape, _ tie: Relation.Tie) -> Bool {
    guard let (rate, quotient) = network.figures.recomputed(shape) else { return false }
    let stated = size(value(rate))
    let expected = Exact(Int128(quotient.numerator.magnitude))
    let scaled = stated * Exact(quotient.denominator)
    let (low, high) = scaled < expected ? (scaled, expected) : (expected, scaled)
    if tie == .stated { return high * Exact(3) <= low * Exact(10) }
    let blocks = Set(shape.figures.map { network.facts[$0].context.block })
    return high * Exact(blocks.count == 1 ? 6 : 8) <= low * Exact(10)
  }

  /// True where several shares fail on one whole that the text doesn't name: it isn't theirs.
  private func isSystematic(_ shape: Shape, _ relation: Relation, _ diagnosis: Diagnosis) -> Bool {
    guard case .share(_, _, let whole) = shape, relation.tie == .aspects else { return false }
    let failing = network.broken.filter { number in
      guard case .share(_, _, whole)? = network.relations[number].readings.first else {
        return false
      }
      return true
    }
    return failing.count >= 3
  }

  /// True where the parts add up to a neighbour that differs from the whole in some aspect: they are
  /// that one's parts, and were tied to the wrong one.
  private func isSumOfAnother(_ whole: Int, _ parts: [Int]) -> Bool {
    let fact = network.facts[whole]
    let total = sum(parts)
    let blocks = Set(([whole] + parts).map { network.facts[$0].context.block })
    return network.facts.indices.contains { other in
      let candidate = network.facts[other]
      return other != whole && !parts.contains(other) && candidate.isCount
        && candidate.concept == fact.concept && candidate.nature == fact.nature
        && candidate.entity == fact.entity
        && blocks.contains(candidate.context.block) && value(other) == total
        && (candidate.period != fact.period || candidate.dimensions != fact.dimensions)
    }
  }

  // MARK: parts and restatements

  private func isAtMost(
    _ parts: [Int], _ whole: Int, _ tie: Relation.Tie, _ repairs: [Repair]
  ) -> Bool {
    let total = value(whole)
    let sum = sum(parts)
    if total == .zero { return true }
    if sum * Exact(6) <= total * Exact(7), isLong(network.facts[whole].value) { return true }
    let places = ([whole] + parts).map { network.facts[$0] }
    let isTogether = Set(places.map(\.context.block)).count == 1
    let lines = places.map(\.source.line)
    let span = (lines.max() ?? 0) - (lines.min() ?? 0)
    // However large the excess: "trong đó" beside the whole leaves no doubt which figure it means.
    if tie != .aspects, span <= Credibility.linesOfOneList { return true }
    let isSmallExcess = sum * Exact(4) <= total * Exact(5)
    if parts.count == 1, !isTogether, !(span <= Credibility.linesOfOneList && isSmallExcess) {
      let number = repairs.first?.mends.first { relation in
        network.relations[relation].readings.first == .atMost(parts: parts, whole: whole)
      }
      return number.map { isCorroborated($0, repairs) } ?? false
    }
    return sum <= total + total
  }

  private static let linesOfOneList = 6

  /// Two readings of different things are seldom alike but for a slip; the shorter the numbers,
  /// the oftener.
  private func isRestatement(
    _ left: Int, _ right: Int, _ number: Int, _ repairs: [Repair]
  ) -> Bool {
    // Both values are held by other figures: two different things.
    if repairs.isEmpty { return false }
    if isCorroborated(number, repairs) { return true }
    let (a, b) = (network.facts[left], network.facts[right])
    let scale = max(a.decimals, b.decimals)
    if Slip.between(a.value, scale, b.value, scale) == .exchange { return true }
    let gap = size(value(left) - value(right))
    let larger = max(a.value, b.value)
    let isNote = (a.context.region == .footnote) != (b.context.region == .footnote)
    if a.isCount && larger < ExactDecimal(10) {
      if RestatementFinder.isRow(a, b), min(a.value, b.value) > ExactDecimal(0) { return true }
      // of all that happened, told once with its parts and once alone
      let isOfAll = a.dimensions.isEmpty && min(a.value, b.value) >= ExactDecimal(3)
      return gap == Exact(1) && (isNote || isOfAll && a.period?.start != nil)
    }
    if Exact(larger) >= gap * Exact(100) { return true }
    return gap == Exact(1) || RestatementFinder.isTakenUp(a, b)
      || isVouchedFor(left, against: right)
      || isSpecific(left) && Slip.isRestatement(a.value, b.value)
  }

  /// True where other figures hold with one of the two and none holds with the other, a digit away: told
  /// again from memory.
  private func isVouchedFor(_ left: Int, against right: Int) -> Bool {
    let (a, b) = (network.facts[left], network.facts[right])
    guard a.isCount, b.isCount, min(a.confidence, b.confidence) >= 500,
      a.context.block != b.context.block,
      Slip.between(a.value, a.decimals, b.value, b.decimals) < .other
    else { return false }
    guard holds(left) != holds(right) else { return false }
    // "24 trường hợp … ba xã cũ giải quyết 21, Đảng ủy xã mới giải quyết 03": the rest stands beside it
    let gap = size(value(left) - value(right))
    let block = (a.value < b.value ? a : b).context.block
    return !network.facts.indices.contains { other in
      network.facts[other].context.block == block && network.facts[other].concept == a.concept
        && value(other) == gap
    }
  }

  /// True for a figure in a relation of three and more figures that holds.
  private func holds(_ figure: Int) -> Bool {
    network.relations(on: figure).contains { number in
      guard network.outcomes[number] == .pass, let shape = network.relations[number].readings.first,
        shape.figures.contains(figure)
      else { return false }
      switch shape {
      case .sum, .share, .balance, .change, .rate, .average, .averageOver: return true
      default: return false
      }
    }
  }

  /// True for a figure with a dimension or of another unit than most: one that was misread has
  /// oftener lost its aspects than gained the same ones.
  private func isSpecific(_ figure: Int) -> Bool {
    let fact = network.facts[figure]
    return !fact.dimensions.isEmpty || fact.entity != network.facts.first?.entity
  }
}
