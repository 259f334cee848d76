import DocumentModel
import Normalising

@testable import Reading

/// Pages drawn as text: a column is 6 points wide, a line 14 points high, and a line that begins
/// with `~` stands only half a line below the one before.
func pdf(_ pages: String...) -> Document {
  let pages = pages.enumerated().map { index, picture in
    var page = PDFPage(number: index + 1, width: 600, height: 840)
    var top = 36.0
    for line in picture.split(separator: "\n", omittingEmptySubsequences: false) {
      top += line.hasPrefix("~") ? 7 : 14
      page.words += words(line.hasPrefix("~") ? " " + line.dropFirst() : line, top: top)
    }
    return page
  }
  let text = PDFText.text(of: pages)
  return Document(
    file: "test.pdf", sha256: "", bytes: text.bytes, lines: text.lines, structure: text.structure)
}

private func words(_ line: Substring, top: Double) -> [PDFWord] {
  var words: [PDFWord] = []
  var start: Int?
  let characters = Array(line)
  for column in 0...characters.count {
    let isWord = column < characters.count && characters[column] != " "
    if isWord, start == nil { start = column }
    if !isWord, let first = start {
      words.append(
        PDFWord(
          text: Array(String(characters[first..<column]).utf8), left: 72 + 6 * Double(first),
          top: top, right: 72 + 6 * Double(column), bottom: top + 13))
      start = nil
    }
  }
  return words
}

/// The blocks of drawn pages, as `blocks` gives those of a text.
func blocks(_ document: Document) -> String {
  describe(normaliser.normalise(document)).split(separator: "\n").map { line in
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return String(line) }
    return String(line[line.index(end, offsetBy: 2)...])
  }.joined(separator: "\n")
}
