import DocumentModel

/// Spans that one report uses for the same time.
///
/// "Từ đầu nhiệm kỳ đến nay" and "từ 2020 đến tháng 10/2023" are one span for a report that states
/// the same figures for both. Spans are joined only if they end in the same month and at least two
/// figures of 10 and more are stated for both with equal values, or, for spans that start on one
/// day, one figure and no other contradicts it.
struct PeriodClasses {
  private var representatives: [Period: Period] = [:]
  private(set) var members: [Period: [Period]] = [:]

  subscript(period: Period?) -> Period? { period.map { representatives[$0] ?? $0 } }

  func spans(of period: Period) -> [Period] {
    members[representatives[period] ?? period] ?? [period]
  }

  init(_ facts: [Fact], _ key: (Int) -> AspectKey) {
    var figures: [Period: [AspectKey: ExactDecimal]] = [:]
    var order: [Period] = []
    for (index, fact) in facts.enumerated() {
      guard case .duration(let start, _)? = fact.period, fact.period?.end != start else { continue }
      guard let period = fact.period, fact.isCount, fact.nature == .actual else { continue }
      if figures[period] == nil { order.append(period) }
      let bare = key(index).with(period: nil)
      if figures[period]?[bare] == nil { figures[period, default: [:]][bare] = fact.value }
    }
    let byMonth = Dictionary(grouping: order) { $0.end.year * 12 + $0.end.month }
    for span in order {
      let month = byMonth[span.end.year * 12 + span.end.month] ?? []
      for other in month.prefix(20) where other != span && representatives[span] == nil {
        guard representatives[other] == nil || representatives[other] == other else { continue }
        guard agree(figures[span] ?? [:], figures[other] ?? [:], sameStart(span, other)),
          members[span] == nil
        else { continue }
        representatives[other] = other
        representatives[span] = other
        members[other, default: [other]].append(span)
        break
      }
    }
  }

  private func sameStart(_ left: Period, _ right: Period) -> Bool { left.start == right.start }

  private func agree(
    _ left: [AspectKey: ExactDecimal], _ right: [AspectKey: ExactDecimal], _ sameStart: Bool
  ) -> Bool {
    var equal = 0
    var different = 0
    for (key, value) in left {
      guard let other = right[key] else { continue }
      if other != value {
        different += 1
      } else if value >= ExactDecimal(10) {
        equal += 1
      }
    }
    return equal >= (sameStart ? 1 : 2) && different * 2 <= equal - (sameStart ? 1 : 0)
  }
}
