import Reading

/// What the user chose about how files are read.
package struct ReadingChoices: Sendable, Hashable {
  /// One of `encodings`, or nil to find out for each file.
  package var encoding: String?
  /// True where pages without text are to be recognised.
  package var recognises: Bool
  /// Pages of one file recognised at once.
  package var recognitionJobs = 1

  package init(encoding: String? = nil, recognises: Bool = false) {
    self.encoding = encoding
    self.recognises = recognises
  }

  /// The encodings that may be chosen.
  package static let encodings = TextEncoding.allCases.map(\.rawValue)

  var options: ReadingOptions {
    ReadingOptions(
      encoding: encoding.flatMap(TextEncoding.init(rawValue:)), recognises: recognises,
      recognitionJobs: recognitionJobs)
  }
}
