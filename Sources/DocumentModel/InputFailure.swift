/// A failure to read or process one file: what, where, why, and what to do.
package struct InputFailure: Error, Sendable, Hashable {
  package var file: String
  package var message: Message
  /// True where nothing at all could be read of it (exit code 66 if all are so).
  package var isUnreadable: Bool
  /// `failed`, or `needsOCR` for pages without text.
  package var outcome: Submission.Outcome

  package init(
    file: String, message: Message, isUnreadable: Bool = true,
    outcome: Submission.Outcome = .failed
  ) {
    self.file = file
    self.message = message
    self.isUnreadable = isUnreadable
    self.outcome = outcome
  }
}
