import Catalogue

/// Marks page numbers, running heads and rules.
enum FurnitureFinder {
  static func find(in draft: inout Draft) {
    for index in draft.rows.indices where draft.rows[index].ruleSign != nil {
      draft.rows[index].role = .furniture
    }
    numberPages(&draft)
    // A running head may have two lines: the second touches the page's edge once the first is gone.
    for _ in 0..<2 { findRunningHeads(&draft) }
  }

  // MARK: Page numbers

  private static func numberPages(_ draft: inout Draft) {
    var page = 0
    // The first row with a mark of each number.
    var marks: [Int: Int] = [:]
    for mark in draft.marks.reversed() where mark.form != .bracket && mark.form != .apart {
      marks[mark.number] = mark.row
    }
    for index in draft.rows.indices where draft.rows[index].role == .body {
      guard let number = pageNumber(index, draft) else { continue }
      if number.isBare && isInsideText(index, draft) && number.value != page + 1 { continue }
      if number.isBare
        && isMarkOfNote(
          index, number.value, page: page, firstMark: marks[number.value], draft)
      {
        continue
      }
      draft.rows[index].role = .furniture
      page = number.value
    }
  }

  /// The number of a row that holds nothing else: "2", "- 2 -", "Trang 2/15", "[2]".
  private static func pageNumber(_ index: Int, _ draft: Draft) -> (value: Int, isBare: Bool)? {
    let row = draft.rows[index]
    guard row.digits > 0, row.digits <= 7, row.content.count <= 24, row.pipes == 0 else {
      return nil
    }
    var text = draft.folded(row: index)[...]
    var isBare = true
    if let length = draft.words.prefix(.page, of: text) {
      text = text.dropFirst(length)
      isBare = false
    }
    let frame: Set<UInt8> = [0x20, 0x2D, 0x5B, 0x5D, 0x7C, 0x7E]
    while let first = text.first, frame.contains(first) {
      if first != 0x20 { isBare = false }
      text = text.dropFirst()
    }
    var value = 0
    var count = 0
    while let digit = text.first, Letters.isDigit(digit), count < 4 {
      value = value * 10 + Int(digit - 0x30)
      count += 1
      text = text.dropFirst()
    }
    guard count > 0, count == 1 || value >= 10 else { return nil }
    if !isBare || value > 0 && text.first == 0x2F && row.indent >= 8, text.first == 0x2F {
      text = text.dropFirst()
      while let digit = text.first, Letters.isDigit(digit) { text = text.dropFirst() }
    }
    while let last = text.last, frame.contains(last) { text = text.dropLast() }
    return text.isEmpty && value > 0 ? (value, isBare) : nil
  }

  /// Text without a blank row on both sides, the lower side going on in lower case: a figure that a
  /// line break left alone.
  private static func isInsideText(_ index: Int, _ draft: Draft) -> Bool {
    guard index > 0, index + 1 < draft.rows.count, draft.rows[index].indent < 16,
      !draft.rows[index].startsPage, !draft.rows[index + 1].startsPage,
      draft.rows[index - 1].role == .body, draft.rows[index + 1].role == .body
    else { return false }
    return Sentence.opening(draft.bytes, draft.text(ofRow: index + 1)) != .capital
  }

  /// A note's mark on a line of its own, its text below: a rule stands above it, or the body has
  /// such a mark and the number does not go on counting pages.
  private static func isMarkOfNote(
    _ index: Int, _ value: Int, page: Int, firstMark: Int?, _ draft: Draft
  ) -> Bool {
    guard index > 0, index + 1 < draft.rows.count, draft.rows[index].indent < 12,
      draft.rows[index + 1].role == .body, !draft.rows[index + 1].startsPage,
      Sentence.opening(draft.bytes, draft.text(ofRow: index + 1)) == .capital
    else { return false }
    if draft.rows[index - 1].ruleSign != nil { return true }
    return value != page + 1 && firstMark.map { $0 < index } ?? false
  }

  // MARK: Running heads

  /// Rows that stand at a page's edge at least twice with the same words.
  private static func findRunningHeads(_ draft: inout Draft) {
    var seen: [[UInt8]: [Int]] = [:]
    for index in draft.rows.indices
    where draft.rows[index].role == .body && draft.rows[index].content.count <= 240 {
      guard isAtEdge(index, draft) else { continue }
      let key = withoutPageNumber(draft.folded(row: index))
      if key.count >= 4 { seen[key, default: []].append(index) }
    }
    for rows in seen.values where rows.count >= 2 {
      for index in rows { draft.rows[index].role = .furniture }
    }
  }

  private static func isAtEdge(_ index: Int, _ draft: Draft) -> Bool {
    if draft.rows[index].startsPage { return true }
    if let next = draft.neighbour(of: index, step: 1) {
      if draft.rows[next].startsPage || isPageEdge(next, draft) { return true }
    }
    guard let previous = draft.neighbour(of: index, step: -1) else { return false }
    return isPageEdge(previous, draft)
  }

  /// Furniture other than a rule.
  private static func isPageEdge(_ index: Int, _ draft: Draft) -> Bool {
    draft.rows[index].role == .furniture && draft.rows[index].ruleSign == nil
  }

  private static func withoutPageNumber(_ text: [UInt8]) -> [UInt8] {
    var text = text[...]
    while let last = text.last, Letters.isDigit(last) || last == 0x20 || last == 0x2F {
      text = text.dropLast()
    }
    while let first = text.first, Letters.isDigit(first) || first == 0x20 {
      text = text.dropFirst()
    }
    return Array(text)
  }
}
