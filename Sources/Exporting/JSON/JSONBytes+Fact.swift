package import DocumentModel

extension JSONBytes {
  /// Writes one fact, in the order of the contract; in a dataset with its submission; where it is
  /// explained, with the phrase that gave each aspect.
  package mutating func value(
    _ fact: Fact, submission: String? = nil, isExplained: Bool = false
  ) {
    object { json in
      json.member("id", fact.id)
      json.member("submission", ifAny: submission)
      json.member("file", fact.file)
      json.member("concept", fact.concept)
      json.member("value", fact.value)
      json.member("upper", ifAny: fact.upper)
      json.member("unit", fact.unit)
      json.member("decimals", fact.decimals)
      json.member("qualifier", fact.qualifier.rawValue)
      json.member("nature", fact.nature.rawValue)
      json.member("statistic", fact.statistic.rawValue)
      json.member("per", ifAny: fact.per)
      if let whole = fact.of { json.member("of") { $0.value(whole) } }
      if let base = fact.base { json.member("base") { $0.base(base) } }
      json.member("entity") { $0.value(fact.entity) }
      json.member("period") { $0.value(fact.period) }
      json.member("dimensions", fact.dimensions)
      json.member("source") { $0.value(fact.source) }
      json.member("confidence", ExactDecimal(Int64(fact.confidence), scale: 3))
      if isExplained {
        json.list("evidence", fact.evidence) { $0.value($1) }
      }
      if !fact.context.grounds.isEmpty { json.member("grounds", fact.context.grounds) }
    }
  }

  private mutating func value(_ evidence: Evidence) {
    object { json in
      json.member("aspect", evidence.aspect)
      json.member("level", evidence.level)
      if let span = evidence.span { json.member("source") { $0.value(span) } }
    }
  }
}
