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
      let rule = survey.rules.first(.rate), let part = parts(of: percent).first
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
    let all = exact(wholes.likely + wholes.possible)
    let parts = parts(of: percent)
    if let part = parts.first {
      guard let rule = survey.rules.first(.share) else { return [] }
      let readings = parts.flatMap { part in
        largeEnough(all.filter { $0 != part }, for: part, percent).map {
          Shape.share(percent: percent, part: part, whole: $0)
        }
      }
      guard case .share(_, part, let whole)? = readings.first else { return [] }
      let isStated = links[percent]?.part == part && links[percent]?.whole == whole
      guard isStated else {
        return [Relation(rule, likeliestFirst(readings, wholes.likely.filter(all.contains)))]
      }
      // "60/61 (98,4%)": a copy of the whole with another value is no excuse, it's a contradiction.
      let named = survey.index.key(whole)
      let others = readings.dropFirst().filter { reading in
        guard case .share(_, _, let other) = reading else { return false }
        return other == whole || survey.index.key(other) != named
      }
      return [Relation(rule, Array(readings.prefix(1)) + others, tie: .stated)]
    }
    guard let rule = survey.rules.first(.shareBase), survey.facts[percent].nature == .actual,
      survey.facts[percent].qualifier == .exact, survey.facts[percent].upper == nil,
      survey.facts[percent].value < ExactDecimal(100)
    else { return [] }
    return [Relation(rule, all.map { .shareBase(percent: percent, whole: $0) })]
  }

  /// The wholes that may hold the part, where there are any: "742 đồng chí, chiếm 65,1%" isn't of 31.
  private func largeEnough(_ wholes: [Int], for part: Int, _ percent: Int) -> [Int] {
    guard survey.facts[percent].value <= ExactDecimal(100) else { return wholes }
    let large = wholes.filter { survey.facts[part].value <= survey.facts[$0].value }
    return large.isEmpty ? wholes : large
  }

  /// Without hedged copies ("trên 630") of a whole that is stated exactly too.
  private func exact(_ wholes: [Int]) -> [Int] {
    guard wholes.contains(where: { survey.facts[$0].qualifier != .exact }) else { return wholes }
    let named = Set(
      wholes.filter { survey.facts[$0].qualifier == .exact }.map(survey.index.key))
    return wholes.filter {
      survey.facts[$0].qualifier == .exact || !named.contains(survey.index.key($0))
    }
  }

  /// Where none of the readings holds, one to which a slip of the pen leads stands first: of the
  /// wholes in scope it's the one that the clerk divided by.
  private func likeliestFirst(_ readings: [Shape], _ likely: [Int]) -> [Shape] {
    guard readings.count > 1,
      !readings.contains(where: { survey.figures.outcome(of: $0) == .pass })
    else { return readings }
    let largest = likely.max { survey.facts[$0].value < survey.facts[$1].value }
    let first = readings.firstIndex { reading in
      guard case .share(let percent, _, let whole) = reading, likely.contains(whole),
        let quotient = survey.figures.recomputed(reading)?.quotient
      else { return false }
      let stated = survey.facts[percent]
      if stated.decimals > 0, stated.value.mantissa.magnitude >= 100,
        let value = quotient.rounded(decimals: stated.decimals - 1),
        Slip.between(stated.value, stated.decimals, value, stated.decimals - 1) == .exchange
      {
        // "2,31%" for 23,1%: the comma moved
        return true
      }
      guard let value = quotient.rounded(decimals: stated.decimals) else { return false }
      let slip = Slip.between(stated.value, stated.decimals, value, stated.decimals)
      return stated.value.mantissa.magnitude >= 100
        && (slip == .exchange
          || slip == .digit && whole == largest && isOfOneSize(stated.value, value))
    }
    guard let first, first > 0 else { return readings }
    return [readings[first]] + readings[..<first] + readings[(first + 1)...]
  }

  /// Within a fifth: one digit more or less in front changes a rate beyond recognition.
  private func isOfOneSize(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    let gap = Exact(left) - Exact(right)
    return (gap < .zero ? -gap : gap) * Exact(5) <= Exact(max(left, right))
  }

  /// The count beside it with its aspects, or the nearest; then the counts that stand before and
  /// behind it, to one of which it may belong.
  private func parts(of percent: Int) -> [Int] {
    var key = survey.index.key(percent)
    guard let unit = survey.unit(of: key.concept) else { return [] }
    key.unit = unit
    var found: [Int] = []
    let linked = links[percent]?.part.flatMap { part -> Int? in
      survey.facts.indices.contains(part) && survey.facts[part].isCountUnit
        && survey.facts[part].nature == survey.facts[percent].nature ? part : nil
    }
    if let linked, survey.index.key(linked) == key { found.append(linked) }
    let same = survey.index.nearestFirst(key, to: percent)
    found += same.filter { survey.index.isSameBlock($0, percent) }.prefix(1)
    if let linked { found.append(linked) }
    found += same.prefix(1)
    guard !found.isEmpty else { return [] }
    let beside = survey.index.block(of: percent).filter { other in
      let fact = survey.facts[other]
      return fact.isCount && fact.concept == key.concept && fact.nature == key.nature
    }
    found += [beside.last { $0 < percent }, beside.first { $0 > percent }].compactMap { $0 }
    var seen: Set<Int> = []
    return found.filter { seen.insert($0).inserted }
  }
}
