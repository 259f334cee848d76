import Catalogue
import DocumentModel

/// Figures that are stated twice with all aspects equal, and pairs that a rule calls equal.
///
/// Two values that differ grossly are no restatement: the smaller one has a qualifier that no
/// aspect holds ("46 đảng viên bị kỷ luật … 03 do chi bộ tự phát hiện"). So values conflict only if
/// a slip of the pen leads from one to the other, and only at some distance: within a list, two
/// figures with equal aspects are two items.
struct RestatementFinder {
  let survey: Survey
  /// Wholes of "x/y": within a sentence they are told again and again.
  private let wholes: Set<Int>

  init(survey: Survey) {
    self.survey = survey
    wholes = Set(survey.wholeOf.values)
  }

  func relations() -> [Relation] {
    restatements() + equals()
  }

  private func restatements() -> [Relation] {
    guard let rule = survey.rules.first(.restatement) else { return [] }
    let siblings = listSiblings()
    return survey.index.copies.flatMap { copies -> [Relation] in
      guard survey.index.key(copies[0]).period != nil, let centre = centre(of: copies) else {
        return []
      }
      func isTied(_ left: Int, _ right: Int) -> Bool {
        isSameFigure(left, right) && (siblings[right] != siblings[left] || siblings[right] == nil)
      }
      let others = copies.filter { $0 != centre }
      let apart = others.filter { !isTied(centre, $0) }
      let swapped = apart.indices.flatMap { first in
        apart[(first + 1)...].filter { isSwapped(apart[first], $0) && isTied(apart[first], $0) }
          .map { Relation(rule, [.equal(apart[first], $0)]) }
      }
      return others.filter { isTied(centre, $0) }.map { Relation(rule, [.equal(centre, $0)]) }
        + swapped
    }
  }

  /// True for two values of two digits and more with two digits exchanged: other figures that have
  /// the same aspects seldom differ so.
  private func isSwapped(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (survey.figures.stated[left], survey.figures.stated[right])
    return a.value != b.value && min(a.value, b.value) >= ExactDecimal(10)
      && Slip.between(a.value, a.decimals, b.value, b.decimals) == .exchange
  }

  /// The first copy of the value that most copies state.
  private func centre(of copies: [Int]) -> Int? {
    let votes = Dictionary(grouping: copies) { survey.facts[$0].value }
    return copies.min { left, right in
      let a = votes[survey.facts[left].value]?.count ?? 0
      let b = votes[survey.facts[right].value]?.count ?? 0
      return (-a, left) < (-b, right)
    }
  }

  private func isSameFigure(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (survey.facts[left], survey.facts[right])
    guard a.of == b.of, a.base == b.base else { return false }
    if survey.figures.intervals[left].meets(survey.figures.intervals[right]) { return true }
    if a.concept == "organizations", isSubset(left, right) { return false }
    guard a.qualifier == .exact, b.qualifier == .exact, a.upper == nil, b.upper == nil else {
      return false
    }
    if isListed(left, right) && !wholes.contains(left) && !wholes.contains(right) {
      return false
    }
    if a.value == ExactDecimal(0) || b.value == ExactDecimal(0) {
      return a.isCount && !survey.isStock(a.concept) && max(a.value, b.value) <= ExactDecimal(3)
    }
    let isSmall = max(a.value, b.value) < ExactDecimal(10)
    if isSmall && survey.isStock(a.concept) && a.isCount { return false }
    return Slip.isRestatement(a.value, b.value) || RestatementFinder.isTakenUp(a, b)
      || RestatementFinder.isRow(a, b)
  }

  /// True where the text tells again what one unit's row in a table has ("Chi bộ Bản Mạ kết nạp 08").
  static func isRow(_ left: Fact, _ right: Fact) -> Bool {
    (left.context.region == .table) != (right.context.region == .table) && left.isCount
      && left.dimensions.isEmpty
  }

  /// True where a note takes up a figure of the body that has a dimension of its own, and differs by
  /// at most a fifth: a note says more of what it hangs on, so it means the same figure.
  static func isTakenUp(_ left: Fact, _ right: Fact) -> Bool {
    guard (left.context.region == .footnote) != (right.context.region == .footnote),
      !left.dimensions.isEmpty, left.isCount, min(left.value, right.value) >= ExactDecimal(10)
    else { return false }
    let gap = Exact(left.value) - Exact(right.value)
    return (gap < .zero ? -gap : gap) * Exact(5) <= Exact(max(left.value, right.value))
  }

  /// "sinh hoạt đúng ngày ở 30/32 chi bộ", "còn 11 chi bộ chưa kết nạp": organisations of which
  /// something is told are some of all, and seldom hold an aspect that says so.
  private func isSubset(_ left: Int, _ right: Int) -> Bool {
    if survey.wholeOf[left] != nil || survey.wholeOf[right] != nil { return true }
    let (a, b) = (survey.facts[left], survey.facts[right])
    return max(a.value, b.value) < ExactDecimal(100)
      && Slip.between(a.value, a.decimals, b.value, b.decimals) != .exchange
  }

  /// True for figures of one block or of neighbouring lines.
  private func isListed(_ left: Int, _ right: Int) -> Bool {
    survey.index.isSameBlock(left, right)
      || abs(survey.facts[left].source.line - survey.facts[right].source.line) <= 1
  }

  /// Items of one list, by the number of its link.
  private func listSiblings() -> [Int: Int] {
    var lists: [Int: Int] = [:]
    for (number, link) in survey.extraction.links.enumerated() {
      guard case .breakdown(_, let parts, _) = link else { continue }
      for part in parts { lists[part] = number }
    }
    return lists
  }

  private func equals() -> [Relation] {
    survey.rules.rules(.equal).flatMap { rule -> [Relation] in
      guard case .equal(let left, let right) = rule.operands,
        let unit = survey.unit(of: right.concept)
      else { return [] }
      return survey.facts.indices.compactMap { fact in
        let key = survey.index.key(fact)
        guard survey.facts[fact].isCount, key.concept == left.concept,
          key.dimensions == Members(left.dimensions)
        else { return nil }
        var other = key.with(concept: right.concept, unit: unit)
        other.dimensions = Members(right.dimensions)
        guard let twin = survey.index.nearest(other, to: fact) else { return nil }
        return Relation(rule, [.equal(fact, twin)])
      }
    }
  }
}
