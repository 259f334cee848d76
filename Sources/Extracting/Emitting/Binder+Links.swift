import Catalogue
import DocumentModel

extension Binder {
  mutating func link(_ index: Int, _ fact: Fact, asPart: Bool, _ reading: Reading) {
    if fact.unit == "percent", fact.statistic == .total, fact.of?.nature == .target,
      let last = lastFact, last > 0,
      facts[last].nature == .target, facts[last].concept == fact.concept,
      facts[last].unit != "percent",
      facts[last - 1].concept == fact.concept, facts[last - 1].unit != "percent",
      facts[last - 1].nature != .target,
      facts[last - 1].context.block == block
    {
      links.append(.share(percent: index + offset, part: last - 1 + offset, whole: last + offset))
    } else if fact.unit == "percent", fact.statistic == .total {
      let part = lastFact.flatMap {
        facts[$0].unit != "percent" && facts[$0].concept == fact.concept
          && facts[$0].dimensions == fact.dimensions && facts[$0].per == fact.per
          && facts[$0].period == fact.period
          ? $0 + offset : nil
      }
      links.append(.share(percent: index + offset, part: part, whole: nil))
    }
    if fact.unit != "percent", fact.statistic == .total, let last = lastFact,
      facts[last].unit == "percent",
      facts[last].statistic == .total, facts[last].of?.nature != .target,
      facts[last].period == fact.period, isInParentheses(fact),
      facts[last].concept == fact.concept, facts[last].dimensions == fact.dimensions,
      fact.nature == facts[last].nature
    {
      links.append(.share(percent: last + offset, part: index + offset, whole: nil))
    }
    if fact.statistic == .growth || fact.statistic == .index {
      let same = { (other: Fact) in
        other.concept == fact.concept && other.dimensions == fact.dimensions
          && other.entity == fact.entity
          && other.unit != "percent" && other.statistic == .total
      }
      let recent = facts.indices.dropLast().suffix(10).reversed()
      let current = recent.first {
        same(facts[$0]) && facts[$0].period == fact.period && facts[$0].nature == fact.nature
      }
      let earlier = recent.first {
        same(facts[$0]) && facts[$0].period == fact.base && fact.base != nil
      }
      links.append(
        .growth(
          change: index + offset, current: current.map { $0 + offset },
          earlier: earlier.map { $0 + offset }))
    }
    if asPart, frame.opensParts, let whole = frame.whole, fact.unit != "percent",
      fact.statistic == .total,
      isPart(fact, reading)
    {
      if let at = links.lastIndex(where: {
        if case .breakdown(let w, _, _) = $0 { return w == whole } else { return false }
      }),
        case .breakdown(_, let parts, let complete) = links[at],
        complete || sameKind(parts.last, reading)
      {
        links[at] = .breakdown(whole: whole, parts: parts + [index + offset], complete: complete)
      } else if whole != index + offset {
        links.append(.breakdown(whole: whole, parts: [index + offset], complete: frame.isComplete))
      }
    }
  }

  func isInParentheses(_ fact: Fact) -> Bool {
    clauses.contains { clause in
      clause.depth > 0
        && clause.items.contains { items[$0].numeral?.range.lowerBound == fact.source.start }
    }
  }

  /// What can stand below a whole of organisations.
  static let children: [String: Set<String>] = [
    "grassroots": ["grassroots_committee", "grassroots_cell"],
    "subordinate": [
      "grassroots_committee", "grassroots_cell", "commune_cell", "subordinate_cell", "village_cell",
      "cell",
    ],
    "cell": [
      "grassroots_cell", "subordinate_cell", "commune_cell", "village_cell", "section_cell",
    ],
    "commune_cell": ["village_cell", "commune_cell"],
    "subordinate_cell": ["subordinate_cell", "village_cell", "section_cell"],
  ]

  /// True where a fact can be a part of the whole that its list names.
  func isPart(_ fact: Fact, _ reading: Reading) -> Bool {
    guard let whole = wholeReading, whole.concept == fact.concept else { return false }
    if let at = frame.whole, at >= offset, facts[at - offset].entity != fact.entity,
      fact.dimensions != whole.dimensions
    {
      return false
    }
    let type = whole.dimensions["org_type"]
    let own = fact.dimensions["org_type"]
    if let type {
      guard let own else { return false }
      if own == type { return fact.dimensions != whole.dimensions || fact.entity.name != unit }
      return Binder.children[type]?.contains(own) ?? false
    }
    for (key, value) in whole.dimensions where fact.dimensions[key] != value {
      if key == "activity", value == "inspection_and_supervision" { continue }
      // "21 đồng chí người dân tộc thiểu số, gồm Ê Đê 09, Tày 05"
      if key == "ethnicity", value == "minority", fact.dimensions[key] != nil { continue }
      if key == "committee_member" || key == "grade" { continue }
      return false
    }
    return true
  }

  func sameKind(_ part: Int?, _ reading: Reading) -> Bool {
    guard let part, part >= offset, let other = readings[part - offset] else { return true }
    return other.concept == reading.concept && Set(other.own.keys) == Set(reading.own.keys)
  }
}
