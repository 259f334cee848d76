import Catalogue
import DocumentModel

/// What a report names in full somewhere, by the shorter names that it uses elsewhere: "Yên Phú đông
/// nhất, có 4.927 đảng viên" beside "Đảng bộ huyện Yên Phú"; "doanh nghiệp ngoài khu vực nhà nước (sau
/// đây gọi là khối doanh nghiệp)".
struct ShortNames {
  /// The group that a report means by the words of a wider one.
  private(set) var groups: [String: String] = [:]
  /// The group that a report calls just "khối".
  private(set) var sector: String?
  /// By the first word of the bare name: all its words, and the unit's full name.
  private(set) var names: [UInt64: [(words: [UInt64], full: String)]] = [:]

  /// The names of units as the tables of the report write them.
  private var labels: Set<ArraySlice<UInt64>> = []
  private static let lengthsOfLabels = 4...14

  /// Notes a cell of a table that names a body of the party ("Đảng bộ bộ phận Khoa Công nghệ thông tin").
  mutating func note(label tokens: [Token]) {
    guard ShortNames.lengthsOfLabels.contains(tokens.count), let first = tokens.first,
      first.startsUpper,
      tokens[1].hash == Scanner.Words.bo, tokens.allSatisfy({ $0.kind == .word }),
      first.hash == Scanner.Words.party || first.hash == ShortNames.cell
    else { return }
    labels.insert(tokens.map(\.hash)[...])
  }

  /// The index behind the name at `index`, where a table has the same words.
  func end(ofLabel tokens: [Token], at index: Int) -> Int? {
    guard !labels.isEmpty else { return nil }
    let words = tokens[index...].prefix(ShortNames.lengthsOfLabels.upperBound).map(\.hash)
    return ShortNames.lengthsOfLabels.reversed()
      .first { $0 <= words.count && labels.contains(words[..<$0]) }.map { index + $0 }
  }

  /// The unit that a bare name means, and the index behind the name; nil for any other word.
  ///
  /// Parameter index: of a capitalised token.
  func unit(_ tokens: [Token], _ index: Int) -> (full: String, next: Int)? {
    guard tokens[index].startsUpper, let known = names[tokens[index].hash] else { return nil }
    for (words, full) in known {
      let end = index + words.count
      guard end <= tokens.count,
        words.indices.allSatisfy({
          tokens[index + $0].hash == words[$0] && tokens[index + $0].startsUpper
        }), !(end < tokens.count && tokens[end].kind == .word && tokens[end].startsUpper)
      else { continue }
      return (full, end)
    }
    return nil
  }

  /// Notes what "(sau đây gọi là khối doanh nghiệp)", "(… gọi tắt là “khối”)" makes of a group.
  ///
  /// Parameter own: the words of the name of the body that reports, which is no group of its members
  /// ("Đảng bộ Khối Doanh nghiệp tỉnh, sau đây gọi tắt là Khối").
  mutating func noteGroup(_ tokens: [Token], _ lexicon: Lexicon, own: [UInt64]) {
    for index in tokens.indices where tokens[index].hash == ShortNames.called {
      guard
        let next = tokens[(index + 1)...].prefix(3).firstIndex(where: {
          $0.hash == Scanner.Words.isWord
        }), next + 2 < tokens.count
      else { continue }
      var full: String?
      var before = max(0, index - 25)
      while before < index {
        // the tail of a longer phrase isn't what is named: "cán bộ, công chức, viên chức"
        let match = lexicon.longest(tokens, at: before)
        if let found = match?.features.first(where: { $0.key == "group" })?.value {
          let words = tokens[before..<before + (match?.length ?? 1)].map(\.hash)
          full = own.contains(words) ? nil : found
        }
        before += max(1, match?.length ?? 1)
      }
      guard let full else { continue }
      let name = tokens[next + 1].kind == .word ? next + 1 : next + 2
      if let short = group(tokens, name, lexicon) ?? group(tokens, name + 1, lexicon) {
        if full != short { groups[short] = full }
      } else if tokens[name].hash == Binder.sector {
        sector = full
      }
    }
  }

  private func group(_ tokens: [Token], _ index: Int, _ lexicon: Lexicon) -> String? {
    guard index < tokens.count else { return nil }
    return lexicon.longest(tokens, at: index)?.features.first { $0.key == "group" }?.value
  }

  /// Notes every unit that a block names in full; of two units of one bare name neither is noted.
  mutating func note(_ tokens: [Token], _ bytes: [UInt8], own: [UInt64]) {
    var index = 0
    while index + 2 < tokens.count {
      guard let (head, isParty) = head(tokens, index) else {
        index += 1
        continue
      }
      let first = head
      var end = first
      while end < tokens.count, tokens[end].kind == .word, tokens[end].startsUpper, end - first < 4
      {
        end += 1
      }
      let words = tokens[first..<end].map(\.hash)
      defer { index = max(end, index + 1) }
      // one syllable is too little to be known again; all in capitals is a heading
      guard words.count >= 2, !own.ends(with: words), !tokens[first].isAllUpper
      else { continue }
      let text = String(
        decoding: bytes[tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound],
        as: UTF8.self
      ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      add(words, isParty ? text : "Đảng bộ " + text.prefix(1).lowercased() + text.dropFirst())
    }
  }

  private mutating func add(_ words: [UInt64], _ full: String) {
    guard let first = words.first else { return }
    if let at = names[first]?.firstIndex(where: { $0.words == words }) {
      let known = names[first]?[at].full ?? ""
      if known != full, !known.isEmpty { names[first]?[at].full = ShortNames.chosen(known, full) }
    } else {
      names[first, default: []].append((words, full))
    }
  }

  /// "Đảng bộ huyện Cẩm Vân" rather than "Huyện ủy Cẩm Vân"; nothing where a cell and a committee, or a
  /// district and a commune, share the name.
  private static func chosen(_ left: String, _ right: String) -> String {
    func tail(_ name: String) -> String {
      for head in ["Đảng bộ ", "Đảng ủy "] where name.hasPrefix(head) {
        return String(name.dropFirst(head.count))
      }
      for (committee, place) in [
        ("Huyện ủy", "huyện"), ("Thành ủy", "thành phố"), ("Thị ủy", "thị xã"), ("Quận ủy", "quận"),
      ] where name.hasPrefix(committee + " ") {
        return place + name.dropFirst(committee.count)
      }
      return name
    }
    guard tail(left) == tail(right) else { return "" }
    return left.hasPrefix("Đảng bộ ") ? left : right
  }

  /// The index of the name behind "Đảng bộ huyện", "Chi bộ bản", "Huyện ủy", "huyện"; whether the words
  /// name a body of the party.
  private func head(_ tokens: [Token], _ index: Int) -> (name: Int, isParty: Bool)? {
    let hash = tokens[index].hash
    if (hash == Scanner.Words.party || hash == ShortNames.cell), tokens[index].startsUpper,
      [Scanner.Words.bo, ShortNames.committee].contains(tokens[index + 1].hash)
    {
      guard let length = ShortNames.places.first(where: { matches($0, tokens, index + 2) })?.count
      else { return nil }
      return (index + 2 + length, true)
    }
    if tokens[index].startsUpper, tokens[index + 1].hash == ShortNames.committee,
      ShortNames.seats.contains(hash)
    {
      return (index + 2, true)
    }
    guard let length = ShortNames.districts.first(where: { matches($0, tokens, index) })?.count
    else { return nil }
    return (index + length, false)
  }

  private func matches(_ words: [UInt64], _ tokens: [Token], _ index: Int) -> Bool {
    index + words.count < tokens.count
      && words.indices.allSatisfy { tokens[index + $0].hash == words[$0] }
  }

  private static let cell = Folding.hash("chi")
  private static let called = Folding.hash("gọi")
  private static let committee = Folding.hash("ủy")
  private static let seats: Set<UInt64> = Set(
    ["huyện", "thành", "thị", "quận"].map { Folding.hash($0) })
  private static func split(_ names: [String]) -> [[UInt64]] {
    names.map { $0.split(separator: " ").map { Folding.hash(String($0)) } }
  }
  private static let districts = split(["huyện", "thị xã", "thành phố", "quận"])
  private static let places = split([
    "huyện", "thị xã", "thành phố", "quận", "xã", "phường", "thị trấn", "khu phố", "tổ dân phố",
    "thôn", "bản", "ấp", "xóm", "buôn", "làng", "khóm",
  ])
}

extension Array where Element == UInt64 {
  fileprivate func ends(with other: [UInt64]) -> Bool { suffix(other.count).elementsEqual(other) }
}
