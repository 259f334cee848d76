import DocumentModel

/// Finds footnotes wherever they stand, and the marks in the body that they belong to.
struct NoteFinder {
  private var draft: Draft
  /// Marks that may be anchors, by number, in reading order; those taken are removed.
  private var open: [Int: [Int]] = [:]
  /// Leading marks, by row.
  private var leading: [Int: Int] = [:]
  /// How many marks of one number are looked back over.
  private static let reach = 64
  /// Rows at which notes begin.
  private var starts: Set<Int> = []

  static func find(in draft: inout Draft) {
    var finder = NoteFinder(draft: draft)
    finder.run()
    draft = finder.draft
    draft.settleMarks()
    draft.settleTables()
  }

  private init(draft: Draft) {
    self.draft = draft
    for (index, mark) in draft.marks.enumerated() {
      if draft.rows[mark.row].role == .furniture { self.draft.marks[index].isConfirmed = false }
      guard isText(mark.row) else { continue }
      if mark.isLeading && mark.form != .glued && mark.form != .apart { leading[mark.row] = index }
    }
  }

  private func isText(_ index: Int) -> Bool {
    draft.rows[index].role == .body || draft.rows[index].role == .closing
  }

  private mutating func run() {
    var nextMark = 0
    var index = 0
    while index < draft.rows.count {
      // All marks above this row can be anchors of a note that begins here.
      while nextMark < draft.marks.count, draft.marks[nextMark].row < index {
        let mark = draft.marks[nextMark]
        let isNote = mark.isLeading && starts.contains(mark.row)
        let isAnchor = !isNote && (mark.form != .bracket || !mark.isLeading || isBroken(mark.row))
        if isAnchor && isAnchorRow(mark.row) { open[mark.number, default: []].append(nextMark) }
        nextMark += 1
      }
      if isText(index), let note = definition(at: index) {
        starts.insert(index)
        index = take(note, from: index)
      } else {
        index += 1
      }
    }
    for number in draft.notes.indices { resume(number) }
  }

  /// True where a row goes on with the sentence of the one above: a mark at its start was parted
  /// from its word.
  private func isBroken(_ index: Int) -> Bool {
    guard index > 0, draft.rows[index - 1].role == draft.rows[index].role else { return false }
    let ending = Sentence.ending(draft.bytes, draft.rows[index - 1].content)
    return ending == .open || ending == .comma
  }

  private func isAnchorRow(_ index: Int) -> Bool {
    switch draft.rows[index].role {
    case .body, .title, .closing, .table, .letterhead: true
    case .blank, .furniture, .note: false
    }
  }

  // MARK: Where a note begins

  private func definition(at index: Int) -> NoteDraft? {
    let row = draft.rows[index]
    if let position = leading[index] {
      let mark = draft.marks[position]
      let rest = draft.trim(mark.range.upperBound..<row.content.upperBound)
      let note = NoteDraft(
        number: mark.number, sign: mark.sign, textStart: afterSign(rest, row.content.upperBound),
        anchor: nil)
      if mark.form == .bracket {
        let isBelow = isBelowRule(index) || isBelowNote(index)
        let isTied = isAfterGap(index) || isAfterSentence(index)
        return isBelow && canAnchor(mark.number, in: [.bracket, .superscript, .tag])
          || isTied && isGluedAbove(mark.number)
          ? note : nil
      }
      return beginsNote(index, rest) ? note : nil
    }
    return plainDefinition(at: index)
  }

  /// After a certain mark: text of its own, not a sentence that goes on around the mark.
  private func beginsNote(_ index: Int, _ rest: Range<Int>) -> Bool {
    if isBelowRule(index) || isBelowNote(index) { return true }
    if rest.isEmpty {
      return index + 1 < draft.rows.count && isText(index + 1)
        && Sentence.opening(draft.bytes, draft.text(ofRow: index + 1)) == .capital
    }
    switch Sentence.opening(draft.bytes, rest) {
    case .capital, .digit, .other: return true
    case .lower, .bracket, .closing:
      guard let previous = draft.neighbour(of: index, step: -1) else { return true }
      return previous < index - 1
        && Sentence.ending(draft.bytes, draft.rows[previous].content) == .sentence
    }
  }

  // "1 Text", "1. Text", "1) Text" or "1" alone, where the body has such a mark.
  private func plainDefinition(at index: Int) -> NoteDraft? {
    let row = draft.rows[index]
    let text = draft.text(ofRow: index)
    var stop = text.lowerBound
    var number = 0
    while stop < text.upperBound, Letters.isDigit(draft.bytes[stop]), stop - text.lowerBound < 3 {
      number = number * 10 + Int(draft.bytes[stop] - 0x30)
      stop += 1
    }
    guard number > 0, stop - text.lowerBound <= 2, draft.bytes[text.lowerBound] != 0x30 else {
      return nil
    }
    let sign = text.lowerBound..<stop
    var hasPoint = false
    if stop < text.upperBound, draft.bytes[stop] == 0x2E || draft.bytes[stop] == 0x29 {
      hasPoint = true
      stop += 1
    }
    let rest = draft.trim(stop..<row.content.upperBound)
    guard rest.isEmpty ? !hasPoint : rest.lowerBound > stop || !hasPoint else { return nil }
    let opening: Sentence.Opening
    if rest.isEmpty {
      guard index + 1 < draft.rows.count, isText(index + 1) else { return nil }
      opening = Sentence.opening(draft.bytes, draft.text(ofRow: index + 1))
    } else {
      opening = Sentence.opening(draft.bytes, rest)
    }
    guard opening == .capital else { return nil }
    // "2Trong đó có …": glued to its text it can be nothing else.
    let isGlued = !hasPoint && rest.lowerBound == stop
    let isPlaced =
      isBelowRule(index) || isBelowNote(index) || !hasPoint && isAfterGap(index)
      || isGlued && isAfterSentence(index)
    let forms: Set<FootnoteMark.Form> =
      isGlued ? [.glued, .superscript, .tag, .apart] : [.glued, .superscript, .tag]
    guard isPlaced, canAnchor(number, in: forms) else { return nil }
    return NoteDraft(number: number, sign: sign, textStart: rest.lowerBound, anchor: nil)
  }

  private func afterSign(_ rest: Range<Int>, _ end: Int) -> Int {
    var start = rest.lowerBound
    if start < end, [0x2E, 0x29, 0x3A].contains(draft.bytes[start]) { start += 1 }
    return draft.trim(start..<end).lowerBound
  }

  private func canAnchor(_ number: Int, in forms: Set<FootnoteMark.Form>) -> Bool {
    (open[number] ?? []).suffix(NoteFinder.reach).contains { forms.contains(draft.marks[$0].form) }
  }

  /// "bằng 156,8%(1)": a number in brackets right behind a word or figure is a mark, no item.
  private func isGluedAbove(_ number: Int) -> Bool {
    (open[number] ?? []).suffix(NoteFinder.reach).contains { position in
      let mark = draft.marks[position]
      guard mark.form == .bracket, mark.range.lowerBound > 0 else { return false }
      return draft.bytes[mark.range.lowerBound - 1] > 0x20 || isBeforeSign(mark)
    }
  }

  /// "217 đảng viên (1), bình quân …": no item of a list begins with a comma or a full stop.
  private func isBeforeSign(_ mark: FootnoteMark) -> Bool {
    guard !mark.isLeading, mark.range.upperBound < draft.bytes.count else { return false }
    return [0x2C, 0x2E, 0x3A, 0x3B].contains(draft.bytes[mark.range.upperBound])
  }

  /// "Chú thích:" above the notes.
  private func isBelowTitle(_ index: Int) -> Bool {
    guard let previous = draft.neighbour(of: index, step: -1) else { return false }
    let text = String(decoding: draft.bytes[draft.text(ofRow: previous)], as: UTF8.self)
    let bare = text.trimmingPrefix(while: { $0 == "*" || $0 == " " }).lowercased()
    return bare.count <= 16 && NoteFinder.titles.contains { bare.hasPrefix($0) }
  }

  private static let titles = ["chú thích", "ghi chú"]

  private func isBelowRule(_ index: Int) -> Bool {
    guard let previous = draft.neighbour(of: index, step: -1) else { return false }
    return draft.rows[previous].ruleSign != nil || isBelowTitle(index)
  }

  private func isBelowNote(_ index: Int) -> Bool {
    guard let previous = draft.neighbour(of: index, step: -1) else { return false }
    if case .note = draft.rows[previous].role { return true }
    return false
  }

  private func isAfterSentence(_ index: Int) -> Bool {
    index > 0 && Sentence.ending(draft.bytes, draft.rows[index - 1].content) == .sentence
  }

  private func isAfterGap(_ index: Int) -> Bool {
    index > 0 && draft.rows[index - 1].role == .blank || draft.rows[index].startsPage
  }

  // MARK: How far it runs

  /// Marks a note's rows and ties it to its anchor; returns the row to go on from.
  private mutating func take(_ note: NoteDraft, from start: Int) -> Int {
    var note = note
    let form = leading[start].map { draft.marks[$0].form } ?? .glued
    note.anchor = anchor(of: note.number, form: form)
    let number = draft.notes.count
    let role = draft.rows[start].role
    draft.rows[start].role = .note(number)
    var end = start + 1
    while end < draft.rows.count, draft.rows[end].role == role, goesOn(end, start: start) {
      draft.rows[end].role = .note(number)
      end += 1
    }
    draft.notes.append(note)
    return end
  }

  /// The latest mark above with this number that no note has taken.
  private mutating func anchor(of number: Int, form: FootnoteMark.Form) -> Int? {
    guard let position = position(of: number, form: form),
      let index = open[number]?.remove(at: position)
    else { return nil }
    draft.marks[index].isConfirmed = true
    return index
  }

  private func position(of number: Int, form: FootnoteMark.Form) -> Int? {
    let candidates = (open[number] ?? []).suffix(NoteFinder.reach)
    func fits(_ index: Int) -> Bool {
      let own = draft.marks[index].form
      return own.isCertain || own == (form == .bracket ? .bracket : .glued)
    }
    return candidates.lastIndex { draft.marks[$0].form.isCertain }
      ?? candidates.lastIndex(where: fits)
      ?? candidates.lastIndex { form == .glued && draft.marks[$0].form == .apart }
  }

  /// True where the row right below a note's row still belongs to the note.
  private func goesOn(_ index: Int, start: Int) -> Bool {
    let row = draft.rows[index]
    if row.startsPage || definition(at: index) != nil { return false }
    let text = draft.text(ofRow: index)
    let ending = Sentence.ending(draft.bytes, draft.rows[index - 1].content)
    let isFinished = ending == .sentence && index - 1 >= start
    if let marker = draft.marker(at: text) {
      switch marker.kind {
      case .part, .roman, .capital, .decimal: return false
      case .bullet, .small, .enclosed, .closed: return !isFinished
      }
    }
    switch Sentence.opening(draft.bytes, text) {
    case .lower, .closing, .bracket, .digit: return !isFinished
    case .capital, .other: return !(isFinished && row.isAllCaps)
    }
  }

  // MARK: Notes cut by a page break

  /// Finds the rest of a note that breaks off in mid-sentence and goes on further below.
  private mutating func resume(_ number: Int) {
    guard let last = lastRow(of: number), breaksOff(last) else { return }
    var index = last + 1
    var looked = 0
    while index < draft.rows.count, looked < 80 {
      if case .note = draft.rows[index].role { return }
      guard isText(index) else {
        index += 1
        continue
      }
      let end = chunkEnd(index)
      looked += end - index
      if Sentence.opening(draft.bytes, draft.text(ofRow: index)) == .lower,
        draft.marker(at: draft.text(ofRow: index)) == nil
      {
        let isBodyOpen = bodyIsOpen(before: index)
        if !isBodyOpen || isNextChunkLower(end) {
          for row in index..<end { draft.rows[row].role = .note(number) }
        }
        return
      }
      index = end
    }
  }

  private func lastRow(of number: Int) -> Int? {
    // Notes are in order of their rows.
    let start = draft.notes[number].sign.lowerBound
    let first = draft.rows.bisect { $0.content.upperBound > start }
    return draft.rows.indices[first...].prefix { draft.rows[$0].role == .note(number) }.last
  }

  /// A last word without a full stop: "… chưa được đánh".
  private func breaksOff(_ index: Int) -> Bool {
    let content = draft.rows[index].content
    guard !content.isEmpty else { return false }
    let (scalar, _) = Letters.decodeLast(
      draft.bytes, start: content.lowerBound, end: content.upperBound)
    return Letters.letterCase(scalar) == .lower || scalar == 0x2C
  }

  /// The row after the last of a run of rows without a gap.
  private func chunkEnd(_ start: Int) -> Int {
    var end = start + 1
    while end < draft.rows.count, isText(end), !draft.rows[end].startsPage { end += 1 }
    return end
  }

  private func bodyIsOpen(before index: Int) -> Bool {
    var other = index - 1
    while other >= 0 {
      if draft.rows[other].role == .body {
        let ending = Sentence.ending(draft.bytes, draft.rows[other].content)
        return ending == .open || ending == .comma
      }
      other -= 1
    }
    return false
  }

  private func isNextChunkLower(_ end: Int) -> Bool {
    var index = end
    while index < draft.rows.count, !isText(index) {
      if case .note = draft.rows[index].role { return false }
      index += 1
    }
    guard index < draft.rows.count else { return false }
    return Sentence.opening(draft.bytes, draft.text(ofRow: index)) == .lower
  }
}
