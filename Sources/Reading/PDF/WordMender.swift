/// Joins pieces of a word that the file set one by one: where another font supplies the letters
/// with marks, a space seems to stand before and after each of them ("ĐIỀ U").
enum WordMender {
  /// Words from left to right on one line.
  static func mended(_ words: [PDFWord]) -> [PDFWord] {
    var result: [PDFWord] = []
    for word in words {
      if let last = result.last, touches(last, word) {
        result[result.count - 1].text += word.text
        result[result.count - 1].right = max(last.right, word.right)
        result[result.count - 1].top = min(last.top, word.top)
        result[result.count - 1].bottom = max(last.bottom, word.bottom)
      } else {
        result.append(word)
      }
    }
    return result
  }

  /// A space is a quarter of the size; what is less than half of that is none.
  private static func touches(_ left: PDFWord, _ right: PDFWord) -> Bool {
    let height = max(left.height, right.height)
    let gap = right.left - left.right
    return left.isRaised == right.isRaised && gap < 0.09 * height && gap > -0.3 * height
  }
}
