/// A failure to read or process one file: what, where, why, and what to do.
package struct InputFailure: Error, Sendable, Hashable {
  package var file: String
  package var message: Message
  /// True where nothing at all could be read of it (exit code 66 if all are so).
  package var isUnreadable: Bool

  package init(file: String, message: Message, isUnreadable: Bool = true) {
    self.file = file
    self.message = message
    self.isUnreadable = isUnreadable
  }
}
