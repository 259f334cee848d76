package import DocumentModel

extension JSONBytes {
  /// Writes one flag, in the order of the contract; in a dataset with its submission.
  package mutating func value(_ flag: Flag, submission: String? = nil) {
    object { json in
      json.name("id")
      json.string(flag.id)
      if let submission {
        json.name("submission")
        json.string(submission)
      }
      json.name("file")
      json.string(flag.file)
      json.name("rule")
      json.string(flag.rule)
      json.name("severity")
      json.string(flag.severity.rawValue)
      json.name("facts")
      json.strings(flag.facts)
      json.name("sources")
      json.array { json in
        for source in flag.sources { json.value(source) }
      }
      json.figures(flag)
      if let suggestion = flag.suggestion {
        json.name("suggestion")
        json.value(suggestion)
      }
      if !flag.alternatives.isEmpty {
        json.name("alternatives")
        json.array { json in
          for alternative in flag.alternatives { json.value(alternative) }
        }
      }
      if let cause = flag.cause {
        json.name("cause")
        json.string(cause)
      }
      json.name("message")
      json.value(flag.message)
    }
  }

  private mutating func figures(_ flag: Flag) {
    if let observed = flag.observed {
      name("observed")
      number(observed)
    }
    if let expected = flag.expected {
      name("expected")
      number(expected)
    }
    if let difference = flag.difference {
      name("difference")
      number(difference)
    }
  }

  private mutating func value(_ suggestion: Suggestion) {
    object { json in
      json.name("edits")
      json.array { json in
        for edit in suggestion.edits {
          json.object { json in
            json.name("source")
            json.value(edit.source)
            json.name("value")
            switch edit.value {
            case .number(let number): json.number(number)
            case .text(let text): json.string(text)
            }
          }
        }
      }
      json.name("reason")
      json.value(suggestion.reason)
    }
  }
}
