/// What the user tells Reading about the files.
package struct ReadingOptions: Sendable, Hashable {
  /// The encoding of text files; nil to find out for each.
  package var encoding: TextEncoding?
  /// True where pages without text are to be recognised.
  package var recognises: Bool
  /// Pages recognised at once.
  package var recognitionJobs: Int

  package init(
    encoding: TextEncoding? = nil, recognises: Bool = false, recognitionJobs: Int = 1
  ) {
    self.encoding = encoding
    self.recognises = recognises
    self.recognitionJobs = recognitionJobs
  }
}
