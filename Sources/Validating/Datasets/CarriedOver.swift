import Catalogue
import DocumentModel

/// The stock that a report opens with is what the unit's earlier report closed with.
struct CarriedOver {
  let rule: Rule

  func flags(_ figures: [DatasetFigure]) -> [Flag] {
    var closings: [Key: [DatasetFigure]] = [:]
    for figure in figures {
      guard let kind = stock(figure), case .instant(let day)? = figure.fact.period,
        let end = figure.period?.end, day == end
      else { continue }
      closings[Key(unit: figure.unit, kind: kind, day: day), default: []].append(figure)
    }
    var seen: Set<String> = []
    return figures.compactMap { figure -> Flag? in
      guard let kind = stock(figure), case .instant(let day)? = figure.fact.period,
        let start = figure.period?.start, day == start || day == start.dayBefore
      else { return nil }
      // An opening is dated on the eve of the period or on its first day.
      let earlier = closings[Key(unit: figure.unit, kind: kind, day: start.dayBefore)] ?? []
      let others = earlier.filter { $0.report != figure.report }
      let interval = Stated(figure.fact).interval
      guard let last = others.last,
        !others.contains(where: { Stated($0.fact).interval.meets(interval) }),
        seen.insert("\(figure.report) \(figure.unit) \(kind)").inserted
      else { return nil }
      return flag(figure, last)
    }
  }

  private struct Key: Hashable {
    let unit: String
    let kind: FigureKind
    let day: CalendarDate
  }

  private func stock(_ figure: DatasetFigure) -> FigureKind? {
    guard figure.fact.isCount, rule.applies.admits(figure.fact) else { return nil }
    return FigureKind(figure.fact)
  }

  private func flag(_ opening: DatasetFigure, _ closing: DatasetFigure) -> Flag {
    let (now, before) = (opening.fact, closing.fact)
    func text(_ language: NumberText.Language, _ fact: Fact) -> String {
      NumberText(language: language).text(fact.value)
    }
    return Flag(
      id: FlagIdentity(sha256: opening.report).flag(rule.id, [now.source]), file: now.file,
      rule: rule.family, severity: rule.severity, facts: [now.id, before.id],
      sources: [now.source], observed: now.value, expected: before.value,
      difference: now.value - before.value,
      message: Message(
        vi: "đầu kỳ ghi \(text(.vi, now)), báo cáo trước (\(before.file), dòng "
          + "\(before.source.line)) ghi cuối kỳ \(text(.vi, before)). \(rule.instruction.vi)",
        en: "the opening is \(text(.en, now)); the report before (\(before.file), line "
          + "\(before.source.line)) closed with \(text(.en, before)). \(rule.instruction.en)"))
  }
}
