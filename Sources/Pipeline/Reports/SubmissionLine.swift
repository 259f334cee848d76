package import DocumentModel
import Exporting

/// One submission in one line: what a decision has made of it.
package struct SubmissionLine: Sendable {
  private let wording: Wording

  package init(language: Language) { wording = Wording(language) }

  package func text(_ submission: Submission) -> String {
    var parts = [
      submission.file, wording.outcome(submission.outcome),
      [submission.unit, submission.entity].compactMap { $0 }.joined(separator: " "),
      wording.period(submission.period),
    ]
    if let reason = submission.reason { parts.append(reason.text(in: wording.language)) }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ") + "\n"
  }
}
