/// One file offered to a dataset and what became of it.
package struct Submission: Sendable, Hashable {
  /// Stable: from the content hash.
  package var id: String
  package var file: String
  package var sha256: String
  package var entity: String?
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
    id: String, file: String, sha256: String, entity: String? = nil, period: Period? = nil,
    kind: String? = nil, number: String? = nil, date: CalendarDate? = nil, outcome: Outcome,
    reason: Message? = nil, supersedes: String? = nil, duplicateOf: String? = nil,
    numerals: Int = 0, facts: Int = 0, flags: Int = 0, coverage: Int = 0
  ) {
    self.id = id
    self.file = file
    self.sha256 = sha256
    self.entity = entity
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

/// One cell of the consolidated dataset: all statements of one figure, and what they agree on.
package struct ConsolidatedCell: Sendable, Hashable {
  package var entity: Entity
  package var period: Period?
  package var concept: String
  package var unit: String
  package var nature: Fact.Nature
  package var statistic: Fact.Statistic
  package var dimensions: [String: String]
  /// Nil where disputed.
  package var value: ExactDecimal?
  package var status: Status
  /// Ids of the facts that state it, in order.
  package var sources: [String]

  package enum Status: String, Sendable, Hashable { case agreed, disputed, decided }

  package init(
    entity: Entity, period: Period?, concept: String, unit: String, nature: Fact.Nature,
    statistic: Fact.Statistic, dimensions: [String: String], value: ExactDecimal?,
    status: Status, sources: [String]
  ) {
    self.entity = entity
    self.period = period
    self.concept = concept
    self.unit = unit
    self.nature = nature
    self.statistic = statistic
    self.dimensions = dimensions
    self.value = value
    self.status = status
    self.sources = sources
  }
}

/// A failure to read or process one file: what, where, why, and what to do.
package struct InputFailure: Error, Sendable, Hashable {
  package var file: String
  package var message: Message
  /// True where nothing at all could be read of it (exit code 66 if all are so).
  package var isUnreadable: Bool

  package init(file: String, message: Message, isUnreadable: Bool = true) {
    self.file = file
    self.message = message
    self.isUnreadable = isUnreadable
  }
}
