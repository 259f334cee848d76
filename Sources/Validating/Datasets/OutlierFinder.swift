import Catalogue
import DocumentModel

/// Figures far from the unit's own earlier ones, or from those of its peers.
///
/// The measure is the robust z-score of Iglewicz and Hoaglin, 0.6745 × (x − median) / MAD beyond 3.5:
/// unlike mean and standard deviation, it isn't moved by the very figure that is looked for. All in
/// whole numbers. What is unusual may be true, so the flag explains and is never an error.
struct OutlierFinder {
  let rule: Rule
  /// Others that there must be, at the least.
  let least: Int

  /// Each figure against the same figure of the unit's earlier periods of the same length.
  func againstHistory(_ figures: [DatasetFigure]) -> [Flag] {
    var series: [Series: [CalendarDate: DatasetFigure]] = [:]
    for figure in figures {
      guard let kind = comparable(figure), let period = figure.fact.period else { continue }
      let key = Series(unit: figure.unit, kind: kind, months: months(period))
      // The last report's statement of a period is the one that counts.
      series[key, default: [:]][period.end] = figure
    }
    return series.values.flatMap { byDay -> [Flag] in
      let days = byDay.keys.sorted()
      return days.indices.compactMap { place in
        guard let figure = byDay[days[place]] else { return nil }
        let earlier = days[..<place].compactMap { byDay[$0] }
        guard let spread = Spread(earlier.map { Exact($0.fact.value) }, least: least),
          spread.isFar(Exact(figure.fact.value))
        else { return nil }
        return flag(figure, earlier, spread, vi: "\(earlier.count) kỳ trước", en: "periods before")
      }
    }
  }

  /// Each count, as so many of a million members, against the same of the unit's peers.
  func againstPeers(_ figures: [DatasetFigure]) -> [Flag] {
    var members: [Place: Exact] = [:]
    for figure in figures where figure.fact.concept == "members" && figure.fact.isCount {
      guard figure.fact.dimensions.isEmpty, let day = figure.fact.period?.end else { continue }
      members[Place(unit: figure.unit, day: day)] = Exact(figure.fact.value)
    }
    var groups: [Peers: [String: (figure: DatasetFigure, rate: Exact)]] = [:]
    for figure in figures {
      guard let kind = comparable(figure), let period = figure.fact.period,
        let group = figure.group, let rate = rate(figure, members, period.end)
      else { continue }
      let key = Peers(group: group, kind: kind, months: months(period), day: period.end)
      groups[key, default: [:]][figure.unit] = (figure, rate)
    }
    return groups.values.flatMap { byUnit -> [Flag] in
      byUnit.keys.sorted().compactMap { unit in
        guard let (figure, rate) = byUnit[unit] else { return nil }
        let others = byUnit.filter { $0.key != unit }.sorted { $0.key < $1.key }.map(\.value)
        guard let spread = Spread(others.map(\.rate), least: least), spread.isFar(rate) else {
          return nil
        }
        return flag(
          figure, others.map(\.figure), nil, vi: "\(others.count) đơn vị cùng cấp", en: "peers")
      }
    }
  }

  private struct Series: Hashable {
    let unit: String
    let kind: FigureKind
    let months: Int
  }

  private struct Peers: Hashable {
    let group: String
    let kind: FigureKind
    let months: Int
    let day: CalendarDate
  }

  private struct Place: Hashable {
    let unit: String
    let day: CalendarDate
  }

  private func comparable(_ figure: DatasetFigure) -> FigureKind? {
    guard figure.fact.isCount || figure.fact.isShare, rule.applies.admits(figure.fact) else {
      return nil
    }
    return FigureKind(figure.fact)
  }

  /// Whole months of a span, 0 for a day.
  private func months(_ period: Period) -> Int {
    guard case .duration(let start, let end) = period else { return 0 }
    return (end.year - start.year) * 12 + end.month - start.month + 1
  }

  /// A share as it is; a count by the members of its unit on its last day, but for the members.
  private func rate(
    _ figure: DatasetFigure, _ members: [Place: Exact], _ day: CalendarDate
  ) -> Exact? {
    if figure.fact.isShare { return Exact(figure.fact.value) }
    guard let whole = members[Place(unit: figure.unit, day: day)], .zero < whole,
      figure.fact.concept != "members" || !figure.fact.dimensions.isEmpty,
      let quotient = Quotient(Exact(figure.fact.value) * Exact(1_000_000), by: whole)
    else { return nil }
    return quotient.rounded(decimals: 0).map { Exact($0) }
  }

  private func flag(
    _ figure: DatasetFigure, _ others: [DatasetFigure], _ spread: Spread?, vi: String, en: String
  ) -> Flag {
    let fact = figure.fact
    let values = others.map(\.fact.value).sorted()
    func words(_ language: NumberText.Language) -> (own: String, low: String, high: String) {
      let number = NumberText(language: language)
      let sign = fact.isShare ? "%" : ""
      func text(_ value: ExactDecimal?) -> String { value.map { number.text($0) + sign } ?? "?" }
      return (text(fact.value), text(values.first), text(values.last))
    }
    let (v, e) = (words(.vi), words(.en))
    return Flag(
      id: FlagIdentity(sha256: figure.report).flag(rule.id, [fact.source]), file: fact.file,
      rule: rule.family, severity: min(rule.severity, .warning),
      facts: [fact.id] + others.map(\.fact.id), sources: [fact.source], observed: fact.value,
      expected: spread.flatMap(\.middle),
      message: Message(
        vi: "ghi \(v.own); \(vi) ghi từ \(v.low) đến \(v.high). \(rule.instruction.vi)",
        en: "states \(e.own); \(others.count) \(en) state from \(e.low) to \(e.high). "
          + rule.instruction.en))
  }
}
