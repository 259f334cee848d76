/// A page as tesseract reads it.
struct RecognisedPage: Sendable {
  private(set) var page: PDFPage
  /// How sure tesseract is of each word, of 100.
  private(set) var confidences: [Double] = []

  /// Words below this are specks and rules.
  private static let leastConfidence = 15.0
  /// Gaps up to this share of the height are spaces.
  private static let closeGap = 0.7

  /// Parses tesseract's TSV: level, page_num, block_num, par_num, line_num, word_num, left, top,
  /// width, height, conf, text, in pixels; level 1 is the page, 4 a line, 5 a word.
  ///
  /// - Parameters:
  ///   - tsv: what it printed.
  ///   - number: of the page, from 1.
  ///   - resolution: pixels an inch.
  init(tsv: [UInt8], number: Int, resolution: Double) {
    page = PDFPage(number: number, width: 0, height: 0)
    let scale = 72 / resolution
    var line: (top: Double, bottom: Double) = (0, 0)
    var lines: [(top: Double, bottom: Double)] = []
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
        confidences.append(confidence)
        lines.append(line)
        page.words.append(
          PDFWord(
            text: Array(text.utf8), left: left * scale, top: top * scale,
            right: (left + width) * scale, bottom: (top + height) * scale))
      default: continue
      }
    }
    settleHeights(lines)
    dropSpecks(lines)
  }

  /// A lone word that the program is not sure of is a star or a stain read as letters.
  private mutating func dropSpecks(_ lines: [(top: Double, bottom: Double)]) {
    let kept = page.words.indices.filter { index in
      let isLone =
        (index == 0 || lines[index - 1] != lines[index])
        && (index + 1 == lines.count || lines[index + 1] != lines[index])
      let hasDigit = page.words[index].text.contains { (0x30...0x39).contains($0) }
      return !isLone || hasDigit || confidences[index] >= 70
    }
    page.words = kept.map { page.words[$0] }
    confidences = kept.map { confidences[$0] }
  }

  /// Gives all words of about the page's usual height that height, on their line's foot.
  ///
  /// A word's own box ends at its letters, and so does a line's: commas are low, lines without
  /// capitals are too. All words of about the page's usual height get that height, on their line's
  /// foot, so that the words of a line stand beside one another.
  private mutating func settleHeights(_ lines: [(top: Double, bottom: Double)]) {
    let heights = lines.map { $0.bottom - $0.top }.sorted()
    guard !heights.isEmpty else { return }
    let usual = heights[heights.count / 2]
    for (index, line) in lines.enumerated() {
      let height = line.bottom - line.top
      let own = page.words[index].height
      let isOfLine = own > 0.3 * height || line.bottom - page.words[index].bottom < 0.3 * usual
      if height < 1.5 * usual, isOfLine {
        page.words[index].bottom = line.bottom
        page.words[index].top = line.bottom - usual
      }
      // Strokes end where they end: gaps of one size in print differ by some pixels.
      if index > 0, lines[index - 1] == line {
        let gap = page.words[index].left - page.words[index - 1].right
        if gap > 0, gap < RecognisedPage.closeGap * usual {
          page.words[index - 1].right = page.words[index].left - min(gap, 0.2 * usual)
        }
      }
    }
  }

  /// Without the rules of a table that touch a word.
  private static func clean(_ text: String) -> String {
    var text = text[...]
    let rules: Set<Character> = ["|", "_", "[", "]", "¦", "—"]
    while let first = text.first, rules.contains(first) || first.isWhitespace { text.removeFirst() }
    while let last = text.last, rules.contains(last) || last.isWhitespace { text.removeLast() }
    // The letter of Icelandic looks like the Vietnamese one.
    return String(text).replacing("\u{D0}", with: "Đ").replacing("\u{F0}", with: "đ")
  }

  mutating func setText(_ text: [UInt8], at index: Int) { page.words[index].text = text }
}
