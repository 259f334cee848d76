/// A unit that reports, or that others report to.
package struct ReportingUnit: Sendable, Hashable {
  package var code: String
  /// As the list names it: "xã Bình Lư", "Công an tỉnh Lai Châu".
  package var name: String
  /// "xã", "phường", "tỉnh", …, or what a department calls it; empty where it isn't told.
  package var kind: String
  /// The code of the unit it reports to.
  package var parent: String?
  /// Whether a report of its own is expected.
  package var reports: Bool
  /// First and last day, inclusive; nil for open.
  package var validFrom: CalendarDate?
  package var validTo: CalendarDate?

  package init(
    code: String, name: String, kind: String = "", parent: String? = nil, reports: Bool = false,
    validFrom: CalendarDate? = nil, validTo: CalendarDate? = nil
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.parent = parent
    self.reports = reports
    self.validFrom = validFrom
    self.validTo = validTo
  }

  package func isValid(on day: CalendarDate) -> Bool {
    if let validFrom, day < validFrom { return false }
    if let validTo, validTo < day { return false }
    return true
  }
}
