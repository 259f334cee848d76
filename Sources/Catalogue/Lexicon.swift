import DocumentModel

/// One aspect that a phrase gives: `noun=member`, `sex=female`, `mark=ofwhich`.
package struct Feature: Sendable, Hashable {
  package let key: String
  package let value: String

  package init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

/// All phrases of `phrases.tsv` in one automaton over folded words.
package struct Lexicon: Sendable {
  private var edges: [UInt64: Int32] = [:]
  private var outputs: [Int32: [Feature]] = [:]
  private var size: Int32 = 1
  /// The folded words of all phrases.
  private(set) var words: Set<UInt64> = []

  package init(_ table: TableFile) throws(TableError) {
    for row in table.rows {
      let features = try Lexicon.features(row)
      guard !features.isEmpty, !row.cells[0].isEmpty else {
        throw row.mistake(vi: "thiếu cụm từ hoặc đặc trưng", en: "phrase or features missing")
      }
      for alternative in row.cells[0].split(separator: "|") {
        for phrase in Lexicon.expand(String(alternative)) { insert(phrase, features) }
      }
    }
  }

  /// The features that a row gives its phrases.
  static func features(_ row: TableFile.Row) throws(TableError) -> [Feature] {
    var features: [Feature] = []
    for part in row.cells[1].split(separator: " ") {
      guard let cut = part.firstIndex(where: { $0 == "=" || $0 == "~" }) else {
        throw row.mistake(
          vi: "đặc trưng phải có dạng khóa=giá trị: \(part)",
          en: "a feature has the form key=value: \(part)")
      }
      let key = part[cut] == "~" ? "\(part[..<cut])~" : String(part[..<cut])
      features.append(Feature(key: key, value: String(part[part.index(after: cut)...])))
    }
    return features
  }

  /// The longest phrase that starts at token `index`: its features and length in tokens.
  package func longest(_ tokens: [Token], at index: Int) -> (features: [Feature], length: Int)? {
    var node: Int32 = 0
    var best: (features: [Feature], length: Int)?
    var position = index
    while position < tokens.count {
      guard let next = edges[Lexicon.edge(node, tokens[position])] else { break }
      node = next
      position += 1
      if let features = outputs[node] { best = (features, position - index) }
    }
    return best
  }

  private mutating func insert(_ phrase: String, _ features: [Feature]) {
    let bytes = Array(phrase.utf8)
    var node: Int32 = 0
    for token in Tokenizer.tokens(bytes, [0..<bytes.count]) {
      if token.kind == .word { words.insert(token.hash) }
      let key = Lexicon.edge(node, token)
      if let next = edges[key] {
        node = next
      } else {
        edges[key] = size
        node = size
        size += 1
      }
    }
    var merged = outputs[node] ?? []
    for feature in features where !merged.contains(feature) { merged.append(feature) }
    outputs[node] = merged
  }

  private static func edge(_ node: Int32, _ token: Token) -> UInt64 {
    (token.hash &+ UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15)
      &* 0xFF51_AFD7_ED55_8CCD
  }

  /// "miễn [công tác và] sinh hoạt" gives the phrase with and without what is in brackets; a `|`
  /// within brackets separates words of which one stands there.
  private static func expand(_ phrase: String) -> [String] {
    guard let open = phrase.firstIndex(of: "["), let close = phrase.firstIndex(of: "]"),
      open < close
    else { return [phrase] }
    let before = phrase[..<open]
    let inside = phrase[phrase.index(after: open)..<close]
    let after = String(phrase[phrase.index(after: close)...])
    return expand(after).flatMap { ["\(before)\($0)", "\(before)\(inside)\($0)"] }
  }
}
