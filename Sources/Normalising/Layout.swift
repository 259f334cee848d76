import DocumentModel

/// What can be told of the width and spacing that a text was set with.
enum Layout {
  /// The display column at which paragraphs were broken into lines, or nil where lines are
  /// paragraphs.
  ///
  /// A row is known to be broken where the next one begins in lower case.
  static func wrapColumn(_ draft: Draft) -> Int? {
    var widths: [Int] = []
    for index in draft.rows.indices.dropLast()
    where draft.rows[index].role == .body && draft.rows[index + 1].role == .body {
      let next = draft.text(ofRow: index + 1)
      if Sentence.opening(draft.bytes, next) == .lower, draft.marker(at: next) == nil {
        widths.append(draft.rows[index].indent + draft.rows[index].width)
      }
    }
    guard widths.count >= 3 else { return nil }
    widths.sort()
    return widths[widths.count * 9 / 10]
  }

  /// True where the next row's first word would not have fitted on this one.
  static func isFull(_ index: Int, before next: Int, in draft: Draft) -> Bool {
    if let isFull = isFullOnPage(index, before: next, in: draft) { return isFull }
    guard let wrap = draft.wrapColumn else { return false }
    let row = draft.rows[index]
    let text = draft.text(ofRow: next)
    let word = draft.bytes[text].prefix { $0 != 0x20 }
    let width = String(decoding: word.prefix(60), as: UTF8.self).unicodeScalars.count
    return row.indent + row.width + 1 + width > wrap
  }

  /// The display column at which the longest row of the body ends.
  static func longest(_ draft: Draft) -> Int {
    draft.rows.lazy.filter { $0.role == .body }.map { $0.indent + $0.width }.max() ?? 0
  }

  /// True where a row reaches close to where lines are broken.
  static func isLong(_ index: Int, in draft: Draft) -> Bool {
    let wrap = draft.wrapColumn ?? draft.longest
    return (draft.rows[index].indent + draft.rows[index].width) * 10 / 9 >= wrap
  }

  /// `isFull` by places on the page, nil where the format has none.
  private static func isFullOnPage(_ index: Int, before next: Int, in draft: Draft) -> Bool? {
    let text = draft.text(ofRow: next)
    let word = text.lowerBound..<(draft.bytes[text].firstIndex(of: 0x20) ?? text.upperBound)
    guard let edge = draft.rightEdge, let own = draft.structure.box(of: draft.rows[index].content),
      let first = draft.structure.box(of: word)
    else { return nil }
    let space = 0.2 * (first.bottom - first.top)
    return own.right + space + first.right - first.left > edge - 0.1 * space
  }

  /// Where most lines end at the right, in points; nil without places on a page.
  static func rightEdge(_ draft: Draft) -> Double? {
    guard !draft.structure.boxes.isEmpty else { return nil }
    let edges = draft.rows.lazy.filter { $0.role == .body }
      .compactMap { draft.structure.box(of: $0.content)?.right }.sorted()
    return edges.isEmpty ? nil : edges[edges.count * 19 / 20]
  }

  /// True where a blank line stands after every line, also in mid-sentence.
  static func isDoubleSpaced(_ draft: Draft) -> Bool {
    var apart = 0
    var together = 0
    var broken = 0
    var last: Int?
    for index in draft.rows.indices where draft.rows[index].role == .body {
      if let last {
        if index == last + 1 { together += 1 }
        if index == last + 2, draft.rows[last + 1].isBlank {
          apart += 1
          let ending = Sentence.ending(draft.bytes, draft.rows[last].content)
          let opening = Sentence.opening(draft.bytes, draft.text(ofRow: index))
          if ending == .open || ending == .comma, opening == .lower { broken += 1 }
        }
      }
      last = index
    }
    return apart >= 6 && together * 20 < apart && broken * 4 >= apart
  }
}
