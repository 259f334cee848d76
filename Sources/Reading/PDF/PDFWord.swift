import DocumentModel

/// A word on a page, in points from the page's upper left corner.
struct PDFWord: Sendable, Hashable {
  var text: [UInt8]
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double
  /// A raised, smaller number: the mark of a footnote.
  var isRaised = false

  var height: Double { bottom - top }
  var centre: Double { (left + right) / 2 }
  var middle: Double { (top + bottom) / 2 }
  var box: SourceSpan.Box {
    SourceSpan.Box(left: left, top: top, right: right, bottom: bottom)
  }

  var isDigits: Bool { !text.isEmpty && text.allSatisfy { (0x30...0x39).contains($0) } }
}

/// A page with its words in the order in which poppler reads them.
struct PDFPage: Sendable, Hashable {
  /// From 1.
  var number: Int
  var width: Double
  var height: Double
  var words: [PDFWord] = []
}
