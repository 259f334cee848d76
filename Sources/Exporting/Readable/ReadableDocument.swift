package import DocumentModel

/// What `text` shows to people: the document region by region.
package struct ReadableDocument: Sendable {
  private let wording: Wording

  package init(language: Language) { wording = Wording(language) }

  package func text(_ document: Document) -> String {
    var text = document.file + "\n"
    var losses = document.losses[...]
    for block in document.blocks {
      while let loss = losses.first, loss.place <= block.end {
        let line = document.lineNumber(at: loss.place)
        text += "[\(wording("có thể mất chữ, dòng \(line)", "text may be lost, line \(line)"))]\n"
        text += "  \(wording(loss.message.vi, loss.message.en))\n"
        losses.removeFirst()
      }
      text += "[\(place(of: block, in: document))]\n"
      for line in contents(of: block, in: document) { text += "  \(line)\n" }
    }
    return text
  }

  private func place(of block: Block, in document: Document) -> String {
    var parts = [wording.region(block.kind)]
    if block.level > 0 { parts[0] += " \(block.level + 1)" }
    let pieces = block.pieces
    if let first = pieces.map(\.lowerBound).min(), let last = pieces.map(\.upperBound).max() {
      let lines = (document.lineNumber(at: first), document.lineNumber(at: max(first, last - 1)))
      let pages = (page(of: lines.0, in: document), page(of: lines.1, in: document))
      if let from = pages.0, let to = pages.1 {
        parts.append(wording("trang \(range(from, to))", "page \(range(from, to))"))
      }
      parts.append(
        wording("dòng \(range(lines.0, lines.1))", "line \(range(lines.0, lines.1))"))
    }
    if let note = block.footnote { parts.append(wording("dấu \(note.mark)", "mark \(note.mark)")) }
    if block.isRepeated { parts.append(wording("lặp lại", "repeated")) }
    return parts.joined(separator: ", ")
  }

  private func range(_ first: Int, _ last: Int) -> String {
    first == last ? "\(first)" : "\(first)–\(last)"
  }

  private func page(of line: Int, in document: Document) -> Int? {
    document.lines.indices.contains(line - 1) ? document.lines[line - 1].page : nil
  }

  /// A table's row: `⟨3⟩` stands before a cell over three columns.
  private func line(of row: Table.Row, in document: Document) -> String {
    var cells: [String] = []
    var column = 0
    for cell in row.cells {
      cells += Array(repeating: "", count: max(0, cell.columns.lowerBound - column))
      let span = cell.columns.count > 1 ? "⟨\(cell.columns.count)⟩" : ""
      cells.append(span + document.text(joining: cell.segments))
      column = cell.columns.upperBound
    }
    return cells.joined(separator: " | ")
  }

  private func contents(of block: Block, in document: Document) -> [String] {
    guard let table = block.table else {
      let marker = block.marker.map { document.text($0) + " " } ?? ""
      return [marker + document.text(joining: block.segments)]
    }
    let rows = table.rows.enumerated().map { index, row in
      (index < table.headerRows ? "# " : "") + line(of: row, in: document)
    }
    return table.caption.isEmpty ? rows : [document.text(joining: table.caption)] + rows
  }
}

extension Block {
  /// All pieces of source that the block reads.
  fileprivate var pieces: [Range<Int>] {
    let cells = table?.rows.flatMap(\.cells).flatMap(\.segments) ?? []
    return (marker.map { [$0] } ?? []) + segments + (table?.caption ?? []) + cells
  }

  /// Where its text ends in the source.
  fileprivate var end: Int { pieces.map(\.upperBound).max() ?? 0 }
}
