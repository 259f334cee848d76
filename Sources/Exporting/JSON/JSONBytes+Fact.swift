package import DocumentModel

extension JSONBytes {
  /// Writes one fact, in the order of the contract; in a dataset with its submission; where it is
  /// explained, with the phrase that gave each aspect.
  package mutating func value(
    _ fact: Fact, submission: String? = nil, isExplained: Bool = false
  ) {
    object { json in
      json.name("id")
      json.string(fact.id)
      if let submission {
        json.name("submission")
        json.string(submission)
      }
      json.name("file")
      json.string(fact.file)
      json.name("concept")
      json.string(fact.concept)
      json.name("value")
      json.number(fact.value)
      if let upper = fact.upper {
        json.name("upper")
        json.number(upper)
      }
      json.name("unit")
      json.string(fact.unit)
      json.name("decimals")
      json.number(fact.decimals)
      json.name("qualifier")
      json.string(fact.qualifier.rawValue)
      json.name("nature")
      json.string(fact.nature.rawValue)
      json.name("statistic")
      json.string(fact.statistic.rawValue)
      if let per = fact.per {
        json.name("per")
        json.string(per)
      }
      if let whole = fact.of {
        json.name("of")
        json.value(whole)
      }
      if let base = fact.base {
        json.name("base")
        json.base(base)
      }
      json.name("entity")
      json.value(fact.entity)
      json.name("period")
      json.value(fact.period)
      json.name("dimensions")
      json.strings(fact.dimensions)
      json.name("source")
      json.value(fact.source)
      json.name("confidence")
      json.number(ExactDecimal(Int64(fact.confidence), scale: 3))
      if isExplained {
        json.name("evidence")
        json.array { json in for evidence in fact.evidence { json.value(evidence) } }
      }
    }
  }

  private mutating func value(_ evidence: Evidence) {
    object { json in
      json.name("aspect")
      json.string(evidence.aspect)
      json.name("level")
      json.string(evidence.level)
      if let span = evidence.span {
        json.name("source")
        json.value(span)
      }
    }
  }
}
