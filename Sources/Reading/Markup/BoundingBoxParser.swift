/// Parses what `pdftotext -bbox-layout` prints: words with their boxes, in points.
enum BoundingBoxParser {
  /// - Throws: `ReadingProblem.otherKind` for a page of HTML without such words.
  static func pages(
    _ stream: XMLStream, limits: ReadingLimits
  ) throws(ReadingProblem) -> [PDFPage] {
    var pages: [PDFPage] = []
    var word: PDFWord?
    var isLayout = false
    while let event = try stream.next() {
      switch event {
      case .start(let element):
        switch element.name {
        case "doc": isLayout = true
        case "page" where isLayout:
          guard pages.count < limits.maximumPages else {
            throw .tooManyPages(limit: limits.maximumPages)
          }
          pages.append(
            PDFPage(
              number: pages.count + 1, width: element.decimal("width") ?? 0,
              height: element.decimal("height") ?? 0))
        case "word" where isLayout: word = PDFWord(element)
        default: continue
        }
      case .text(let text): word?.text += Array(text.trimmingSpaces.utf8)
      case .end("word"):
        if let word, !word.text.isEmpty, word.height > 0, !pages.isEmpty {
          pages[pages.count - 1].words.append(word)
        }
        word = nil
      case .end: continue
      }
    }
    guard isLayout else { throw .otherKind(.html) }
    return pages
  }
}

extension PDFWord {
  /// A word without text yet; nil where an edge is missing.
  fileprivate init?(_ element: XMLElement) {
    guard let left = element.decimal("xMin"), let top = element.decimal("yMin"),
      let right = element.decimal("xMax"), let bottom = element.decimal("yMax")
    else { return nil }
    self.init(text: [], left: left, top: top, right: right, bottom: bottom)
  }
}

extension XMLElement {
  /// A finite number of a size that a page can have.
  func decimal(_ attribute: String) -> Double? {
    guard let value = self[attribute].flatMap(Double.init), value.isFinite, abs(value) < 1_000_000
    else { return nil }
    return value
  }
}
