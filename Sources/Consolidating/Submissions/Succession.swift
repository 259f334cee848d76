import DocumentModel

/// Which of one unit's reports on one matter stand, which are superseded, and which contradict each
/// other.
///
/// A report that says it replaces another supersedes the one it names, or, of the same period, those
/// that are dated no later. Two that say nothing of the kind are for a person to choose from.
struct Succession {
  private let reports: [Submission]
  private let evidence: [String: ReportEvidence]

  /// Takes reports of one unit on one matter, of any periods.
  init(_ reports: [Submission], evidence: [String: ReportEvidence]) {
    self.reports = reports.sorted(by: Succession.isEarlier)
    self.evidence = evidence
  }

  var outcomes: [Submission] {
    var outcomes: [String: Submission] = [:]
    for report in reports { outcomes[report.id] = report }
    for (index, successor) in reports.enumerated() where isReplacement(successor) {
      for earlier in reports[..<index] + reports[(index + 1)...]
      where supersedes(successor, earlier) {
        guard outcomes[earlier.id]?.outcome != .superseded else { continue }
        outcomes[earlier.id]?.outcome = .superseded
        outcomes[earlier.id]?.reason = Succession.replaced(by: successor)
        outcomes[successor.id]?.supersedes = earlier.id
      }
    }
    markConflicts(&outcomes)
    return reports.compactMap { outcomes[$0.id] }
  }

  private func markConflicts(_ outcomes: inout [String: Submission]) {
    let standing = reports.filter { outcomes[$0.id]?.outcome == .accepted }
    for group in Dictionary(grouping: standing, by: \.period).values where group.count > 1 {
      for report in group {
        let others = group.filter { $0.id != report.id }.map(\.file)
          .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: ", ")
        outcomes[report.id]?.outcome = .conflict
        outcomes[report.id]?.reason = Message(
          vi: "cùng đơn vị, cùng kỳ với \(others), không nói thay thế; "
            + "hãy rút bản sai bằng `tonghop withdraw`",
          en: "of the same unit and period as \(others), and neither says it replaces the other; "
            + "withdraw the wrong one with `tonghop withdraw`")
      }
    }
  }

  private func isReplacement(_ report: Submission) -> Bool {
    evidence[report.id]?.isReplacement ?? false
  }

  private func supersedes(_ successor: Submission, _ earlier: Submission) -> Bool {
    let named = evidence[successor.id]?.replaces ?? []
    if let number = earlier.number.map(Succession.folded), named.contains(number),
      successor.number.map(Succession.folded) != number
    {
      return true
    }
    guard successor.period == earlier.period else { return false }
    if let date = successor.date, let other = earlier.date, date != other { return other < date }
    // Of the same day, or of none: the one that says nothing gives way.
    return !isReplacement(earlier)
  }

  /// By date, then number, then content, whatever the files are called.
  private static func isEarlier(_ left: Submission, _ right: Submission) -> Bool {
    func key(_ report: Submission) -> [String] {
      [report.date?.description ?? "9999", report.number ?? "", report.id]
    }
    return key(left).lexicographicallyPrecedes(key(right))
  }

  /// A document's number without spaces and case.
  static func folded(_ number: String) -> String {
    String(number.lowercased().filter { !$0.isWhitespace })
  }

  private static func replaced(by successor: Submission) -> Message {
    let number = successor.number ?? successor.file
    return Message(
      vi: "được thay thế bằng \(number) (\(successor.file))",
      en: "replaced by \(number) (\(successor.file))")
  }
}
