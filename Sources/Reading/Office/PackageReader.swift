import DocumentModel

/// Tells what a ZIP archive holds and reads it: DOCX, ODT; the rest is a failure with a remedy.
struct PackageReader: Sendable {
  let limits: ReadingLimits

  func read(_ bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    let archive = try ZipArchive(bytes, limits: limits)
    let text: OfficeText
    if archive.has("[Content_Types].xml") {
      text = try word(archive)
    } else if let type = try archive.bytes("mimetype", limit: 200) {
      text = try openDocument(archive, type: String(decoding: type, as: UTF8.self))
    } else {
      throw .otherKind(.archive)
    }
    let result = OfficeRenderer.render(text)
    guard result.bytes.count <= limits.maximumBytes else {
      throw .tooLarge(bytes: result.bytes.count, limit: limits.maximumBytes)
    }
    guard result.bytes.contains(where: { $0 > 0x20 }) else { throw .blank }
    return result
  }

  private func word(_ archive: ZipArchive) throws(ReadingProblem) -> OfficeText {
    if archive.names.contains(where: { $0.hasPrefix("xl/") }) { throw .otherKind(.spreadsheet) }
    if archive.names.contains(where: { $0.hasPrefix("ppt/") }) { throw .otherKind(.presentation) }
    return try WordReader(archive: archive, limits: limits).read()
  }

  private func openDocument(
    _ archive: ZipArchive, type: String
  ) throws(ReadingProblem) -> OfficeText {
    let kind = type.trimmingSpaces
    if kind.contains("spreadsheet") { throw .otherKind(.spreadsheet) }
    if kind.contains("presentation") || kind.contains("graphics") {
      throw .otherKind(.presentation)
    }
    guard kind.contains("opendocument.text") else { throw .otherKind(.archive) }
    if let manifest = try archive.bytes("META-INF/manifest.xml", limit: 1_000_000),
      manifest.firstRange(of: Array("encryption-data".utf8)) != nil
    {
      throw .locked
    }
    return try OpenDocumentReader(limits: limits).read(archive)
  }
}
