import DocumentModel

/// What a reader of one format makes of a file: the text as read and what the format tells besides.
struct ReadText: Sendable {
  /// UTF-8; every position of a fact is an offset into it.
  var bytes: [UInt8]
  /// With their pages, where the format has pages; nil for lines without.
  var lines: [Line]?
  var structure = FormatStructure()
  /// For a text in an old encoding: where it stands in the file's bytes.
  var rawOffsets: RawOffsets?
  /// As in `SourceSpan.via`.
  var via: String?
  var stated: StatedReport?
}
