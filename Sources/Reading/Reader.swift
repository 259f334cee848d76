package import DocumentModel

/// Turns a file's bytes into a Document.
///
/// The only room that knows formats.
package struct Reader: Sendable {
  private let limits: ReadingLimits
  private let options: ReadingOptions

  package init(
    limits: ReadingLimits = ReadingLimits(), options: ReadingOptions = ReadingOptions()
  ) {
    self.limits = limits
    self.options = options
  }

  /// Reads one file's bytes.
  ///
  /// Of a UTF-8 text the bytes stay as they are, byte-order mark included: the text as read is the
  /// file itself. What it is of other formats is told in FORMATS.md.
  ///
  /// - Throws: `InputFailure` with file, reason and remedy.
  package func read(file: String, bytes: [UInt8]) throws(InputFailure) -> Document {
    guard !bytes.isEmpty else { throw failure(file, .empty) }
    guard bytes.count <= limits.maximumBytes else {
      throw failure(file, .tooLarge(bytes: bytes.count, limit: limits.maximumBytes))
    }
    do throws(ReadingProblem) {
      switch FileFormat(of: bytes) {
      case .plainText, .utf16:
        return try TextReader(limits: limits, encoding: options.encoding)
          .document(file: file, bytes: bytes)
      case let other: throw .unsupported(other)
      }
    } catch {
      throw failure(file, error)
    }
  }

  private func failure(_ file: String, _ problem: ReadingProblem) -> InputFailure {
    InputFailure(file: file, message: problem.message)
  }
}
