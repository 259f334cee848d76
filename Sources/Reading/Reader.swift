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
    do throws(ReadingProblem) {
      let text = try text(of: bytes)
      return Document(
        file: file, sha256: ContentHash.sha256(of: bytes), bytes: text.bytes, lines: text.lines,
        structure: text.structure, rawOffsets: text.rawOffsets)
    } catch {
      throw InputFailure(file: file, message: error.message)
    }
  }

  private func text(of bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= limits.maximumBytes else {
      throw .tooLarge(bytes: bytes.count, limit: limits.maximumBytes)
    }
    switch FileFormat(of: bytes) {
    case .plainText, .utf16:
      return try TextReader(limits: limits, encoding: options.encoding).read(bytes)
    case .zip: return try PackageReader(limits: limits).read(bytes)
    case .xml, .html: return try MarkupReader(limits: limits).read(bytes)
    case .pdf: return try PDFReader(limits: limits).read(bytes)
    case let other: throw .unsupported(other)
    }
  }
}
