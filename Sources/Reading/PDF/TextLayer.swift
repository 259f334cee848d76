/// Tells whether the text layer of a PDF can be what its pages show.
enum TextLayer {
  /// Fewer words than this are a stamp or a page number on a picture.
  private static let leastWords = 5

  /// The pages with their words as Unicode.
  ///
  /// Letters that a font of an old encoding stored as Western ones are decoded; both are told by
  /// the count of syllables.
  ///
  /// - Throws: `ReadingProblem` where most pages are pictures, or where the letters are Vietnamese
  ///   in no encoding.
  static func readable(_ pages: [PDFPage]) throws(ReadingProblem) -> [PDFPage] {
    let blank = pages.count { $0.words.count < leastWords }
    guard pages.contains(where: { !$0.words.isEmpty }), blank * 2 <= pages.count || pages.count == 1
    else { throw .noTextLayer(pages: pages.count) }
    let text = Array(pages.flatMap(\.words).map(\.text).joined(separator: [0x0A]))
    if let encoding = Mojibake.encoding(of: text) {
      return pages.map { decoded($0, from: encoding) }
    }
    if isGarbled(text) { throw .unreadableTextLayer }
    return pages
  }

  /// Decodes a page line by line: capitals of TCVN3 are told by those beside them.
  private static func decoded(_ page: PDFPage, from encoding: TextEncoding) -> PDFPage {
    var page = page
    var start = 0
    while start < page.words.count {
      var end = start + 1
      while end < page.words.count,
        abs(page.words[end].top - page.words[start].top) < 0.3 * page.words[start].height
      {
        end += 1
      }
      let line = page.words[start..<end].map { String(decoding: $0.text, as: UTF8.self) }
      let decoded = Mojibake.decoded(line.joined(separator: "\t"), from: encoding)
      let words = decoded.split(separator: "\t", omittingEmptySubsequences: false)
      for (index, word) in zip(start..<end, words) { page.words[index].text = Array(word.utf8) }
      start = end
    }
    return page
  }

  /// True where words with other letters than ASCII's are mostly no syllables.
  private static func isGarbled(_ text: [UInt8]) -> Bool {
    let scalars = String(decoding: text.prefix(200_000), as: UTF8.self).unicodeScalars.map(\.value)
    let line = DecodedLine(scalars: scalars, raws: [])
    let score = EncodingDetector.score(of: [line])
    return score.bad >= 20 && score.bad > 2 * score.good
  }
}
