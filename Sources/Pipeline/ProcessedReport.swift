import DocumentModel

/// All that was found in one report.
struct ProcessedReport: Sendable {
  let document: Document
  let extraction: Extraction
  let flags: [Flag]
  let evidence: ReportEvidence
  /// The degree of secrecy it is stamped with, or nil.
  let secrecy: String?
}
