import DocumentModel

/// Tells the vocabulary of an XML by its root element and reads it.
struct MarkupReader: Sendable {
  let limits: ReadingLimits

  func read(_ bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    let stream = try XMLStream(MemorySource(bytes), maximumElements: limits.maximumElements)
    guard let root = try root(of: stream) else { throw .malformedXML(line: 1) }
    switch (root.name, root.namespace) {
    case ("pdf2xml", _): return try text(of: try PDFToXMLParser.pages(stream, limits: limits))
    case ("html", _): return try text(of: try BoundingBoxParser.pages(stream, limits: limits))
    case ("document", let namespace) where namespace.contains(":opendocument:"):
      let result = OfficeRenderer.render(try OpenDocumentReader(limits: limits).read(flat: stream))
      guard result.bytes.contains(where: { $0 > 0x20 }) else { throw .blank }
      return result
    case ("report", UnitReportReader.namespace):
      return try UnitReportReader(limits: limits).read(bytes)
    default: throw .unknownVocabulary(root: root.name)
    }
  }

  private func root(of stream: XMLStream) throws(ReadingProblem) -> XMLElement? {
    while let event = try stream.next() {
      if case .start(let element) = event { return element }
    }
    return nil
  }

  private func text(of pages: [PDFPage]) throws(ReadingProblem) -> ReadText {
    guard pages.contains(where: { !$0.words.isEmpty }) else {
      throw .noTextLayer(pages: pages.count)
    }
    return PDFText.text(of: pages)
  }
}
