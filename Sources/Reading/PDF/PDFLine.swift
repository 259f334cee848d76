/// The words that stand beside one another on a page, from left to right.
struct PDFLine: Sendable, Hashable {
  var words: [PDFWord]
  /// Of the tallest word.
  private(set) var top: Double
  private(set) var bottom: Double

  init(_ word: PDFWord) {
    words = [word]
    top = word.top
    bottom = word.bottom
  }

  var height: Double { bottom - top }
  var left: Double { words.first?.left ?? 0 }
  var right: Double { words.map(\.right).max() ?? 0 }

  /// The share of the lower of the two that lies beside the other.
  func overlap(_ word: PDFWord) -> Double {
    let least = min(height, word.height)
    return least > 0 ? (min(bottom, word.bottom) - max(top, word.top)) / least : 0
  }

  /// A smaller word may stand raised; words of one size share their foot.
  func isBeside(_ word: PDFWord) -> Bool {
    let isSmaller = min(height, word.height) < 0.8 * max(height, word.height)
    return overlap(word) > (isSmaller ? 0.55 : 0.7)
  }

  mutating func add(_ word: PDFWord) {
    if word.height > height { (top, bottom) = (word.top, word.bottom) }
    words.append(word)
  }

  /// True where the words were spread to fill the line: then all its gaps are wide, and none parts
  /// columns.
  var isSpread: Bool {
    let gaps = words.indices.dropFirst().filter { !words[$0].isRaised && !words[$0 - 1].isRaised }
      .map { words[$0].left - words[$0 - 1].right }.sorted()
    guard gaps.count >= 4, let most = gaps.last else { return false }
    let usual = gaps[gaps.count / 2]
    return usual < 1.6 * height && most < 1.5 * usual && gaps[gaps.count / 4] > 0.7 * usual
  }

  /// Ranges of words between gaps that are wider than a share of the line's height.
  func runs(gap share: Double) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in words.indices.dropFirst()
    where words[index].left - words[index - 1].right > share * height && !words[index].isRaised {
      result.append(start..<index)
      start = index
    }
    result.append(start..<words.count)
    return result
  }

  func extent(_ run: Range<Int>) -> ClosedRange<Double> {
    let left = words[run.lowerBound].left
    return left...max(left, words[run].map(\.right).max() ?? left)
  }

  func text(_ run: Range<Int>) -> [UInt8] {
    Array(words[run].map(\.text).joined(separator: [0x20]))
  }
}

/// Puts a page's words into lines.
enum LineBuilder {
  /// Lines from top to bottom, their words from left to right, cut words mended, raised numbers
  /// told apart.
  static func lines(of page: PDFPage) -> [PDFLine] {
    var lines: [PDFLine] = []
    for word in page.words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      let near = lines.indices.suffix(4).max { lines[$0].overlap(word) < lines[$1].overlap(word) }
      if let near, lines[near].isBeside(word) {
        lines[near].add(word)
      } else {
        lines.append(PDFLine(word))
      }
    }
    for index in lines.indices {
      lines[index].words.sort { ($0.left, $0.top) < ($1.left, $1.top) }
      markRaised(&lines[index])
      lines[index].words = WordMender.mended(lines[index].words)
    }
    return lines.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
  }

  /// A number that is at least a quarter smaller than its line and ends well above its foot.
  private static func markRaised(_ line: inout PDFLine) {
    for index in line.words.indices where line.words[index].isDigits {
      let word = line.words[index]
      line.words[index].isRaised =
        word.text.count <= 3 && word.height < 0.75 * line.height
        && line.bottom - word.bottom > 0.2 * line.height && word.top < line.top + 0.2 * line.height
    }
  }
}
