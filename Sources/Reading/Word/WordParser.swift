/// Turns the parts of a Word document that hold text into blocks.
///
/// Deleted and moved-away text of tracked changes is left out, inserted text is kept. Content that
/// is given twice for old and new programs (text boxes) is read once.
struct WordParser {
  private let styles: WordStyles
  private var numbering: WordNumbering
  /// The notes that the text points to, in order.
  private(set) var references: [(id: String, isEndnote: Bool)] = []
  /// A paragraph whose mark is deleted goes on in the next one.
  private var unfinished: OfficeParagraph?

  init(styles: WordStyles, numbering: WordNumbering) {
    self.styles = styles
    self.numbering = numbering
  }

  /// Reads a main document, header or footer.
  mutating func document(_ stream: XMLStream) throws(ReadingProblem) -> [OfficeBlock] {
    try blocks(stream, until: nil)
  }

  /// Reads footnotes or endnotes, by their ids; separators are left out.
  mutating func notes(
    _ stream: XMLStream, named name: String
  ) throws(ReadingProblem) -> [String: [OfficeBlock]] {
    var result: [String: [OfficeBlock]] = [:]
    while let event = try stream.next() {
      guard case .start(let element) = event, element.name == name, let id = element["id"] else {
        continue
      }
      let blocks = try blocks(stream, until: name)
      if element["type"] == nil || element["type"] == "normal" { result[id] = blocks }
    }
    return result
  }

  private mutating func blocks(
    _ stream: XMLStream, until end: String?
  ) throws(ReadingProblem) -> [OfficeBlock] {
    var blocks: [OfficeBlock] = []
    while let event = try stream.next() {
      switch event {
      case .end(let name): if name == end { return finished(blocks) }
      case .text: continue
      case .start(let element):
        switch element.name {
        case "p" where element.isWord: blocks += try paragraph(stream)
        case "tbl":
          let table = try table(stream)
          blocks = finished(blocks)
          blocks.append(.table(table))
        case _ where element.isLeftOut: try stream.skip()
        default: continue
        }
      }
    }
    return finished(blocks)
  }

  private mutating func finished(_ blocks: [OfficeBlock]) -> [OfficeBlock] {
    guard let paragraph = unfinished else { return blocks }
    unfinished = nil
    return blocks + [.paragraph(paragraph)]
  }

  // MARK: Paragraphs

  private struct ParagraphProperties {
    var style: String?
    var list: String?
    var level: Int?
    var isJoined = false
  }

  /// A paragraph, and the text boxes that hang on it.
  private mutating func paragraph(_ stream: XMLStream) throws(ReadingProblem) -> [OfficeBlock] {
    var paragraph = OfficeParagraph()
    var properties = ParagraphProperties()
    var boxes: [OfficeBlock] = []
    let open = unfinished
    unfinished = nil
    reading: while let event = try stream.next() {
      switch event {
      case .end("p"): break reading
      case .end, .text: continue
      case .start(let element):
        switch element.name {
        case "pPr": properties = try self.properties(stream)
        case "r": try run(stream, properties, into: &paragraph, boxes: &boxes)
        case _ where element.isLeftOut: try stream.skip()
        default: continue
        }
      }
    }
    let inherited = styles.list(properties.style)
    if let list = properties.list ?? inherited.id, paragraph.hasText || !boxes.isEmpty {
      paragraph.label = numbering.label(
        list: list, level: properties.level ?? inherited.level ?? 0)
    }
    paragraph.isFurniture = styles.isContents(properties.style)
    if var whole = open {
      whole.pieces += paragraph.pieces
      paragraph = whole
    }
    if properties.isJoined {
      unfinished = paragraph
      return boxes
    }
    return [.paragraph(paragraph)] + boxes
  }

  private func properties(_ stream: XMLStream) throws(ReadingProblem) -> ParagraphProperties {
    var properties = ParagraphProperties()
    while let event = try stream.next() {
      switch event {
      case .end("pPr"): return properties
      case .end, .text: continue
      case .start(let element):
        switch element.name {
        case "pStyle": properties.style = element["val"]
        case "numId": properties.list = element["val"]
        case "ilvl": properties.level = element.number("val")
        // Of the paragraph's mark.
        case "del", "moveFrom": properties.isJoined = true
        case "pPrChange", "rPrChange", "sectPr": try stream.skip()
        default: continue
        }
      }
    }
    return properties
  }

  // MARK: Runs

  private struct RunProperties {
    var font: String?
    var isRaised = false
    var isHidden = false
  }

  private mutating func run(
    _ stream: XMLStream, _ paragraph: ParagraphProperties, into result: inout OfficeParagraph,
    boxes: inout [OfficeBlock]
  ) throws(ReadingProblem) {
    var run = RunProperties(
      font: styles.font(paragraph.style), isHidden: styles.isHidden(paragraph.style))
    var isText = false
    while let event = try stream.next() {
      switch event {
      case .end("r"): return
      case .end("t"): isText = false
      case .end: continue
      case .text(let text): if isText { append(text, run, to: &result) }
      case .start(let element):
        switch element.name {
        case "rPr": try read(stream, into: &run)
        case "t" where element.isWord: isText = true
        case "tab", "ptab": append("\t", run, to: &result)
        case "br", "cr": append("\n", run, to: &result)
        case "noBreakHyphen": append("-", run, to: &result)
        case "footnoteReference", "endnoteReference":
          guard let id = element["id"], !run.isHidden else { continue }
          result.pieces.append(.note(references.count))
          references.append((id, element.name == "endnoteReference"))
        case "txbxContent":
          let outer = unfinished
          unfinished = nil
          boxes += try blocks(stream, until: "txbxContent")
          unfinished = outer
        case "instrText", "delText", "delInstrText": try stream.skip()
        case _ where element.isLeftOut: try stream.skip()
        default: continue
        }
      }
    }
  }

  private func read(
    _ stream: XMLStream, into run: inout RunProperties
  ) throws(ReadingProblem) {
    while let event = try stream.next() {
      switch event {
      case .end("rPr"): return
      case .end, .text: continue
      case .start(let element):
        switch element.name {
        case "rStyle": if let font = styles.runFont(element["val"] ?? "") { run.font = font }
        case "rFonts": run.font = element["ascii"] ?? element["hAnsi"] ?? run.font
        case "vertAlign": run.isRaised = element["val"] == "superscript"
        case "vanish", "webHidden": run.isHidden = element.isOn
        case "rPrChange": try stream.skip()
        default: continue
        }
      }
    }
  }

  private func append(_ text: String, _ run: RunProperties, to paragraph: inout OfficeParagraph) {
    guard !run.isHidden else { return }
    let isMark = run.isRaised && text.count <= 3 && text.allSatisfy { ("0"..."9").contains($0) }
    paragraph.pieces.append(isMark ? .raised(text) : .text(text, LegacyFont(font: run.font)))
  }

  // MARK: Tables

  private mutating func table(_ stream: XMLStream) throws(ReadingProblem) -> OfficeTable {
    var table = OfficeTable()
    while let event = try stream.next() {
      switch event {
      case .end("tbl"): return table
      case .end, .text: continue
      case .start(let element):
        switch element.name {
        case "tr": if let row = try row(stream) { table.rows.append(row) }
        case "tblPr", "tblGrid": try stream.skip()
        case _ where element.isLeftOut: try stream.skip()
        default: continue
        }
      }
    }
    return table
  }

  /// A row; nil for one that a tracked change deletes.
  private mutating func row(_ stream: XMLStream) throws(ReadingProblem) -> OfficeTable.Row? {
    var row = OfficeTable.Row()
    var column = 0
    var isDeleted = false
    reading: while let event = try stream.next() {
      switch event {
      case .end("tr"): break reading
      case .end, .text: continue
      case .start(let element):
        switch element.name {
        case "gridBefore": column += max(0, min(63, element.number("val") ?? 0))
        case "tblHeader": row.isHeader = element.isOn
        // In the row's properties; a deleted run stands in a cell.
        case "del": isDeleted = true
        case "tc":
          let cell = try cell(stream, from: column)
          column = cell.columns.upperBound
          row.cells.append(cell)
        case "tblPrEx", "trPrChange": try stream.skip()
        case _ where element.isLeftOut: try stream.skip()
        default: continue
        }
      }
    }
    return isDeleted ? nil : row
  }

  private mutating func cell(
    _ stream: XMLStream, from column: Int
  ) throws(ReadingProblem) -> OfficeTable.Cell {
    var cell = OfficeTable.Cell(columns: column..<(column + 1))
    while let event = try stream.next() {
      switch event {
      case .end("tc"):
        cell.blocks = finished(cell.blocks)
        return cell
      case .end, .text: continue
      case .start(let element):
        switch element.name {
        case "gridSpan":
          let span = max(1, min(63, element.number("val") ?? 1))
          cell.columns = column..<(column + span)
        case "vMerge": cell.isContinuation = element["val"] != "restart"
        case "p" where element.isWord: cell.blocks += try paragraph(stream)
        case "tbl": cell.blocks.append(.table(try table(stream)))
        case "tcPrChange": try stream.skip()
        case _ where element.isLeftOut: try stream.skip()
        default: continue
        }
      }
    }
    return cell
  }
}

extension XMLElement {
  var isWord: Bool { namespace.hasSuffix("/main") && namespace.contains("wordprocessingml") }

  /// What is no text of the document: deleted text, copies for old programs, properties.
  fileprivate var isLeftOut: Bool {
    switch name {
    case "del", "moveFrom", "sdtPr", "sdtEndPr", "sectPr", "Fallback", "rubyPr", "rt": true
    default: false
    }
  }
}
