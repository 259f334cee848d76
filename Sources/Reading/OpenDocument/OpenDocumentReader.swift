/// Reads OpenDocument texts: ODT, which is packed, and Flat ODF, which is one XML.
///
/// Source of the element names: OpenDocument 1.2, part 1, chapters 3 to 16.
struct OpenDocumentReader: Sendable {
  let limits: ReadingLimits

  func read(_ archive: ZipArchive) throws(ReadingProblem) -> OfficeText {
    var parser = OpenDocumentParser()
    if let entry = try archive.entry("styles.xml") {
      try parser.read(try XMLStream(entry, maximumElements: limits.maximumElements))
    }
    guard let entry = try archive.entry("content.xml") else { throw .missingPart("content.xml") }
    try parser.read(try XMLStream(entry, maximumElements: limits.maximumElements))
    return parser.text
  }

  /// Reads a Flat ODF whose root element has been passed.
  func read(flat stream: XMLStream) throws(ReadingProblem) -> OfficeText {
    var parser = OpenDocumentParser()
    try parser.read(stream)
    return parser.text
  }
}
