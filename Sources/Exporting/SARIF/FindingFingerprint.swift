import DocumentModel

/// What a finding is known by when the report comes again: the rule and what the figures are of,
/// never where they stand or what their values are.
///
/// So a finding stays the same through edits elsewhere, is gone when it was mended, and is new only
/// where something else is wrong.
struct FindingFingerprint {
  private let facts: [String: Fact]
  private var seen: [String: Int] = [:]

  init(_ facts: [Fact]) {
    self.facts = Dictionary(facts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The fingerprint of the next flag; findings that are alike are numbered in reading order.
  mutating func next(_ flag: Flag) -> String {
    let places =
      flag.facts.isEmpty
      ? flag.sources.map { $0.text.filter { !$0.isWhitespace } }
      : flag.facts.compactMap { facts[$0].map(aspects) }
    let subject = ([flag.rule] + Set(places).sorted()).joined(separator: "\n")
    let number = seen[subject, default: 0]
    seen[subject] = number + 1
    return hash("\(subject)\n\(number)")
  }

  private func aspects(_ fact: Fact) -> String {
    let dimensions = fact.dimensions.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }
    return
      ([
        fact.concept, fact.unit, fact.nature.rawValue, fact.statistic.rawValue, fact.per ?? "",
        fact.entity.name, period(fact.period),
      ] + dimensions).joined(separator: "|")
  }

  private func period(_ period: Period?) -> String {
    period.map { "\($0.start?.description ?? "")..\($0.end)" } ?? ""
  }

  /// FNV-1a, 64 bits.
  private func hash(_ text: String) -> String {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
