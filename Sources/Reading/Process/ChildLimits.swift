/// What a program that reads a file for us may use before it is ended.
package struct ChildLimits: Sendable, Hashable {
  /// Seconds by the clock; also the seconds of processor time.
  package var seconds: Int
  /// Address space, in bytes.
  package var memory: Int
  /// Largest file that it may write, its standard output included, in bytes.
  package var output: Int

  package init(seconds: Int = 60, memory: Int = 1 << 30, output: Int = 256 << 20) {
    self.seconds = seconds
    self.memory = memory
    self.output = output
  }
}
