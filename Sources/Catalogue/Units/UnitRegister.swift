package import DocumentModel

/// The administrative units of the country, before and since 1 July 2025, and which became which.
///
/// `units.tsv` and `unit_changes.tsv`, built by `scripts/build-units`. Large, and needed where
/// submissions are told apart only: it is made when it is asked for, not with the catalogue.
package struct UnitRegister: Sendable {
  /// In the order of the table: today's first.
  package let entries: [Entry]
  /// The code of a former unit to those of today that it went into; more than one where it was
  /// divided.
  package let successors: [String: [String]]

  /// A unit with one name and kind for one span of time.
  package struct Entry: Sendable, Hashable {
    /// The official code; those of before July 2025 were partly given anew.
    package let code: String
    /// "xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố", "tỉnh".
    package let kind: String
    package let name: String
    /// Name and kind, taken apart for comparison.
    package let key: UnitName
    /// The code of the unit above; empty for a province.
    package let parent: String
    package let from: CalendarDate?
    package let to: CalendarDate?

    /// True for the units that ended on 30 June 2025.
    package var isFormer: Bool { from == nil }

    package func isValid(on day: CalendarDate) -> Bool {
      if let from, day < from { return false }
      if let to, to < day { return false }
      return true
    }
  }

  /// The register as compiled in; read once for a run.
  package static let compiledIn = Result { () throws(TableError) in try UnitRegister() }

  /// Today's unit of a code, under the name and kind that it has last; nil for a code of no unit.
  package func current(_ code: String) -> Entry? {
    entries.last { $0.code == code && !$0.isFormer }
  }

  /// Loads the register.
  ///
  /// - Parameter texts: file name to text for tables that replace the compiled-in ones.
  /// - Throws: `TableError` naming file and line of the first mistake.
  package init(replacing texts: [String: String] = [:]) throws(TableError) {
    let source = try TableSource(texts)
    let units = try source.table("units.tsv", ["code", "kind", "name", "parent", "from", "to"])
    // Few days occur, and reading one is slower than looking it up.
    var days: [String: CalendarDate] = [:]
    func day(_ text: String, _ row: TableFile.Row) throws(TableError) -> CalendarDate? {
      if text.isEmpty { return nil }
      if let known = days[text] { return known }
      guard let day = CalendarDate(iso: text) else {
        throw TableError(
          file: row.file, line: row.line,
          message: Message(vi: "ngày không hợp lệ: \(text)", en: "no such day: \(text)"))
      }
      days[text] = day
      return day
    }
    var entries: [Entry] = []
    entries.reserveCapacity(units.rows.count)
    for row in units.rows {
      entries.append(
        Entry(
          code: row.cells[0], kind: row.cells[1], name: row.cells[2],
          key: UnitName(row.cells[2], kind: row.cells[1]), parent: row.cells[3],
          from: try day(row.cells[4], row), to: try day(row.cells[5], row)))
    }
    self.entries = entries
    var successors: [String: [String]] = [:]
    for row in try source.table("unit_changes.tsv", ["code", "former"]).rows {
      for former in row.cells[1].split(separator: " ") {
        successors[String(former), default: []].append(row.cells[0])
      }
    }
    self.successors = successors
  }
}
