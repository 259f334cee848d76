import DocumentModel

/// What a flag holds beyond its columns, as JSON in one column.
struct FlagDetails: Codable, Hashable {
  var facts: [String]
  var sources: [SpanRecord]
  var observed: DecimalRecord?
  var expected: DecimalRecord?
  var difference: DecimalRecord?
  var suggestion: SuggestionRecord?
  var alternatives: [SuggestionRecord]

  init(_ flag: Flag) {
    facts = flag.facts
    sources = flag.sources.map(SpanRecord.init)
    observed = flag.observed.map(DecimalRecord.init)
    expected = flag.expected.map(DecimalRecord.init)
    difference = flag.difference.map(DecimalRecord.init)
    suggestion = flag.suggestion.map(SuggestionRecord.init)
    alternatives = flag.alternatives.map(SuggestionRecord.init)
  }
}

struct DecimalRecord: Codable, Hashable {
  var mantissa: Int64
  var scale: Int

  init(_ value: ExactDecimal) {
    mantissa = value.mantissa
    scale = value.scale
  }

  var value: ExactDecimal { ExactDecimal(mantissa, scale: scale) }
}

struct SpanRecord: Codable, Hashable {
  var page: Int?
  var line: Int
  var start: Int
  var end: Int
  var text: String
  var box: [Double]?
  var raw: [Int]?
  var via: String?

  init(_ span: SourceSpan) {
    page = span.page
    line = span.line
    start = span.start
    end = span.end
    text = span.text
    box = span.box.map { [$0.left, $0.top, $0.right, $0.bottom] }
    via = span.via
    raw = span.raw.map { [$0.lowerBound, $0.upperBound] }
  }

  var span: SourceSpan {
    SourceSpan(
      page: page, line: line, start: start, end: end, text: text,
      box: box.flatMap(SourceSpan.Box.init(edges:)), raw: raw.flatMap(Range.init(ends:)), via: via)
  }
}

struct SuggestionRecord: Codable, Hashable {
  var edits: [EditRecord]
  var vi: String
  var en: String

  struct EditRecord: Codable, Hashable {
    var source: SpanRecord
    var number: DecimalRecord?
    var text: String?
  }

  init(_ suggestion: Suggestion) {
    edits = suggestion.edits.map { edit in
      let source = SpanRecord(edit.source)
      switch edit.value {
      case .number(let number):
        return EditRecord(source: source, number: DecimalRecord(number), text: nil)
      case .text(let text): return EditRecord(source: source, number: nil, text: text)
      }
    }
    vi = suggestion.reason.vi
    en = suggestion.reason.en
  }

  var suggestion: Suggestion {
    Suggestion(
      edits: edits.map { edit in
        Suggestion.Edit(
          source: edit.source.span,
          value: edit.number.map { .number($0.value) } ?? .text(edit.text ?? ""))
      },
      reason: Message(vi: vi, en: en))
  }
}

extension SourceSpan.Box {
  init?(edges: [Double]) {
    guard edges.count == 4 else { return nil }
    self.init(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])
  }
}

extension Range<Int> {
  init?(ends: [Int]) {
    guard ends.count == 2, ends[0] <= ends[1] else { return nil }
    self = ends[0]..<ends[1]
  }
}
