import Catalogue
import DocumentModel

/// One document's way through the extractor: blocks in order, footnotes behind the fact they note.
struct ExtractionRun {
  let catalogue: Catalogue
  let document: Document
  let words: BlockTokens
  let header: ReportHeader
  let calendar: Calendar
  let unit: String
  let ownName: [UInt64]
  let isCommune: Bool
  let shortNames: ShortNames
  var facts: [Fact] = []
  var links: [FactLink] = []
  var readings: [Int: Reading] = [:]
  var ledger = LedgerBuilder()
  var citations: [Citation] = []
  var dates: [DateMention] = []
  var headings: [(rank: Int, frame: Frame)] = []
  var list: [(level: Int, frame: Frame)] = []
  var paragraph: Frame?
  /// The kind of cell that the section speaks of, for a bare "chi bộ" further on.
  var cellType: String?
  /// What the paragraph before carried on, within a section.
  var lastCarried: [String: String]?
  /// What the last numeral of the block before counted, within a section.
  var previousReading: Reading?
  /// The year that the section has named for its ratings.
  var ratingYear: Period?
  /// The sector that the section has named last.
  var sector: String?
  var keepsGrounds = false
  /// True below a heading that names both results and tasks.
  var isMixedPart = false
  /// First day of the term that a heading has named ("nhiệm kỳ 2025 - 2030").
  var sectionTerm: CalendarDate?
  /// Heading frame in force at each block, for footnotes without an anchor.
  var sectionOfBlock: [Int: Frame] = [:]

  init(
    catalogue: Catalogue, document: Document, words: BlockTokens, header: ReportHeader,
    calendar: Calendar
  ) {
    self.catalogue = catalogue
    self.document = document
    self.words = words
    self.header = header
    self.calendar = calendar
    unit = header.unit ?? ""
    let bytes = Array((header.unit ?? "").utf8)
    let name = Tokenizer.tokens(bytes, [0..<bytes.count]).map(\.hash)
    ownName = Array(name.dropFirst(2))
    var names = ShortNames()
    for block in document.blocks where block.kind != .letterhead && block.kind != .title {
      let tokens = words[block]
      names.note(tokens, document.bytes, own: ownName)
      for cell in (block.table?.rows ?? []).flatMap(\.cells) where !cell.segments.isEmpty {
        names.note(label: catalogue.tokens(document.bytes, cell.segments))
      }
      names.noteGroup(tokens, catalogue.lexicon, own: ownName)
    }
    shortNames = names
    let folded = unit.lowercased()
    // the inspection committee of a commune reports on the commune too
    isCommune = ["đảng bộ ", "đảng ủy ", "ủy ban kiểm tra đảng ủy "].contains { body in
      ["xã", "phường", "thị trấn", "đặc khu"].contains { folded.hasPrefix(body + $0 + " ") }
    }
  }

  mutating func run() {
    for (index, block) in document.blocks.enumerated() where block.kind != .footnote {
      handle(index, block)
    }
    for (index, block) in document.blocks.enumerated() where block.kind == .footnote {
      footnote(index, block)
    }
  }

  var section: Frame {
    var frame = headings.last?.frame ?? Frame()
    frame.level = "heading"
    return frame
  }

  mutating func handle(_ index: Int, _ block: Block) {
    sectionOfBlock[index] = section
    switch block.kind {
    case .closing:
      // what stands behind the signature is an annex of its own
      headings = []
      leaveSection()
      plain(index, block)
    case .furniture, .letterhead, .title:
      plain(index, block)
    case .heading:
      heading(index, block)
    case .paragraph:
      list = []
      var frame = section
      // "Qua kiểm tra, kết luận …" behind a paragraph about one body's inspections is that body's
      if let carried = lastCarried, carried["activity"] == "violation_signs",
        frame.carried["conductor"] == nil
      {
        frame.carried["conductor"] = carried["conductor"]
      }
      var down = bind(index, frame: frame, region: .body)
      announcePlan(index, block, &down)
      releaseMixedLead(index, block, &down)
      lastCarried = down.carried
      paragraph = down.opensParts ? down : nil
      ledger.marker(block, document)
    case .listItem:
      listItem(index, block)
    case .table:
      table(index, block)
    case .footnote: break
    }
  }

  /// Forgets what the section has said so far.
  mutating func leaveSection() {
    list = []
    paragraph = nil
    lastCarried = nil
    previousReading = nil
    ratingYear = nil
    sector = nil
    cellType = nil
  }

  @discardableResult
  mutating func bind(
    _ index: Int, frame: Frame, region: FactContext.Region
  ) -> Frame {
    var calendar = calendar
    calendar.termStart = sectionTerm ?? calendar.termStart
    var binder = Binder(
      catalogue: catalogue, document: document, calendar: calendar, unit: unit, block: index,
      region: region, frame: frame, ownName: ownName, tokens: words[document.blocks[index]],
      reportsAsCommune: isCommune, offset: facts.count, shortNames: shortNames)
    if region == .body { binder.previousSentenceReading = previousReading }
    if let whole = frame.whole, var reading = readings[whole] {
      if region == .footnote { reading.dimensions = frame.dimensions }
      binder.wholeReading = reading
    } else if let concept = frame.concept {
      binder.wholeReading = Reading(
        concept: concept, event: frame.event, noun: frame.noun, dimensions: frame.dimensions,
        own: [:], score: 0, source: "parent")
    }
    // notes are read behind the last section, which isn't theirs
    let isOfSection = region != .footnote
    if isOfSection {
      binder.cellType = cellType
      binder.yearOfRating = ratingYear
      binder.base.sector = sector
    }
    let down = binder.bind()
    if isOfSection {
      ratingYear = binder.ratedYear ?? ratingYear
      sector = down.sector ?? sector
      cellType = binder.cellType ?? cellType
    }
    if region == .body {
      previousReading = binder.lastReading ?? binder.previousSentenceReading
    } else if region == .heading {
      previousReading = nil
    }
    take(binder)
    note(binder.items, binder.tokens, isBody: true)
    return down
  }

  mutating func take(_ binder: Binder) {
    let start = facts.count
    facts += binder.facts
    for (index, reading) in binder.readings { readings[index + start] = reading }
    links += binder.links
    ledger.add(binder, document, firstFact: start)
  }
}
