package import DocumentModel

/// Turns a file's bytes into a Document. The only room that knows formats.
package struct Reader: Sendable {
  package init() {}

  /// Reads one file's bytes.
  ///
  /// - Throws: `InputFailure` with file, reason and remedy.
  package func read(file: String, bytes: [UInt8]) throws(InputFailure) -> Document {
    Document(file: file, sha256: "", bytes: bytes)
  }
}
