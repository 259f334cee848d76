import Reading

/// What the user chose about how files are read.
package struct ReadingChoices: Sendable, Hashable {
  /// One of `encodings`, or nil to find out for each file.
  package var encoding: String?

  package init(encoding: String? = nil) { self.encoding = encoding }

  /// The encodings that may be chosen.
  package static let encodings = TextEncoding.allCases.map(\.rawValue)

  var options: ReadingOptions {
    ReadingOptions(encoding: encoding.flatMap(TextEncoding.init(rawValue:)))
  }
}
