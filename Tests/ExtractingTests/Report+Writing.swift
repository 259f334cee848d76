import Catalogue
import DocumentModel

/// A fact as one line of a specification; what the report's head gives is left out.
///
/// `members 44.1 percent sex=female @2024-12-31 about target of(nature=target) base(2024) in Chi bộ 3`.
extension Report {
  func line(_ fact: Fact) -> String {
    let concept = Report.catalogue.concepts[fact.concept]
    var words = [fact.concept, "\(fact.value)" + (fact.upper.map { "..\($0)" } ?? "")]
    if fact.decimals != fact.value.scale && fact.upper == nil {
      words.append("decimals=\(fact.decimals)")
    }
    if fact.unit != concept?.unit { words.append(fact.unit) }
    words += Report.words(fact.dimensions)
    let usual = concept?.isStock == true ? Period.instant(asOf) : period
    if fact.period != usual { words.append("@" + Report.word(fact.period)) }
    if fact.qualifier != .exact { words.append(fact.qualifier.rawValue) }
    if fact.nature != .actual { words.append(fact.nature.rawValue) }
    if fact.statistic != .total { words.append(fact.statistic.rawValue) }
    if let per = fact.per { words.append("per=\(per)") }
    if let whole = fact.of { words.append("of(\(Report.word(whole)))") }
    if let base = fact.base { words.append("base(\(Report.word(base)))") }
    if fact.entity.name != unit { words.append("in \(fact.entity.name)") }
    return words.joined(separator: " ")
  }

  static func line(_ entry: LedgerEntry) -> String {
    "\(entry.source.text) \(entry.kind.rawValue)" + (entry.noun.map { " \($0)" } ?? "")
  }

  static func word(_ period: Period?) -> String {
    switch period {
    case nil: return "?"
    case .instant(let day): return "\(day)"
    case .duration(let start, let end):
      let isYear = start == .firstDay(year: start.year) && end == .lastDay(year: start.year)
      return isYear ? "\(start.year)" : "\(start)..\(end)"
    }
  }

  private static func words(_ dimensions: [String: String]) -> [String] {
    dimensions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  private static func word(_ whole: Whole) -> String {
    var words: [String] = []
    if let concept = whole.concept { words.append(concept) }
    words += Report.words(whole.dimensions)
    if whole.nature != .actual { words.append("nature=\(whole.nature.rawValue)") }
    if let period = whole.period { words.append("@" + word(period)) }
    if let noun = whole.noun { words.append("noun=\(noun)") }
    return words.joined(separator: " ")
  }
}
