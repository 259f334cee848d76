import Catalogue
import DocumentModel

/// Opening stock, inflows, outflows and closing stock of one unit and span.
struct BalanceFinder {
  let survey: Survey

  func relations() -> [Relation] {
    survey.rules.rules(.balance).flatMap { rule -> [Relation] in
      guard case .balance(let stock, let inflows, let outflows) = rule.operands,
        let anchor = inflows.first
      else { return [] }
      var seen: Set<AspectKey> = []
      return survey.index.counts(of: anchor).compactMap { flow in
        let key = survey.index.key(flow)
        guard key.dimensions.isEmpty, key.nature == .actual, survey.facts[flow].period?.start != nil
        else { return nil }
        // One balance for each unit and span, and each that a paragraph tells again to its end.
        let isAgain = seen.contains(key)
        guard let relation = relation(rule, stock, inflows, outflows, flow, isAgain: isAgain),
          case .balance(_, _, _, let closing)? = relation.readings.first
        else { return nil }
        seen.insert(key)
        return isAgain && !survey.index.isSameBlock(closing, flow) ? nil : relation
      }
    }
  }

  private func relation(
    _ rule: Rule, _ stock: String, _ inflows: [String], _ outflows: [String], _ flow: Int,
    isAgain: Bool
  ) -> Relation? {
    guard let period = survey.facts[flow].period, let start = period.start,
      let unit = survey.unit(of: stock)
    else { return nil }
    let base = survey.index.key(flow).with(concept: stock, unit: unit)
    let openings = [start.dayBefore, start].flatMap { day in
      survey.index.all(base.with(period: .instant(day)))
    }
    guard let opening = survey.index.nearest(among: openings, to: flow) else { return nil }
    let closings = closingDays(period, base).flatMap { day in
      survey.index.all(base.with(period: .instant(day)))
    }
    guard closings.contains(where: { !isAgain || survey.index.isSameBlock($0, flow) }) else {
      return nil
    }
    var isComplete = true
    var isListed = false
    func figures(_ concepts: [String]) -> [Int] {
      concepts.flatMap { concept -> [Int] in
        let key = survey.index.key(flow).with(
          concept: concept, unit: survey.unit(of: concept) ?? "person")
        if let total = nearest(key, to: opening) { return [total] }
        let parts = listed(key, near: flow, between: opening, closings)
        if parts.isEmpty { isComplete = false } else { isListed = true }
        return parts
      }
    }
    let added = figures(inflows)
    let taken = figures(outflows)
    guard added.count + taken.count >= 3 else { return nil }
    let expected = value(opening) + sum(added) - sum(taken)
    let nearestFirst = closings.map { closing in
      (isNear(closing, expected) ? 0 : 1, survey.index.distance(closing, opening), closing)
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    // Copies of the opening further off excuse it too: the nearest may be misread. One that a slip
    // of the pen leads to doesn't: that slip is what breaks the balance.
    let others = openings.filter { other in
      let (a, b) = (survey.facts[opening].value, survey.facts[other].value)
      return other != opening && (a == b || !Slip.isRestatement(a, b))
    }.prefix(2)
    let readings = ([opening] + others).flatMap { opening in
      nearestFirst.prefix(4).filter { $0 != opening }.map { closing in
        Shape.balance(opening: opening, inflows: added, outflows: taken, closing: closing)
      }
    }
    guard !readings.isEmpty else { return nil }
    if isComplete {
      return Relation(rule, Array(readings), severity: isListed ? .warning : .error)
    }
    // "Có mặt 31/3: 248; tăng: kết nạp 09, chuyển đến 06; giảm: chuyển đi 03, xóa tên 01; có mặt 30/6: 257":
    // told from opening to closing in one breath, kinds that aren't named had none.
    if let closing = nearestFirst.first, isToldTogether(opening, added, taken, closing) {
      return Relation(rule, Array(readings), severity: .warning)
    }
    // A flow that isn't stated leaves a mismatch undecided; only a match tells something.
    let holds = readings.contains { survey.figures.outcome(of: $0) == .pass }
    return holds ? Relation(rule, Array(readings)) : nil
  }

  /// True where a few lines tell the opening, what came, what went and the closing, in that order.
  private func isToldTogether(_ opening: Int, _ added: [Int], _ taken: [Int], _ closing: Int)
    -> Bool
  {
    guard !added.isEmpty, !taken.isEmpty, opening < closing,
      (added + taken).allSatisfy({ opening < $0 && $0 < closing })
    else { return false }
    return survey.facts[closing].source.line - survey.facts[opening].source.line
      <= BalanceFinder.linesOfOneBalance
  }

  private func value(_ figure: Int) -> Exact { Exact(survey.facts[figure].value) }

  private func sum(_ figures: [Int]) -> Exact { figures.reduce(.zero) { $0 + value($1) } }

  /// Within a seventh: a stock of another size is no closing of this opening.
  private func isNear(_ closing: Int, _ expected: Exact) -> Bool {
    let gap = value(closing) - expected
    return (gap < .zero ? -gap : gap) * Exact(7) <= max(value(closing), expected)
  }

  /// The nearest copy: the balance's own, not one told again elsewhere.
  private func nearest(_ key: AspectKey, to opening: Int) -> Int? {
    survey.index.nearest(key, to: opening)
  }

  /// Parts of a flow whose total isn't stated ("xóa tên 01"), in the paragraph of the flow or, where each
  /// has a line of its own, between opening and closing.
  private func listed(
    _ key: AspectKey, near flow: Int, between opening: Int, _ closings: [Int]
  ) -> [Int] {
    let beside = parts(of: key, survey.index.block(of: flow))
    guard beside.isEmpty, let closing = closings.first(where: { $0 > opening }),
      survey.facts[closing].source.line - survey.facts[opening].source.line
        <= BalanceFinder.linesOfOneBalance
    else { return beside }
    return parts(of: key, Array(opening...closing))
  }

  private static let linesOfOneBalance = 8

  private func parts(of key: AspectKey, _ facts: [Int]) -> [Int] {
    facts.filter { fact in
      guard survey.facts[fact].concept == key.concept else { return false }
      var bare = survey.index.key(fact)
      guard bare.dimensions.count == 1 else { return false }
      bare.dimensions = [:]
      return bare == key && survey.facts[fact].isCount
    }
  }

  /// The span's last day, and the as-of day where that lies within it.
  private func closingDays(_ period: Period, _ base: AspectKey) -> [CalendarDate] {
    guard let start = period.start else { return [] }
    var days = [period.end]
    if let asOf = survey.extraction.header.asOf, start < asOf, asOf < period.end {
      days.append(asOf)
    }
    return days
  }
}
