import DocumentModel

/// Notices where numbering shows that text is missing: page 4 after page 2, item 4 after item 2
/// with a page's edge between them, row 14 after row 12.
struct LossFinder {
  private let draft: Draft
  private var losses: [Document.Loss] = []
  private var page: Int?
  /// The last marker of each kind, and whether a page ended since.
  private var last: [Marker.Kind: (ordinal: Int, isOver: Bool)] = [:]
  /// More than this many are another numbering, not a loss.
  private static let most = 5

  /// - Returns: losses in the order of their places.
  static func losses(in blocks: [Block], of draft: Draft) -> [Document.Loss] {
    var finder = LossFinder(draft: draft)
    for block in blocks { finder.add(block, blocks) }
    return finder.losses
  }

  private init(draft: Draft) { self.draft = draft }

  private mutating func add(_ block: Block, _ blocks: [Block]) {
    switch block.kind {
    case .furniture: addFurniture(block)
    case .heading, .listItem: addMarker(of: block)
    case .table: addRows(of: block, blocks)
    case .title: last = [:]
    case .letterhead, .paragraph, .footnote, .closing: break
    }
  }

  private mutating func addFurniture(_ block: Block) {
    for kind in last.keys { last[kind]?.isOver = true }
    guard let segment = block.segments.first,
      let number = number(segment, around: [0x2D, 0x20])
    else { return }
    if let page, number > page + 1, number <= page + LossFinder.most {
      let lost = page + 2 == number ? "\(page + 1)" : "\(page + 1)–\(number - 1)"
      losses.append(
        Document.Loss(
          place: segment.lowerBound,
          message: Message(
            vi: "sau trang \(page) là trang \(number): có thể mất trang \(lost)",
            en: "page \(number) follows page \(page): page \(lost) may be lost")))
    }
    page = number
  }

  private mutating func addMarker(of block: Block) {
    guard let range = block.marker, !block.isRepeated else { return }
    let end = block.segments.last?.upperBound ?? range.upperBound
    guard let marker = draft.marker(at: range.lowerBound..<max(range.upperBound, end)),
      !marker.isBullet
    else { return }
    if let before = last[marker.kind], before.isOver, marker.ordinal > before.ordinal + 1,
      marker.ordinal <= before.ordinal + LossFinder.most
    {
      let text = String(decoding: draft.bytes[range], as: UTF8.self)
      losses.append(
        Document.Loss(
          place: range.lowerBound,
          message: Message(
            vi: "qua trang, mục thứ \(before.ordinal) đến thẳng “\(text)”: có thể mất chữ",
            en: "over the page, item \(before.ordinal) is followed by “\(text)”: text may be lost"
          )))
    }
    // Numbering inside an item begins anew.
    last = last.filter { $0.key == marker.kind || Marker.rank(of: $0.key) <= marker.rank }
    last[marker.kind] = (marker.ordinal, false)
  }

  private mutating func addRows(of block: Block, _ blocks: [Block]) {
    guard let table = block.table else { return }
    var before: (number: Int, place: Int)?
    var steps = 0
    for row in table.rows.dropFirst(table.headerRows) {
      guard let segment = row.cells.first?.segments.first,
        let number = number(segment, around: [0x2E, 0x28, 0x29])
      else { continue }
      if let before, number > before.number + 1, number <= before.number + LossFinder.most,
        steps >= 2, isPageEdge(between: before.place, and: segment.lowerBound, blocks)
      {
        losses.append(
          Document.Loss(
            place: block.start,
            message: Message(
              vi: "trong bảng, sau dòng số \(before.number) là \(number): có thể mất dòng",
              en: "in the table row \(number) follows \(before.number): rows may be lost")))
      }
      if let before, number == before.number + 1 { steps += 1 }
      before = (number, segment.lowerBound)
    }
  }

  private func isPageEdge(between start: Int, and end: Int, _ blocks: [Block]) -> Bool {
    blocks.contains { $0.kind == .furniture && (start..<max(start, end)).contains($0.start) }
  }

  /// The number that a text holds beside framing signs, or nil.
  private func number(_ range: Range<Int>, around frame: Set<UInt8>) -> Int? {
    var bytes = draft.bytes[range]
    while let first = bytes.first, frame.contains(first) { bytes = bytes.dropFirst() }
    while let last = bytes.last, frame.contains(last) { bytes = bytes.dropLast() }
    guard (1...4).contains(bytes.count), bytes.allSatisfy(Letters.isDigit) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self))
  }
}
