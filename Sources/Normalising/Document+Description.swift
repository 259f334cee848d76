package import DocumentModel

/// Renders what was read, region by region, for a person who looks why a figure was missed.
///
/// One paragraph a block: line numbers, kind and level, marker, text. Pieces of a block that are
/// not next to each other in the source are joined by a space. Header rows of a table begin with
/// `#`; `⟨3⟩` stands before a heading over three columns.
package func describe(_ document: Document) -> String {
  document.blocks.map { describe($0, in: document) }.joined(separator: "\n") + "\n"
}

private func describe(_ block: Block, in document: Document) -> String {
  let all = block.pieces + [block.marker, block.footnote?.markRange].compactMap { $0 }
  let first = all.map(\.lowerBound).min() ?? 0
  let last = max(first, (all.map(\.upperBound).max() ?? 1) - 1)
  let from = document.lineNumber(at: first)
  let to = document.lineNumber(at: last)
  var head = "[\(from == to ? "\(from)" : "\(from)–\(to)")] \(block.kind.rawValue)"
  if block.kind == .heading || block.kind == .listItem { head += " \(block.level)" }
  if block.isRepeated { head += " repeated" }
  if let footnote = block.footnote {
    let anchor = footnote.anchor.map { "line \(document.lineNumber(at: $0.lowerBound))" }
    head += " mark \(footnote.mark) ← \(anchor ?? "no mark found")"
  }
  if let marker = block.marker { head += " ‹\(document.text(marker))›" }
  if let table = block.table { return head + describe(table, in: document) }
  return head + " " + text(block.segments, in: document)
}

private func describe(_ table: Table, in document: Document) -> String {
  var lines = [" \(text(table.caption, in: document))"]
  for (index, row) in table.rows.enumerated() {
    let isHeader = index < table.headerRows
    var cells: [String] = []
    var column = 0
    for cell in row.cells {
      while column < cell.columns.lowerBound {
        cells.append("")
        column += 1
      }
      let span = cell.columns.count > 1 ? "⟨\(cell.columns.count)⟩" : ""
      cells.append(span + text(cell.segments, in: document))
      column = cell.columns.upperBound
    }
    lines.append("    " + (isHeader ? "# " : "  ") + cells.joined(separator: " | "))
  }
  return lines.joined(separator: "\n")
}

private func text(_ segments: [Range<Int>], in document: Document) -> String {
  segments.map { document.text($0) }.joined(separator: " ")
}
