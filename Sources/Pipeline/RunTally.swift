package import DocumentModel

/// How a run over many inputs went; enough to choose the exit code.
package struct RunTally: Sendable, Hashable {
  package private(set) var read = 0
  package private(set) var failed = 0
  /// How many of the failed were not readable at all.
  package private(set) var unreadable = 0
  /// The gravest flag met.
  package private(set) var worst: Flag.Severity?

  package init() {}

  package var isNothingRead: Bool { read == 0 && failed == unreadable }

  mutating func addRead(worst severity: Flag.Severity?) {
    read += 1
    guard let severity else { return }
    worst = worst.map { max($0, severity) } ?? severity
  }

  mutating func add(_ failure: InputFailure) {
    failed += 1
    if failure.isUnreadable { unreadable += 1 }
  }
}
