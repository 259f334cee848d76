import Catalogue
import DocumentModel

/// One document cited with two dates, or as something that its symbol says it isn't.
struct CitationChecker {
  let extraction: Extraction
  let rules: RuleTable
  let file: String
  let identity: FlagIdentity

  func flags() -> [Flag] {
    var groups: [Symbol: [Citation]] = [:]
    var order: [Symbol] = []
    for citation in extraction.citations {
      guard let symbol = Symbol(citation.symbol.text) else { continue }
      if groups[symbol] == nil { order.append(symbol) }
      groups[symbol, default: []].append(citation)
    }
    return order.flatMap { symbol -> [Flag] in
      let citations = groups[symbol] ?? []
      return dates(citations) + issuers(citations)
        + citations.compactMap { kind(symbol, $0, order, groups) ?? suffix(symbol, $0) }
    }
  }

  // MARK: two dates

  /// One symbol of two congress terms is two documents; a slip leaves part of the date alone.
  private func dates(_ citations: [Citation]) -> [Flag] {
    guard let rule = rules.first(.citationDate) else { return [] }
    return issuerGroups(citations).compactMap { group -> Flag? in
      let dated = group.compactMap { citation -> (date: CalendarDate, span: SourceSpan)? in
        guard let date = citation.date, let span = citation.dateSpan else { return nil }
        return (date, span)
      }
      let votes = Dictionary(grouping: dated, by: \.date)
      let ranked = votes.keys.sorted { a, b in
        (-(votes[a]?.count ?? 0), a) < (-(votes[b]?.count ?? 0), b)
      }
      guard let common = ranked.first else { return nil }
      let strange = ranked.dropFirst().filter { isSlip($0, common) }
      guard !strange.isEmpty else { return nil }
      let involved = dated.filter { $0.date == common || strange.contains($0.date) }
      let texts = ([common] + strange).compactMap { votes[$0]?.first?.span.text }
      var flag = flag(
        rule, involved.map(\.span),
        Message(
          vi: "\(group.first?.symbol.text ?? "") ghi ngày \(texts.joined(separator: " và "))",
          en: "\(group.first?.symbol.text ?? "") is dated \(texts.joined(separator: " and "))"))
      let wrong = dated.filter { strange.contains($0.date) }
      if wrong.count == 1, (votes[common]?.count ?? 0) > 1, let only = wrong.first,
        let right = votes[common]?.first?.span.text
      {
        flag.suggestion = suggestion(only.span, right)
      } else if dated.count == 2, let first = dated.first, let last = dated.last {
        flag.alternatives = [
          suggestion(last.span, first.span.text), suggestion(first.span, last.span.text),
        ]
      }
      return flag
    }
  }

  private func isSlip(_ left: CalendarDate, _ right: CalendarDate) -> Bool {
    left.year == right.year || (left.month == right.month && left.day == right.day)
  }

  /// Committees of two levels use the same suffix: "19-CTr/TU" of the province and of the city.
  private func issuerGroups(_ citations: [Citation]) -> [[Citation]] {
    var groups: [(level: String?, members: [Citation])] = []
    for citation in citations {
      let level = citation.issuer.flatMap(level)
      let fitting = groups.firstIndex { group in
        level == nil || group.level == nil || group.level == level
      }
      if let fitting {
        groups[fitting].members.append(citation)
        groups[fitting].level = groups[fitting].level ?? level
      } else {
        groups.append((level, [citation]))
      }
    }
    return groups.map(\.members)
  }

  /// The suffix or place word that tells the issuer's level.
  private func level(_ issuer: String) -> String? {
    rules.citations.levels.first { issuer.contains($0.words) }?.level
  }

  // MARK: two bodies

  private func issuers(_ citations: [Citation]) -> [Flag] {
    guard let rule = rules.first(.citationIssuer) else { return [] }
    let named = citations.compactMap { citation -> (body: String, span: SourceSpan)? in
      guard let issuer = citation.issuer else { return nil }
      let bodies = rules.citations.bodies.filter { issuer.contains($0.words) }
      return bodies.count == 1 ? (bodies[0].body, citation.symbol) : nil
    }
    guard let first = named.first, let other = named.first(where: { $0.body != first.body }) else {
      return []
    }
    return [
      flag(
        rule, [first.span, other.span],
        Message(
          vi: "\(first.span.text) ghi hai cơ quan ban hành khác nhau",
          en: "\(first.span.text) is ascribed to two issuing bodies"))
    ]
  }

  // MARK: the symbol itself

  private func kind(
    _ symbol: Symbol, _ citation: Citation, _ order: [Symbol], _ groups: [Symbol: [Citation]]
  ) -> Flag? {
    guard let rule = rules.first(.citationKind), let kind = citation.kind,
      let codes = rules.citations.codes[kind], isKnown(symbol.code), !codes.contains(symbol.code)
    else { return nil }
    let meant = order.first { other in
      other != symbol && other.number == symbol.number && other.suffix == symbol.suffix
        && codes.contains(other.code)
    }
    let twin = meant.flatMap { groups[$0]?.first?.symbol }
    var flag = flag(
      rule, ([twin, citation.symbol].compactMap { $0 }),
      Message(
        vi: "\(kind) không mang ký hiệu \(symbol.code): \(citation.symbol.text)",
        en: "a document called \"\(kind)\" has no symbol \(symbol.code): \(citation.symbol.text)"))
    if let twin { flag.suggestion = suggestion(citation.symbol, twin.text) }
    return flag
  }

  private func isKnown(_ code: String) -> Bool {
    rules.citations.codes.values.contains { $0.contains(code) }
  }

  private func suffix(_ symbol: Symbol, _ citation: Citation) -> Flag? {
    guard let rule = rules.first(.citationSuffix), let issuer = citation.issuer,
      let expected = rules.citations.suffixes.first(where: { issuer.contains($0.words) }),
      !expected.codes.contains(symbol.suffix),
      rules.citations.suffixes.contains(where: { $0.codes.contains(symbol.suffix) })
    else { return nil }
    return flag(
      rule, [citation.symbol],
      Message(
        vi: "văn bản của \(issuer) không mang ký hiệu \(symbol.suffix): \(citation.symbol.text)",
        en: "a document of \(issuer) has no suffix \(symbol.suffix): \(citation.symbol.text)"))
  }

  private func suggestion(_ place: SourceSpan, _ text: String) -> Suggestion {
    Suggestion(
      edits: [Suggestion.Edit(source: place, value: .text(text))],
      reason: Message(
        vi: "Như đã ghi ở chỗ khác: \(text)", en: "As stated elsewhere: \(text)"))
  }

  private func flag(_ rule: Rule, _ places: [SourceSpan], _ message: Message) -> Flag {
    let sources = places.sorted { $0.start < $1.start }
    return Flag(
      id: identity.flag(rule.id, sources), file: file, rule: rule.family, severity: rule.severity,
      facts: [], sources: sources, cause: identity.cause(sources),
      message: Message(
        vi: "\(message.vi). \(rule.instruction.vi)", en: "\(message.en). \(rule.instruction.en)"))
  }
}
