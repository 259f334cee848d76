/// One cell of the consolidated dataset: all statements of one figure, and what they agree on.
package struct ConsolidatedCell: Sendable, Hashable {
  package var entity: Entity
  package var period: Period?
  package var concept: String
  package var unit: String
  package var nature: Fact.Nature
  package var statistic: Fact.Statistic
  package var dimensions: [String: String]
  /// What the number is per, the whole it is a share of, and the period compared with: statements
  /// that differ in these speak of different things, and are cells of their own.
  package var per: String?
  package var of: Whole?
  package var base: Period?
  /// Nil where disputed.
  package var value: ExactDecimal?
  /// The other end, where the winning statement is a range.
  package var upper: ExactDecimal?
  /// The hedge of the winning statement.
  package var qualifier: Fact.Qualifier
  package var status: Status
  /// Ids of the facts that state it, in order.
  package var sources: [String]

  /// How the statements agree, in XBRL's classes of duplicates.
  package var agreement: Agreement
  /// For a total: how many of the units that should report are in it.
  package var coverage: Coverage?
  /// True for what the program added up, over units or over periods.
  package var isDerived: Bool

  /// The classes of a set of statements of one figure.
  ///
  /// `complete`: all are alike. `consistent`: all can be true. `inconsistent`: they can't.
  package enum Agreement: String, Sendable, Hashable { case complete, consistent, inconsistent }

  package struct Coverage: Sendable, Hashable {
    package var reported: Int
    package var expected: Int

    package init(reported: Int, expected: Int) {
      self.reported = reported
      self.expected = expected
    }
  }

  package enum Status: String, Sendable, Hashable { case agreed, disputed, decided }

  package init(
    entity: Entity, period: Period?, concept: String, unit: String, nature: Fact.Nature,
    statistic: Fact.Statistic, dimensions: [String: String], per: String? = nil,
    of: Whole? = nil, base: Period? = nil, value: ExactDecimal?, upper: ExactDecimal? = nil,
    qualifier: Fact.Qualifier = .exact, status: Status, sources: [String],
    agreement: Agreement = .complete, coverage: Coverage? = nil, isDerived: Bool = false
  ) {
    self.entity = entity
    self.period = period
    self.concept = concept
    self.unit = unit
    self.nature = nature
    self.statistic = statistic
    self.dimensions = dimensions
    self.per = per
    self.of = of
    self.base = base
    self.value = value
    self.upper = upper
    self.qualifier = qualifier
    self.status = status
    self.sources = sources
    self.agreement = agreement
    self.coverage = coverage
    self.isDerived = isDerived
  }
}
