import Catalogue
import DocumentModel

extension Binder {
  /// The whole of a share, where the text or the catalogue names one that is not the default.
  func whole(_ slot: Slot, _ cues: Cues, _ reading: Reading, _ fact: Fact) -> Whole? {
    let plan =
      slot.right.prefix(4).contains { items[$0].feature("nature") == "plan" }
      || cues.features.contains {
        $0.feature.key == "nature" && $0.feature.value == "plan" && $0.isRight
      }
    if plan, fact.nature == .actual || fact.nature == .forecast || fact.nature == .target {
      var dimensions = reading.dimensions
      for key in reading.own.keys where !["activity", "course"].contains(key) {
        dimensions[key] = dimensions[key]
      }
      let period = fact.period.map { plannedPeriod($0, slot) }
      return Whole(
        concept: reading.concept, dimensions: dimensions, nature: .target,
        period: period == fact.period ? nil : period)
    }
    if let pair = fractionPlan, lastFact == pair.fact,
      facts[pair.plan].context.sentence == clauses[slot.clause].sentence
    {
      let plan = facts[pair.plan]
      return Whole(
        concept: plan.concept, dimensions: plan.dimensions, nature: .target,
        period: plan.period == fact.period ? nil : plan.period)
    }
    if let last = lastFact, facts[last].nature == .target, facts[last].concept == reading.concept,
      fact.nature == .actual,
      facts[last].context.block == block,
      slot.opensParenthesis
        || cues.features.contains(where: { $0.feature.value == "share" && !$0.isRight })
    {
      let period = facts[last].period
      return Whole(
        concept: reading.concept, dimensions: reading.dimensions, nature: .target,
        period: period == fact.period ? nil : period)
    }
    if cues.features.contains(where: { $0.feature.value == "share" && !$0.isRight }),
      let at = lastFact, at > 0, facts[at].nature == .actual,
      facts[at - 1].nature == .target, facts[at - 1].concept == reading.concept,
      facts[at - 1].dimensions == facts[at].dimensions,
      facts[at - 1].context.block == block,
      facts[at - 1].context.sentence == clauses[slot.clause].sentence
    {
      let period = facts[at - 1].period
      return Whole(
        concept: reading.concept, dimensions: reading.dimensions, nature: .target,
        period: period == fact.period ? nil : period)
    }
    if let noun = fractionOutside { return Whole(noun: noun) }
    // "trong tổng số đảng viên hoàn thành tốt nhiệm vụ"
    if let grade = statedWholeGrade(slot) {
      var dimensions = reading.dimensions
      dimensions["grade"] = grade
      return Whole(concept: reading.concept, dimensions: dimensions)
    }
    switch reading.concept {
    case "rated_members" where reading.dimensions["grade"] == nil:
      return Whole(concept: "members")
    case "rated_organizations" where reading.dimensions["grade"] == nil:
      return Whole(
        concept: "organizations", dimensions: reading.dimensions.filter { $0.key == "org_type" })
    case "handbook_users", "residence_members":
      return Whole(concept: "members")
    case "confirmations":
      return reading.own.isEmpty
        ? Whole(concept: "members", dimensions: ["status": "probationary"]) : nil
    case "violating_members":
      return Whole(concept: "inspected_members", dimensions: reading.dimensions)
    case "violating_organizations":
      return Whole(concept: "inspected_organizations", dimensions: reading.dimensions)
    case "admissions", "disciplined_members", "removals":
      let total = slot.right.contains {
        items[$0].has("mark", "total")
          && (items[$0].feature("noun") == "member"
            || $0 + 1 < items.count && items[$0 + 1].feature("noun") == "member")
          && items[$0].feature("event") == nil
          && !($0 + 1 < items.count && items[$0 + 1].feature("event") != nil)
      }
      return total ? Whole(concept: "members") : nil
    default: return nil
    }
  }

  func statedWholeGrade(_ slot: Slot) -> String? {
    for index in slot.right {
      if let grade = items[index].feature("grade"), isWholeOfShare(slot, index) { return grade }
      if items[index].numeral != nil { break }
    }
    return nil
  }
}
