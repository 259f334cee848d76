package import DocumentModel

/// One file of an ingest and what became of it.
package struct IngestedFile: Sendable, Hashable {
  package internal(set) var submission: Submission
  /// The id of its content; nil where it could not be read.
  package let content: String?
  /// False where the dataset held it already.
  package let isNew: Bool
  package let isUnreadable: Bool
  package let flags: [Flag.Severity: Int]
}
