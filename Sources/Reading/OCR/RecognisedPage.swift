/// A page as tesseract reads it.
struct RecognisedPage: Sendable {
  private(set) var page: PDFPage

  /// Words below this are specks and rules.
  private static let leastConfidence = 15.0

  /// Parses tesseract's TSV: level, page_num, block_num, par_num, line_num, word_num, left, top,
  /// width, height, conf, text, in pixels; level 1 is the page, 4 a line, 5 a word.
  ///
  /// - Parameters:
  ///   - number: of the page, from 1.
  ///   - resolution: pixels an inch.
  init(tsv: [UInt8], number: Int, resolution: Double) {
    page = PDFPage(number: number, width: 0, height: 0)
    let scale = 72 / resolution
    var line: (top: Double, bottom: Double) = (0, 0)
    for row in tsv.split(separator: 0x0A) {
      let fields = row.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count >= 11, let level = Int(fields[0]), let left = Double(fields[6]),
        let top = Double(fields[7]), let width = Double(fields[8]), let height = Double(fields[9])
      else { continue }
      switch level {
      case 1: (page.width, page.height) = (width * scale, height * scale)
      case 4: line = (top * scale, (top + height) * scale)
      case 5:
        guard fields.count == 12, let confidence = Double(fields[10]),
          confidence >= RecognisedPage.leastConfidence
        else { continue }
        let text = RecognisedPage.clean(fields[11])
        guard !text.isEmpty else { continue }
        // A word's own box ends at its letters: commas and letters without strokes are low. The
        // line's box keeps the words of one line beside one another.
        let isOfLine = height * scale > 0.3 * (line.bottom - line.top)
        page.words.append(
          PDFWord(
            text: Array(text.utf8), left: left * scale,
            top: isOfLine ? line.top : top * scale, right: (left + width) * scale,
            bottom: isOfLine ? line.bottom : (top + height) * scale))
      default: continue
      }
    }
  }

  /// Without the rules of a table that touch a word.
  private static func clean(_ text: String) -> String {
    var text = text[...]
    let rules: Set<Character> = ["|", "_", "[", "]", "¦", "—"]
    while let first = text.first, rules.contains(first) || first.isWhitespace { text.removeFirst() }
    while let last = text.last, rules.contains(last) || last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
