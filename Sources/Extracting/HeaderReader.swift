import Catalogue
import DocumentModel

/// Reads what a report says of itself: unit, number, date, title, period, as-of date.
struct HeaderReader {
  let catalogue: Catalogue
  let document: Document

  private struct Name {
    var display: String
    var hashes: [UInt64]
  }

  func read() -> ReportHeader {
    var header = ReportHeader()
    let bytes = document.bytes
    let letterhead = document.blocks.filter { $0.kind == .letterhead }
    let title = document.blocks.filter { $0.kind == .title }
    header.title =
      title.isEmpty
      ? nil
      : title.map { $0.segments.map(document.text).joined(separator: " ") }.joined(separator: " ")
    for block in letterhead + title {
      let tokens = catalogue.tokens(bytes, block.segments)
      let times = TimeScanner(bytes: bytes, tokens: tokens, calendar: Calendar())
      let items = Scanner(catalogue: catalogue, bytes: bytes, calendar: Calendar()).items(tokens)
      for item in items {
        if header.number == nil, block.kind == .letterhead, case .citation(let citation) = item.kind
        {
          header.number = document.text(citation.symbol)
        }
      }
      if block.kind == .letterhead, header.date == nil {
        for index in tokens.indices {
          if let day = times.day(at: index), day.grain == 3, let date = day.date {
            header.date = date
            break
          }
        }
      }
      if header.date == nil, block.kind == .letterhead {
        for index in tokens.indices {
          if let day = times.day(at: index), day.grain == 2, let date = day.date {
            header.date = date
          }
        }
      }
    }
    readUnit(letterhead, into: &header)
    readTimes(title, into: &header)
    return header
  }

  // MARK: Period

  private func readTimes(_ title: [Block], into header: inout ReportHeader) {
    let bytes = document.bytes
    var calendar = Calendar()
    calendar.date = header.date
    let skip: Set<UInt64> = [Folding.hash("phương"), Folding.hash("nhiệm")]
    let ky = Folding.hash("kỳ")
    let vu = Folding.hash("vụ")
    for block in title where header.period == nil {
      let tokens = catalogue.tokens(bytes, block.segments)
      let times = TimeScanner(bytes: bytes, tokens: tokens, calendar: calendar)
      var index = 0
      var planned = false
      while index < tokens.count {
        if skip.contains(tokens[index].hash), index + 1 < tokens.count,
          tokens[index + 1].hash != ky
        {
          let previousIsAction = index > 0 && tokens[index - 1].hash == Folding.hash("hiện")
          planned = !(tokens[index + 1].hash == vu && previousIsAction)
        }
        if let result = times.time(at: index) {
          if !planned, header.period == nil, !result.mention.isDay, let flow = result.mention.flow,
            flow.start != nil
          {
            let isCited = index > 1 && isCitationContext(tokens, index)
            if !isCited { header.period = flow }
          }
          index = result.next
        } else {
          index += 1
        }
      }
    }
    // days named in the title or the opening paragraphs, then anywhere
    var openings = title
    var paragraphs = 0
    for block in document.blocks {
      if block.kind == .heading && paragraphs > 0 { break }
      if block.kind == .paragraph {
        openings.append(block)
        paragraphs += 1
        if paragraphs >= 3 { break }
      }
    }
    calendar.period = header.period
    findDays(openings, calendar, &header, spanRequired: header.period == nil)
    if header.asOf == nil || header.period == nil {
      let rest = document.blocks.filter {
        [.paragraph, .listItem, .heading, .footnote].contains($0.kind)
      }
      var calendar = calendar
      calendar.asOf = header.asOf
      findDays(rest, calendar, &header, spanRequired: true)
    }
    if header.period == nil, let start = termStart(), let now = header.asOf ?? header.date {
      if start <= now { header.period = .duration(start: start, end: now) }
    }
    // a report on a term that still runs counts up to its own day
    if let period = header.period, let start = period.start, let date = header.asOf ?? header.date,
      period.end > date, period.end.year - start.year >= 3
    {
      header.period = .duration(start: start, end: date)
    }
    if header.asOf == nil {
      if let end = header.period?.end, header.date.map({ end <= $0 }) ?? true {
        header.asOf = end
      } else {
        header.asOf = header.date
      }
    }
  }

  private func isCitationContext(_ tokens: [Token], _ index: Int) -> Bool {
    tokens[index].hash == Folding.hash("ngày")
  }

  /// Fills as-of date ("tính đến …", "số liệu đến …") and the span ("từ … đến …") from written days.
  private func findDays(
    _ blocks: [Block], _ calendar: Calendar, _ header: inout ReportHeader, spanRequired: Bool
  ) {
    let bytes = document.bytes
    let from = Folding.hash("từ")
    let count = Folding.hash("tính")
    let data = Folding.hash("liệu")
    let close = Folding.hash("chốt")
    let until = Folding.hash("đến")
    for block in blocks {
      let tokens = catalogue.tokens(bytes, block.segments)
      var scanner = TimeScanner(bytes: bytes, tokens: tokens, calendar: calendar)
      scanner.calendar.asOf = header.asOf
      var index = 0
      while index < tokens.count {
        let hash = tokens[index].hash
        if tokens[index].kind == .word {
          if hash == from
            || (hash == count && index + 1 < tokens.count && tokens[index + 1].hash == from),
            let result = scanner.time(at: index), let flow = result.mention.flow,
            flow.start != nil, result.mention.ranges.count == 2, isWritten(result.mention.ranges)
          {
            if header.period == nil || !spanRequired { header.period = flow }
            if header.asOf == nil { header.asOf = flow.end }
            index = result.next
            continue
          }
          if header.asOf == nil, hash == until, index == 0, block.kind == .paragraph,
            let result = scanner.time(at: index), result.mention.isDay,
            let day = result.mention.stock
          {
            header.asOf = day
          }
          if header.asOf == nil, hash == until, index > 0,
            [count, data, close].contains(tokens[index - 1].hash) || tokens[index - 1].isSign("."),
            let result = scanner.time(at: index), result.mention.isDay,
            let day = result.mention.stock
          {
            header.asOf = day
          }
        }
        index += 1
      }
    }
  }

  private func isWritten(_ ranges: [Range<Int>]) -> Bool { ranges.allSatisfy { $0.count >= 8 } }

  /// The first "nhiệm kỳ YYYY-YYYY" of the document.
  func termStart() -> CalendarDate? {
    let term = Folding.hash("nhiệm")
    for block in document.blocks where block.kind != .furniture {
      let tokens = catalogue.tokens(document.bytes, block.segments)
      let scanner = TimeScanner(bytes: document.bytes, tokens: tokens, calendar: Calendar())
      for index in tokens.indices where tokens[index].hash == term {
        if let result = scanner.time(at: index), let start = result.mention.flow?.start {
          return start
        }
      }
    }
    return nil
  }

  // MARK: Unit

  private static let ranks: [(upper: [String], rank: String)] = [
    (["tỉnh", "ủy"], "tỉnh"), (["thành", "ủy"], "thành phố"), (["huyện", "ủy"], "huyện"),
    (["quận", "ủy"], "quận"), (["thị", "ủy"], "thị xã"), (["đảng", "ủy"], ""),
    (["đảng", "bộ"], ""),
    (["chi", "bộ"], ""), (["cb"], ""), (["đặc", "khu", "ủy"], "đặc khu"),
  ]

  private func readUnit(_ letterhead: [Block], into header: inout ReportHeader) {
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
  private func isBody(_ line: [Token]) -> Bool {
    let starts = [["ủy", "ban"], ["ban"], ["văn", "phòng"], ["cơ", "quan"], ["phòng"]].map {
      $0.map { Folding.hash($0) }
    }
    return starts.contains { line.count > $0.count && line.prefix($0.count).map(\.hash) == $0 }
  }

  private func isTitleWord(_ line: [Token]) -> Bool {
    let words = Set(["báo", "kết", "đề", "kế", "nghị", "số", "chương"].map { Folding.hash($0) })
    let isParty =
      line.count > 1 && line[0].hash == Folding.hash("đảng") && line[1].hash == Folding.hash("cộng")
    return isParty || line.first.map { words.contains($0.hash) } ?? true
  }

  /// "ĐẢNG ỦY PHƯỜNG ĐÔNG TRẠCH" is "Đảng bộ phường Đông Trạch".
  private func unitName(_ line: [Token]) -> String? {
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
  private func proper(_ words: ArraySlice<Token>) -> String {
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
  private static let compounds: [UInt64: Set<UInt64>] = {
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

  /// How the running text writes a sequence of words, where it does with small letters inside.
  private func bodyForm(_ target: [UInt64]) -> String? {
    guard target.count >= 2 else { return nil }
    for block in document.blocks where [.paragraph, .listItem, .footnote].contains(block.kind) {
      let tokens = catalogue.tokens(document.bytes, block.segments)
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

  /// "Công an tỉnh" under "tỉnh Hà Lĩnh" is "Công an tỉnh Hà Lĩnh".
  private func completed(_ name: String, under parent: String?) -> String {
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
  private func mostNamedUnit() -> String? {
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
      let tokens = catalogue.tokens(document.bytes, block.segments)
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
