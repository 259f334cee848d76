import Catalogue
import DocumentModel

/// Puts rows together into blocks: headings, paragraphs and items with their broken lines, notes,
/// tables, furniture.
struct BodyBuilder {
  private let draft: Draft
  private let kinds: KindRules
  private let joiner: LineJoiner
  private let hasShiftedLevels: Bool
  private let isDoubleSpaced: Bool
  private var blocks: [Block] = []
  private var open: OpenBlock?
  private var kept: OpenBlock?
  private var gap = Gap.page
  private var nesting = ListNesting()
  /// The last ordinal seen of each kind of marker, for numbers in mid-sentence that look like one.
  private var ordinals: [Marker.Kind: Int] = [:]
  private var headingLevel = 0
  /// True where "I." came before any "A.": then letters part what Roman numbers head.
  private var isRomanFirst: Bool?
  private var hasNestedCapitals = false
  /// The last marker of a list whose items look like headings.
  private var bareItem: Marker?
  private var title: [Range<Int>] = []
  private var notes: [[Range<Int>]]
  private var seenTables: Set<Int> = []

  /// What stands right below a block.
  private enum Following {
    case marker(Marker)
    case text
    case nothing
  }

  static func blocks(of draft: Draft) -> [Block] {
    var builder = BodyBuilder(draft)
    for index in draft.rows.indices { builder.add(index) }
    return builder.finish()
  }

  private init(_ draft: Draft) {
    self.draft = draft
    let found = draft.rows.indices.lazy.filter { draft.rows[$0].role == .body }
      .compactMap { draft.marker(at: draft.text(ofRow: $0))?.kind }
    hasShiftedLevels = found.contains(.part) && found.contains(.capital)
    isDoubleSpaced = Layout.isDoubleSpaced(draft)
    self.kinds = KindRules(draft: draft, isDoubleSpaced: isDoubleSpaced)
    joiner = LineJoiner(draft: draft, kinds: self.kinds)
    notes = Array(repeating: [], count: draft.notes.count)
  }

  // MARK: Rows

  private mutating func add(_ index: Int) {
    let row = draft.rows[index]
    if row.startsPage { gap = .page }
    switch row.role {
    case .blank:
      if gap == .none && !(isDoubleSpaced && isLoneBlank(index)) { gap = .blank }
    case .furniture:
      if !row.isBlank { blocks.append(Block(kind: .furniture, segments: [row.content])) }
      gap = .page
    case .letterhead:
      for chunk in Chunk.chunks(of: row, in: draft.bytes) {
        append(Block(kind: .letterhead, segments: draft.pieces(chunk.range)))
      }
    case .title:
      title += draft.pieces(row.content)
    case .closing:
      close()
      addClosing(row)
    case .table(let number):
      close()
      if seenTables.insert(number).inserted {
        blocks.append(
          Block(kind: .table, segments: [], table: draft.tables[number].table))
        nesting.interrupt()
      }
      gap = .page
    case .note(let number):
      let start = max(draft.notes[number].textStart, row.content.lowerBound)
      if start < row.content.upperBound {
        notes[number] += draft.pieces(start..<row.content.upperBound)
      }
      gap = .page
    case .body:
      addBody(index)
      gap = .none
    }
  }

  private func isLoneBlank(_ index: Int) -> Bool {
    index > 0 && index + 1 < draft.rows.count && !draft.rows[index - 1].isBlank
      && !draft.rows[index + 1].isBlank
  }

  private mutating func append(_ block: Block) {
    if !block.segments.isEmpty || block.marker != nil { blocks.append(block) }
  }

  private mutating func addClosing(_ row: Row) {
    for (position, chunk) in Chunk.chunks(of: row, in: draft.bytes).enumerated() {
      var text = chunk.range
      var marker: Marker?
      if position == 0, let first = draft.pieces(text).first,
        let found = draft.marker(at: first.lowerBound..<text.upperBound), found.isBullet
      {
        marker = found
        text = found.range.upperBound..<text.upperBound
      }
      append(Block(kind: .closing, segments: draft.pieces(text), marker: marker?.range))
    }
  }

  private mutating func addBody(_ index: Int) {
    let row = draft.rows[index]
    if row.isRepeated != (kept != nil) {
      if row.isRepeated {
        kept = open ?? OpenBlock(kind: .paragraph, isRepeated: false)
        open = nil
      } else {
        close()
        open = kept.flatMap { $0.rows.isEmpty ? nil : $0 }
        kept = nil
      }
      gap = .page
    }
    let text = draft.text(ofRow: index)
    if text.isEmpty { return addSign(row) }
    let marker = row.resumes ? nil : self.marker(at: text, index)
    if marker == nil, let block = open, row.resumes || joiner.goesOn(block, index, text, over: gap)
    {
      extend(with: index, text)
    } else {
      close(before: marker.map(Following.marker) ?? .text)
      start(index, text, marker)
    }
  }

  /// A row without text: a lone star between parts, or a footnote mark that lost its line.
  private mutating func addSign(_ row: Row) {
    if draft.hasMark(in: row.content) { return }
    blocks.append(Block(kind: .furniture, segments: [row.content]))
  }

  /// The row's marker, unless it is a figure that a broken line left at its beginning.
  private func marker(at text: Range<Int>, _ index: Int) -> Marker? {
    guard let marker = draft.marker(at: text) else { return nil }
    guard gap == .none, let block = open, block.kind != .heading, let last = block.rows.last else {
      return marker
    }
    let ending = Sentence.ending(draft.bytes, draft.rows[last].content)
    guard ending == .open || ending == .comma else {
      // "…; năm 2019:" / "16. Hình thức …": a figure, its sentence's full stop, the next sentence.
      let isLost =
        ending == .clause && marker.kind == .decimal(depth: 1) && isFull(before: index, in: block)
      return isLost && !isNext(marker) ? nil : marker
    }
    switch marker.kind {
    case .part: return marker
    case .bullet:
      // "… giai đoạn 2021" / "- 2025"
      let rest = draft.trim(marker.range.upperBound..<text.upperBound)
      let isRange =
        Sentence.opening(draft.bytes, rest) == .digit
        && Letters.isDigit(draft.bytes[draft.rows[last].content.upperBound - 1])
      return isRange ? nil : marker
    case .capital, .roman, .decimal, .closed, .enclosed, .small:
      // "…, khai trừ" / "01. Tổ chức đảng: không.": no list begins where a sentence runs on.
      let runsOn = marker.ordinal == 1 && isFull(before: index, in: block)
      return isNext(marker) && !runsOn ? marker : nil
    }
  }

  private func isNext(_ marker: Marker) -> Bool {
    marker.ordinal == 1 || ordinals[marker.kind].map { $0 + 1 == marker.ordinal } ?? false
  }

  /// The row before it is full, and it is not set in like a block's first row.
  private func isFull(before index: Int, in block: OpenBlock) -> Bool {
    guard let last = block.rows.last else { return false }
    let indent = draft.rows[index].indent
    return indent <= block.indent && Layout.isFull(last, before: index, in: draft)
      || indent + 1 < block.indent && Layout.isLong(last, in: draft)
  }

  // MARK: Opening, extending, closing

  private mutating func start(_ index: Int, _ text: Range<Int>, _ marker: Marker?) {
    let row = draft.rows[index]
    var block = OpenBlock(kind: .paragraph, isRepeated: row.isRepeated)
    block.marker = marker
    block.indent = row.indent
    if let marker {
      block.kind = .numbered
      ordinals[marker.kind] = marker.ordinal
      let rest = marker.range.upperBound..<text.upperBound
      block.extend(index, draft.pieces(rest))
      if marker.kind == .part { block.kind = .heading }
    } else {
      if kinds.isPlainHeading(index, text, afterGap: gap != .none) { block.kind = .heading }
      block.extend(index, draft.pieces(text))
    }
    open = block
  }

  private mutating func extend(with index: Int, _ text: Range<Int>) {
    open?.extend(index, draft.pieces(text))
  }

  private mutating func close(before next: Following = .nothing) {
    guard let block = open else { return }
    open = nil
    let kind = settledKind(of: block, before: next)
    var level = 0
    switch kind {
    case .heading:
      level = headingLevel(of: block)
      nesting.reset()
    case .listItem:
      if let marker = block.marker { level = nesting.level(of: marker, indent: block.indent) }
    default:
      nesting.interrupt()
    }
    append(
      Block(
        kind: kind, level: level, segments: block.segments, marker: block.marker?.range,
        isRepeated: block.isRepeated))
  }

  // MARK: Kinds

  // Headings with nothing between them are items of a list: "1. Kiểm tra" "2. Giám sát".
  private mutating func settledKind(of block: OpenBlock, before next: Following) -> Block.Kind {
    let kind = kinds.kind(of: block)
    let last = bareItem
    bareItem = nil
    guard kind == .heading, let marker = block.marker else { return kind }
    switch marker.kind {
    case .decimal, .small: break
    default: return kind
    }
    var isItem = false
    switch next {
    case .marker(let other):
      isItem = marker.isBefore(other)
      isItem = isItem || last?.isBefore(marker) ?? false && other.rank < marker.rank
    case .nothing: isItem = last?.isBefore(marker) ?? false
    case .text: break
    }
    if isItem { bareItem = marker }
    return isItem ? .listItem : .heading
  }

  private mutating func headingLevel(of block: OpenBlock) -> Int {
    let shift = hasShiftedLevels ? 1 : 0
    let level: Int
    switch block.marker?.kind {
    case .part:
      level = 0
      leaveOutline()
    case .capital:
      if isRomanFirst == nil { isRomanFirst = false }
      hasNestedCapitals = isRomanFirst == true
      level = hasNestedCapitals ? 2 + shift : shift
    case .roman:
      if isRomanFirst == nil { isRomanFirst = true }
      level = 1 + shift
    case .decimal(let depth): level = 1 + depth + shift + (hasNestedCapitals ? 1 : 0)
    case .small: level = 5 + shift
    case .closed, .enclosed, .bullet: level = 6 + shift
    case nil:
      guard let text = block.text else { return 1 }
      if isAppendix(text) {
        headingLevel = 0
        leaveOutline()
        return 0
      }
      return kinds.rules.isAllCaps(text) || headingLevel == 0 ? 1 : headingLevel + 1
    }
    headingLevel = level
    return level
  }

  /// A part and an appendix number their sections in a way of their own.
  private mutating func leaveOutline() {
    isRomanFirst = nil
    hasNestedCapitals = false
  }

  private func isAppendix(_ text: Range<Int>) -> Bool {
    draft.words.prefix(.appendix, of: Words.fold(draft.bytes, text, limit: 60)) != nil
  }

  // MARK: The whole

  private mutating func finish() -> [Block] {
    close()
    if let block = kept, !block.rows.isEmpty {
      open = block
      close()
    }
    if !title.isEmpty { blocks.append(Block(kind: .title, segments: title)) }
    for (note, segments) in zip(draft.notes, notes) {
      let anchor = note.anchor.map { draft.marks[$0].sign }
      blocks.append(
        Block(
          kind: .footnote, segments: segments,
          footnote: Block.Footnote(
            mark: String(note.number), markRange: note.sign, anchor: anchor)))
    }
    return MarkPlacer.placed(draft.marks, in: blocks.sorted { $0.start < $1.start })
  }
}

extension Block {
  /// Where the block begins in the source.
  var start: Int {
    var first = min(segments.first?.lowerBound ?? .max, marker?.lowerBound ?? .max)
    if let footnote { first = min(first, footnote.markRange.lowerBound) }
    if let table {
      first = min(first, table.caption.first?.lowerBound ?? .max)
      for row in table.rows {
        for cell in row.cells { first = min(first, cell.segments.first?.lowerBound ?? .max) }
      }
    }
    return first
  }
}
