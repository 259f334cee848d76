import DocumentModel

/// Joins lines that were broken in mid-sentence, over blank lines and pages too.
struct LineJoiner {
  let draft: Draft
  let kinds: KindRules

  /// In bytes; a heading is never broken over more lines than this.
  private static let longestHeading = 800

  /// True where a row without a marker goes on with the open block's sentence or heading.
  func goesOn(
    _ block: OpenBlock, _ index: Int, _ text: Range<Int>, over gap: Gap
  ) -> Bool {
    guard let last = block.rows.last else { return true }
    let opening = Sentence.opening(draft.bytes, text)
    if isHeadingSoFar(block, last) { return headingGoesOn(block, index, text, over: gap) }
    if draft.hashes[index] > 0 { return false }
    // Figures in columns of which no table could be made.
    if isColumned(index) && isColumned(last) { return false }
    let ending = self.ending(of: block)
    let isUnfinished = ending == .open || ending == .comma
    switch gap {
    case .none:
      switch opening {
      case .lower, .closing: return true
      case .capital, .digit, .bracket, .other:
        if isUnfinished { return !isLabelled(index) || !isLabelled(last) }
        // A paragraph's first line is set in from the others.
        let indent = draft.rows[index].indent
        let isHanging = indent + 1 < block.indent && Layout.isLong(last, in: draft)
        guard isHanging || Layout.isFull(last, before: index, in: draft) else { return false }
        if indent > draft.rows[last].indent + 1 { return false }
        if ending == .sentence || opening != .capital { return true }
        let isList = draft.bytes[draft.rows[last].content].last == 0x3A
        return !isList || indent + 1 < block.indent
      }
    case .blank:
      return isUnfinished && (opening == .lower || opening == .closing)
    case .page:
      switch opening {
      case .lower, .closing: return ending != .sentence
      case .digit, .bracket: return isUnfinished
      case .capital, .other:
        return isUnfinished && Layout.isFull(last, before: index, in: draft)
          && !kinds.isPlainHeading(index, text, afterGap: true)
      }
    }
  }

  /// The end of the text so far, marks at its end looked through.
  private func ending(of block: OpenBlock) -> Sentence.Ending {
    guard let segment = block.segments.last else { return .open }
    return Sentence.ending(draft.bytes, segment)
  }

  /// A row with a figure after a gap of four columns or more.
  private func isColumned(_ index: Int) -> Bool {
    guard draft.rows[index].hasWideGap else { return false }
    let chunks = Chunk.chunks(of: draft.rows[index], in: draft.bytes)
    return zip(chunks, chunks.dropFirst()).contains { left, right in
      right.columns.lowerBound - left.columns.upperBound >= 4
        && Letters.isDigit(draft.bytes[right.range.lowerBound])
    }
  }

  private func isHeadingSoFar(_ block: OpenBlock, _ last: Int) -> Bool {
    switch block.kind {
    case .heading: return true
    case .paragraph: return false
    case .numbered:
      guard let kind = block.marker?.kind, let text = block.text else { return false }
      switch kind {
      case .capital, .roman, .decimal, .small, .part:
        return text.count <= 300 && kinds.kind(of: block) == .heading
      case .closed, .enclosed, .bullet: return false
      }
    }
  }

  private func headingGoesOn(
    _ block: OpenBlock, _ index: Int, _ text: Range<Int>, over gap: Gap
  ) -> Bool {
    guard let heading = block.text else {
      // "Phần thứ nhất" and, below it, what it is about.
      return gap != .page && kinds.rules.isTitleLike(text, limit: 300)
        && (draft.rows[index].isAllCaps || draft.isBold[index] || gap == .none
          || draft.hashes[index] > 0)
    }
    guard gap == .none, let last = block.rows.last, heading.count <= LineJoiner.longestHeading
    else { return false }
    if kinds.rules.isAllCaps(heading) && draft.rows[index].isAllCaps { return true }
    if draft.isBold[last] && draft.isBold[index] && draft.hashes[index] == 0 { return true }
    let ending = Sentence.ending(draft.bytes, heading)
    switch Sentence.opening(draft.bytes, text) {
    case .lower, .closing: return ending == .open || ending == .comma
    case .capital, .digit, .bracket, .other:
      return ending == .open && Layout.isFull(last, before: index, in: draft)
    }
  }

  /// "Tổng số đảng viên: 45": lines of label and figure are apart even without full stops.
  private func isLabelled(_ index: Int) -> Bool {
    let text = draft.text(ofRow: index)
    guard Sentence.opening(draft.bytes, text) == .capital else { return false }
    let reach = text.lowerBound..<min(text.upperBound, text.lowerBound + 120)
    guard let colon = draft.bytes[reach].firstIndex(of: 0x3A), colon + 2 < text.upperBound else {
      return false
    }
    return draft.bytes[colon + 1] == 0x20 && Letters.isDigit(draft.bytes[colon + 2])
  }
}
