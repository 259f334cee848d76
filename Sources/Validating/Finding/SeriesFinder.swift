import Catalogue
import DocumentModel

/// Years, quarters or months of one flow that together cover a longer span of it.
struct SeriesFinder {
  let survey: Survey

  func relations() -> [Relation] {
    guard let rule = survey.rules.first(.series) else { return [] }
    var groups: [AspectKey: [Int]] = [:]
    var order: [AspectKey] = []
    for (index, fact) in survey.facts.enumerated() {
      guard fact.isCount, fact.upper == nil, fact.period?.start != nil,
        !survey.isStock(fact.concept)
      else { continue }
      let key = survey.index.key(index).with(period: nil)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(index)
    }
    return order.flatMap { key in
      let members = groups[key] ?? []
      return members.count < 3
        ? [] : nearestWholes(rule, key, members) + seriesOfBlocks(rule, key, members)
    }
  }

  /// The series that a paragraph or a note tells by itself, whatever copies of its years stand nearer to
  /// the whole: "(1) Năm 2023: 318; năm 2024: 364; năm 2025: 379".
  private func seriesOfBlocks(_ rule: Rule, _ key: AspectKey, _ members: [Int]) -> [Relation] {
    let blocks = Dictionary(grouping: members) { survey.facts[$0].context.block }
    guard blocks.count > 1 else { return [] }
    return blocks.sorted { $0.key < $1.key }.compactMap { block, own -> Relation? in
      guard own.count >= 2, survey.facts[own[0]].context.region == .footnote else { return nil }
      let found = members.compactMap { whole -> (relation: Relation, distance: Int)? in
        guard survey.facts[whole].context.block != block,
          let relation = relation(rule, whole, key, own)
        else { return nil }
        return (relation, survey.index.distance(whole, own[0]))
      }
      return found.min { $0.distance < $1.distance }?.relation
    }
  }

  /// One relation for each series: with the copy of the whole that stands nearest to it.
  private func nearestWholes(_ rule: Rule, _ key: AspectKey, _ members: [Int]) -> [Relation] {
    var best: [[Int]: (relation: Relation, distance: Int)] = [:]
    for whole in members {
      guard let relation = relation(rule, whole, key, members),
        case .sum(_, let parts)? = relation.readings.first
      else { continue }
      let distance = parts.map { survey.index.distance($0, whole) }.min() ?? 0
      let periods = parts.map { survey.facts[$0].period?.end.year ?? 0 }
      if let other = best[periods], other.distance <= distance { continue }
      best[periods] = (relation, distance)
    }
    return best.values.map(\.relation).sorted {
      ($0.figures.first ?? 0) < ($1.figures.first ?? 0)
    }
  }

  private func relation(
    _ rule: Rule, _ whole: Int, _ key: AspectKey, _ members: [Int]
  ) -> Relation? {
    guard let period = survey.facts[whole].period else { return nil }
    for span in survey.index.periods.spans(of: period) {
      guard let pieces = pieces(of: span, whole, members), pieces.count >= 2 else { continue }
      return Relation(rule, readings(whole, pieces, key))
    }
    return nil
  }

  /// Facts whose spans follow one another from the first day to the last, nearest copies first.
  private func pieces(of span: Period, _ whole: Int, _ members: [Int]) -> [Int]? {
    guard var day = span.start else { return nil }
    var pieces: [Int] = []
    while day <= span.end {
      let candidates = members.filter { piece in
        guard let period = survey.facts[piece].period, period.start == day, period != span,
          // a span that ends before it begins, as input from elsewhere may have it, leads nowhere
          day <= period.end
        else { return false }
        return period.end <= span.end || reaches(period, beyond: span)
      }
      guard let next = survey.index.nearest(among: candidates, to: whole),
        let end = survey.facts[next].period?.end
      else { return covers(day, span) ? pieces : nil }
      if isAmbiguous(next, candidates, whole) { return nil }
      pieces.append(next)
      day = end.dayAfter
    }
    return pieces
  }

  /// True where another figure of the piece's span has another value, and nothing but distance speaks
  /// for the nearer one: "nồng độ cồn 19 trường hợp" has the aspects of all that were disciplined.
  private func isAmbiguous(_ piece: Int, _ candidates: [Int], _ whole: Int) -> Bool {
    !survey.index.isSameBlock(piece, whole)
      && candidates.contains { other in
        survey.facts[other].period == survey.facts[piece].period
          && survey.facts[other].value != survey.facts[piece].value
      }
  }

  /// A bare year ends on its 31 December even where the whole ends at the as-of date.
  private func reaches(_ period: Period, beyond span: Period) -> Bool {
    guard let start = period.start, start <= span.end, span.end < period.end else { return false }
    return period.end.year == span.end.year && start != span.start
  }

  /// True where only days of the whole's last month are missing.
  private func covers(_ day: CalendarDate, _ span: Period) -> Bool {
    day.year == span.end.year && day.month == span.end.month && day.day > 1
  }

  /// The plain sum; or, where members within this one are listed apart, the sum with them.
  private func readings(_ whole: Int, _ pieces: [Int], _ key: AspectKey) -> [Shape] {
    var readings = [Shape.sum(whole: whole, parts: pieces)]
    for (dimension, member) in key.dimensions {
      var within: [Int] = []
      for piece in pieces {
        for other in survey.index.block(of: piece) where survey.facts[other].isCount {
          guard let narrower = survey.facts[other].dimensions[dimension], narrower != member,
            survey.order.isWithin(dimension, narrower, member)
              || survey.order.mayHold(dimension, member, narrower),
            survey.index.key(other) == survey.index.key(piece).with(dimension, narrower)
          else { continue }
          within.append(other)
        }
      }
      for added in Set(within.map { survey.facts[$0].dimensions[dimension] ?? "" }).sorted() {
        let extra = within.filter { survey.facts[$0].dimensions[dimension] == added }
        readings.append(.sum(whole: whole, parts: pieces + extra))
      }
    }
    return readings
  }
}

extension CalendarDate {
  var dayAfter: CalendarDate {
    CalendarDate(year: year, month: month, day: day + 1)
      ?? (month < 12 ? .firstDay(year: year, month: month + 1) : .firstDay(year: year + 1))
  }
}
