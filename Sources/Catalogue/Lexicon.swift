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

  /// - Parameters:
  ///   - table: the phrases.
  ///   - abbreviations: short forms that may stand for words within a phrase.
  /// - Throws: `TableError` with the line of a row that is no phrase with features.
  package init(
    _ table: TableFile, abbreviations: Abbreviations? = nil
  ) throws(TableError) {
    var children: [[(word: UInt64, node: Int32)]] = [[]]
    for row in table.rows {
      let features = try Lexicon.features(row)
      guard !features.isEmpty, !row.cells[0].isEmpty else {
        throw row.mistake(vi: "thiếu cụm từ hoặc đặc trưng", en: "phrase or features missing")
      }
      for alternative in row.cells[0].split(separator: "|") {
        for phrase in Lexicon.expand(String(alternative)) { insert(phrase, features, &children) }
      }
    }
    if let abbreviations { abbreviate(abbreviations, &children) }
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

  /// The longest phrase that starts at token `index` and stops before `end`: its features and length in
  /// tokens.
  package func longest(
    _ tokens: [Token], at index: Int, before end: Int = .max
  ) -> (features: [Feature], length: Int)? {
    var node: Int32 = 0
    var best: (features: [Feature], length: Int)?
    var position = index
    while position < min(tokens.count, end) {
      guard let next = edges[Lexicon.edge(node, tokens[position])] else { break }
      node = next
      position += 1
      if let features = outputs[node] { best = (features, position - index) }
    }
    return best
  }

  /// The same with short forms that mean what their long forms do; what the tables say of a short form
  /// stands.
  ///
  /// Returns nil where no long form is a phrase.
  func adding(_ forms: [(short: UInt64, long: [UInt64])]) -> Lexicon? {
    var result: Lexicon?
    for (short, long) in forms {
      let key = Lexicon.edge(0, short)
      var node: Int32 = 0
      let isKnown = long.allSatisfy { word in
        guard let next = edges[Lexicon.edge(node, word)] else { return false }
        node = next
        return true
      }
      guard isKnown, let meaning = outputs[node] else { continue }
      var lexicon = result ?? self
      if let own = edges[key] {
        // one that only stands for words within phrases means nothing alone
        guard outputs[own] == nil else { continue }
        lexicon.outputs[own] = meaning
      } else {
        lexicon.edges[key] = node
      }
      result = lexicon
    }
    return result
  }

  private mutating func insert(
    _ phrase: String, _ features: [Feature], _ children: inout [[(word: UInt64, node: Int32)]]
  ) {
    let bytes = Array(phrase.utf8)
    var node: Int32 = 0
    for token in Tokenizer.tokens(bytes, [0..<bytes.count]) {
      if token.kind == .word { words.insert(token.hash) }
      node = child(of: node, token.hash, &children)
    }
    var merged = outputs[node] ?? []
    for feature in features where !merged.contains(feature) { merged.append(feature) }
    outputs[node] = merged
  }

  private mutating func child(
    of node: Int32, _ word: UInt64, _ children: inout [[(word: UInt64, node: Int32)]]
  ) -> Int32 {
    let key = Lexicon.edge(node, word)
    if let next = edges[key] { return next }
    let next = size
    edges[key] = next
    children[Int(node)].append((word, next))
    children.append([])
    size += 1
    return next
  }

  /// Gives every place where a long form begins a way by its short form as well.
  ///
  /// What phrases.tsv itself says of a short form stands; a short form alone means nothing more.
  /// Ways are joined, not copied, so the automaton grows by an edge for each short form.
  private mutating func abbreviate(
    _ abbreviations: Abbreviations, _ children: inout [[(word: UInt64, node: Int32)]]
  ) {
    var joined: Set<UInt64> = []
    var node: Int32 = 0
    // nodes that are added on the way come behind, and are looked at in their turn
    while node < size {
      for (word, _) in children[Int(node)] {
        for (long, short) in abbreviations.byFirstWord[word] ?? [] {
          var end = node
          let isWhole = long.allSatisfy { word in
            guard let next = edges[Lexicon.edge(end, word)] else { return false }
            end = next
            return true
          }
          guard isWhole else { continue }
          words.insert(short)
          if node == 0 {
            graft(end, onto: child(of: node, short, &children), &children, &joined)
          } else {
            join(node, short, end, &children, &joined)
          }
        }
      }
      node += 1
    }
  }

  /// Leads a word from a node to another node, or adds that node's ways to the one it leads to.
  private mutating func join(
    _ node: Int32, _ word: UInt64, _ end: Int32,
    _ children: inout [[(word: UInt64, node: Int32)]], _ joined: inout Set<UInt64>
  ) {
    let key = Lexicon.edge(node, word)
    guard let own = edges[key] else {
      edges[key] = end
      children[Int(node)].append((word, end))
      joined.insert(key)
      return
    }
    // a way that is shared already keeps what it means
    guard own != end, !joined.contains(key) else { return }
    copyOutput(end, to: own)
    graft(end, onto: own, &children, &joined)
  }

  /// Adds the ways on from one node to another one.
  private mutating func graft(
    _ source: Int32, onto target: Int32,
    _ children: inout [[(word: UInt64, node: Int32)]], _ joined: inout Set<UInt64>
  ) {
    guard source != target else { return }
    for (word, next) in children[Int(source)] { join(target, word, next, &children, &joined) }
  }

  private mutating func copyOutput(_ source: Int32, to target: Int32) {
    if outputs[target] == nil, let features = outputs[source] { outputs[target] = features }
  }

  private static func edge(_ node: Int32, _ token: Token) -> UInt64 {
    edge(node, token.hash)
  }

  private static func edge(_ node: Int32, _ word: UInt64) -> UInt64 {
    (word &+ UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15)
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
