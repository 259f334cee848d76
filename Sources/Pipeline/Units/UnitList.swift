import Catalogue
package import DocumentModel
import Foundation
import Storing

/// A department's list of its units, and of who reports to whom.
package struct UnitList: Sendable {
  package let units: [ReportingUnit]

  /// Reads a list.
  ///
  /// CSV with the columns `code` and `name`, and optionally `kind`, `parent` (a code), `reports`
  /// (`yes`), `valid_from`, `valid_to`; comma, semicolon or tab between them. A parent that isn't in the
  /// list is an official code.
  ///
  /// - Throws: `UnitListFailure` with the line of the first mistake.
  package init(file: String) throws(UnitListFailure) {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw UnitListFailure(
        message: Message(
          vi: "\(file): không đọc được danh sách đơn vị; hãy kiểm tra đường dẫn",
          en: "\(file): the list of units can't be read; check the path"))
    }
    try self.init(text: String(decoding: data, as: UTF8.self), name: file)
  }

  init(text: String, name: String) throws(UnitListFailure) {
    let rows = CSVText.rows(text)
    func wrong(_ line: Int, _ vi: String, _ en: String) -> UnitListFailure {
      UnitListFailure(message: Message(vi: "\(name):\(line): \(vi)", en: "\(name):\(line): \(en)"))
    }
    guard let header = rows.first else { throw wrong(1, "danh sách trống", "the list is empty") }
    let columns = header.cells.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    guard let codeColumn = columns.firstIndex(of: "code"),
      let nameColumn = columns.firstIndex(of: "name")
    else {
      throw wrong(1, "phải có cột code và name", "the columns code and name must be there")
    }
    let others = ["kind", "parent", "reports", "valid_from", "valid_to"].map {
      columns.firstIndex(of: $0)
    }
    var units: [ReportingUnit] = []
    var starts: Set<[String]> = []
    for row in rows.dropFirst() {
      func cell(_ column: Int?) -> String {
        guard let column, row.cells.indices.contains(column) else { return "" }
        return UnitList.clean(row.cells[column])
      }
      func day(_ column: Int?) throws(UnitListFailure) -> CalendarDate? {
        let text = cell(column)
        if text.isEmpty { return nil }
        guard let day = CalendarDate(iso: text) else {
          throw wrong(
            row.line, "“\(text)” không phải ngày dạng 2026-03-31",
            "“\(text)” is no day like 2026-03-31")
        }
        return day
      }
      let unit = ReportingUnit(
        code: cell(codeColumn), name: cell(nameColumn), kind: cell(others[0]),
        parent: cell(others[1]).isEmpty ? nil : cell(others[1]),
        reports: ["yes", "true", "1", "có", "x"].contains(cell(others[2]).lowercased()),
        validFrom: try day(others[3]), validTo: try day(others[4]))
      guard !unit.code.isEmpty, !unit.name.isEmpty else {
        throw wrong(row.line, "thiếu mã hoặc tên", "code or name is missing")
      }
      guard starts.insert([unit.code, unit.validFrom?.description ?? ""]).inserted else {
        throw wrong(
          row.line, "mã \(unit.code) đã có với cùng ngày bắt đầu",
          "the code \(unit.code) stands twice with the same first day")
      }
      if let from = unit.validFrom, let to = unit.validTo, to < from {
        throw wrong(row.line, "valid_to trước valid_from", "valid_to is before valid_from")
      }
      units.append(unit)
    }
    let codes = Set(units.map(\.code))
    let register = try? UnitRegister.compiledIn.get()
    let orphan = units.first { unit in
      guard let parent = unit.parent, !codes.contains(parent) else { return false }
      return register?.current(parent) == nil
    }
    if let orphan {
      throw wrong(
        1, "\(orphan.code) trực thuộc mã không có: \(orphan.parent ?? "")",
        "\(orphan.code) reports to a code that isn't there: \(orphan.parent ?? "")")
    }
    if let looped = units.first(where: { UnitList.isLooped($0, units) }) {
      throw wrong(
        1, "\(looped.code) trực thuộc chính nó theo vòng",
        "\(looped.code) reports to itself in a circle")
    }
    self.units = units
  }

  /// Puts the list in the place of the one that a dataset holds.
  ///
  /// - Throws: `DatasetFailure`.
  package func replace(in location: DatasetLocation) throws {
    do {
      try Dataset(path: location.path, creates: true, wait: location.wait).replaceUnits(units)
    } catch let error as DatasetError {
      throw DatasetFailure(error)
    }
  }

  /// Composed letters, and single spaces where a name was broken over lines.
  private static func clean(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.split { $0.isWhitespace }.joined(separator: " ")
  }

  private static func isLooped(_ unit: ReportingUnit, _ units: [ReportingUnit]) -> Bool {
    let parents = Dictionary(units.map { ($0.code, $0.parent) }) { first, _ in first }
    var seen: Set<String> = [unit.code]
    var above = unit.parent
    while let code = above {
      guard seen.insert(code).inserted else { return true }
      above = parents[code] ?? nil
    }
    return false
  }
}

/// A mistake in a list of units.
package struct UnitListFailure: Error, Sendable {
  package let message: Message
}
