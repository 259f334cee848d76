package import DocumentModel

/// What `check` shows to people: each contradiction with the lines it stands on.
package struct ReadableFlags: Sendable {
  private let wording: Wording

  package init(language: Language) { wording = Wording(language) }

  package func text(_ flags: [Flag], of document: Document) -> String {
    guard !flags.isEmpty else {
      return document.file + ": " + wording("không thấy mâu thuẫn\n", "no contradiction found\n")
    }
    return flags.map { text($0, of: document) }.joined()
  }

  private func text(_ flag: Flag, of document: Document) -> String {
    let line = flag.sources.first.map { ":\($0.line)" } ?? ""
    var text = "\(document.file)\(line): \(wording.severity(flag.severity)) \(flag.rule)\n"
    text += "  \(flag.message.text(in: wording.language))\n"
    for source in flag.sources { text += quotation(source, in: document) }
    return text + suggestions(flag) + "\n"
  }

  /// One line for each way to repair it; ways that read alike are said once.
  private func suggestions(_ flag: Flag) -> String {
    var lines: [String] = []
    for suggestion in [flag.suggestion].compactMap({ $0 }) + flag.alternatives {
      let reason = suggestion.reason.text(in: wording.language)
      let line = "  → \(edits(suggestion)): \(reason)\n"
      if !lines.contains(line) { lines.append(line) }
    }
    return lines.joined()
  }

  private func edits(_ suggestion: Suggestion) -> String {
    suggestion.edits.map { edit in
      let value: String
      switch edit.value {
      case .number(let number): value = wording.number(number)
      case .text(let text): value = text
      }
      return wording(
        "dòng \(edit.source.line): “\(edit.source.text)” thành “\(value)”",
        "line \(edit.source.line): “\(edit.source.text)” to “\(value)”")
    }.joined(separator: ", ")
  }

  /// The words around a numeral, with a caret below it.
  private func quotation(_ source: SourceSpan, in document: Document) -> String {
    guard source.start < source.end, source.end <= document.bytes.count,
      document.lines.indices.contains(source.line - 1)
    else { return "" }
    let line = document.lines[source.line - 1].range
    guard line.lowerBound <= source.start, source.end <= line.upperBound else { return "" }
    let before = plain(document.text(line.lowerBound..<source.start))
    let numeral = plain(document.text(source.start..<source.end))
    let after = plain(document.text(source.end..<line.upperBound))
    let head = before.count > 50 ? "…" + before.suffix(49) : before
    let tail = after.count > 30 ? after.prefix(29) + "…" : after[...]
    let gutter = "  \(source.line) | "
    let indent = String(repeating: " ", count: gutter.count - 2 + head.count)
    let carets = String(repeating: "^", count: max(1, numeral.count))
    return "\(gutter)\(head)\(numeral)\(tail)\n  \(indent)\(carets)\n"
  }

  private func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}
