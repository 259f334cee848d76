import Catalogue
import DocumentModel

/// Members of a dimension that make up a whole, as the `partition` rules declare.
///
/// A part that isn't stated itself may be made up by another partition: "kiểm tra" and "giám sát"
/// of the standing committee stand for its "kiểm tra, giám sát".
struct PartitionFinder {
  let survey: Survey
  private let partitions: [(rule: Rule, partition: Rule.Partition)]

  init(survey: Survey) {
    self.survey = survey
    partitions = survey.rules.rules(.partition).compactMap { rule in
      guard case .partition(let partition) = rule.operands else { return nil }
      return (rule, partition)
    }
  }

  func relations() -> [Relation] {
    var found: [Relation] = []
    for (rule, partition) in partitions {
      let firsts = Set(partition.readings.flatMap { $0.first?.members ?? [] })
      for fact in survey.index.counts(by: partition.dimension) {
        guard let member = survey.facts[fact].dimensions[partition.dimension],
          firsts.contains(member)
        else { continue }
        let bare = survey.index.key(fact).with(partition.dimension, partition.whole)
        let isStated = !survey.index.all(bare).isEmpty
        for whole in isStated ? [bare] : liftings(bare, partition.dimension) {
          found += relation(rule, partition, whole, from: fact).map { [$0] } ?? []
        }
      }
    }
    return corroborated(found)
  }

  /// A breakdown that falls short is a mistake, and no open list, where one of another concept
  /// beside it ("… cuộc đối với … tổ chức đảng và … đảng viên") adds up exactly.
  private func corroborated(_ found: [Relation]) -> [Relation] {
    func places(_ relation: Relation) -> Set<Int> {
      Set(relation.readings.first?.figures.map { survey.facts[$0].context.block } ?? [])
    }
    func concept(_ relation: Relation) -> String {
      relation.readings.first?.figures.first.map { survey.facts[$0].concept } ?? ""
    }
    let holding = found.filter { survey.figures.outcome(of: $0) == .pass }
    return found.map { relation in
      guard survey.figures.outcome(of: relation) == .fail else { return relation }
      var relation = relation
      let own = places(relation)
      if holding.contains(where: { other in
        other.rule.id == relation.rule.id && concept(other) != concept(relation)
          && places(other) == own
      }) {
        relation.severity = relation.rule.severity
        relation.tie = .corroborated
      }
      return relation
    }
  }

  /// The keys of which `key` is a part by another partition.
  private func liftings(_ key: AspectKey, _ dimension: String) -> [AspectKey] {
    partitions.compactMap { _, other in
      guard other.dimension != dimension, let member = key.dimensions[other.dimension],
        other.readings.contains(where: { $0.contains { $0.members.contains(member) } })
      else { return nil }
      return key.with(other.dimension, other.whole)
    }
  }

  private func relation(
    _ rule: Rule, _ partition: Rule.Partition, _ key: AspectKey, from fact: Int
  ) -> Relation? {
    guard let whole = whole(key, of: fact) else { return nil }
    var readings: [Shape] = []
    var isOpen = false
    let full = Set(partition.readings.first?.flatMap(\.members) ?? [])
    for reading in partition.readings {
      guard var parts = parts(reading, partition, key, from: fact, whole: whole) else { continue }
      // Without its first step a scale is complete only if the text gives that step apart.
      let isShort = Set(reading.flatMap(\.members)).isStrictSubset(of: full)
      if isShort && readings.isEmpty { parts.isPartial = true }
      guard parts.figures.contains(fact) || readings.isEmpty == false else { continue }
      readings.append(.sum(whole: whole, parts: parts.figures))
      if parts.isPartial && sum(parts.figures) < Exact(survey.facts[whole].value) { isOpen = true }
    }
    guard let first = readings.first, !isTorn(first), !isMadeUp(first) else { return nil }
    let severity = severity(rule, partition, whole, readings, isOpen)
    return severity.map { Relation(rule, readings, severity: $0) }
  }

  /// The nearest figure of a key; of two in the part's own sentence that which stands before it, as
  /// wholes do: "kỷ luật 31: khiển trách 19, …, khai trừ 04; 13 trường hợp liên quan an toàn".
  private func whole(_ key: AspectKey, of part: Int) -> Int? {
    guard let nearest = survey.index.nearest(key, to: part), nearest > part else {
      return survey.index.nearest(key, to: part)
    }
    let sentence = survey.facts[part].context.sentence
    return survey.index.all(key).last {
      $0 < part && survey.index.isSameBlock($0, part)
        && survey.facts[$0].context.sentence == sentence
    } ?? nearest
  }

  /// True where the whole's own paragraph or list states some of the parts but not all of them: the
  /// missing one was not read, and its namesake far away is another figure.
  private func isTorn(_ shape: Shape) -> Bool {
    guard let whole = shape.figures.first else { return false }
    var inside = [whole]
    var outside = Array(shape.figures.dropFirst())
    while let next = outside.firstIndex(where: { part in
      inside.contains { survey.index.isNear(part, $0) }
    }) {
      inside.append(outside.remove(at: next))
    }
    return inside.count > 1 && !outside.isEmpty
  }

  /// True where what the parts fall short of is told between them and their whole: what further
  /// bodies did, each in a paragraph of its own.
  private func isMadeUp(_ shape: Shape) -> Bool {
    guard let whole = shape.figures.first else { return false }
    let parts = Array(shape.figures.dropFirst())
    let key = survey.index.key(whole)
    let end = survey.facts[whole].source.start
    let start = parts.map { survey.facts[$0].source.start }.min() ?? end
    guard start < end else { return false }
    var inLists = parts
    var further: [Int] = []
    for fact in survey.index.counts(of: key.concept)
    where (start..<end).contains(survey.facts[fact].source.start) {
      let own = survey.index.key(fact)
      guard own.entity == key.entity, own.period == key.period,
        !survey.index.isSameBlock(fact, whole)
      else { continue }
      if inLists.contains(where: { survey.index.isNear(fact, $0) }) {
        inLists.append(fact)
      } else if !further.contains(where: { survey.index.isSameBlock(fact, $0) }) {
        further.append(fact)
      }
    }
    let missing = Exact(survey.facts[whole].value) - sum(parts)
    return !further.isEmpty && missing == sum(further)
  }

  private func parts(
    _ reading: [Rule.Partition.Group], _ partition: Rule.Partition, _ key: AspectKey,
    from fact: Int, whole: Int
  ) -> (figures: [Int], isPartial: Bool)? {
    var figures: [Int] = []
    var isPartial = false
    for group in reading {
      let stated = group.members.lazy.compactMap { member in
        resolve(key.with(partition.dimension, member), near: fact, without: partition.dimension)
      }.first
      if let stated {
        figures += stated
      } else if group.isOptional {
        isPartial = true
      } else {
        return nil
      }
    }
    return Set(figures).contains(whole) || figures.count < 2 ? nil : (figures, isPartial)
  }

  /// The fact with these aspects, or those that make it up.
  private func resolve(_ key: AspectKey, near fact: Int, without dimension: String) -> [Int]? {
    if survey.index.key(fact) == key { return [fact] }
    if let stated = survey.index.nearest(key, to: fact) { return [stated] }
    for (_, other) in partitions
    where other.dimension != dimension && key.dimensions[other.dimension] == other.whole {
      guard let reading = other.readings.first, other.whole != nil else { continue }
      let parts = reading.map { group in
        group.members.lazy.compactMap { member -> Int? in
          let part = key.with(other.dimension, member)
          return survey.index.key(fact) == part ? fact : survey.index.nearest(part, to: fact)
        }.first
      }
      let figures = parts.compactMap { $0 }
      if figures.count == parts.count { return figures }
    }
    return nil
  }

  private func sum(_ figures: [Int]) -> Exact {
    figures.reduce(Exact.zero) { $0 + Exact(survey.facts[$1].value) }
  }

  /// The severity of a mismatch, or nil where the rule lets it pass.
  private func severity(
    _ rule: Rule, _ partition: Rule.Partition, _ whole: Int, _ readings: [Shape], _ isOpen: Bool
  ) -> Flag.Severity? {
    let total = Exact(survey.facts[whole].value)
    let sums = readings.map { sum(Array($0.figures.dropFirst())) }
    guard let sum = sums.first, !sums.contains(total) else { return rule.severity }
    if isOpen { return nil }
    let isOver = total < sum
    switch isOver ? partition.over : partition.under {
    case .severity(let severity): return severity
    case .nothing: return nil
    case .near:
      let gap = isOver ? sum - total : total - sum
      return gap * Exact(100) <= total ? .warning : nil
    }
  }
}
