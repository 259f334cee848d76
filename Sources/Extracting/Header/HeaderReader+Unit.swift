import Catalogue
import DocumentModel

extension HeaderReader {
  static let ranks: [(upper: [String], rank: String)] = [
    (["tỉnh", "ủy"], "tỉnh"), (["thành", "ủy"], "thành phố"), (["huyện", "ủy"], "huyện"),
    (["quận", "ủy"], "quận"), (["thị", "ủy"], "thị xã"), (["đảng", "ủy"], ""),
    (["đảng", "bộ"], ""),
    (["chi", "bộ"], ""), (["cb"], ""), (["đặc", "khu", "ủy"], "đặc khu"),
  ]

  func readUnit(_ letterhead: [Block], into header: inout ReportHeader) {
    let bytes = document.bytes
    var lines: [[Token]] = []
    for block in letterhead {
      for segment in block.segments {
        var tokens = catalogue.tokens(bytes, [segment])
        if let party = tokens.firstIndex(where: { $0.hash == Folding.hash("cộng") }), party >= 2,
          party + 1 < tokens.count, tokens[party + 1].hash == Folding.hash("sản")
        {
          tokens = Array(tokens[..<(party - 1)])
        }
        // a name in capitals ends where the date and place begin
        if let end = tokens.firstIndex(where: {
          $0.kind == .word && !$0.isAllUpper && $0.range.count > 1
        }),
          tokens.first?.isAllUpper == true
        {
          tokens = Array(tokens[..<end])
        }
        if let first = tokens.first, first.kind == .word, first.isAllUpper { lines.append(tokens) }
      }
    }
    var units: [(name: String, isBody: Bool)] = []
    for line in lines {
      if let name = unitName(line) {
        units.append((name, false))
      } else if isBody(line) {
        units.append(("", true))
      } else if let last = units.indices.last, !units[last].isBody, line.count <= 8,
        !isTitleWord(line)
      {
        // a name broken over two lines
        units[last].name += " " + proper(line[...])
      }
    }
    let named = units.filter { !$0.isBody }
    if let last = named.last {
      header.unit = completed(last.name, under: named.dropLast().last?.name)
      header.parent = named.dropLast().last?.name
    }
    if header.unit == nil { header.unit = mostNamedUnit() }
  }

  /// "ỦY BAN KIỂM TRA", "BAN TỔ CHỨC", "VĂN PHÒNG": a body of the unit named above.
  func isBody(_ line: [Token]) -> Bool {
    let starts = [["ủy", "ban"], ["ban"], ["văn", "phòng"], ["cơ", "quan"], ["phòng"]].map {
      $0.map { Folding.hash($0) }
    }
    return starts.contains { line.count > $0.count && line.prefix($0.count).map(\.hash) == $0 }
  }

  func isTitleWord(_ line: [Token]) -> Bool {
    let words = Set(["báo", "kết", "đề", "kế", "nghị", "số", "chương"].map { Folding.hash($0) })
    let isParty =
      line.count > 1 && line[0].hash == Folding.hash("đảng") && line[1].hash == Folding.hash("cộng")
    return isParty || line.first.map { words.contains($0.hash) } ?? true
  }

  /// "ĐẢNG ỦY PHƯỜNG ĐÔNG TRẠCH" is "Đảng bộ phường Đông Trạch".
  func unitName(_ line: [Token]) -> String? {
    for entry in HeaderReader.ranks {
      let hashes = entry.upper.map { Folding.hash($0) }
      guard line.count > hashes.count, line.prefix(hashes.count).map(\.hash) == hashes else {
        continue
      }
      let rest = line.dropFirst(hashes.count)
      let cell = entry.upper[0] == "chi" || entry.upper[0] == "cb"
      let head = cell ? "Chi bộ" : "Đảng bộ"
      let rank = entry.rank.isEmpty ? "" : entry.rank + " "
      return "\(head) \(rank)\(proper(rest))"
    }
    return nil
  }

  /// The words as the body writes them, or each with a capital.
  func proper(_ words: ArraySlice<Token>) -> String {
    let small: Set<UInt64> = Set(
      [
        "xã", "phường", "thị", "trấn", "huyện", "quận", "thành", "phố", "tỉnh", "đặc", "khu",
      ].map { Folding.hash($0) })
    let target = words.filter { $0.kind == .word || $0.kind == .number }.map(\.hash)
    if let found = bodyForm(target) {
      guard let first = words.first, small.contains(first.hash), words.count > 1 else {
        return found
      }
      return found.prefix(1).lowercased() + found.dropFirst()
    }
    var parts: [String] = []
    var inRank = true
    for (offset, word) in words.enumerated() {
      let text = document.text(word.range)
      if word.kind == .sign { continue }
      if inRank, small.contains(word.hash), offset < 2,
        words.count > 2 || offset == 0 && words.count > 1
      {
        parts.append(text.lowercased())
      } else {
        inRank = false
        let isRank =
          offset > 0 && ["tỉnh", "huyện", "xã", "phường", "quận"].contains(text.lowercased())
        let isAcronym = [
          "thpt", "thcs", "tnhh", "mtv", "ubnd", "hđnd", "mttq", "ptdtbt", "th",
        ].contains(text.lowercased())
        let previous = offset > 0 ? words[words.startIndex + offset - 1].hash : 0
        let isSecond = HeaderReader.compounds[previous]?.contains(word.hash) ?? false
        parts.append(
          isRank
            ? text.lowercased()
            : isAcronym
              ? text
              : isSecond
                ? text.lowercased() : text.prefix(1).uppercased() + text.dropFirst().lowercased())
      }
    }
    return parts.joined(separator: " ")
  }

  /// Second words of common nouns, which a proper name writes small: "Bệnh viện", "Trung đoàn".
  static let compounds: [UInt64: Set<UInt64>] = {
    var table: [UInt64: Set<UInt64>] = [:]
    let words = [
      "trung đoàn", "sư đoàn", "tiểu đoàn", "lữ đoàn", "bệnh viện", "đa khoa", "khu vực",
      "tiểu học", "mầm non",
      "trung học", "phổ thông", "cơ sở", "đại học", "cao đẳng", "công ty", "cổ phần", "công an",
      "quân sự",
      "doanh nghiệp", "nhà nước", "cơ quan", "tập đoàn", "tổng công", "xí nghiệp", "nhà máy",
      "trung tâm",
      "chính trị", "y tế", "giáo dục", "biên phòng", "thị trấn", "quân khu", "bộ đội", "chỉ huy",
      "điện lực",
    ]
    for pair in words {
      let parts = pair.split(separator: " ").map { Folding.hash(String($0)) }
      if parts.count == 2 { table[parts[0], default: []].insert(parts[1]) }
    }
    return table
  }()

  /// How the running text writes a sequence of words, where it does with small letters inside: as it
  /// stands, else with its short forms written out ("MTV": "một thành viên").
  func bodyForm(_ target: [UInt64]) -> String? {
    guard target.count >= 2 else { return nil }
    let written = target.flatMap { HeaderReader.longForms[$0] ?? [$0] }
    return found(target) ?? (written == target ? nil : found(written))
  }

  private func found(_ target: [UInt64]) -> String? {
    for block in document.blocks where [.paragraph, .listItem, .footnote].contains(block.kind) {
      let tokens = self.words[block]
      guard tokens.count >= target.count else { continue }
      for start in 0...(tokens.count - target.count)
      where tokens[start].hash == target[0]
        && tokens[start..<start + target.count].map(\.hash) == target
      {
        let words = tokens[start..<start + target.count]
        if words.contains(where: { !$0.isAllUpper }) {
          return words.map { document.text($0.range) }.joined(separator: " ")
        }
      }
    }
    return nil
  }

  private static let longForms: [UInt64: [UInt64]] = Dictionary(
    uniqueKeysWithValues: [
      ("mtv", "một thành viên"), ("ubnd", "ủy ban nhân dân"), ("thpt", "trung học phổ thông"),
      ("thcs", "trung học cơ sở"), ("bqlda", "ban quản lý dự án"),
    ].map { short, long in
      (Folding.hash(short), long.split(separator: " ").map { Folding.hash(String($0)) })
    })

  /// "Công an tỉnh" under "tỉnh Hà Lĩnh" is "Công an tỉnh Hà Lĩnh".
  func completed(_ name: String, under parent: String?) -> String {
    guard let parent else { return name }
    for rank in ["tỉnh", "thành phố", "huyện", "xã", "phường"]
    where name.lowercased().hasSuffix(" " + rank) {
      let words = parent.split(separator: " ")
      let first = rank.split(separator: " ")
      guard let at = words.indices.first(where: { words[$0...].starts(with: first) }) else {
        continue
      }
      return "\(name.dropLast(rank.count))\(words[at...].joined(separator: " "))"
    }
    return name
  }

  /// The unit that the text itself names most: "Đảng bộ xã Bình Lư", "Đảng ủy phường …".
  func mostNamedUnit() -> String? {
    let heads: [UInt64] = [Folding.hash("bộ"), Folding.hash("ủy")]
    let party = Folding.hash("đảng")
    let ranks: Set<UInt64> = Set(
      [
        "xã", "phường", "huyện", "quận", "tỉnh", "trường", "công", "bệnh", "thị", "thành", "đặc",
        "trung",
      ].map {
        Folding.hash($0)
      })
    var counts: [[UInt64]: (count: Int, text: String, order: Int)] = [:]
    // "Đảng bộ thành phố" without a name counts for its rank
    var rankCounts: [UInt64: Int] = [:]
    for block in document.blocks where block.kind != .furniture && block.kind != .closing {
      let tokens = self.words[block]
      for index in tokens.indices {
        guard index + 3 < tokens.count, tokens[index].hash == party,
          heads.contains(tokens[index + 1].hash),
          ranks.contains(tokens[index + 2].hash)
        else { continue }
        rankCounts[tokens[index + 2].hash, default: 0] += 1
        var end = index + 3
        if end < tokens.count, !tokens[end].startsUpper,
          [
            Folding.hash("phố"), Folding.hash("xã"), Folding.hash("trấn"), Folding.hash("khu"),
            Folding.hash("viện"), Folding.hash("ty"),
          ].contains(tokens[end].hash)
        {
          end += 1
        }
        let nameStart = end
        while end < tokens.count, tokens[end].kind == .word, tokens[end].startsUpper,
          end - nameStart < 6
        {
          end += 1
        }
        guard end > nameStart else { continue }
        let key = tokens[(index + 2)..<end].map(\.hash)
        let text = tokens[(index + 2)..<end].map { document.text($0.range) }.joined(separator: " ")
        let known = counts[key]
        counts[key] = ((known?.count ?? 0) + 1, known?.text ?? text, known?.order ?? counts.count)
      }
    }
    let best = counts.max { left, right in
      let a = (rankCounts[left.key[0]] ?? 0, left.value.count, -left.value.order)
      let b = (rankCounts[right.key[0]] ?? 0, right.value.count, -right.value.order)
      return a < b
    }?.value
    return best.map { "Đảng bộ " + $0.text }
  }
}
