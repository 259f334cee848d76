import DocumentModel

/// Reads a PDF through one run of poppler's `pdftotext -tsv`.
struct PDFReader: Sendable {
  let limits: ReadingLimits

  func read(_ bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    throw .unsupported(.pdf)
  }
}
