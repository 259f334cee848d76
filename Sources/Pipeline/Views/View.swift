package import DocumentModel

/// What a command shows of each report.
package struct View: Sendable {
  package enum Subject: Sendable {
    case facts(Detail)
    case flags
    case numerals
    /// The regions that were found.
    case text
    /// The text as read, byte for byte.
    case rawText
  }

  /// How much is told of each fact.
  package enum Detail: Sendable {
    case plain
    /// With what its confidence was weighed from, as `scripts/fit-certainty` needs it.
    case weighed
    /// With the phrases that gave each aspect, and what its confidence was weighed from.
    case explained
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
