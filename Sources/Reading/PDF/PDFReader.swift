import DocumentModel

/// Reads a PDF through one run of poppler's `pdftotext -tsv`.
struct PDFReader: Sendable {
  let limits: ReadingLimits

  func read(_ bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    // Poppler mends such a file as far as it can, and says nothing of the pages that are lost.
    guard bytes.suffix(4096).contains(Array("%%EOF".utf8)) else { throw .cutOff }
    let pages = try pages(of: bytes)
    guard pages.count <= limits.maximumPages else {
      throw .tooManyPages(limit: limits.maximumPages)
    }
    return PDFText.text(of: try TextLayer.readable(pages))
  }

  private func pages(of bytes: [UInt8]) throws(ReadingProblem) -> [PDFPage] {
    do throws(ChildFailure) {
      let folder = try ScratchFolder()
      let file = try folder.write(bytes, to: "report.pdf")
      // One page more than is allowed tells that there are too many.
      let output = try ChildProcess(limits: limits.child).run(
        "pdftotext", ["-tsv", "-l", String(limits.maximumPages + 1), file, "-"], in: folder)
      return TSVParser.pages(of: output)
    } catch {
      if case .failed(_, 1, let saying) = error, saying.contains("password") { throw .encrypted }
      throw .child(error)
    }
  }
}
