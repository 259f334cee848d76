import DocumentModel

/// Ids that stay the same for the same mistake in the same bytes.
struct FlagIdentity {
  let sha256: String

  func flag(_ rule: String, _ sources: [SourceSpan]) -> String {
    hash("flag", rule, sources)
  }

  func cause(_ sources: [SourceSpan]) -> String { hash("cause", "", sources) }

  private func hash(_ kind: String, _ rule: String, _ sources: [SourceSpan]) -> String {
    let places = sources.map { "\($0.start)-\($0.end)" }.joined(separator: ",")
    // FNV-1a, 64 bits.
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(kind)|\(sha256)|\(rule)|\(places)".utf8 {
      value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(value, radix: 16)
    return kind.prefix(1) + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
