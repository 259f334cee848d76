/// How much of a file Reading accepts before it reports a failure instead of working on.
package struct ReadingLimits: Sendable, Hashable {
  /// Largest file, in bytes.
  package var maximumBytes: Int
  /// Longest line of a text, in bytes: a report's paragraph has a few thousand.
  package var maximumLine: Int
  /// Most pages of a file that has pages.
  package var maximumPages: Int
  /// What programs may use that read a file for us.
  package var child: ChildLimits

  package init(
    maximumBytes: Int = 50_000_000, maximumLine: Int = 1_000_000, maximumPages: Int = 2000,
    child: ChildLimits = ChildLimits()
  ) {
    self.maximumBytes = maximumBytes
    self.maximumLine = maximumLine
    self.maximumPages = maximumPages
    self.child = child
  }
}
