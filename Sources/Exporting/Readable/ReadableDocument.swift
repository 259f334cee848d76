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

extension Block {
  /// Where its text ends in the source.
  fileprivate var end: Int {
    let cells = table?.rows.flatMap(\.cells).flatMap(\.segments) ?? []
    return (segments + cells).map(\.upperBound).max() ?? marker?.upperBound ?? 0
  }
}
