import Catalogue
import DocumentModel

/// Gathers what every numeral of the document is, each once.
struct LedgerBuilder {
  private var entries: [Int: (entry: LedgerEntry, facts: [Int])] = [:]

  private mutating func put(
    _ kind: LedgerEntry.Kind, _ range: Range<Int>, _ document: Document, facts: [Int] = [],
    noun: String? = nil
  ) {
    guard !range.isEmpty else { return }
    if let known = entries[range.lowerBound], known.entry.kind == .fact || kind == .unexplained {
      return
    }
    entries[range.lowerBound] = (
      LedgerEntry(kind: kind, source: document.span(range), noun: noun), facts
    )
  }

  mutating func add(
    _ list: [(
      kind: LedgerEntry.Kind, range: Range<Int>, facts: [Int], noun: String?, source: SourceSpan
    )]
  ) {
    for item in list {
      if let known = entries[item.range.lowerBound], known.entry.kind == .fact { continue }
      entries[item.range.lowerBound] = (
        LedgerEntry(kind: item.kind, source: item.source, noun: item.noun), item.facts
      )
    }
  }

  /// Entries of a block that was bound.
  mutating func add(_ binder: Binder, _ document: Document, firstFact: Int) {
    for (index, item) in binder.items.enumerated() {
      switch item.kind {
      case .numeral(let numeral):
        let facts = binder.factsOfItem[index] ?? []
        if !facts.isEmpty {
          put(.fact, numeral.range, document, facts: facts.map { $0 + firstFact })
          if let upper = numeral.upperRange {
            put(.fact, upper, document, facts: facts.map { $0 + firstFact })
          }
        } else if numeral.isNone {
          continue
        } else if let noun = binder.quantities[index], !noun.isEmpty {
          put(.quantity, numeral.range, document, noun: noun)
          if let upper = numeral.upperRange { put(.quantity, upper, document, noun: noun) }
        } else {
          put(.unexplained, numeral.range, document)
          if let upper = numeral.upperRange { put(.unexplained, upper, document) }
        }
      default:
        other(item, binder.tokens, document)
      }
    }
  }

  /// Entries of a block in which nothing is bound: letterhead, furniture, signatures.
  mutating func plain(_ items: [Item], _ tokens: [Token], _ block: Block, _ document: Document) {
    let alone = items.count <= 3 && items.contains { $0.numeral != nil }
    for item in items {
      if let numeral = item.numeral, !numeral.isNone {
        switch block.kind {
        case .furniture where alone: put(.pageNumber, numeral.range, document)
        case .letterhead: put(.citation, numeral.range, document)
        case .closing: put(.quantity, numeral.range, document, noun: "bản")
        default: put(.unexplained, numeral.range, document)
        }
      } else {
        other(item, tokens, document)
      }
    }
    marker(block, document)
  }

  private mutating func other(_ item: Item, _ tokens: [Token], _ document: Document) {
    switch item.kind {
    case .time:
      for index in item.tokens where tokens[index].kind == .number {
        put(.date, dateRange(index, item, tokens), document)
      }
    case .citation(let citation): put(.citation, citation.symbol, document)
    case .name:
      for index in item.tokens { put(.name, tokens[index].range, document) }
    case .numbering: put(.numbering, tokens[item.tokens.lowerBound].range, document)
    case .superscript:
      put(.footnoteMark, tokens[item.tokens.lowerBound].range, document)
    case .entity:
      for index in item.tokens where tokens[index].kind == .number {
        put(.name, tokens[index].range, document)
      }
    case .cue(let features):
      for index in item.tokens where tokens[index].kind == .number {
        let noun = features.contains { $0.key == "age" } ? "tuổi" : "năm tuổi Đảng"
        put(.quantity, tokens[index].range, document, noun: noun)
      }
    default: return
    }
  }

  /// The digits of a date are one token: 31/3/2026.
  private func dateRange(_ index: Int, _ item: Item, _ tokens: [Token]) -> Range<Int> {
    var first = index
    while first - 2 >= item.tokens.lowerBound, tokens[first - 1].isSign("/"),
      tokens[first - 2].kind == .number
    { first -= 2 }
    var last = index
    while last + 2 < item.tokens.upperBound, tokens[last + 1].isSign("/"),
      tokens[last + 2].kind == .number
    { last += 2 }
    guard first == index else {
      return tokens[first].range.lowerBound..<tokens[last].range.upperBound
    }
    return tokens[index].range.lowerBound..<tokens[last].range.upperBound
  }

  /// Digits of headings' numbers and list markers.
  mutating func marker(_ block: Block, _ document: Document) {
    guard let marker = block.marker else { return }
    digits(marker, document).forEach { put(.numbering, $0, document) }
  }

  mutating func footnote(_ block: Block, _ document: Document) {
    guard let note = block.footnote else { return }
    digits(note.markRange, document).forEach { put(.footnoteMark, $0, document) }
    if let anchor = note.anchor {
      digits(anchor, document).forEach { put(.footnoteMark, $0, document) }
    }
  }

  private func digits(_ range: Range<Int>, _ document: Document) -> [Range<Int>] {
    let tokens = Tokenizer.tokens(document.bytes, [range])
    return tokens.filter { $0.kind == .number || $0.kind == .superscript }.map(\.range)
  }

  /// All entries in reading order; digits that no block claimed are added as unexplained.
  func finished(document: Document, id: (Int) -> String) -> [LedgerEntry] {
    var all = entries
    var covered: [Range<Int>] = all.values.map { $0.entry.source.start..<$0.entry.source.end }
    covered.sort { $0.lowerBound < $1.lowerBound }
    var next = 0
    var reach = 0
    var index = 0
    let bytes = document.bytes
    var claimed: [Range<Int>: LedgerEntry.Kind] = [:]
    for block in document.blocks {
      for segment in block.segments + (block.marker.map { [$0] } ?? []) {
        claimed[segment] = block.kind == .furniture ? .pageNumber : .unexplained
      }
    }
    while index < bytes.count {
      guard bytes[index] >= 0x30, bytes[index] <= 0x39 else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end] >= 0x30 && bytes[end] <= 0x39 { end += 1 }
      while next < covered.count, covered[next].lowerBound <= index {
        reach = max(reach, covered[next].upperBound)
        next += 1
      }
      if index >= reach {
        let inWord =
          index > 0
          && (bytes[index - 1] >= 0x80
            || (bytes[index - 1] | 0x20) >= 0x61 && (bytes[index - 1] | 0x20) <= 0x7A)
        let line = document.lineNumber(at: index)
        let alone = isAlone(index..<end, line, document)
        let kind: LedgerEntry.Kind = alone ? .pageNumber : inWord ? .footnoteMark : .unexplained
        all[index] = (LedgerEntry(kind: kind, source: document.span(index..<end)), [])
      }
      index = end
    }
    return all.sorted { $0.key < $1.key }.map { _, value in
      var entry = value.entry
      entry.facts = value.facts.map(id)
      return entry
    }
  }

  private func isAlone(_ range: Range<Int>, _ line: Int, _ document: Document) -> Bool {
    guard line <= document.lines.count else { return false }
    let text = document.bytes[document.lines[line - 1].range]
    return text.count { $0 > 0x20 && $0 != 0x2D } == range.count
  }
}
