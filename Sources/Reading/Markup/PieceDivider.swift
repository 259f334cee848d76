import DocumentModel

/// Finds out where the words of a line's pieces stand.
///
/// Letters have their font's width; what a piece is wider than its letters, its spaces share. A
/// piece that holds two cells of a table is wider than that by the gap between them: the gap is put
/// before the word that then stands where other pieces of the page begin.
struct PieceDivider {
  /// Points for a thousandth of the letters' height, by font.
  private var scales: [String: Double] = [:]

  init(_ pieces: [PagePiece]) {
    var seen: [String: [Double]] = [:]
    for piece in pieces {
      let units = LetterWidth.of(piece.text)
      if units > 0 { seen[piece.font, default: []].append(piece.width / units) }
    }
    // Justified lines and lines with columns are wider than their letters, none is narrower.
    scales = seen.mapValues { values in
      let sorted = values.sorted()
      return sorted[sorted.count / 5]
    }
  }

  /// A piece's words with their widths, and what is left for the gaps.
  private struct Setting {
    var piece: PagePiece
    var words: [Substring]
    var widths: [Double]
    /// A space of the font.
    var space: Double
    /// The width of all gaps together.
    var rest: Double
    var gaps: Int { words.count - 1 }
    /// How much wider the gaps are than spaces, as a share of the height.
    var excess = 0.0
    /// True for a long line that ends at the margin: it is stretched to end there.
    var isJustified = false
    /// Where the next word stands when one gap takes all room that the others don't need, by gap.
    var starts: [Double]
  }

  /// The words of one page's pieces.
  func words(of pieces: [PagePiece]) -> [PDFWord] {
    let left = pieces.map(\.left).min() ?? 0
    let right = pieces.map { $0.left + $0.width }.max() ?? 0
    let settings = pieces.compactMap { setting($0, margins: left...max(left, right)) }
    let edges = pieces.map(\.left).sorted()
    return settings.flatMap { words(of: $0, among: settings, edges: edges) }
  }

  private func setting(_ piece: PagePiece, margins: ClosedRange<Double>) -> Setting? {
    let words = piece.text.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return nil }
    let gaps = words.count - 1
    let units = LetterWidth.of(words.joined(separator: " "))
    var scale = scales[piece.font] ?? 0
    if gaps == 0, units > 0 { scale = piece.width / units }
    let widths = words.map { LetterWidth.of(String($0)) * scale }
    var setting = Setting(
      piece: piece, words: words, widths: widths, space: 250 * scale,
      rest: max(0, piece.width - widths.reduce(0, +)), starts: [])
    let excess = setting.rest - Double(gaps) * setting.space
    setting.isJustified =
      piece.left + piece.width > margins.upperBound - piece.height * 0.15
      && piece.width > 0.6 * (margins.upperBound - margins.lowerBound)
    setting.excess = excess / piece.height
    if gaps > 0, setting.excess > PieceDivider.least, !setting.isJustified {
      var left = piece.left
      for width in widths.dropLast() {
        left += width + setting.space
        setting.starts.append(left + excess)
      }
    }
    return setting
  }

  private func words(
    of setting: Setting, among others: [Setting], edges: [Double]
  ) -> [PDFWord] {
    let (piece, gaps) = (setting.piece, setting.gaps)
    var widths = setting.widths
    var spaces = Array(repeating: setting.space, count: max(0, gaps))
    if let column = columnGap(setting, among: others, edges: edges) {
      spaces[column] = setting.rest - setting.space * Double(gaps - 1)
    } else if setting.isJustified, setting.excess > 0 {
      spaces = spaces.map { _ in setting.rest / Double(gaps) }
    } else {
      // The font is a little wider or narrower than its measure.
      let factor = piece.width / max(1, (widths + spaces).reduce(0, +))
      widths = widths.map { $0 * factor }
      spaces = spaces.map { $0 * factor }
    }
    var x = piece.left
    return setting.words.indices.map { index in
      let width = widths[index]
      defer { x += width + (index < gaps ? spaces[index] : 0) }
      return PDFWord(
        text: Array(setting.words[index].utf8), left: x, top: piece.top, right: x + width,
        bottom: piece.top + piece.height)
    }
  }

  /// The least excess that hides a gap between cells, and one that certainly does.
  private static let least = 0.04
  private static let clear = 0.2

  /// The gap between two cells of a table in a piece; nil where it is in one cell.
  private func columnGap(
    _ setting: Setting, among others: [Setting], edges: [Double]
  ) -> Int? {
    guard !setting.starts.isEmpty else { return nil }
    let reach = setting.piece.height * 0.1
    // Headings beside one another: "Đảng viên đến 31/12/2019" "Kết nạp 2015 - 2019".
    let capitals = (1...setting.gaps).filter { setting.words[$0].first?.isUppercase ?? false }
    if setting.excess > PieceDivider.clear, capitals.count == 1,
      others.contains(where: { $0.piece.isBeside(setting.piece) })
    {
      return capitals[0] - 1
    }
    if setting.excess > PieceDivider.clear {
      let supports = setting.starts.map { count(edges, near: $0, reach: reach) }
      if let most = supports.max(), most >= 2 { return supports.firstIndex(of: most) }
    }
    // Pieces below one another that all begin with a figure: "61 tăng 04", "49 giảm 03".
    if setting.words[0].allSatisfy({ $0.isNumber || $0 == "." || $0 == "," }) {
      let fellows = others.count { other in
        guard let start = other.starts.first else { return false }
        return abs(other.piece.left - setting.piece.left) < 4 * reach
          && abs(start - setting.starts[0]) < 2.5 * reach
      }
      if fellows >= 3 { return 0 }
    }
    return nil
  }

  private func count(_ edges: [Double], near x: Double, reach: Double) -> Int {
    edges[edges.bisect { $0 >= x - reach }...].prefix { $0 <= x + reach }.count
  }
}

/// How wide letters are in the serif fonts that reports are set in, in thousandths of their height.
///
/// Source: the metrics of Times; a letter with signs is as wide as without.
enum LetterWidth {
  static func of(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Double {
    if let width = widths[scalar] { return width }
    guard let letter = VietnameseLetter(scalar.value), let base = plain[letter.base] else {
      return 500
    }
    let bare = letter.isUpper ? base - 0x20 : base
    return Unicode.Scalar(bare).flatMap { widths[$0] } ?? 500
  }

  private static let plain: [UInt32: UInt32] = {
    var result: [UInt32: UInt32] = [0xE2: 0x61, 0x103: 0x61, 0xEA: 0x65, 0xF4: 0x6F, 0x1A1: 0x6F]
    result[0x1B0] = 0x75
    result[0x111] = 0x64
    for base in UInt32(0x61)...0x7A { result[base] = base }
    return result
  }()

  private static let widths: [Unicode.Scalar: Double] = {
    let groups: [(Double, String)] = [
      (250, " .,"), (278, "/;:ijlt"), (333, "()-frI[]!"), (389, "sJ"), (444, "acez?“”"),
      (500, "0123456789bdghknopquvxy*–$_"), (556, "FPS"), (564, "+=<>"), (611, "ELTZ"),
      (667, "BCR"), (722, "wADGHKNOQUVXY"), (778, "m&"), (833, "%"), (889, "M"), (944, "W"),
    ]
    var result: [Unicode.Scalar: Double] = [:]
    for (width, letters) in groups {
      for letter in letters.unicodeScalars { result[letter] = width }
    }
    return result
  }()
}
