package import DocumentModel

extension JSONBytes {
  /// Writes one flag, in the order of the contract; in a dataset with its submission.
  package mutating func value(_ flag: Flag, submission: String? = nil) {
    object { json in
      json.member("id", flag.id)
      json.member("submission", ifAny: submission)
      json.member("file", flag.file)
      json.member("rule", flag.rule)
      json.member("severity", flag.severity.rawValue)
      json.member("facts", flag.facts)
      json.list("sources", flag.sources) { $0.value($1) }
      json.member("observed", ifAny: flag.observed)
      json.member("expected", ifAny: flag.expected)
      json.member("difference", ifAny: flag.difference)
      if let suggestion = flag.suggestion {
        json.member("suggestion") { $0.value(suggestion) }
      }
      if !flag.alternatives.isEmpty {
        json.list("alternatives", flag.alternatives) { $0.value($1) }
      }
      json.member("cause", ifAny: flag.cause)
      json.member("message") { $0.value(flag.message) }
    }
  }

  private mutating func value(_ suggestion: Suggestion) {
    object { json in
      json.array("edits") { json in
        for edit in suggestion.edits {
          json.object { json in
            json.member("source") { $0.value(edit.source) }
            json.name("value")
            switch edit.value {
            case .number(let number): json.number(number)
            case .text(let text): json.string(text)
            }
          }
        }
      }
      json.member("reason") { $0.value(suggestion.reason) }
    }
  }
}
