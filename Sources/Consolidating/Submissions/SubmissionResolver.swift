import Catalogue
package import DocumentModel

/// Says of all submissions together what became of each.
///
/// Worked out from the whole dataset on reading, so that it can't depend on what came first. What a
/// person has decided holds; where nothing in the reports decides, it is for a person.
package struct SubmissionResolver {
  private let attributor: Attributor
  private let withdrawn: [String: String]

  package init(attributor: Attributor, decisions: [Decision]) {
    self.attributor = attributor
    var withdrawn: [String: String] = [:]
    for decision in decisions {
      switch decision.action {
      case .withdraw(let reason): withdrawn[decision.report] = reason
      // Whoever says whose a report is wants it in.
      case .assign: withdrawn[decision.report] = nil
      }
    }
    self.withdrawn = withdrawn
  }

  /// Works out what became of all of them.
  ///
  /// - Parameters:
  ///   - submissions: as recorded, duplicates and failures too.
  ///   - evidence: what each content says of itself, by its id.
  /// - Returns: the submissions with their outcomes, in the order given, and whose each content is.
  package func resolve(
    _ submissions: [Submission], evidence: [String: ReportEvidence]
  ) -> (submissions: [Submission], attributions: [String: Attribution]) {
    var attributions: [String: Attribution] = [:]
    var resolved: [String: Submission] = [:]
    for submission in submissions where submission.outcome == .accepted {
      let attribution = attributor.attribution(
        of: submission, evidence: evidence[submission.id] ?? ReportEvidence())
      attributions[submission.id] = attribution
      var applied = applying(attribution, to: submission)
      applied.parent = evidence[submission.id]?.parent
      applied.recipient = evidence[submission.id]?.recipient
      applied.topic = evidence[submission.id].flatMap { $0.topic.isEmpty ? nil : $0.topic }
      resolved[submission.id] = applied
    }
    for group in groups(of: resolved, evidence) {
      for submission in Succession(group, evidence: evidence).outcomes {
        resolved[submission.id] = submission
      }
    }
    let all = submissions.map { submission in
      if let content = submission.duplicateOf, let original = resolved[content] {
        var submission = submission
        submission.unit = original.unit
        submission.entity = original.entity
        submission.parent = original.parent
        submission.recipient = original.recipient
        submission.topic = original.topic
        submission.period = original.period
        submission.kind = original.kind
        return submission
      }
      return resolved[submission.id] ?? submission
    }
    return (all, attributions)
  }

  private func applying(_ attribution: Attribution, to submission: Submission) -> Submission {
    var submission = submission
    submission.unit = attribution.unit
    if attribution.isAssigned || submission.entity == nil { submission.entity = attribution.name }
    submission.period = attribution.period
    submission.reason = attribution.note
    if let reason = withdrawn[submission.id] {
      submission.outcome = .withdrawn
      submission.reason = Message(vi: "đã rút: \(reason)", en: "withdrawn: \(reason)")
    } else if let doubt = attribution.doubt {
      submission.outcome = .undecided
      submission.reason = doubt
    }
    return submission
  }

  /// Reports of one unit on one matter; the successions within are told apart by period.
  private func groups(
    of resolved: [String: Submission], _ evidence: [String: ReportEvidence]
  ) -> [[Submission]] {
    let standing = resolved.values.filter { $0.outcome == .accepted }
    let groups = Dictionary(grouping: standing) { submission in
      let unit =
        submission.unit.map { "#" + $0 } ?? UnitName(submission.entity ?? "").joined
      return [unit, evidence[submission.id]?.topic ?? ""]
    }
    return groups.values.filter { $0.count > 1 }
  }
}
