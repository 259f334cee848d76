/// A contradiction found; the contract's *flag*.
package struct Flag: Sendable, Hashable {
  package var id: String
  package var file: String
  /// A family code of the contract: `sum_mismatch`, `share_mismatch`, ….
  package var rule: String
  package var severity: Severity
  /// Ids of the facts involved; empty only for citation and date flags.
  package var facts: [String]
  /// The places involved, in reading order.
  package var sources: [SourceSpan]
  package var observed: ExactDecimal?
  package var expected: ExactDecimal?
  package var difference: ExactDecimal?
  package var suggestion: Suggestion?
  package var alternatives: [Suggestion]
  /// Flags that one mistake brings about carry the same cause id.
  package var cause: String?
  package var message: Message

  package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    case info, warning, error

    package static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .info: return 0
      case .warning: return 1
      case .error: return 2
      }
    }
  }

  package init(
    id: String = "", file: String, rule: String, severity: Severity, facts: [String],
    sources: [SourceSpan], observed: ExactDecimal? = nil, expected: ExactDecimal? = nil,
    difference: ExactDecimal? = nil, suggestion: Suggestion? = nil,
    alternatives: [Suggestion] = [], cause: String? = nil, message: Message
  ) {
    self.id = id
    self.file = file
    self.rule = rule
    self.severity = severity
    self.facts = facts
    self.sources = sources
    self.observed = observed
    self.expected = expected
    self.difference = difference
    self.suggestion = suggestion
    self.alternatives = alternatives
    self.cause = cause
    self.message = message
  }
}

/// The smallest change that makes every rule on its facts hold; never applied by the program.
package struct Suggestion: Sendable, Hashable {
  package var edits: [Edit]
  package var reason: Message

  package struct Edit: Sendable, Hashable {
    package var source: SourceSpan
    package var value: Value

    package init(source: SourceSpan, value: Value) {
      self.source = source
      self.value = value
    }
  }

  /// A number for a numeral, a string as it would be written for a symbol or a date.
  package enum Value: Sendable, Hashable {
    case number(ExactDecimal)
    case text(String)
  }

  package init(edits: [Edit], reason: Message) {
    self.edits = edits
    self.reason = reason
  }
}

/// A sentence for people, in Vietnamese and English.
package struct Message: Sendable, Hashable {
  package var vi: String
  package var en: String

  package init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }
}
