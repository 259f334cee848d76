/// What the user tells Reading about the files.
package struct ReadingOptions: Sendable, Hashable {
  /// The encoding of text files; nil to find out for each.
  package var encoding: TextEncoding?

  package init(encoding: TextEncoding? = nil) {
    self.encoding = encoding
  }
}
