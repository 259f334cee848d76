import DocumentModel

/// Ids of facts: 64 bits of FNV-1a over the content hash, the place and the aspects.
enum FactIdentity {
  static func id(of fact: Fact, sha256: String) -> String {
    var text = "\(sha256)|\(fact.source.start)|\(fact.source.end)|\(fact.concept)|\(fact.unit)"
    text += "|\(fact.nature.rawValue)|\(fact.statistic.rawValue)"
    for (key, value) in fact.dimensions.sorted(by: { $0.key < $1.key }) {
      text += "|\(key)=\(value)"
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return "f" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
