/// How much of a file Reading accepts before it reports a failure instead of working on.
package struct ReadingLimits: Sendable, Hashable {
  /// Largest file, in bytes.
  package var maximumBytes: Int
  /// Longest line of a text, in bytes: a report's paragraph has a few thousand.
  package var maximumLine: Int
  /// Most pages of a file that has pages.
  package var maximumPages: Int
  /// Most bytes that one part of a packed file may expand to.
  package var maximumExpanded: Int
  /// Most elements of an XML file: a report of two hundred pages has some 200,000.
  package var maximumElements: Int
  /// What programs may use that read a file for us.
  package var child: ChildLimits

  package init(
    maximumBytes: Int = 50_000_000, maximumLine: Int = 1_000_000, maximumPages: Int = 2000,
    maximumExpanded: Int = 200_000_000, maximumElements: Int = 2_000_000,
    child: ChildLimits = ChildLimits()
  ) {
    self.maximumBytes = maximumBytes
    self.maximumLine = maximumLine
    self.maximumPages = maximumPages
    self.maximumExpanded = maximumExpanded
    self.maximumElements = maximumElements
    self.child = child
  }
}
