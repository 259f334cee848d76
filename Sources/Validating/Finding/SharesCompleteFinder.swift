import Catalogue
import DocumentModel

/// Parts whose stated shares add up to 100%: their counts must add up to the whole.
struct SharesCompleteFinder {
  let survey: Survey

  func relations() -> [Relation] {
    guard let rule = survey.rules.first(.sharesComplete) else { return [] }
    return SiblingShares(survey: survey).groups.compactMap { group in
      let total = group.shares.reduce(Interval(.zero)) { $0 + survey.figures.intervals[$1] }
      guard total.contains(Exact(100)), group.shares.count >= 2 else { return nil }
      var parts: [Int] = []
      for share in group.shares {
        var key = survey.index.key(share)
        guard let unit = survey.unit(of: key.concept) else { return nil }
        key.unit = unit
        guard let part = survey.index.nearest(key, to: share),
          survey.index.isNear(part, share)
        else { return nil }
        parts.append(part)
      }
      var key = group.whole
      key.unit = survey.unit(of: key.concept) ?? key.unit
      guard let last = group.shares.last, let whole = survey.index.nearest(key, to: last),
        Set(parts).count == parts.count
      else { return nil }
      return Relation(rule, [.sum(whole: whole, parts: parts)])
    }
  }
}
