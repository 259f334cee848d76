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
        structure: text.structure, rawOffsets: text.rawOffsets, via: text.via,
        stated: text.stated)
    } catch {
      throw InputFailure(file: file, message: error.message, outcome: error.outcome)
    }
  }

  private func text(of bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= limits.maximumBytes else {
      throw .tooLarge(bytes: bytes.count, limit: limits.maximumBytes)
    }
    let format = FileFormat(of: bytes)
    switch format {
    case .plainText, .utf16:
      return try TextReader(limits: limits, encoding: options.encoding).read(bytes)
    case .zip: return try PackageReader(limits: limits).read(bytes)
    case .xml: return try MarkupReader(limits: limits).read(bytes)
    case .html:
      // `pdftotext -bbox-layout` prints XHTML.
      guard bytes.firstRange(of: Array("<word xMin=".utf8)) != nil else { throw .otherKind(.html) }
      return try MarkupReader(limits: limits).read(bytes)
    case .ole, .rtf: return try OfficeConverter(limits: limits).read(bytes, as: format)
    case .archive: throw .otherKind(.archive)
    case .image:
      guard options.recognises else { throw .otherKind(.image) }
      return try recogniser.read(image: bytes)
    case .mail: throw .otherKind(.mail)
    case .pdf: return try pdf(bytes)
    }
  }

  private var recogniser: OCRReader {
    OCRReader(limits: limits, jobs: options.recognitionJobs)
  }

  private func pdf(_ bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    do throws(ReadingProblem) {
      return try PDFReader(limits: limits).read(bytes)
    } catch {
      guard options.recognises, error.outcome == .needsOCR else { throw error }
      return try recogniser.read(pdf: bytes)
    }
  }
}
