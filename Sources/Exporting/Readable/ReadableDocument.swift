package import DocumentModel

/// What `text` shows to people: the document region by region.
package struct ReadableDocument: Sendable {
  private let wording: Wording

  package init(language: Language) { wording = Wording(language) }

  package func text(_ document: Document) -> String {
    var text = document.file + "\n"
    for block in document.blocks {
      text += "[\(place(of: block, in: document))]\n"
      for line in contents(of: block, in: document) { text += "  \(line)\n" }
    }
    return text
  }

  private func place(of block: Block, in document: Document) -> String {
    var parts = [wording.region(block.kind)]
    if block.level > 0 { parts[0] += " \(block.level + 1)" }
    if let first = block.segments.first ?? block.marker, let last = block.segments.last {
      let lines = (
        document.lineNumber(at: first.lowerBound),
        document.lineNumber(at: max(last.lowerBound, last.upperBound - 1))
      )
      let range = lines.0 == lines.1 ? "\(lines.0)" : "\(lines.0)–\(lines.1)"
      parts.append(wording("dòng \(range)", "line \(range)"))
    }
    if let note = block.footnote { parts.append(wording("dấu \(note.mark)", "mark \(note.mark)")) }
    if block.isRepeated { parts.append(wording("lặp lại", "repeated")) }
    return parts.joined(separator: ", ")
  }

  private func contents(of block: Block, in document: Document) -> [String] {
    guard let table = block.table else {
      let marker = block.marker.map { document.text($0) + " " } ?? ""
      return [marker + document.text(joining: block.segments)]
    }
    let rows = table.rows.map { row in
      row.cells.map { document.text(joining: $0.segments) }.joined(separator: " | ")
    }
    return table.caption.isEmpty ? rows : [document.text(joining: table.caption)] + rows
  }
}
