/// Where each place of a decoded text stands in the file's own bytes.
///
/// Both run in step over ASCII, so that only the places are kept where they stop doing so.
package struct RawOffsets: Sendable, Hashable {
  private var text: [Int] = []
  private var raw: [Int] = []

  package init() {}

  /// Notes that what begins at one offset of the text begins at another of the file; in rising
  /// order, from 0.
  package mutating func note(text offset: Int, raw origin: Int) {
    if let lastText = text.last, let lastRaw = raw.last, offset - lastText == origin - lastRaw {
      return
    }
    text.append(offset)
    raw.append(origin)
  }

  /// The offset in the file's bytes of an offset in the text; by bisection.
  package func raw(at offset: Int) -> Int {
    guard !text.isEmpty else { return offset }
    let piece = max(0, text.bisect { $0 > offset } - 1)
    return raw[piece] + offset - text[piece]
  }

  /// The range of the file's bytes that a range of the text was decoded from.
  package func raw(of range: Range<Int>) -> Range<Int> {
    let start = raw(at: range.lowerBound)
    return start..<max(start, raw(at: range.upperBound))
  }
}
