import DocumentModel

/// The words around a figure, for a comment that quotes the source.
enum Quotation {
  /// How many bytes are taken on either side.
  private static let reach = 90

  static func quotes(of facts: [Fact], in document: Document) -> [String: String] {
    var quotes: [String: String] = [:]
    for fact in facts { quotes[fact.id] = quote(fact.source, in: document) }
    return quotes
  }

  private static func quote(_ source: SourceSpan, in document: Document) -> String? {
    guard document.lines.indices.contains(source.line - 1), source.start < source.end else {
      return nil
    }
    let line = document.lines[source.line - 1].range
    guard line.lowerBound <= source.start, source.end <= line.upperBound else { return nil }
    let start = boundary(max(line.lowerBound, source.start - reach), in: document)
    let end = boundary(min(line.upperBound, source.end + reach), in: document)
    let text = document.text(start..<end).split { $0.isWhitespace }.joined(separator: " ")
    return (start > line.lowerBound ? "…" : "") + text + (end < line.upperBound ? "…" : "")
  }

  /// The nearest offset at or before one that cuts no letter.
  private static func boundary(_ offset: Int, in document: Document) -> Int {
    var offset = offset
    while offset > 0, offset < document.bytes.count, document.bytes[offset] & 0xC0 == 0x80 {
      offset -= 1
    }
    return offset
  }
}
