import Catalogue
import DocumentModel

/// Turns the text of a block into items: numerals, times, citations, names, cues, signs, words.
struct Scanner {
  let catalogue: Catalogue
  let bytes: [UInt8]
  var calendar: Calendar
  /// False in tables, where a header's words are no unit's name.
  var findsEntities = true
  /// True below a count of organisations, where "Chi bộ Trạm Y tế: 01" counts a kind of cell.
  var countsOrganizations = false
  /// Folded words of the reporting unit's own name.
  var ownName: [UInt64] = []
  var shortNames = ShortNames()

  enum Words {
    static let none: Set<UInt64> = [Folding.hash("không"), Folding.hash("chưa")]
    static let co = Folding.hash("có")
    static let noneVerbs: Set<UInt64> = Set(
      [
        "có", "phát", "xảy", "nhận", "tiếp", "tiến", "kết", "thi", "mở", "xóa", "còn", "phải",
        "đưa",
      ].map { Folding.hash($0) })
    static let so = Folding.hash("số")
    static let people = (Folding.hash("dân"), Folding.hash("tộc"))
    static let isWord = Folding.hash("là")
    static let all = Folding.hash("cả")
    /// "đều": all of them without exception.
    static let without = Folding.hash("đều")
    static let anyone = Folding.hash("ai")
    static let any: Set<UInt64> = Set(["nào", "ai", "gì"].map { Folding.hash($0) })
    static let occasions: Set<UInt64> = Set(
      ["khánh", "dịp", "ngày", "đợt", "niệm", "lễ"].map { Folding.hash($0) })
    static let still = Folding.hash("còn")
    static let nam = Folding.hash("năm")
    static let beforeYear: Set<UInt64> = Set(
      [
        "hằng", "hàng", "mỗi", "cả", "trong", "từng", "nhiều", "các", "qua", "những", "đầu", "cuối",
        "một", "giữa",
      ].map {
        Folding.hash($0)
      })
    static let beforeBareYear: Set<UInt64> = Set(["chiếu", "mốc"].map { Folding.hash($0) })
    /// Behind the body that reports, as the subject of a verb: "Đảng bộ đã hoàn thành …".
    static let auxiliaries: Set<UInt64> = Set(
      ["đã", "còn", "sẽ", "cũng", "tiếp", "mới", "phải"].map { Folding.hash($0) })
    static let reach = Folding.hash("đạt")
    static let goes = Folding.hash("đi")
    static let moves: Set<UInt64> = Set(["chuyển", "csh", "động"].map { Folding.hash($0) })
    static let part = Folding.hash("phần")
    static let hundred = Folding.hash("trăm")
    static let half = Folding.hash("nửa")
    static let one = Folding.hash("một")
    static let ofHalf: Set<UInt64> = Set(["số", "trong", "là", "tổng"].map { Folding.hash($0) })
    static let double = Folding.hash("đôi")
    static let andHalf = Folding.hash("rưỡi")
    static let over = Folding.hash("trên")
    static let sector = Folding.hash("khối")
    static let body = (Folding.hash("cơ"), Folding.hash("quan"))
    static let enterprise = (Folding.hash("doanh"), Folding.hash("nghiệp"))
    static let levels: Set<UInt64> = Set(
      ["tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã"].map { Folding.hash($0) })
    /// What stands before the number of a section.
    static let pointers: Set<UInt64> = Set(
      ["ở", "tại", "mục", "phần", "điểm", "xem", "nêu", "tiết"].map { Folding.hash($0) })
    static let from = Folding.hash("từ")
    static let multipliers: Set<UInt64> = Set(
      ["mươi", "trăm", "nghìn", "ngàn", "chục"].map { Folding.hash($0) })
    /// What a number of two words and more may count without a noun: "mười lăm nữ".
    static let describing: Set<String> = [
      "sex", "ethnicity", "status", "religious", "youth_union", "grade", "form",
    ]
    static let notNumbers: Set<UInt64> = Set(
      ["số", "bộ", "phần", "trong", "vài", "loạt", "cách", "mặt", "lúc", "nơi"].map {
        Folding.hash($0)
      })
    static let scales: [UInt64: Int64] = [
      Folding.hash("nghìn"): 1000, Folding.hash("ngàn"): 1000, Folding.hash("vạn"): 10_000,
      Folding.hash("triệu"): 1_000_000, Folding.hash("tỷ"): 1_000_000_000,
      Folding.hash("chục"): 10, Folding.hash("trăm"): 100,
    ]
    static let gets: Set<UInt64> = Set(
      ["được", "có", "mới", "thêm", "là"].map { Folding.hash($0) })
    static let moments: Set<UInt64> = Set(["lúc", "hồi", "khi"].map { Folding.hash($0) })
    static let alone = Folding.hash("riêng")
    static let den = Folding.hash("đến")
    static let heads: Set<UInt64> = Set(["chi", "đảng", "khối"].map { Folding.hash($0) })
    static let shortHeads: [UInt64: String] = [
      Folding.hash("cb"): "Chi bộ", Folding.hash("đb"): "Đảng bộ",
      Folding.hash("đbbp"): "Đảng bộ bộ phận", Folding.hash("đbcs"): "Đảng bộ cơ sở",
      Folding.hash("cbcs"): "Chi bộ cơ sở",
    ]
    static let bo = Folding.hash("bộ")
    static let party = Folding.hash("đảng")
    static let places: Set<UInt64> = Set(
      [
        "xã", "phường", "thị", "trấn", "huyện", "quận", "thành", "phố", "tỉnh", "bản", "thôn", "ấp",
        "khu", "trường", "công", "ty", "cơ", "quan", "phòng", "ban", "trạm", "bệnh", "viện",
        "nhà", "máy", "xí", "nghiệp", "tiểu", "trung", "tâm", "ủy", "hội", "đồn", "cổ", "phần",
        "tnhh",
        "khối", "các", "đơn", "vị", "kinh", "tế", "tư", "nhân", "và", "của", "an", "sự", "chức",
        "tài",
        "chính", "ngân", "hàng", "đội", "buôn", "làng", "tổ", "dân", "tập", "đoàn", "đại", "học",
        "mtv", "một", "thành", "viên", "trại", "đoàn", "thể", "xóm", "hợp", "tác", "vi", "mô",
        "sách",
        "phát", "triển", "xây", "dựng", "cao", "đẳng", "phổ", "thông", "bán", "trú", "nội", "tộc",
        "mầm", "non", "sở", "ấp", "khóm", "xóm", "khối", "vực",
      ].map { Folding.hash($0) })
  }

  func items(_ tokens: [Token]) -> [Item] {
    var items: [Item] = []
    let times = TimeScanner(bytes: bytes, tokens: tokens, calendar: calendar)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .superscript {
        items.append(Item(kind: .superscript, tokens: index..<index + 1))
        index += 1
        continue
      }
      if let citation = citation(tokens, index) {
        plainKind(&items, tokens)
        items.append(
          Item(
            kind: .citation(CitationMention(symbol: citation.range)), tokens: index..<citation.next)
        )
        index = citation.next
        continue
      }
      if let (feature, next) = ageOrYears(tokens, index, items) {
        items.append(Item(kind: .cue([feature]), tokens: index..<next))
        index = next
        continue
      }
      if items.last?.has("mark", "versus") == true, let year = times.yearNumber(index) {
        let mention = TimeMention(
          flow: .year(year), stock: .lastDay(year: year), ranges: [token.range])
        items.append(Item(kind: .time(mention), tokens: index..<index + 1))
        index += 1
        continue
      }
      let afterHoliday =
        items.count > 1
        && (items[items.count - 2].time.map { $0.isDay && !$0.isUntil } ?? false)
      if let day = holiday(tokens, index, afterHoliday: afterHoliday) {
        items.append(
          Item(kind: .time(TimeMention(isDay: true, ranges: [day])), tokens: index..<index + 3))
        index += 3
        continue
      }
      if let time = times.time(at: index) {
        items.append(Item(kind: .time(time.mention), tokens: index..<time.next))
        index = time.next
        if time.mention.isLabel, index + 1 < tokens.count, tokens[index].kind == .sign,
          [0x2D, 0x2013].contains(tokens[index].hash), tokens[index + 1].kind == .number
        {
          // "2020 - 09": the dash stands for a colon
          items.append(Item(kind: .sign(":"), tokens: index..<index + 1))
          index += 1
        }
        continue
      }
      if token.isSign("["), index + 2 < tokens.count, tokens[index + 2].isSign("]"),
        small(tokens, index + 1) != nil
      {
        items.append(Item(kind: .superscript, tokens: index + 1..<index + 2))
        index += 3
        continue
      }
      if let end = shortForm(tokens, index, items) {
        // "đoàn viên thanh niên (ĐVTN) 15": one with what it is short for
        items[items.count - 1].tokens = items[items.count - 1].tokens.lowerBound..<end
        index = end
        continue
      }
      if isNumberInName(tokens, index) {
        items.append(Item(kind: .name, tokens: index + 1..<index + 2))
        index += 3
        continue
      }
      if let year = bareYear(tokens, index, items, times) {
        let mention = TimeMention(
          flow: .year(year), stock: .lastDay(year: year), ranges: [token.range])
        items.append(Item(kind: .time(mention), tokens: index..<index + 1))
        index += 1
        continue
      }
      if isEnumerator(tokens, index, items) {
        items.append(Item(kind: .numbering, tokens: index + 1..<index + 2))
        index += 3
        continue
      }
      if token.kind == .number {
        if isName(items, tokens, index) {
          items.append(Item(kind: .name, tokens: index..<index + 1))
          index += 1
          continue
        }
        let (numeral, next) = numeral(tokens, index)
        items.append(Item(kind: .numeral(numeral), tokens: index..<next))
        index = next
        continue
      }
      if token.kind == .word {
        if findsEntities, let end = ownNameEnd(tokens, index) {
          // "Đảng bộ Quân sự tỉnh" is who reports, no group of members
          items.append(
            Item(kind: .cue([Feature(key: "mark", value: "self")]), tokens: index..<end))
          index = end
          continue
        }
        if findsEntities, let entity = entity(tokens, index),
          !(countsOrganizations && items.isEmpty && isLabel(tokens, entity.next))
        {
          items.append(Item(kind: .entity(entity.name), tokens: index..<entity.next))
          index = entity.next
          continue
        }
        if findsEntities, let unit = bareUnit(tokens, index, items) {
          items.append(Item(kind: .entity(unit.name), tokens: index..<unit.next))
          index = unit.next
          continue
        }
        if findsEntities, acts(tokens, index, items) {
          items.append(
            Item(kind: .cue([Feature(key: "mark", value: "self")]), tokens: index..<index + 2))
          index += 2
          continue
        }
        if passes(tokens, index, items) {
          items.append(
            Item(kind: .cue([Feature(key: "passed", value: "yes")]), tokens: index..<index + 1))
          index += 1
          continue
        }
        if let direction = movement(tokens, index, items) {
          items.append(Item(kind: .cue([direction]), tokens: index..<index + 1))
          index += 1
          continue
        }
        if let match = phrase(tokens, index),
          match.length > 1 || !startsNumberWord(tokens, index)
        {
          if let end = countedBodies(tokens, index, match, items) {
            items.append(Item(kind: .cue(Scanner.directCommittees), tokens: index..<end))
            index = end
            continue
          }
          let next = index + match.length
          let features = compared(
            defined(match.features), isMoment: Scanner.isMoment(tokens, next)
          ) {
            times.time(at: next)?.mention
          }
          items.append(
            Item(
              kind: resolved(
                cohort(peoples(features, tokens, items), tokens, index, items), items),
              tokens: index..<index + match.length))
          index += match.length
          continue
        }
        if let end = fraction(tokens, index) {
          // "hai phần ba đảng viên": a threshold, no count
          items.append(Item(kind: .name, tokens: index..<end))
          index = end
          continue
        }
        if let next = half(tokens, index) {
          let range = token.range.lowerBound..<tokens[next - 1].range.upperBound
          let numeral = Numeral(
            value: ExactDecimal(50), decimals: 0, upper: nil, isPercent: true, isNone: false,
            isWord: true, range: range)
          items.append(Item(kind: .numeral(numeral), tokens: index..<next))
          index = next
          continue
        }
        if let (value, next) = multiple(tokens, index, items) {
          let range = token.range.lowerBound..<tokens[next - 1].range.upperBound
          let numeral = Numeral(
            value: value, decimals: value.scale, upper: nil, isPercent: false, isNone: false,
            isWord: true, range: range)
          items.append(Item(kind: .numeral(numeral), tokens: index..<next))
          index = next
          continue
        }
        if let (range, next) = wordRange(tokens, index) {
          items.append(Item(kind: .numeral(range), tokens: index..<next))
          index = next
          continue
        }
        if let (value, next) = numberWord(tokens, index, items) {
          let range = token.range.lowerBound..<tokens[next - 1].range.upperBound
          let isShare = isPercent(tokens, next)
          let numeral = Numeral(
            value: ExactDecimal(value), decimals: 0, upper: nil, isPercent: isShare, isNone: false,
            isWord: true, range: range)
          items.append(Item(kind: .numeral(numeral), tokens: index..<(isShare ? next + 2 : next)))
          index = isShare ? next + 2 : next
          continue
        }
        if Words.none.contains(token.hash), isNone(tokens, index, items) {
          let numeral = Numeral(
            value: ExactDecimal(0), decimals: 0, upper: nil, isPercent: false, isNone: true,
            isWord: true, range: token.range)
          items.append(Item(kind: .numeral(numeral), tokens: index..<index + 1))
          index += 1
          continue
        }
        if hasDigit(token) {
          items.append(Item(kind: .name, tokens: index..<index + 1))
          index += 1
          continue
        }
      }
      if token.kind == .sign, let scalar = Unicode.Scalar(UInt32(token.hash)) {
        if let change = signedChange(tokens, index) {
          items.append(Item(kind: .cue([change]), tokens: index..<index + 1))
          index += 1
          continue
        }
        if let match = catalogue.lexicon.longest(tokens, at: index),
          match.length > 1 || match.features.contains(where: { $0.key == "qualifier" })
        {
          items.append(Item(kind: .cue(match.features), tokens: index..<index + match.length))
          index += match.length
          continue
        }
        // "dưới 35 - 72", "cảnh cáo - 01": the dash stands for a colon
        let isLabel =
          (scalar == "-" || scalar == "–") && token.spaced && index + 1 < tokens.count
          && (tokens[index + 1].kind == .number || Words.none.contains(tokens[index + 1].hash))
          && tokens[index + 1].spaced && items.last.map(isDescription) ?? false
        let sign = isLabel ? ":" : findsEntities && scalar == "|" ? "," : scalar
        items.append(Item(kind: .sign(sign), tokens: index..<index + 1))
      } else {
        items.append(Item(kind: .word, tokens: index..<index + 1))
      }
      index += 1
    }
    return items
  }
}
