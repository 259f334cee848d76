/// How much of a file Reading accepts before it reports a failure instead of working on.
package struct ReadingLimits: Sendable, Hashable {
  /// Largest file, in bytes.
  package var maximumBytes: Int
  /// Longest line of a text, in bytes: a report's paragraph has a few thousand.
  package var maximumLine: Int

  package init(maximumBytes: Int = 50_000_000, maximumLine: Int = 1_000_000) {
    self.maximumBytes = maximumBytes
    self.maximumLine = maximumLine
  }
}
