package import DocumentModel

/// Turns a file's bytes into a Document.
///
/// The only room that knows formats.
package struct Reader: Sendable {
  private let limits: ReadingLimits

  package init(limits: ReadingLimits = ReadingLimits()) { self.limits = limits }

  /// Reads one file's bytes.
  ///
  /// Of a UTF-8 text the bytes stay as they are, byte-order mark included: the text as read is the
  /// file itself.
  ///
  /// - Throws: `InputFailure` with file, reason and remedy.
  package func read(file: String, bytes: [UInt8]) throws(InputFailure) -> Document {
    guard !bytes.isEmpty else { throw failure(file, .empty) }
    guard bytes.count <= limits.maximumBytes else {
      throw failure(file, .tooLarge(bytes: bytes.count, limit: limits.maximumBytes))
    }
    switch FileFormat(of: bytes) {
    case .plainText: break
    case let other: throw failure(file, .unsupported(other))
    }
    let text = PlainText(limits: limits)
    if let problem = text.problem(in: bytes) { throw failure(file, problem) }
    return Document(file: file, sha256: ContentHash.sha256(of: bytes), bytes: bytes)
  }

  private func failure(_ file: String, _ problem: ReadingProblem) -> InputFailure {
    InputFailure(file: file, message: problem.message)
  }
}
