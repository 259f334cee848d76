/// What a report says about whose it is and which report it stands for: stored as stated, decided
/// on reading, because a list of units or another report may come later.
package struct ReportEvidence: Sendable, Hashable {
  /// The reporting unit as the document names it.
  package var unit: String?
  /// The unit above, as the letterhead names it.
  package var parent: String?
  package var title: String?
  /// Whom the report is addressed to.
  package var recipient: String?
  /// What the report is about, a code of `report_topics.tsv`; empty for a general one.
  package var topic: String
  /// True where the report says of itself that it corrects or replaces another.
  package var isReplacement: Bool
  /// The numbers of the reports that it says it replaces.
  package var replaces: [String]

  package init(
    unit: String? = nil, parent: String? = nil, title: String? = nil, recipient: String? = nil,
    topic: String = "", isReplacement: Bool = false, replaces: [String] = []
  ) {
    self.unit = unit
    self.parent = parent
    self.title = title
    self.recipient = recipient
    self.topic = topic
    self.isReplacement = isReplacement
    self.replaces = replaces
  }
}

/// What a person has decided about a submission; nothing is ever deleted, the last decision holds.
package struct Decision: Sendable, Hashable {
  /// The id of the submission's content.
  package var report: String
  package var action: Action

  package enum Action: Sendable, Hashable {
    /// Whose report it is, and for which period; nil leaves what the report says.
    case assign(unit: String?, period: Period?)
    case withdraw(reason: String)
  }

  package init(report: String, action: Action) {
    self.report = report
    self.action = action
  }
}
