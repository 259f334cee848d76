import Catalogue
import DocumentModel

/// Units × indicators of one period, with totals that the spreadsheet itself adds up.
struct GridSheet {
  let content: WorkbookContent
  let wording: Wording
  let cells: ValueCells
  /// The row of the column titles, from 0.
  let top: Int
  /// Whether the columns are numbered below their titles, as printed forms are.
  let isNumbered: Bool

  private let header = XLSXStyle(
    fill: .header, alignment: .center, isBold: true, wraps: true, hasBorder: true)
  private let total = XLSXStyle(fill: .total, isBold: true, hasBorder: true)

  init(
    _ content: WorkbookContent, wording: Wording, top: Int, isNumbered: Bool, isPrinted: Bool
  ) {
    self.content = content
    self.wording = wording
    self.top = top
    self.isNumbered = isNumbered
    cells = ValueCells(wording: wording, isPrinted: isPrinted)
  }

  /// The columns before the first indicator: number, and name or code and name.
  var lead: Int { isNumbered ? 2 : 3 }

  var indicators: [Int] { content.used(in: content.shown) }

  var columns: Int { lead + indicators.count }

  /// The first row of units.
  var first: Int { top + (isNumbered ? 2 : 1) }

  var totalRow: Int { first + content.units.count }

  /// Writes the grid; returns the first row below it.
  func write(on sheet: XLSXSheet) -> Int {
    titles(on: sheet)
    for (offset, unit) in content.units.enumerated() {
      lead(offset, unit, on: sheet)
      for (column, indicator) in indicators.enumerated() {
        cells.write(
          content.values[place(offset, indicator)], of: content.indicators[indicator], on: sheet,
          first + offset, lead + column)
      }
    }
    totals(on: sheet)
    return own(on: sheet, row: coverage(on: sheet, row: totalRow + 1))
  }

  private func place(_ unit: Int, _ indicator: Int) -> WorkbookContent.Place {
    WorkbookContent.Place(unit: unit, indicator: indicator, period: content.shown)
  }

  private func titles(on sheet: XLSXSheet) {
    sheet.height(top, 75)
    var titles = [wording("TT", "No.")]
    if !isNumbered { titles.append(wording("Mã", "Code")) }
    titles.append(wording("Đơn vị", "Unit"))
    titles += indicators.map {
      let indicator = content.indicators[$0]
      return indicator.number.isEmpty
        ? indicator.label : "\(indicator.number). \(indicator.label)"
    }
    for (column, title) in titles.enumerated() {
      sheet.string(title, top, column, header)
      if isNumbered { sheet.string("(\(column + 1))", top + 1, column, header) }
    }
  }

  private func lead(_ offset: Int, _ unit: WorkbookContent.Row, on sheet: XLSXSheet) {
    let row = first + offset
    sheet.number(
      ExactDecimal(Int64(offset + 1)), row, 0, XLSXStyle(alignment: .center, hasBorder: true))
    let plain = XLSXStyle(alignment: .left, hasBorder: true)
    if !isNumbered { sheet.string(unit.code, row, 1, plain) }
    sheet.string(unit.name, row, lead - 1, plain)
  }

  /// What is no count isn't added: shares, means.
  private func totals(on sheet: XLSXSheet) {
    sheet.merged(wording("TỔNG CỘNG", "TOTAL"), row: totalRow, 0...lead - 1, total)
    for (column, indicator) in indicators.enumerated() {
      let column = lead + column
      guard content.indicators[indicator].isCount, !content.units.isEmpty else {
        sheet.blank(totalRow, column, total)
        continue
      }
      let values = content.units.indices.compactMap {
        content.values[place($0, indicator)]?.cell.value
      }
      let range =
        XLSXSheet.name(first, column) + ":" + XLSXSheet.name(totalRow - 1, column)
      var style = total
      style.number = .count
      style.alignment = .right
      sheet.formula(
        "=SUM(\(range))", value: values.reduce(ExactDecimal(0), +), totalRow, column, style)
    }
  }

  /// How many of the units that should report are in each total.
  private func coverage(on sheet: XLSXSheet, row: Int) -> Int {
    let style = XLSXStyle(alignment: .right, isItalic: true, wraps: true, hasBorder: true)
    sheet.merged(
      wording("Số đơn vị trong tổng", "Units in the total"), row: row, 0...lead - 1, style)
    for (column, indicator) in indicators.enumerated() {
      let reported = content.units.indices.count {
        content.values[place($0, indicator)]?.cell.value != nil
      }
      let coverage = ConsolidatedCell.Coverage(
        reported: reported, expected: content.expected[content.shown])
      sheet.string(wording.coverage(coverage), row, lead + column, style)
    }
    return row + 1
  }

  /// What the unit above itself reports, for comparison only.
  private func own(on sheet: XLSXSheet, row: Int) -> Int {
    guard let parent = content.parent, !content.parentValues.isEmpty else { return row }
    let style = XLSXStyle(isItalic: true, wraps: true, hasBorder: true)
    sheet.merged(
      wording("\(parent.name) báo cáo (để đối chiếu)", "\(parent.name) reports (to compare)"),
      row: row, 0...lead - 1, style)
    for (column, indicator) in indicators.enumerated() {
      cells.write(
        content.parentValues[place(0, indicator)], of: content.indicators[indicator], on: sheet,
        row, lead + column)
    }
    return row + 1
  }
}
