package import Catalogue
package import DocumentModel

/// What a workbook shows: units × indicators × periods, with the statements behind each value.
package struct WorkbookContent: Sendable {
  package struct Row: Sendable, Hashable {
    package var code: String
    package var name: String

    package init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// One place of the grid; indices into `units`, `indicators`, `periods`.
  package struct Place: Sendable, Hashable {
    package var unit: Int
    package var indicator: Int
    package var period: Int

    package init(unit: Int, indicator: Int, period: Int) {
      self.unit = unit
      self.indicator = indicator
      self.period = period
    }
  }

  /// A statement of a figure, where it stands and in which words.
  package struct Statement: Sendable, Hashable {
    package var fact: Fact
    package var quote: String?

    package init(fact: Fact, quote: String?) {
      self.fact = fact
      self.quote = quote
    }
  }

  package struct Value: Sendable, Hashable {
    package var cell: ConsolidatedCell
    package var statements: [Statement]
    /// The flags that one of the statements is involved in.
    package var flags: [Flag]

    package init(cell: ConsolidatedCell, statements: [Statement], flags: [Flag]) {
      self.cell = cell
      self.statements = statements
      self.flags = flags
    }
  }

  /// The unit that the others report to; nil where there is none, or more than one.
  package var parent: Row?
  /// Index of the period that the first sheet and the printed one show.
  package var shown: Int
  package var periods: [Period]
  /// The units that should report or have, in the order of the list.
  package var units: [Row]
  package var indicators: [Indicator]
  package var values: [Place: Value]
  /// What the parent's own report says; the place's unit is 0.
  package var parentValues: [Place: Value]
  /// How many units should report in each period.
  package var expected: [Int]
  /// Figures that no indicator stands for.
  package var unmatched: [Value]
  package var flags: [Flag]
  package var submissions: [Submission]

  package init(
    parent: Row?, shown: Int, periods: [Period], units: [Row], indicators: [Indicator],
    values: [Place: Value], parentValues: [Place: Value], expected: [Int], unmatched: [Value],
    flags: [Flag], submissions: [Submission]
  ) {
    self.parent = parent
    self.shown = shown
    self.periods = periods
    self.units = units
    self.indicators = indicators
    self.values = values
    self.parentValues = parentValues
    self.expected = expected
    self.unmatched = unmatched
    self.flags = flags
    self.submissions = submissions
  }

  /// The indicators that any unit has a value of in a period, in their order.
  func used(in period: Int) -> [Int] {
    indicators.indices.filter { indicator in
      units.indices.contains { unit in
        values[Place(unit: unit, indicator: indicator, period: period)] != nil
      }
    }
  }
}
