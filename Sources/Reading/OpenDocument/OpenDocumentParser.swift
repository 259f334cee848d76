/// Turns the parts of an OpenDocument text into blocks.
///
/// Deleted text of tracked changes is kept by the format apart from the text and is left out.
struct OpenDocumentParser {
  private(set) var text = OfficeText()
  private var styles = OpenDocumentStyles()
  private var outline = ListCounter()
  /// How far lists were counted: by their ids, and the latest by their styles.
  private var counters: [String: ListCounter] = [:]
  private var seenFurniture: Set<String> = []

  /// The list that a paragraph stands in.
  private struct ListPlace {
    var style: String
    /// From 0.
    var level: Int
    var counter = ListCounter()
  }

  /// Reads a part: styles, running heads, and the body where it has one.
  mutating func read(_ stream: XMLStream) throws(ReadingProblem) {
    while let event = try stream.next() {
      switch event {
      case .end(let name): styles.end(name)
      case .text: continue
      case .start(let element):
        if styles.start(element) { continue }
        switch element.name {
        case "header", "footer", "header-left", "footer-left", "header-first", "footer-first":
          try readFurniture(stream, element.name)
        case "text" where element.namespace.contains(":office:"):
          text.blocks += try blocks(stream, until: "text")
        case "spreadsheet": throw .otherKind(.spreadsheet)
        case "presentation", "drawing": throw .otherKind(.presentation)
        default: continue
        }
      }
    }
  }

  private mutating func readFurniture(
    _ stream: XMLStream, _ name: String
  ) throws(ReadingProblem) {
    for block in try blocks(stream, until: name) {
      let content = block.paragraphs.flatMap(\.pieces).description
      if seenFurniture.insert(content).inserted { text.furniture.append(block) }
    }
  }

  // MARK: Blocks

  private mutating func blocks(
    _ stream: XMLStream, until end: String
  ) throws(ReadingProblem) -> [OfficeBlock] {
    var blocks: [OfficeBlock] = []
    var depth = 0
    while let event = try stream.next() {
      switch event {
      case .end(let name):
        // Sections may have the name of what holds them.
        if name == end {
          if depth == 0 { return blocks }
          depth -= 1
        }
      case .text: continue
      case .start(let element):
        if element.name == end { depth += 1 }
        try read(element, stream, into: &blocks)
      }
    }
    return blocks
  }

  private mutating func read(
    _ element: XMLElement, _ stream: XMLStream, into blocks: inout [OfficeBlock]
  ) throws(ReadingProblem) {
    switch element.name {
    case "p", "h": blocks += try paragraph(element, stream)
    case "list": blocks += try list(element, stream, in: nil)
    case "table" where element.namespace.contains(":table:"):
      blocks.append(.table(try table(stream)))
    case "table-of-content", "illustration-index", "table-index", "alphabetical-index":
      for block in try self.blocks(stream, until: element.name) {
        blocks += block.paragraphs.map { paragraph in
          var paragraph = paragraph
          paragraph.isFurniture = true
          return .paragraph(paragraph)
        }
      }
    case "section" where element["display"] == "none": try stream.skip()
    case "tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls",
      "annotation", "index-title-template", "table-of-content-source":
      try stream.skip()
    default: break
    }
  }

  private mutating func list(
    _ element: XMLElement, _ stream: XMLStream, in outer: ListPlace?
  ) throws(ReadingProblem) -> [OfficeBlock] {
    var place =
      outer ?? ListPlace(style: element["style-name"] ?? "", level: -1)
    place.level += 1
    if let style = element["style-name"] { place.style = style }
    if outer == nil {
      if let id = element["continue-list"], let counter = counters["#" + id] {
        place.counter = counter
      } else if element["continue-numbering"] == "true", let counter = counters[place.style] {
        place.counter = counter
      }
    }
    var blocks: [OfficeBlock] = []
    reading: while let event = try stream.next() {
      switch event {
      case .end("list"): break reading
      case .end, .text: continue
      case .start(let item):
        guard item.name == "list-item" || item.name == "list-header" else {
          try stream.skip()
          continue
        }
        blocks += try self.item(item, stream, of: &place)
      }
    }
    if outer == nil {
      counters[place.style] = place.counter
      if let id = element["id"] { counters["#" + id] = place.counter }
    }
    return blocks
  }

  private mutating func item(
    _ element: XMLElement, _ stream: XMLStream, of place: inout ListPlace
  ) throws(ReadingProblem) -> [OfficeBlock] {
    var isCounted = element.name == "list-header"
    var blocks: [OfficeBlock] = []
    while let event = try stream.next() {
      switch event {
      case .end("list-item"), .end("list-header"): return blocks
      case .end, .text: continue
      case .start(let child):
        switch child.name {
        case "number": try stream.skip()
        case "list":
          blocks += try list(child, stream, in: place)
        case "p", "h":
          var own = try paragraph(child, stream)
          if !isCounted, case .paragraph(var first)? = own.first {
            isCounted = true
            first.label = label(element, &place)
            own[0] = .paragraph(first)
          }
          blocks += own
        default: try read(child, stream, into: &blocks)
        }
      }
    }
    return blocks
  }

  private func label(_ element: XMLElement, _ place: inout ListPlace) -> String {
    if let start = element.number("start-value") {
      place.counter.restart(level: place.level, at: start)
    }
    let levels = styles.lists[place.style] ?? [:]
    let numbers = place.counter.next(level: place.level) { levels[$0]?.start ?? 1 }
    return styles.label(list: place.style, numbers: numbers)
  }

  // MARK: Paragraphs

  private mutating func paragraph(
    _ element: XMLElement, _ stream: XMLStream
  ) throws(ReadingProblem) -> [OfficeBlock] {
    var paragraph = OfficeParagraph()
    var boxes: [OfficeBlock] = []
    let style = element["style-name"]
    let run = OpenDocumentRun(font: styles.paragraph(style, \.font))
    let isHidden = styles.paragraph(style) { $0.isHidden ? true : nil } ?? false
    try inline(stream, until: element.name, run, into: &paragraph, boxes: &boxes)
    if element.name == "h", element["is-list-header"] != "true", paragraph.hasText,
      let levels = styles.lists[""]
    {
      let level = max(1, min(10, element.number("outline-level") ?? 1)) - 1
      let numbers = outline.next(level: level) { levels[$0]?.start ?? 1 }
      paragraph.label = styles.label(list: "", numbers: numbers)
    }
    return isHidden ? boxes : [.paragraph(paragraph)] + boxes
  }

  private mutating func inline(
    _ stream: XMLStream, until end: String, _ run: OpenDocumentRun,
    into paragraph: inout OfficeParagraph, boxes: inout [OfficeBlock]
  ) throws(ReadingProblem) {
    while let event = try stream.next() {
      switch event {
      case .end(let name): if name == end { return }
      case .text(let text): run.append(text, to: &paragraph)
      case .start(let element):
        switch element.name {
        case "s":
          let count = max(1, min(1000, element.number("c") ?? 1))
          run.append(raw: String(repeating: " ", count: count), to: &paragraph)
        case "tab": run.append(raw: "\t", to: &paragraph)
        case "line-break": run.append(raw: "\n", to: &paragraph)
        case "note":
          paragraph.pieces.append(.note(text.notes.count))
          text.notes.append([])
          text.notes[text.notes.count - 1] = try note(stream)
        case "text-box": boxes += try blocks(stream, until: "text-box")
        case "span", "a", "ruby-base", "meta", "meta-field":
          let inner = run.styled(by: styles.text(element["style-name"]))
          try inline(stream, until: element.name, inner, into: &paragraph, boxes: &boxes)
        case "annotation", "hidden-text", "ruby-text", "title", "desc", "tracked-changes",
          "bibliography-mark", "script":
          try stream.skip()
        default: continue
        }
      }
    }
  }

  private mutating func note(_ stream: XMLStream) throws(ReadingProblem) -> [OfficeBlock] {
    var body: [OfficeBlock] = []
    while let event = try stream.next() {
      switch event {
      case .end("note"): return body
      case .end, .text: continue
      case .start(let element):
        if element.name == "note-body" {
          body = try blocks(stream, until: "note-body")
        } else {
          try stream.skip()
        }
      }
    }
    return body
  }

  // MARK: Tables

  private mutating func table(_ stream: XMLStream) throws(ReadingProblem) -> OfficeTable {
    var table = OfficeTable()
    var isHeader = false
    while let event = try stream.next() {
      switch event {
      case .end("table"): return table
      case .end("table-header-rows"): isHeader = false
      case .end, .text: continue
      case .start(let element):
        switch element.name {
        case "table-header-rows": isHeader = true
        case "table-row":
          var row = try row(stream)
          row.isHeader = isHeader
          table.rows.append(row)
        case "table-column", "shapes", "forms", "title", "desc": try stream.skip()
        default: continue
        }
      }
    }
    return table
  }

  private mutating func row(_ stream: XMLStream) throws(ReadingProblem) -> OfficeTable.Row {
    var row = OfficeTable.Row()
    var column = 0
    while let event = try stream.next() {
      switch event {
      case .end("table-row"): return row
      case .end, .text: continue
      case .start(let element):
        guard element.name == "table-cell" || element.name == "covered-table-cell" else { continue }
        let repeated = max(1, min(64, element.number("number-columns-repeated") ?? 1))
        let span = max(1, min(64, element.number("number-columns-spanned") ?? 1))
        let blocks = try blocks(stream, until: element.name)
        for _ in 0..<repeated where column < 256 {
          let columns = column..<(column + span)
          column += 1
          let isCovered = element.name == "covered-table-cell"
          if isCovered, let last = row.cells.last, last.columns.contains(columns.lowerBound) {
            continue
          }
          row.cells.append(
            OfficeTable.Cell(
              blocks: isCovered ? [] : blocks, columns: columns, isContinuation: isCovered))
        }
      }
    }
    return row
  }
}
