import Catalogue
import DocumentModel

extension Binder {
  /// "vượt chỉ tiêu Chỉ thị 27 (đạt 106,0%)": the plan stands before the parenthesis.
  private func followsPlan(_ slot: Slot) -> Bool {
    guard slot.opensParenthesis, slot.clause > 0, !slot.left.isEmpty else { return false }
    return clauses[slot.clause - 1].items.reversed().prefix { items[$0].numeral == nil }.contains {
      items[$0].feature("nature") == "plan"
    }
  }

  /// The whole of a share, where the text or the catalogue names one that is not the default.
  func whole(_ slot: Slot, _ cues: Cues, _ reading: Reading, _ fact: Fact) -> Whole? {
    let plan =
      slot.right.prefix(4).contains {
        ["plan", "program"].contains(items[$0].feature("nature"))
      }
      || cues.features.contains {
        $0.feature.key == "nature" && $0.feature.value == "plan" && $0.isRight
      } || followsPlan(slot)
      // "đạt 87,8% chỉ tiêu cả năm là 52 đồng chí": the words belong to the figure behind them too
      || ["plan", "program"].contains(items[safe: slot.item + 1]?.feature("nature"))
    if plan, fact.nature == .actual || fact.nature == .forecast || fact.nature == .target {
      let period = fact.period.map { plannedPeriod($0, slot) }
      return Whole(
        concept: reading.concept, dimensions: reading.dimensions, nature: .target,
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
    if slot.right.contains(where: { items[$0].has("event", "population") }),
      catalogue.concepts["population"] != nil, reading.concept != "population"
    {
      return Whole(concept: "population")
    }
    if let noun = wholeOutside(slot) { return Whole(noun: noun) }
    // "trong tổng số đảng viên hoàn thành tốt nhiệm vụ", "54,2% số có trình độ chuyên môn"
    if let (key, value) = statedWhole(slot), reading.dimensions[key] != value {
      var dimensions = reading.dimensions
      dimensions[key] = value
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
    case "disciplined_members"
    where slot.right.contains { items[$0].has("event", "violate") }:
      // "thi hành kỷ luật 254 đảng viên, chiếm 61,8% số đảng viên có vi phạm": those told before, by
      // whomever they were found
      let told = facts.last {
        $0.concept == "violating_members" && $0.statistic == .total && $0.unit != "percent"
          && $0.context.block == block
      }
      return Whole(
        concept: "violating_members",
        dimensions: told?.dimensions
          ?? reading.dimensions.filter { catalogue.allows($0.key, on: "violating_members") })
    case "admissions", "disciplined_members", "removals":
      let total = slot.right.contains {
        items[$0].has("mark", "total")
          && (items[$0].feature("noun") == "member"
            || $0 + 1 < items.count && items[$0 + 1].feature("noun") == "member")
          && items[$0].feature("event") == nil
          && !($0 + 1 < items.count && items[$0 + 1].feature("event") != nil)
      }
      // "bằng 3,0% so với tổng số đảng viên đầu năm"
      let edge = slot.right.lazy.compactMap { items[$0].time }.first { $0.isEdge }?.stock
      return total ? Whole(concept: "members", period: edge.map { .instant($0) }) : nil
    default: return nil
    }
  }

  /// The grade or schooling that a whole is named by.
  func statedWhole(_ slot: Slot) -> (key: String, value: String)? {
    for index in slot.right {
      for key in ["grade", "qualification", "theory"] {
        if let value = items[index].feature(key), isWholeOfShare(slot, index) {
          return (key, value)
        }
      }
      if items[index].numeral != nil { break }
    }
    return nil
  }

  /// "chiếm 11,2% số người lao động": the words of a whole that the catalogue does not know.
  private func wholeOutside(_ slot: Slot) -> String? {
    var words: [String] = []
    var isWhole = false
    for index in slot.right {
      switch items[index].kind {
      case .cue(let features):
        if features.contains(where: {
          $0.key == "mark" && $0.value == "total" && features.count == 1
        }) {
          isWhole = true
        } else if isWhole, features.contains(where: { $0.value == "person" }) {
          words.append(text(of: index))
        } else {
          return nil
        }
      case .word:
        let hash = firstWord(of: index)
        if hash == Binder.number || hash == Binder.inside { isWhole = true; continue }
        guard isWhole else { return nil }
        if isFillerWord(index) { return words.isEmpty ? nil : words.joined(separator: " ") }
        words.append(text(of: index))
        if words.count == 4 { return words.joined(separator: " ") }
      default: return words.isEmpty ? nil : words.joined(separator: " ")
      }
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private func text(of item: Int) -> String {
    items[item].tokens.map { document.text(tokens[$0].range) }.joined(separator: " ")
  }

  static let number = Folding.hash("số")
  static let inside = Folding.hash("trong")
}
