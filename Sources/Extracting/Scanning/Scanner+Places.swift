import Catalogue
import DocumentModel

/// Places, firms and labels that stand for their unit, where a figure follows.
extension Scanner {
  static let placeHeads: [[UInt64]] = [
    "huyện đảo", "huyện", "thị xã", "thành phố", "quận", "xã", "phường", "thị trấn", "đặc khu",
    "công ty",
    "tổng công ty", "nhà máy", "xí nghiệp", "trường", "bệnh viện", "học viện", "đồn", "tiểu đoàn",
    "trung đoàn", "lữ đoàn", "sư đoàn", "trung tâm", "sở", "cục", "chi cục", "trại giam", "khối",
  ].map { $0.split(separator: " ").map { Folding.hash(String($0)) } }

  static let afterPlace: Set<UInt64> = Set(
    ["mở", "có", "còn", "đạt", "được", "đã", "là", "nhờ", "chỉ", "cử", "mới"].map {
      Folding.hash($0)
    })

  static let fillers: Set<UInt64> = Set(
    ["có", "còn", "đạt", "được", "đã", "chỉ", "mới", "hiện", "là"].map { Folding.hash($0) })

  static let beforePlace: Set<UInt64> = Set(
    ["riêng", "như", "là", "và", "gồm", "có"].map { Folding.hash($0) })

  /// "huyện Khe Hạ 58 đảng viên", "Công ty Than Nam Sơn: 21": a place or a firm that stands for its
  /// party committee, where its figure follows at once.
  func namedPlace(_ tokens: [Token], _ index: Int) -> (name: String, next: Int)? {
    guard
      let head = Scanner.placeHeads.first(where: { head in
        index + head.count < tokens.count
          && head.indices.allSatisfy { tokens[index + $0].hash == head[$0] }
      }), !(tokens[index].isAllUpper && tokens[index + 1].isAllUpper),
      index == 0 || tokens[index - 1].kind == .sign
        || Scanner.beforePlace.contains(tokens[index - 1].hash)
    else { return labelledUnit(tokens, index) }
    var position = index + head.count
    var end = position
    var proper = 0
    var lower = 1
    var words = head
    while position < tokens.count, words.count <= 10,
      tokens[position].kind == .word || isDashInName(tokens, position),
      !startsCue(tokens, position, stopping: ["event", "noun", "mark"])
        || tokens[position].startsUpper
    {
      if tokens[position].kind == .sign {
        position += 1
        continue
      }
      if tokens[position].startsUpper {
        proper += 1
        lower = 0
      } else if !Words.places.contains(tokens[position].hash) {
        // "Xếp dỡ", "than Cửa Lân": a second syllable is small, a run of small words is no name
        lower += 1
        if lower > 1 || Scanner.afterPlace.contains(tokens[position].hash) { break }
      }
      words.append(tokens[position].hash)
      position += 1
      if hasFigure(tokens, position) {
        end = position
        break
      }
    }
    guard proper > 0, end > index + head.count, words != ownName else { return nil }
    let text = String(
      decoding: bytes[tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound],
      as: UTF8.self
    ).split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    let isFirm = head.count == 2 && head[0] == Folding.hash("công") || head.count == 3
    let name =
      isFirm || !tokens[index].startsUpper
      ? text : text.prefix(1).lowercased() + text.dropFirst()
    return ("Đảng bộ " + name, end)
  }

  /// "Tiểu đoàn Huấn luyện - Cơ động": a dash between two words of a name.
  func isDashInName(_ tokens: [Token], _ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index].kind == .sign
      && [0x2D, 0x2013].contains(tokens[index].hash) && tokens[index + 1].kind == .word
      && tokens[index + 1].startsUpper
  }

  static let shortUnits: [UInt64: String] = [
    Folding.hash("đbp"): "Đồn Biên phòng", Folding.hash("ubnd"): "Ủy ban nhân dân",
    Folding.hash("bch"): "Ban Chỉ huy",
  ]

  /// "4 - ĐBP Lũng Cài: 58 ĐV, kết nạp 03": a label of a list of units, with its members behind it.
  func labelledUnit(_ tokens: [Token], _ index: Int) -> (name: String, next: Int)? {
    let isShort = Scanner.shortUnits[tokens[index].hash] != nil
    guard isShort || index == 0 && Words.places.contains(tokens[index].hash),
      tokens[index].startsUpper
    else { return nil }
    var position = index
    while position < tokens.count, position - index < 10,
      tokens[position].kind == .word || position > index && isDashInName(tokens, position)
    {
      if !tokens[position].startsUpper, tokens[position].kind == .word,
        startsCue(tokens, position, stopping: ["event", "noun", "mark", "nature", "sex", "status"])
      {
        return nil
      }
      position += 1
    }
    guard position - index >= 2, position + 2 < tokens.count, tokens[position].isSign(":"),
      tokens[(index + 1)..<position].contains(where: \.startsUpper),
      tokens[position + 1].kind == .number,
      countsMembers(tokens, position + 2) || isShort,
      !startsCue(
        tokens, index,
        stopping: [
          "event", "noun", "sex", "status", "grade", "form", "mark", "nature", "ethnicity",
        ])
    else { return nil }
    let rest = String(
      decoding: bytes[tokens[index].range.lowerBound..<tokens[position - 1].range.upperBound],
      as: UTF8.self
    ).split(whereSeparator: { $0.isWhitespace }).map(String.init)
    let name = Scanner.shortUnits[tokens[index].hash].map { [$0] + rest.dropFirst() } ?? rest
    return ("Đảng bộ " + name.joined(separator: " "), position)
  }

  func countsMembers(_ tokens: [Token], _ index: Int) -> Bool {
    catalogue.lexicon.longest(tokens, at: index)?.features.contains {
      $0.key == "noun" && $0.value == "member"
    } ?? false
  }

  /// A number at once, behind a colon or a parenthesis, or behind "có", "kết nạp [được]", "chưa …".
  func hasFigure(_ tokens: [Token], _ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    if tokens[index].kind == .number { return !nextIsUnit(tokens, index) }
    if tokens[index].isSign(":") || tokens[index].isSign("(") || tokens[index].hash == Words.co {
      return index + 1 < tokens.count && tokens[index + 1].kind == .number
    }
    var filler = index
    while filler < tokens.count, filler < index + 3,
      Scanner.fillers.contains(tokens[filler].hash)
    {
      filler += 1
    }
    if filler > index, filler < tokens.count, tokens[filler].kind == .number { return true }
    let verb = Words.none.contains(tokens[index].hash) ? index + 1 : index
    guard verb < tokens.count, let match = catalogue.lexicon.longest(tokens, at: verb),
      match.features.contains(where: { $0.key == "event" })
    else { return false }
    return verb > index
      || tokens[(verb + match.length)...].prefix(2).contains { $0.kind == .number }
  }

  /// "Công ty Cao su 74" names itself; "… 74 tỷ đồng" counts nothing of the party's.
  func nextIsUnit(_ tokens: [Token], _ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].kind == .word
      && Words.scales[tokens[index + 1].hash] != nil
  }
}
