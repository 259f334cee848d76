import Reading

/// What one file may cost before it is a recorded failure.
package struct FileLimits: Sendable, Hashable {
  /// For each program that reads a file for us: seconds, and address space in bytes.
  package var seconds: Int
  package var memory: Int
  /// Most pages of a file that has pages.
  package var pages: Int

  package init(seconds: Int = 60, memory: Int = 1 << 30, pages: Int = 2000) {
    self.seconds = seconds
    self.memory = memory
    self.pages = pages
  }

  var reading: ReadingLimits {
    ReadingLimits(maximumPages: pages, child: ChildLimits(seconds: seconds, memory: memory))
  }
}
