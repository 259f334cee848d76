import Consolidating
package import DocumentModel
import Exporting

/// Who has reported for a period and who hasn't: for people, for spreadsheets, for scripts.
package struct PeriodTable: Sendable {
  private let wording: Wording

  package init(language: Language) { wording = Wording(language) }

  /// A table with its summary above.
  package func text(_ status: PeriodStatus) -> String {
    var table = TextTable(
      header: [
        wording("Mã", "Code"), wording("Đơn vị", "Unit"), wording("Tình trạng", "State"),
        wording("Ngày báo cáo", "Report's date"), wording("Cờ", "Flags"),
        wording("Giải thích", "Coverage"), wording("Tệp", "File"),
      ], alignments: [.left, .left, .left, .left, .right, .right, .left])
    for line in status.lines { table.add(row(line)) }
    return summary(status) + "\n" + table.text + undecided(status)
  }

  /// The same as CSV.
  package static func csv(_ status: PeriodStatus) -> [UInt8] {
    var csv = CSVBytes()
    csv.header(CSVBytes.reportingColumns)
    for line in status.lines { csv.reportingRow(line) }
    return csv.bytes
  }

  /// One JSON document.
  package static func json(_ status: PeriodStatus) -> [UInt8] {
    var json = JSONBytes()
    json.document { json in
      json.member("period", PeriodCode.code(status.period))
      if let asOf = status.asOf { json.member("as_of", asOf.description) }
      json.member("expected", status.lines.count)
      json.member("reported", status.reported)
      json.member("late", status.count(.late))
      json.member("conflict", status.count(.conflict))
      json.member("missing", status.count(.missing))
      json.member("undecided", status.undecided.count)
      json.list("units", status.lines) { json, line in json.value(line) }
    }
    return json.bytes
  }

  /// A line of JSON for each unit.
  package static func ndjson(_ status: PeriodStatus) -> [UInt8] {
    var json = JSONBytes()
    for line in status.lines {
      json.value(line)
      json.endLine()
    }
    return json.bytes
  }

  private func summary(_ status: PeriodStatus) -> String {
    let period = PeriodCode.code(status.period)
    guard !status.lines.isEmpty else {
      return wording(
        "\(period): chưa có danh sách đơn vị phải báo cáo; hãy nạp bằng `tonghop units import`\n",
        "\(period): no units are listed that should report; import them with `tonghop units import`\n"
      )
    }
    let coverage = ConsolidatedCell.Coverage(
      reported: status.reported, expected: status.lines.count)
    var text = wording(
      "\(period): \(wording.coverage(coverage)) đã báo cáo; \(status.count(.missing)) chưa báo cáo, "
        + "\(status.count(.conflict)) mâu thuẫn",
      "\(period): \(wording.coverage(coverage)) have reported; \(status.count(.missing)) missing, "
        + "\(status.count(.conflict)) in conflict")
    if let asOf = status.asOf {
      text += wording(
        ", \(status.count(.late)) muộn sau ngày \(wording.date(asOf))",
        ", \(status.count(.late)) later than \(wording.date(asOf))")
    }
    return text
      + wording(
        "; giải thích được \(wording.percent(tenThousandths: status.coverage)) con số\n",
        "; \(wording.percent(tenThousandths: status.coverage)) of the numerals explained\n")
  }

  private func row(_ line: ReportingLine) -> [String] {
    var state = wording.state(line.state)
    if let days = line.daysLate { state += wording(" \(days) ngày", " \(days) days") }
    let errors = line.flags[.error] ?? 0
    let all = line.flags.values.reduce(0, +)
    let flags =
      errors == 0 ? "\(all)" : "\(all)" + wording(" (\(errors) lỗi)", " (\(errors) errors)")
    guard line.submission != nil else {
      return [line.unit.code, line.unit.name, state, "", "", "", ""]
    }
    return [
      line.unit.code, line.unit.name, state, line.date.map(wording.date) ?? "", flags,
      line.coverage.map { wording.percent(tenThousandths: $0) } ?? "", line.file ?? "",
    ]
  }

  private func undecided(_ status: PeriodStatus) -> String {
    guard !status.undecided.isEmpty else { return "" }
    let lines = status.undecided.map { submission in
      "  \(submission.file): \(submission.reason?.text(in: wording.language) ?? "")\n"
    }
    return wording("\nCần người quyết định:\n", "\nFor a person to decide:\n") + lines.joined()
  }
}
