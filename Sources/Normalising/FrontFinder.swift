import Catalogue

/// Finds the letterhead, the title, and the closing with its signature.
enum FrontFinder {
  /// How many rows with text may stand above a title.
  private static let reach = 40

  static func find(in draft: inout Draft) {
    let title = titleRow(draft)
    let bodyStart: Int
    if let title {
      for index in 0..<title where !draft.rows[index].isBlank { setHead(index, &draft) }
      bodyStart = markTitle(from: title, &draft)
    } else {
      bodyStart = markHeadWithoutTitle(&draft)
    }
    markClosing(from: bodyStart, &draft)
  }

  /// Rules and stars between letterhead lines stay furniture.
  private static func setHead(_ index: Int, _ draft: inout Draft) {
    if draft.rows[index].role == .body { draft.rows[index].role = .letterhead }
  }

  // MARK: Title

  private static func titleRow(_ draft: Draft) -> Int? {
    var seen = 0
    for index in draft.rows.indices where !draft.rows[index].isBlank {
      seen += 1
      if seen > reach { return nil }
      guard draft.rows[index].role == .body else { continue }
      if isTitle(index, draft) { return index }
      if isHeading(index, draft) { return nil }
    }
    return nil
  }

  /// "BÁO CÁO", "BÁO CÁO TỔNG KẾT …", "B Á O  C Á O", "Báo cáo" alone.
  static func isTitle(_ index: Int, _ draft: Draft) -> Bool {
    let folded = draft.folded(row: index)
    return isTitleWord(folded, draft)
      || draft.rows[index].isAllCaps && draft.words.prefix(.title, of: folded) != nil
  }

  /// A title word and no more, also with a space between all letters.
  private static func isTitleWord(_ folded: [UInt8], _ draft: Draft) -> Bool {
    if draft.words.isExactly(.title, folded) { return true }
    let letters = folded.filter { $0 != 0x20 }
    return letters.count * 3 <= folded.count * 2
      && draft.words.isExactlyWithoutSpaces(.title, letters)
  }

  private static func isHeading(_ index: Int, _ draft: Draft) -> Bool {
    let text = draft.text(ofRow: index)
    guard let marker = draft.marker(at: text) else { return false }
    switch marker.kind {
    case .part, .roman, .capital, .decimal: return true
    case .closed, .enclosed, .small, .bullet: return false
    }
  }

  /// Marks the title's rows; returns the first row after them.
  private static func markTitle(from start: Int, _ draft: inout Draft) -> Int {
    var index = start
    var subtitles = 0
    var gap = false
    var endsWithRemark = false
    while index < draft.rows.count {
      let row = draft.rows[index]
      if row.isBlank {
        gap = true
      } else if row.role == .body {
        let isRemark = isBracketed(index, draft)
        if index != start {
          // A blank line ends the title, but not between "BÁO CÁO" and what it is about.
          let begins = subtitles == 0 && isSubtitle(index, draft)
          if gap && !begins && !isRemark { break }
          if endsTitle(index, draft, subtitles: subtitles) { break }
          if endsWithRemark && !isRemark && !row.isAllCaps && !draft.isBold[index] { break }
        }
        draft.rows[index].role = .title
        let isWordAlone = isTitleWord(draft.folded(row: index), draft)
        if index != start || !isWordAlone { subtitles += 1 }
        gap = false
        // "(số liệu tính đến 15/12/2024)" may run over several rows, and is the title's last.
        endsWithRemark =
          (isRemark || subtitles > 0) && draft.bytes[row.content.upperBound - 1] == 0x29
      }
      index += 1
    }
    return index
  }

  private static func isBracketed(_ index: Int, _ draft: Draft) -> Bool {
    let pieces = draft.pieces(draft.rows[index].content)
    return pieces.first.map { draft.bytes[$0.lowerBound] == 0x28 } ?? false
  }

  /// Rows below a lone title word across a blank line: bold, in capitals, or like a title.
  private static func isSubtitle(_ index: Int, _ draft: Draft) -> Bool {
    if draft.isBold[index] || draft.rows[index].isAllCaps { return true }
    let text = draft.text(ofRow: index)
    if Sentence.opening(draft.bytes, text) == .lower { return true }
    return HeadingRules(draft: draft).isTitleLike(text, limit: 400)
      && draft.words.prefix(.opening, of: draft.folded(row: index, limit: 40)) == nil
  }

  private static func endsTitle(_ index: Int, _ draft: Draft, subtitles: Int) -> Bool {
    let folded = draft.folded(row: index, limit: 60)
    if draft.words.prefix(.salutation, of: folded) != nil || isHeading(index, draft) { return true }
    if let marker = draft.marker(at: draft.text(ofRow: index)), marker.isBullet { return true }
    guard subtitles > 0, !draft.rows[index].isAllCaps, !draft.isBold[index] else { return false }
    // No blank line closes this title: a body's first words do, where the sentence goes on.
    return draft.words.prefix(.opening, of: folded) != nil
      && Sentence.opening(draft.bytes, draft.text(ofRow: index)) == .capital
  }

  /// Leading rows in capitals, stars, "Số …" and dates, where no title word follows.
  private static func markHeadWithoutTitle(_ draft: inout Draft) -> Int {
    var index = 0
    var last = 0
    var seen = 0
    while index < draft.rows.count, seen < 12 {
      let row = draft.rows[index]
      if row.role == .body {
        seen += 1
        let folded = draft.folded(row: index, limit: 12)
        let isNumber = folded.starts(with: Array("so ".utf8)) && row.digits > 0 && row.width <= 120
        let isStar = row.upper + row.lower + row.digits == 0
        if isNumber || isStar {
          last = index + 1
        } else if !row.isAllCaps || isHeading(index, draft) {
          break
        }
      }
      index += 1
    }
    for index in 0..<last where !draft.rows[index].isBlank { setHead(index, &draft) }
    return last
  }

  // MARK: Closing

  private static func markClosing(from start: Int, _ draft: inout Draft) {
    var isClosing = false
    for index in start..<max(start, draft.rows.count) where draft.rows[index].role == .body {
      if isClosing {
        if reopens(index, draft) { isClosing = false }
      } else {
        isClosing = closes(index, draft)
      }
      if isClosing { draft.rows[index].role = .closing }
    }
  }

  private static func closes(_ index: Int, _ draft: Draft) -> Bool {
    for chunk in Chunk.chunks(of: draft.rows[index], in: draft.bytes) {
      guard let text = draft.pieces(chunk.range).first else { continue }
      let folded = Words.fold(draft.bytes, text.lowerBound..<chunk.range.upperBound, limit: 80)
      let bare = folded.first == 0x2D ? Array(folded.dropFirst(2)) : folded
      if draft.words.prefix(.recipients, of: bare) != nil,
        bare.count <= 10 || draft.rows[index].lower > 0
      {
        let isLabel = bare.count <= 10 || bare.contains(0x3A)
        if isLabel { return true }
      }
      let measure = RowScanner.measure(
        draft.bytes, text.lowerBound..<chunk.range.upperBound, line: 0)
      if draft.words.prefix(.signature, of: folded) != nil, measure.isAllCaps { return true }
    }
    return false
  }

  /// An appendix, or a second report in the same file.
  private static func reopens(_ index: Int, _ draft: Draft) -> Bool {
    let row = draft.rows[index]
    let folded = draft.folded(row: index)
    if draft.words.prefix(.appendix, of: folded) != nil, row.isAllCaps || row.digits > 0 {
      return true
    }
    // "BIỂU TỔNG HỢP …", "BIỂU: CÁC TỔ CHỨC ĐẢNG TRỰC THUỘC (đến 31/12/2024)" behind the signature
    if draft.words.prefix(.caption, of: folded) != nil {
      let bracket = draft.bytes[row.content].firstIndex(of: 0x28) ?? row.content.upperBound
      let title = RowScanner.measure(draft.bytes, row.content.lowerBound..<bracket, line: 0)
      if title.isAllCaps { return true }
    }
    return row.isAllCaps && draft.words.isExactly(.title, folded)
  }
}
