/// One file offered to a dataset and what became of it.
package struct Submission: Sendable, Hashable {
  /// Stable: from the content hash.
  package var id: String
  package var file: String
  package var sha256: String
  package var entity: String?
  /// The unit's code, where it was decided.
  package var unit: String?
  /// The unit above, as the letterhead names it.
  package var parent: String?
  /// Whom the report is addressed to.
  package var recipient: String?
  /// What it is about: `inspection`, `rating`, …; nil for a general report.
  package var topic: String?
  package var period: Period?
  package var kind: String?
  package var number: String?
  package var date: CalendarDate?
  package var outcome: Outcome
  /// Why it failed or was refused; nil for an accepted one.
  package var reason: Message?
  package var supersedes: String?
  package var duplicateOf: String?
  package var numerals: Int
  package var facts: Int
  package var flags: Int
  /// In ten-thousandths.
  package var coverage: Int

  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    case accepted, superseded, duplicate, conflict, undecided, refused, withdrawn
    case needsOCR = "needs_ocr"
    case failed
  }

  package init(
    id: String, file: String, sha256: String, entity: String? = nil, unit: String? = nil,
    period: Period? = nil, kind: String? = nil, number: String? = nil, date: CalendarDate? = nil,
    outcome: Outcome,
    reason: Message? = nil, supersedes: String? = nil, duplicateOf: String? = nil,
    numerals: Int = 0, facts: Int = 0, flags: Int = 0, coverage: Int = 0
  ) {
    self.id = id
    self.file = file
    self.sha256 = sha256
    self.entity = entity
    self.unit = unit
    self.period = period
    self.kind = kind
    self.number = number
    self.date = date
    self.outcome = outcome
    self.reason = reason
    self.supersedes = supersedes
    self.duplicateOf = duplicateOf
    self.numerals = numerals
    self.facts = facts
    self.flags = flags
    self.coverage = coverage
  }
}
