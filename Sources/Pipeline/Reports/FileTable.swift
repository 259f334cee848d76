package import DocumentModel
import Exporting

/// The closing table of a run, and of a status: a row for each file.
package struct FileTable: Sendable {
  private let wording: Wording

  package init(language: Language) { wording = Wording(language) }

  package func text(_ files: [IngestedFile], marksKnown: Bool) -> String {
    var table = TextTable(
      header: [
        wording("Báo cáo", "Report"), wording("Đơn vị", "Unit"), wording("Kỳ", "Period"),
        wording("Số liệu", "Facts"), wording("Cờ", "Flags"), wording("Giải thích", "Coverage"),
        wording("Kết quả", "Outcome"),
      ], alignments: [.left, .left, .left, .right, .right, .right, .left])
    for file in files { table.add(row(file, marksKnown: marksKnown)) }
    return table.text
  }

  private func row(_ file: IngestedFile, marksKnown: Bool) -> [String] {
    let submission = file.submission
    guard file.content != nil else {
      return [submission.file, "", "", "", "", "", wording.outcome(submission.outcome)]
    }
    var outcome = wording.outcome(submission.outcome)
    if marksKnown && !file.isNew { outcome += wording(", đã có từ trước", ", already there") }
    return [
      submission.file, submission.entity ?? wording("chưa rõ", "unknown"),
      wording.period(submission.period), wording.number(submission.facts), flags(file),
      submission.numerals == 0 ? "–" : wording.percent(tenThousandths: submission.coverage),
      outcome,
    ]
  }

  /// `3 (1 lỗi)`: all flags, and how many of them are errors.
  private func flags(_ file: IngestedFile) -> String {
    let errors = file.flags[.error] ?? 0
    let total = wording.number(file.submission.flags)
    return errors == 0 ? total : total + wording(" (\(errors) lỗi)", " (\(errors) errors)")
  }
}
