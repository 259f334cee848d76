package import DocumentModel
import Exporting

/// The lines that close a run, and that open a status.
package struct SummaryText: Sendable {
  private let wording: Wording

  package init(language: Language) { wording = Wording(language) }

  package func text(_ summary: IngestSummary) -> String {
    let tally = summary.tally
    let severities = flags(summary.flags)
    let refused = summary.count(.refused)
    let failed = tally.failed - refused
    var text = wording(
      "\(tally.read + tally.failed) tệp: \(summary.count(.accepted)) đã nhận, "
        + "\(summary.count(.duplicate)) trùng, \(failed) không đọc được",
      "\(tally.read + tally.failed) files: \(summary.count(.accepted)) accepted, "
        + "\(summary.count(.duplicate)) duplicates, \(failed) failed")
    text += others(summary.count)
    text += wording(
      "; \(summary.unchanged) đã có từ trước\n", "; \(summary.unchanged) already there\n")
    text += wording(
      "\(wording.number(summary.facts)) số liệu; \(severities)\n",
      "\(wording.number(summary.facts)) facts; \(severities)\n")
    if summary.debris > 0 {
      text += wording(
        "Bỏ qua \(summary.debris) tệp tạm\n", "Skipped \(summary.debris) temporary files\n")
    }
    guard !summary.noReports.isEmpty else { return text }
    let shown = summary.noReports.prefix(3).joined(separator: ", ")
    let more = summary.noReports.count > 3 ? ", …" : ""
    return text
      + wording(
        "Bỏ qua \(summary.noReports.count) tệp không phải báo cáo: \(shown)\(more)\n",
        "Skipped \(summary.noReports.count) files that are no reports: \(shown)\(more)\n")
  }

  package func text(_ status: DatasetStatus) -> String {
    wording(
      """
      \(status.path)
        Báo cáo: \(status.count(.accepted)) đã nhận, \(status.count(.duplicate)) trùng, \
      \(status.count(.failed)) không đọc được\(others(status.count))
        Đơn vị: \(status.units); kỳ: \(status.periods)
        Số liệu: \(wording.number(status.facts)); \(flags(status.flags))
        Con số: \(wording.number(status.numerals)), giải thích được \
      \(wording.percent(tenThousandths: status.coverage))

      """,
      """
      \(status.path)
        Reports: \(status.count(.accepted)) accepted, \(status.count(.duplicate)) duplicates, \
      \(status.count(.failed)) failed\(others(status.count))
        Units: \(status.units); periods: \(status.periods)
        Facts: \(wording.number(status.facts)); \(flags(status.flags))
        Numerals: \(wording.number(status.numerals)), \
      \(wording.percent(tenThousandths: status.coverage)) explained

      """)
  }

  /// The outcomes that are rare, where there are any.
  private func others(_ count: (Submission.Outcome) -> Int) -> String {
    let rare: [Submission.Outcome] = [
      .superseded, .conflict, .undecided, .refused, .withdrawn, .needsOCR,
    ]
    return rare.filter { count($0) > 0 }
      .map { ", \(count($0)) \(wording.outcome($0))" }.joined()
  }

  private func flags(_ count: (Flag.Severity) -> Int) -> String {
    wording(
      "\(count(.error)) lỗi, \(count(.warning)) cảnh báo, \(count(.info)) lưu ý",
      "\(count(.error)) errors, \(count(.warning)) warnings, \(count(.info)) notes")
  }
}
