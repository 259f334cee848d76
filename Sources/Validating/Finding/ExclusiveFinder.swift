import Catalogue
import DocumentModel

/// Members of one dimension that exclude one another: together they can't exceed the whole.
struct ExclusiveFinder {
  let survey: Survey

  func relations() -> [Relation] {
    survey.rules.rules(.exclusive).flatMap { rule -> [Relation] in
      guard case .dimensions(let names) = rule.operands else { return [] }
      return names.flatMap { relations(rule, $0) }
    }
  }

  private func relations(_ rule: Rule, _ dimension: String) -> [Relation] {
    var groups: [AspectKey: [Int]] = [:]
    var order: [AspectKey] = []
    for index in survey.index.counts(by: dimension) {
      guard let member = survey.facts[index].dimensions[dimension] else { continue }
      let bare = survey.index.key(index)
      let wholes = [nil] + survey.order.wider(dimension, member).map { Optional($0.member) }
      for whole in wholes {
        let key = bare.with(dimension, whole)
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(index)
      }
    }
    return order.compactMap { relation(rule, dimension, $0, groups[$0] ?? []) }
  }

  private func relation(
    _ rule: Rule, _ dimension: String, _ key: AspectKey, _ members: [Int]
  ) -> Relation? {
    guard members.count >= 2, let first = members.first else { return nil }
    // The list nearest to its whole: elsewhere a member may stand alone.
    guard let whole = survey.index.nearest(key, to: first) else { return nil }
    var parts: [Int] = []
    let nearestFirst = members.sorted { left, right in
      survey.index.distance(left, whole) < survey.index.distance(right, whole)
    }
    for part in nearestFirst {
      guard let name = survey.facts[part].dimensions[dimension] else { continue }
      let clash = parts.contains { other in
        survey.order.overlap(dimension, name, survey.facts[other].dimensions[dimension] ?? "")
      }
      if !clash { parts.append(part) }
    }
    parts.sort()
    guard parts.count >= 2 else { return nil }
    let names = parts.compactMap { survey.facts[$0].dimensions[dimension] }
    if key.dimensions[dimension] == nil, AgeRange.cover(names) {
      return Relation(sumRule ?? rule, [.sum(whole: whole, parts: parts)])
    }
    let stand = parts.allSatisfy { survey.index.isSameBlock($0, whole) }
    if rule.severity < .error, !stand { return nil }
    let atMost = Shape.atMost(parts: parts, whole: whole)
    let isListed = stand && parts.allSatisfy { $0 > whole } && rule.severity == .error
    let family = isListed ? survey.rules.first(.breakdown) ?? rule : rule
    return Relation(family, [atMost] + withoutBest(parts, dimension, whole))
  }

  private var sumRule: Rule? {
    survey.rules.rules(.exclusive).first { $0.family == "sum_mismatch" }
  }

  /// "Hoàn thành tốt" may hold "hoàn thành xuất sắc", as another reading of its partition says.
  private func withoutBest(_ parts: [Int], _ dimension: String, _ whole: Int) -> [Shape] {
    survey.rules.rules(.partition).flatMap { rule -> [Shape] in
      guard case .partition(let partition) = rule.operands, partition.dimension == dimension else {
        return []
      }
      let readings = partition.readings.map { Set($0.flatMap(\.members)) }
      guard let all = readings.first else { return [] }
      return readings.dropFirst().compactMap { reading in
        let left = parts.filter { part in
          let member = survey.facts[part].dimensions[dimension] ?? ""
          return !all.contains(member) || reading.contains(member)
        }
        let isLess = left.count < parts.count && !left.isEmpty
        return isLess && reading.isSubset(of: all) ? .atMost(parts: left, whole: whole) : nil
      }
    }
  }
}
