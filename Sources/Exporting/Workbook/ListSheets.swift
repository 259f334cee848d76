import Catalogue
import DocumentModel

/// The sheets that are lists: one theme over periods, flags, provenance, what no indicator stands for,
/// submissions.
struct ListSheets {
  let content: WorkbookContent
  let catalogue: Catalogue
  let wording: Wording

  private let header = XLSXStyle(
    fill: .header, alignment: .center, isBold: true, wraps: true, hasBorder: true)
  private let plain = XLSXStyle(alignment: .left, wraps: true, hasBorder: true)

  /// A row for each indicator and unit, a column for each period.
  func theme(_ name: String, on sheet: XLSXSheet) {
    let titles =
      [
        wording("Số", "No."), wording("Chỉ tiêu", "Indicator"), wording("Mã", "Code"),
        wording("Đơn vị", "Unit"),
      ] + content.periods.map(wording.title)
    head(titles, widths: [7, 36, 10, 30] + content.periods.map { _ in 14 }, on: sheet)
    let cells = ValueCells(wording: wording)
    var row = 1
    for (index, indicator) in content.indicators.enumerated() where indicator.theme == name {
      for (unit, line) in content.units.enumerated() {
        let places = content.periods.indices.map {
          WorkbookContent.Place(unit: unit, indicator: index, period: $0)
        }
        guard places.contains(where: { content.values[$0] != nil }) else { continue }
        strings([indicator.number, indicator.label, line.code, line.name], row, on: sheet)
        for (column, place) in places.enumerated() {
          cells.write(content.values[place], of: indicator, on: sheet, row, 4 + column)
        }
        row += 1
      }
    }
    sheet.filter(rows: 0...max(1, row - 1), columns: 0...titles.count - 1)
  }

  func flags(on sheet: XLSXSheet) {
    head(
      [
        wording("Mức", "Severity"), wording("Quy tắc", "Rule"), wording("Tệp", "File"),
        wording("Dòng", "Lines"), wording("Số ghi", "Figures"), wording("Nội dung", "Message"),
        wording("Gợi ý sửa", "Suggestion"),
      ], widths: [12, 22, 34, 12, 18, 70, 50], on: sheet)
    for (offset, flag) in content.flags.enumerated() {
      strings(
        [
          wording.severity(flag.severity), flag.rule, flag.file,
          flag.sources.map { String($0.line) }.joined(separator: ", "),
          flag.sources.map(\.text).joined(separator: "; "),
          flag.message.text(in: wording.language),
          flag.suggestion?.reason.text(in: wording.language) ?? "",
        ], offset + 1, on: sheet)
    }
  }

  /// Each statement behind each value: file, line and words.
  func provenance(on sheet: XLSXSheet) {
    head(
      [
        wording("Kỳ", "Period"), wording("Mã", "Code"), wording("Đơn vị", "Unit"),
        wording("Chỉ tiêu", "Indicator"), wording("Báo cáo ghi", "As stated"),
        wording("Thời điểm", "Time"), wording("Tệp", "File"), wording("Dòng", "Line"),
        wording("Nguyên văn", "In its words"), wording("Mã số liệu", "Fact"),
      ], widths: [16, 10, 28, 36, 12, 24, 34, 8, 70, 22], on: sheet)
    var row = 1
    for period in content.periods.indices {
      for unit in content.units.indices {
        for indicator in content.indicators.indices {
          let place = WorkbookContent.Place(unit: unit, indicator: indicator, period: period)
          for statement in content.values[place]?.statements ?? [] {
            let line = content.units[unit]
            write(
              statement,
              [
                wording.title(content.periods[period]), line.code, line.name,
                content.indicators[indicator].label,
              ], row, on: sheet)
            row += 1
          }
        }
      }
    }
  }

  private func write(
    _ statement: WorkbookContent.Statement, _ lead: [String], _ row: Int, on sheet: XLSXSheet
  ) {
    let fact = statement.fact
    strings(
      lead + [
        fact.source.text, wording.period(fact.period), fact.file, String(fact.source.line),
        statement.quote ?? "", fact.id,
      ], row, on: sheet)
  }

  /// Figures that no indicator stands for: listed, never dropped.
  func unmatched(on sheet: XLSXSheet) {
    head(
      [
        wording("Đơn vị", "Unit"), wording("Thời điểm", "Time"), wording("Nghĩa", "Meaning"),
        wording("Giá trị", "Value"), wording("Đơn vị tính", "Measure"), wording("Nguồn", "Sources"),
      ], widths: [30, 24, 60, 14, 12, 80], on: sheet)
    let cells = ValueCells(wording: wording)
    for (offset, value) in content.unmatched.enumerated() {
      let first = value.statements.first?.fact
      let figure = value.cell.value.map { wording.number($0, decimals: value.decimals) }
      strings(
        [
          value.cell.entity.name, wording.period(value.cell.period),
          first.map { wording.meaning($0, catalogue) } ?? value.cell.concept,
          figure ?? wording("tranh chấp", "disputed"), wording.unit(value.cell.unit),
          value.statements.map(cells.quotation).joined(separator: "\n"),
        ], offset + 1, on: sheet)
    }
  }

  func submissions(on sheet: XLSXSheet) {
    head(
      [
        wording("Tệp", "File"), wording("Mã", "Code"), wording("Đơn vị", "Unit"),
        wording("Kỳ", "Period"), wording("Số hiệu", "Number"), wording("Ngày", "Date"),
        wording("Kết quả", "Outcome"), wording("Lý do", "Reason"),
      ], widths: [40, 10, 32, 24, 16, 12, 16, 70], on: sheet)
    for (offset, submission) in content.submissions.enumerated() {
      strings(
        [
          submission.file, submission.unit ?? "", submission.entity ?? "",
          submission.period.map(wording.title) ?? "", submission.number ?? "",
          submission.date.map(wording.date) ?? "", wording.outcome(submission.outcome),
          submission.reason?.text(in: wording.language) ?? "",
        ], offset + 1, on: sheet)
    }
  }

  private func head(_ titles: [String], widths: [Double], on sheet: XLSXSheet) {
    for (column, title) in titles.enumerated() {
      sheet.string(title, 0, column, header)
      sheet.widths(column...column, widths[column])
    }
    sheet.freeze(rows: 1, columns: 0)
  }

  private func strings(_ texts: [String], _ row: Int, on sheet: XLSXSheet) {
    for (column, text) in texts.enumerated() { sheet.string(text, row, column, plain) }
  }
}
