package import DocumentModel

/// The indicators that tables, sheets and trends show: `indicators.tsv`, in its order.
///
/// A department replaces the table with its own; a figure that no indicator stands for is listed
/// apart, never dropped.
package struct IndicatorTable: Sendable {
  package let indicators: [Indicator]
  private let byKey: [Key: Int]

  private struct Key: Hashable {
    let concept: String
    let unit: String
    let dimensions: [String: String]
    let nature: Fact.Nature
    let statistic: Fact.Statistic
  }

  static let columns = [
    "code", "theme", "number", "label", "concept", "unit", "dimensions", "nature", "statistic",
  ]

  /// Loads the table.
  ///
  /// - Parameters:
  ///   - texts: file name to text for tables that replace the compiled-in ones.
  ///   - catalogue: what concepts there are.
  /// - Throws: `TableError` naming file and line of the first mistake.
  package init(
    replacing texts: [String: String] = [:], catalogue: Catalogue
  ) throws(TableError) {
    let name = "indicators.tsv"
    let table = try TableSource(texts).table(name, IndicatorTable.columns)
    var indicators: [Indicator] = []
    var byKey: [Key: Int] = [:]
    var codes: Set<String> = []
    for row in table.rows {
      func wrong(_ vi: String, _ en: String) -> TableError {
        TableError(file: row.file, line: row.line, message: Message(vi: vi, en: en))
      }
      let indicator = try Indicator(row: row, catalogue: catalogue, wrong: wrong)
      guard codes.insert(indicator.code).inserted else {
        throw wrong("mã \(indicator.code) đã có", "the code \(indicator.code) stands twice")
      }
      let key = Key(
        concept: indicator.concept, unit: indicator.unit, dimensions: indicator.dimensions,
        nature: indicator.nature, statistic: indicator.statistic)
      guard byKey[key] == nil else {
        throw wrong("trùng nghĩa với một chỉ tiêu ở trên", "means the same as one above")
      }
      byKey[key] = indicators.count
      indicators.append(indicator)
    }
    self.indicators = indicators
    self.byKey = byKey
  }

  /// The themes in the order in which they first stand.
  package var themes: [String] {
    var themes: [String] = []
    for indicator in indicators where !themes.contains(indicator.theme) {
      themes.append(indicator.theme)
    }
    return themes
  }

  /// The index of the indicator that a cell is a value of.
  ///
  /// What a rate is per, a share is of and a growth is compared with is none of an indicator's own:
  /// a cell that has one stands for no indicator.
  package func index(of cell: ConsolidatedCell) -> Int? {
    guard cell.per == nil, cell.of == nil, cell.base == nil else { return nil }
    return byKey[
      Key(
        concept: cell.concept, unit: cell.unit, dimensions: cell.dimensions, nature: cell.nature,
        statistic: cell.statistic)]
  }
}

/// One line of a table that a department keeps.
package struct Indicator: Sendable, Hashable {
  package let code: String
  package let theme: String
  /// Its number in the form: "1", "1.1".
  package let number: String
  package let label: String
  package let concept: String
  package let unit: String
  package let dimensions: [String: String]
  package let nature: Fact.Nature
  package let statistic: Fact.Statistic
  /// True for a figure that is counted on a day, not over a span.
  package let isStock: Bool

  /// True where the values of units may be added up.
  package var isCount: Bool {
    statistic == .total && !["percent", "years", "ratio"].contains(unit)
  }

  init(
    row: TableFile.Row, catalogue: Catalogue, wrong: (String, String) -> TableError
  ) throws(TableError) {
    let cells = row.cells
    guard let concept = catalogue.concepts[cells[4]] else {
      throw wrong("không có khái niệm \(cells[4])", "no concept \(cells[4])")
    }
    guard !cells[0].isEmpty, !cells[1].isEmpty, !cells[3].isEmpty else {
      throw wrong("thiếu mã, nhóm hoặc tên", "code, theme or label is missing")
    }
    var dimensions: [String: String] = [:]
    for part in cells[6].split(separator: " ") {
      let pair = part.split(separator: "=")
      guard pair.count == 2, catalogue.dimensions[String(pair[0])] != nil else {
        throw wrong("chiều phải có dạng mã=giá trị: \(part)", "a dimension is code=member: \(part)")
      }
      dimensions[String(pair[0])] = String(pair[1])
    }
    guard let nature = Fact.Nature(rawValue: cells[7].isEmpty ? "actual" : cells[7]) else {
      throw wrong("tính chất lạ: \(cells[7])", "unknown nature: \(cells[7])")
    }
    guard let statistic = Fact.Statistic(rawValue: cells[8].isEmpty ? "total" : cells[8]) else {
      throw wrong("cách tính lạ: \(cells[8])", "unknown statistic: \(cells[8])")
    }
    code = cells[0]
    theme = cells[1]
    number = cells[2]
    label = cells[3]
    self.concept = concept.code
    unit = cells[5].isEmpty ? concept.unit : cells[5]
    self.dimensions = dimensions
    self.nature = nature
    self.statistic = statistic
    isStock = concept.isStock
  }
}
