import Catalogue
import DocumentModel

/// Turns diagnoses into flags.
struct FlagWriter {
  let network: Network
  let file: String
  let identity: FlagIdentity
  let rules: RuleTable

  func flags(_ diagnoses: [Diagnosis]) -> [Flag] {
    diagnoses.flatMap { diagnosis -> [Flag] in
      var shown: [Set<Int>] = []
      var flags: [Flag] = []
      for number in diagnosis.relations {
        let relation = network.relations[number]
        guard let shape = relation.readings.first else { continue }
        let figures = Set(shape.figures)
        // A sum says all that "together at most" of the same figures says.
        if shown.contains(where: { figures.isSubset(of: $0) && shape.isCovered }) { continue }
        shown.append(figures)
        let outcome = outcome(number, shape, diagnosis.best)
        flags.append(
          flag(relation, shape, outcome, diagnosis, doubt: diagnosis.doubtful[number]))
      }
      let cause = identity.cause(flags.flatMap(\.sources))
      return flags.map { flag in
        var flag = flag
        flag.cause = cause
        return flag
      }
    }
  }

  /// A rate that seems cut off is wrong where a count beside it is the mistake.
  private func outcome(_ number: Int, _ shape: Shape, _ best: Repair?) -> Outcome {
    guard network.outcomes[number] == .truncated, let best,
      let rate = network.figures.recomputed(shape)?.rate
    else { return network.outcomes[number] }
    return best.edits.contains { $0.figure == rate } ? .truncated : .fail
  }

  private func flag(
    _ relation: Relation, _ shape: Shape, _ outcome: Outcome, _ diagnosis: Diagnosis, doubt: Int?
  ) -> Flag {
    let rule = rule(of: relation, outcome)
    let finding = Explainer(facts: network.facts, figures: network.figures)
      .finding(shape, outcome: outcome)
    let figures = shape.figures.sorted()
    let sources = places(figures)
    let difference = finding.observed.flatMap { seen in finding.expected.map { seen - $0 } }
    return Flag(
      id: identity.flag(rule.id, sources), file: file, rule: rule.family,
      severity: doubt == nil ? min(rule.severity, relation.severity) : .info,
      facts: figures.map { network.facts[$0].id }, sources: sources,
      observed: finding.observed, expected: finding.expected, difference: difference,
      suggestion: diagnosis.best.map(suggestion), alternatives: alternatives(diagnosis),
      message: Message(
        vi: "\(finding.arithmetic.vi). \(doubt.map(remark)?.vi ?? rule.instruction.vi)",
        en: "\(finding.arithmetic.en). \(doubt.map(remark)?.en ?? rule.instruction.en)"))
  }

  /// What to look at first where the reading itself may be wrong.
  private func remark(_ figure: Int) -> Message {
    let text = network.facts[figure].source.text
    return Message(
      vi: "Chưa chắc số “\(text)” được đọc đúng nghĩa; xem lại cách đọc trước khi hỏi đơn vị.",
      en: "It isn't certain what “\(text)” counts; check how it was read before asking the unit.")
  }

  /// Ways to mend it, each once: several figures may stand in one numeral.
  private func alternatives(_ diagnosis: Diagnosis) -> [Suggestion] {
    var seen: Set<[Suggestion.Edit]> = []
    if let best = diagnosis.best.map(suggestion) { seen.insert(best.edits) }
    return diagnosis.alternatives.map(suggestion).filter { seen.insert($0.edits).inserted }
  }

  /// The rule, or its milder twin for a number that was cut off instead of rounded.
  private func rule(of relation: Relation, _ outcome: Outcome) -> Rule {
    guard outcome == .truncated else { return relation.rule }
    let kind: Rule.Kind = relation.rule.relation == .share ? .shareTruncated : .rateTruncated
    return rules.first(kind) ?? relation.rule
  }

  private func places(_ figures: [Int]) -> [SourceSpan] {
    var seen: Set<Int> = []
    return figures.map { network.facts[$0].source }.filter { seen.insert($0.start).inserted }
      .sorted { $0.start < $1.start }
  }

  private func suggestion(_ repair: Repair) -> Suggestion {
    let edits = repair.edits.map { edit in
      Suggestion.Edit(
        source: network.facts[edit.figure].source, value: .number(edit.stated.value))
    }
    func change(_ language: NumberText.Language) -> String {
      repair.edits.map { edit in
        let number = NumberText(language: language)
        let new = number.text(edit.stated.value, decimals: edit.stated.decimals)
        return "\(network.facts[edit.figure].source.text) → \(new)"
      }.joined(separator: ", ")
    }
    let reason = repair.reason
    return Suggestion(
      edits: edits,
      reason: Message(
        vi: "\(reason.vi): \(change(.vi))", en: "\(reason.en): \(change(.en))"))
  }
}

extension Repair {
  fileprivate var reason: Message {
    switch slip {
    case .exchange where edits.count == 2:
      return Message(vi: "Hai số đổi chỗ cho nhau", en: "Two numerals changed places")
    case .exchange:
      return Message(
        vi: "Hai chữ số đổi chỗ hoặc dấu phẩy đặt sai",
        en: "Two digits changed places, or the comma moved")
    case .copy:
      return Message(vi: "Như đã ghi ở chỗ khác", en: "As stated elsewhere")
    case .recomputed:
      return Message(vi: "Tính lại từ các số đã ghi", en: "Recomputed from the stated counts")
    case .digit:
      return Message(vi: "Sai, thiếu hoặc thừa một chữ số", en: "One digit wrong, missing or added")
    case .other:
      return Message(vi: "Để các số khớp nhau", en: "So that the figures agree")
    }
  }
}

extension Shape {
  /// True for a shape that adds nothing where a sum of the same figures is shown.
  fileprivate var isCovered: Bool {
    switch self {
    case .atMost(let parts, _): return parts.count > 1
    case .sum: return true
    default: return false
    }
  }
}
