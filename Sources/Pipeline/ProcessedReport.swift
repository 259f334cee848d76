import DocumentModel

/// All that was found in one report.
struct ProcessedReport: Sendable {
  let document: Document
  let extraction: Extraction
  let flags: [Flag]
}
