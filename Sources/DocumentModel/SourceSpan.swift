/// Where a numeral (or symbol, or date) was written.
package struct SourceSpan: Sendable, Hashable {
  /// Page, from 1, where the format has pages.
  package var page: Int?
  /// Line, from 1, in the text as read.
  package var line: Int
  /// UTF-8 byte offsets in the text as read, from 0, end exclusive.
  package var start: Int
  package var end: Int
  /// The numeral as written; always equal to the bytes of the text as read in `start..<end`.
  package var text: String
  /// The box on a PDF page, in points from the upper left corner.
  package var box: Box?
  /// For a text in an old encoding: its byte offsets in the file, from 0, end exclusive.
  package var raw: Range<Int>?
  /// The program that made the text of a file that isn't read directly: "ocr" where it recognised
  /// the letters of a picture, "soffice" or "antiword" where it converted the file.
  package var via: String?

  package struct Box: Sendable, Hashable {
    package var left: Double
    package var top: Double
    package var right: Double
    package var bottom: Double

    package init(left: Double, top: Double, right: Double, bottom: Double) {
      self.left = left
      self.top = top
      self.right = right
      self.bottom = bottom
    }
  }

  package init(
    page: Int? = nil, line: Int, start: Int, end: Int, text: String, box: Box? = nil,
    raw: Range<Int>? = nil, via: String? = nil
  ) {
    self.page = page
    self.line = line
    self.start = start
    self.end = end
    self.text = text
    self.box = box
    self.raw = raw
    self.via = via
  }
}
