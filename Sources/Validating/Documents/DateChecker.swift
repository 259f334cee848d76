import Catalogue
import DocumentModel

/// Days that no calendar has, events later than the report, ratings counted before their year.
struct DateChecker {
  let extraction: Extraction
  let rules: RuleTable
  let catalogue: Catalogue
  let file: String
  let identity: FlagIdentity

  func flags() -> [Flag] {
    extraction.dates.compactMap { mention in
      if mention.date == nil { return calendar(mention) }
      return event(mention)
    } + ratings()
  }

  private func calendar(_ mention: DateMention) -> Flag? {
    rules.first(.calendar).map { rule in
      flag(
        rule, [mention.source],
        Message(
          vi: "\(mention.source.text) không có trong lịch",
          en: "no calendar has the day \(mention.source.text)"))
    }
  }

  private func event(_ mention: DateMention) -> Flag? {
    guard mention.role == .event, let date = mention.date, let report = extraction.header.date,
      report < date, let rule = rules.first(.eventDate)
    else { return nil }
    return flag(
      rule, [mention.source],
      Message(
        vi: "việc đã diễn ra ngày \(mention.source.text), sau ngày báo cáo \(dayMonth(report))",
        en: "what happened on \(mention.source.text) is later than the report of \(report)"))
  }

  /// Members of a year's rating counted on a day before that year.
  private func ratings() -> [Flag] {
    guard let rule = rules.first(.ratingDate) else { return [] }
    let pairs = rules.rules(.coverage).compactMap { rule -> (flow: String, stock: String)? in
      guard case .coverage(let flow, let stock, _, _) = rule.operands else { return nil }
      return (flow, stock)
    }
    var flagged: Set<Int> = []
    return extraction.facts.compactMap { stock -> Flag? in
      guard case .instant(let day)? = stock.period,
        let mention = extraction.dates.last(where: {
          $0.date == day && $0.source.line == stock.source.line
            && $0.source.start < stock.source.start
        })
      else { return nil }
      let rated = extraction.facts.first { other in
        other.context.block == stock.context.block && other.source.start > stock.source.start
          && pairs.contains { $0.flow == other.concept && $0.stock == stock.concept }
      }
      guard let rated, case .duration(let start, let end)? = rated.period,
        start.year == end.year, day.year + 1 == start.year, !isYearEnd(day),
        flagged.insert(mention.source.start).inserted
      else { return nil }
      var flag = flag(
        rule, [mention.source],
        Message(
          vi: "số đảng viên để xếp loại năm \(start.year) tính đến \(mention.source.text)",
          en: "the members for the rating of \(start.year) are counted on \(mention.source.text)"))
      flag.suggestion = yearLater(mention.source, to: start.year)
      return flag
    }
  }

  /// The eve of the year rated is its opening, not a slip.
  private func isYearEnd(_ day: CalendarDate) -> Bool { day.month == 12 && day.day == 31 }

  private func yearLater(_ source: SourceSpan, to year: Int) -> Suggestion? {
    let old = String(year - 1)
    guard source.text.hasSuffix(old) else { return nil }
    return Suggestion(
      edits: [
        Suggestion.Edit(
          source: source, value: .text(source.text.dropLast(old.count) + String(year)))
      ],
      reason: Message(vi: "Năm được xếp loại", en: "The year rated"))
  }

  private func dayMonth(_ date: CalendarDate) -> String {
    "\(date.day)/\(date.month)/\(date.year)"
  }

  private func flag(_ rule: Rule, _ sources: [SourceSpan], _ message: Message) -> Flag {
    Flag(
      id: identity.flag(rule.id, sources), file: file, rule: rule.family, severity: rule.severity,
      facts: [], sources: sources, cause: identity.cause(sources),
      message: Message(
        vi: "\(message.vi). \(rule.instruction.vi)", en: "\(message.en). \(rule.instruction.en)"))
  }
}
