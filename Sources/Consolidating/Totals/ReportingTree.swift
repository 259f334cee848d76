package import DocumentModel

/// Who reports to whom, on which day, by a department's list of units.
package struct ReportingTree: Sendable {
  private let byCode: [String: [ReportingUnit]]
  private let children: [String: [ReportingUnit]]

  package init(_ units: [ReportingUnit]) {
    byCode = Dictionary(grouping: units, by: \.code)
    children = Dictionary(grouping: units.filter { $0.parent != nil }) { $0.parent ?? "" }
  }

  package var isEmpty: Bool { byCode.isEmpty }

  package func unit(_ code: String, on day: CalendarDate) -> ReportingUnit? {
    byCode[code]?.first { $0.isValid(on: day) }
  }

  package func name(of code: String, on day: CalendarDate) -> String {
    (unit(code, on: day) ?? byCode[code]?.last)?.name ?? code
  }

  package func parent(of code: String, on day: CalendarDate) -> String? {
    unit(code, on: day)?.parent
  }

  /// True for a unit that should report.
  package func isExpected(_ code: String, on day: CalendarDate) -> Bool {
    unit(code, on: day)?.reports ?? false
  }

  /// The units that should report to one, by code.
  package func expected(under parent: String, on day: CalendarDate) -> [ReportingUnit] {
    (children[parent] ?? []).filter { $0.reports && $0.isValid(on: day) }.sorted {
      $0.code < $1.code
    }
  }

  /// All units that should report, by code.
  package func expected(on day: CalendarDate) -> [ReportingUnit] {
    byCode.values.joined().filter { $0.reports && $0.isValid(on: day) }.sorted { $0.code < $1.code }
  }
}
