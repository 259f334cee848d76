import Catalogue
import DocumentModel

/// Percentages beside the count they restate and the whole they are of.
struct ShareFinder {
  let survey: Survey
  private let links: [Int: (part: Int?, whole: Int?)]
  /// Dimensions that say where a figure stands rather than which part it is.
  private let setting: Set<String>

  init(survey: Survey) {
    self.survey = survey
    var links: [Int: (part: Int?, whole: Int?)] = [:]
    for case .share(let percent, let part, let whole) in survey.extraction.links {
      let old = links[percent]
      links[percent] = (part ?? old?.part, whole ?? old?.whole)
    }
    self.links = links
    if case .dimensions(let names)? = survey.rules.first(.share)?.operands {
      setting = Set(names)
    } else {
      setting = []
    }
  }

  func relations() -> [Relation] {
    survey.facts.indices.flatMap { percent -> [Relation] in
      let fact = survey.facts[percent]
      if fact.isShare { return relations(percent) }
      return fact.unit == "percent" && fact.statistic == .average ? means(percent) : []
    }
  }

  /// "bình quân … đảng viên, tỷ lệ 2,4%/năm": a mean as a share of a stock, which of its days is
  /// not said.
  private func means(_ percent: Int) -> [Relation] {
    guard survey.facts[percent].nature == .actual, survey.facts[percent].upper == nil,
      let rule = survey.rules.first(.rate), let part = part(of: percent)
    else { return [] }
    let wholes = WholeFinder(survey: survey, setting: setting).stocks(of: percent)
    return wholes.isEmpty
      ? []
      : [
        Relation(
          rule, wholes.map { .share(percent: percent, part: part, whole: $0) }, severity: .warning)
      ]
  }

  private func relations(_ percent: Int) -> [Relation] {
    let wholes = WholeFinder(survey: survey, setting: setting)
      .wholes(of: percent, linked: links[percent]?.whole)
    guard !wholes.likely.isEmpty else { return [] }
    let all = wholes.likely + wholes.possible
    if let part = part(of: percent) {
      guard let rule = survey.rules.first(.share) else { return [] }
      let others = all.filter { $0 != part }
      return others.isEmpty
        ? [] : [Relation(rule, others.map { .share(percent: percent, part: part, whole: $0) })]
    }
    guard let rule = survey.rules.first(.shareBase), survey.facts[percent].nature == .actual,
      survey.facts[percent].qualifier == .exact, survey.facts[percent].upper == nil,
      survey.facts[percent].value < ExactDecimal(100)
    else { return [] }
    return [Relation(rule, all.map { .shareBase(percent: percent, whole: $0) })]
  }

  /// The count beside it, or the nearest with the same aspects.
  private func part(of percent: Int) -> Int? {
    if let part = links[percent]?.part, survey.facts.indices.contains(part),
      survey.facts[part].nature == survey.facts[percent].nature, survey.facts[part].isCountUnit
    {
      return part
    }
    var key = survey.index.key(percent)
    guard let unit = survey.unit(of: key.concept) else { return nil }
    key.unit = unit
    if let part = survey.index.nearest(key, to: percent) { return part }
    return nil
  }
}
