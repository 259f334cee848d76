package import DocumentModel

/// What a command shows of each report.
package struct View: Sendable {
  package enum Subject: Sendable {
    case facts(explained: Bool)
    case flags
    case numerals
    /// The regions that were found.
    case text
    /// The text as read, byte for byte.
    case rawText
  }

  package enum Format: Sendable {
    case readable(Language)
    case ndjson
    /// One SARIF log for all reports; of flags only.
    case sarif(Language)
  }

  package let subject: Subject
  package let format: Format

  package init(_ subject: Subject, _ format: Format) {
    self.subject = subject
    self.format = format
  }
}
