/// Parses what `pdftohtml -xml` prints: pieces of lines with their boxes.
///
/// Boxes are in pixels of a zoom of 1.5, unless another was asked for, which the file doesn't tell.
/// Where words stand in a piece is worked out by `PieceDivider`.
enum PDFToXMLParser {
  private static let zoom = 1.5

  static func pages(
    _ stream: XMLStream, limits: ReadingLimits
  ) throws(ReadingProblem) -> [PDFPage] {
    var pages: [(page: PDFPage, pieces: [PagePiece])] = []
    var open: PagePiece?
    while let event = try stream.next() {
      switch event {
      case .start(let element):
        switch element.name {
        case "page":
          guard pages.count < limits.maximumPages else {
            throw .tooManyPages(limit: limits.maximumPages)
          }
          let page = PDFPage(
            number: element.number("number") ?? pages.count + 1,
            width: (element.decimal("width") ?? 0) / zoom,
            height: (element.decimal("height") ?? 0) / zoom)
          pages.append((page, []))
        case "text": open = PagePiece(element, zoom: zoom)
        default: continue
        }
      case .text(let text): open?.text += text
      case .end("text"):
        if let piece = open, !pages.isEmpty { pages[pages.count - 1].pieces.append(piece) }
        open = nil
      case .end: continue
      }
    }
    let divider = PieceDivider(pages.flatMap(\.pieces))
    return pages.map { page, pieces in
      var page = page
      page.words = divider.words(of: pieces)
      return page
    }
  }
}

/// A piece of a line: what was set in one go in one font.
struct PagePiece: Sendable {
  var text = ""
  var font: String
  var left: Double
  var top: Double
  var width: Double
  var height: Double

  /// A piece without text yet; nil where a side is missing.
  init?(_ element: XMLElement, zoom: Double) {
    guard let left = element.decimal("left"), let top = element.decimal("top"),
      let width = element.decimal("width"), let height = element.decimal("height"), height > 0,
      width >= 0
    else { return nil }
    font = element["font"] ?? ""
    (self.left, self.top) = (left / zoom, top / zoom)
    (self.width, self.height) = (width / zoom, height / zoom)
  }

  /// True for a piece of about the same line, left or right of this one.
  func isBeside(_ other: PagePiece) -> Bool {
    abs(top - other.top) < max(height, other.height)
      && (left + width <= other.left || other.left + other.width <= left)
  }
}
