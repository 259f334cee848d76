import Catalogue
import DocumentModel

/// Writes the cells of the grid: a value, its colour, and the comment that quotes its sources.
struct ValueCells {
  let wording: Wording
  /// Decimals as words too, so that they read the same everywhere: for what is printed.
  var isPrinted = false

  func write(
    _ value: WorkbookContent.Value?, of indicator: Indicator, on sheet: XLSXSheet, _ row: Int,
    _ column: Int
  ) {
    var style = XLSXStyle(alignment: .right, hasBorder: true)
    guard let value else { return sheet.blank(row, column, style) }
    if value.cell.status == .disputed {
      style.fill = .disputed
    } else if !value.flags.isEmpty {
      style.fill = .flagged
    }
    if let figure = value.cell.value {
      number(figure, of: indicator, value.decimals, on: sheet, row, column, &style)
    } else {
      sheet.string(alternatives(value), row, column, style)
    }
    if let comment = comment(value) { sheet.comment(comment, row, column) }
  }

  private func number(
    _ figure: ExactDecimal, of indicator: Indicator, _ decimals: Int, on sheet: XLSXSheet,
    _ row: Int, _ column: Int, _ style: inout XLSXStyle
  ) {
    if indicator.isCount && figure.isWhole {
      style.number = .count
    } else if isPrinted {
      return sheet.string(wording.number(figure, decimals: max(decimals, 1)), row, column, style)
    } else {
      style.number = .decimal(max(decimals, figure.scale))
    }
    sheet.number(figure, row, column, style)
  }

  /// `276 ≠ 267`: what the statements say, each once, in their order.
  private func alternatives(_ value: WorkbookContent.Value) -> String {
    var texts: [String] = []
    for statement in value.statements {
      let text = wording.number(statement.fact.value, decimals: statement.fact.decimals)
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.joined(separator: " ≠ ")
  }

  /// What is wrong with a value, and the places it stands on in their own words; nil where nothing is.
  func comment(_ value: WorkbookContent.Value) -> String? {
    var lines: [String] = []
    if value.cell.status == .disputed {
      lines.append(
        wording(
          "Các chỗ ghi khác nhau, không đưa vào tổng:",
          "The statements differ; left out of the total:"))
    }
    lines += value.flags.map {
      "\(wording.severity($0.severity)) \($0.rule): \($0.message.text(in: wording.language))"
    }
    if value.cell.qualifier != .exact {
      let hedge = wording.hedge(value.cell.qualifier).split(separator: " ").joined(separator: " ")
      lines.append(wording("Báo cáo ghi “\(hedge)”.", "The report says “\(hedge)”."))
    }
    guard !lines.isEmpty else { return nil }
    return (lines + value.statements.map(quotation)).joined(separator: "\n")
  }

  func quotation(_ statement: WorkbookContent.Statement) -> String {
    let place = wording("dòng", "line")
    let words = statement.quote ?? statement.fact.source.text
    return "\(statement.fact.file), \(place) \(statement.fact.source.line): “\(words)”"
  }
}

extension WorkbookContent.Value {
  /// The decimals that the winning statement writes.
  var decimals: Int {
    statements.first { $0.fact.value == cell.value }?.fact.decimals ?? 0
  }
}
