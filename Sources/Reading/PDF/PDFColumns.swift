/// The measures by which places on a page become places in lines of text.
struct PDFColumns {
  /// Where the text begins at the left, in points.
  private let margin: Double
  /// Width of a character, in points.
  private let character: Double
  /// From one line of running text to the next, in points.
  let pitch: Double

  init(_ lines: [PDFLine]) {
    let words = lines.lazy.flatMap(\.words)
    margin = words.map(\.left).min() ?? 0
    let widths = words.filter { $0.text.count > 2 }.map { word in
      (word.right - word.left)
        / Double(String(decoding: word.text, as: UTF8.self).unicodeScalars.count)
    }.sorted()
    character = max(1, widths.isEmpty ? 5 : widths[widths.count / 2])
    var steps: [Double] = []
    for index in lines.indices.dropFirst() {
      let step = lines[index].top - lines[index - 1].top
      if step > 0.7 * lines[index].height, step < 3 * lines[index].height { steps.append(step) }
    }
    steps.sort()
    pitch = steps.isEmpty ? 20 : steps[steps.count * 2 / 5]
  }

  /// The column of a place, from 0; no page is wider than 400 characters.
  func column(_ place: Double) -> Int { min(400, max(0, Int((place - margin) / character))) }

  /// The words before which a gap stands that parts columns.
  ///
  /// Where a text is justified all gaps of a line are wide, and none of them is meant.
  func wideGaps(_ line: PDFLine) -> Set<Int> {
    guard !line.isSpread else { return [] }
    return Set(
      line.words.indices.dropFirst().filter {
        line.words[$0].left - line.words[$0 - 1].right > 0.7 * line.height
          && !line.words[$0].isRaised
      })
  }
}
