import Catalogue
import DocumentModel

/// Breakdowns that the text states: sums where it calls them complete, else parts of a whole.
struct BreakdownFinder {
  let survey: Survey

  func relations() -> [Relation] {
    survey.extraction.links.flatMap { link -> [Relation] in
      guard case .breakdown(let whole, let parts, let complete) = link else { return [] }
      return relations(whole, parts, complete)
    }
  }

  private func relations(_ whole: Int, _ listed: [Int], _ complete: Bool) -> [Relation] {
    let facts = survey.facts
    guard facts.indices.contains(whole), facts[whole].isCount else { return [] }
    let parts = listed.filter { part in
      facts.indices.contains(part) && part != whole && facts[part].isCount
        && facts[part].unit == facts[whole].unit && facts[part].nature == facts[whole].nature
    }
    if complete, parts.count >= 2, parts.count == listed.count, areApart(parts),
      parts.allSatisfy({ !isWider($0, whole) && isOfItsTime($0, whole) }),
      let rule = survey.rules.first(.breakdown)
    {
      let isMixed = holdsInPart(whole, parts)
      return isMixed ? [] : [Relation(rule, readings(whole, parts), tie: .stated)]
    }
    guard let rule = survey.rules.first(.part) else { return [] }
    return parts.filter { isComparable($0, whole) }
      .map { Relation(rule, [.atMost(parts: [$0], whole: whole)], tie: .stated) }
  }

  /// The list; or, where some items have the whole's own aspects, the list without them: they may
  /// be a remark on the whole ("12 người, gồm 07 … và 05 …; 09 người đã học").
  ///
  /// Not so where each item has a line to itself: there one of them merely lost its dimension.
  private func readings(_ whole: Int, _ parts: [Int]) -> [Shape] {
    let own = survey.index.key(whole)
    let distinct = parts.filter { survey.index.key($0) != own }
    let all = Shape.sum(whole: whole, parts: parts)
    let lines = Set(([whole] + parts).map { survey.facts[$0].source.line })
    if lines.count > parts.count { return [all] }
    return distinct.count < parts.count && distinct.count >= 2
      ? [all, .sum(whole: whole, parts: distinct)] : [all]
  }

  /// True where some of the parts already make up the whole by a declared partition: the list runs
  /// on into the next clause.
  private func holdsInPart(_ whole: Int, _ parts: [Int]) -> Bool {
    let sum = { (figures: [Int]) in
      figures.reduce(Exact.zero) { $0 + Exact(survey.facts[$1].value) }
    }
    return survey.rules.rules(.partition).contains { rule in
      guard case .partition(let partition) = rule.operands,
        survey.facts[whole].dimensions[partition.dimension] == partition.whole
      else { return false }
      return partition.readings.contains { reading in
        let members = Set(reading.flatMap(\.members))
        let some = parts.filter { part in
          members.contains(survey.facts[part].dimensions[partition.dimension] ?? "")
        }
        return some.count >= 2 && some.count < parts.count
          && sum(some) == Exact(survey.facts[whole].value)
      }
    }
  }

  /// True for a part of the whole's own span, or of a piece of it; a day has no pieces.
  private func isOfItsTime(_ part: Int, _ whole: Int) -> Bool {
    let (left, right) = (survey.index.key(part).period, survey.index.key(whole).period)
    guard let left, let right, left != right else { return true }
    guard let start = left.start, let first = right.start else { return false }
    return first <= start && left.end <= right.end
  }

  /// A part must be of the same concept, and not of a span that reaches beyond the whole's.
  private func isComparable(_ part: Int, _ whole: Int) -> Bool {
    let facts = survey.facts
    return facts[part].concept == facts[whole].concept
      && survey.index.key(part).period == survey.index.key(whole).period
      && facts[part].dimensions.keys.allSatisfy { !survey.order.separate.contains($0) }
  }

  /// True where a part holds the whole by one of its dimensions: then it's no part of it.
  private func isWider(_ part: Int, _ whole: Int) -> Bool {
    let parts = survey.facts[part].dimensions
    return survey.facts[whole].dimensions.contains { dimension, member in
      parts[dimension].map { survey.order.isWithin(dimension, member, $0) } ?? false
    }
  }

  /// False where two parts could count the same persons twice, like women and minorities.
  private func areApart(_ parts: [Int]) -> Bool {
    let keys = parts.map(survey.index.key)
    var shapes: Set<Set<String>> = []
    for key in keys { shapes.insert(Set(key.dimensions.keys)) }
    let sameUnit = Set(keys.map(\.entity)).count == 1
    guard sameUnit, shapes.count > 1 else { return !isNested(keys) || !sameUnit }
    let lists = shapes.filter { !$0.isEmpty }
    return lists.allSatisfy { left in lists.allSatisfy { !left.isDisjoint(with: $0) } }
  }

  /// True where one part's only dimension holds another's member ("giáo dục, y tế" and "y tế").
  private func isNested(_ keys: [AspectKey]) -> Bool {
    guard keys.count <= 40 else { return false }
    for (position, left) in keys.enumerated() {
      for right in keys[(position + 1)...] {
        let shared = left.dimensions.filter { right.dimensions[$0.key] != nil }
        let differing = shared.filter { right.dimensions[$0.key] != $0.value }
        guard let (dimension, member) = differing.first, differing.count == 1,
          let other = right.dimensions[dimension]
        else { continue }
        if survey.order.overlap(dimension, member, other) { return true }
      }
    }
    return false
  }
}
