import Catalogue
import DocumentModel

/// Reads cited documents with their dates and issuers, and the other full dates of a block.
struct CitationReader {
  let document: Document
  let calendar: Calendar
  let items: [Item]
  let tokens: [Token]
  var citations: [Citation] = []
  var dates: [DateMention] = []

  private static let kinds = [
    "chỉ thị", "nghị quyết", "quy định", "kết luận", "hướng dẫn", "kế hoạch", "chương trình",
    "quyết định", "thông báo", "công văn", "báo cáo", "đề án", "thông tri", "tờ trình", "quy chế",
    "luật", "nghị định", "thông tư", "chương trình hành động", "thông báo kết luận",
  ]

  private static let issuers = [
    "ban chấp hành trung ương", "bộ chính trị", "ban bí thư", "ban tổ chức trung ương",
    "ban tổ chức tỉnh ủy", "ban tổ chức thành ủy", "ban thường vụ tỉnh ủy",
    "ban thường vụ thành ủy",
    "ban thường vụ huyện ủy", "ban thường vụ đảng ủy", "ủy ban kiểm tra trung ương",
    "ban tuyên giáo trung ương", "ban chấp hành đảng bộ tỉnh", "ban chấp hành đảng bộ thành phố",
    "ban chấp hành đảng bộ huyện", "ban chấp hành đảng bộ xã", "ban chấp hành đảng bộ phường",
    "tỉnh ủy", "thành ủy", "huyện ủy", "hội đồng nhân dân", "ủy ban thường vụ quốc hội",
  ]

  mutating func read() {
    var index = 0
    while index < items.count {
      if case .citation(let mention) = items[index].kind {
        var citation = Citation(symbol: document.span(mention.symbol))
        citation.kind = phraseBefore(items[index].tokens.lowerBound, CitationReader.kinds)
        var next = index + 1
        while next < items.count, next - index <= 3, items[next].isSign(",") || isWord(next, "ngày")
        {
          next += 1
        }
        if next < items.count, next - index <= 3, case .time(let time) = items[next].kind,
          time.isDay,
          let range = time.ranges.first
        {
          citation.dateSpan = document.span(digits(range))
          citation.date = time.stock
          dates.append(
            DateMention(source: document.span(digits(range)), date: time.stock, role: .citation))
          next += 1
        } else {
          next = index + 1
        }
        citation.issuer = phraseAfter(next, CitationReader.issuers)
        citations.append(citation)
        index = max(index + 1, next)
        continue
      }
      if case .time(let time) = items[index].kind {
        for range in time.ranges where range.count >= 6 {
          let role = role(of: index, time)
          dates.append(
            DateMention(source: document.span(digits(range)), date: date(range, time), role: role))
        }
      }
      index += 1
    }
  }

  /// From the first digit on: "ngày 25/20/2017" is 25/20/2017.
  private func digits(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound,
      !(document.bytes[start] >= 0x30 && document.bytes[start] <= 0x39)
    {
      start += 1
    }
    return start..<range.upperBound
  }

  private func date(_ range: Range<Int>, _ time: TimeMention) -> CalendarDate? {
    let parts = document.bytes[digits(range)].split { !($0 >= 0x30 && $0 <= 0x39) }.compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    if parts.count == 3 { return CalendarDate(year: parts[2], month: parts[1], day: parts[0]) }
    return time.stock ?? time.flow?.end
  }

  private func role(of index: Int, _ time: TimeMention) -> DateMention.Role {
    if time.isUntil { return .asOf }
    guard time.isDay else { return .other }
    // "ngày 25/8/2026 … đã tổ chức", "được tổ chức ngày 25/8/2026"
    let window = max(0, index - 14)..<min(items.count, index + 14)
    let sentence = window.filter { position in
      let between = position < index ? position..<index : index..<position
      return !between.contains { items[$0].isSign(".") || items[$0].isSign(";") }
    }
    let future = Set(["sẽ", "trước", "dự", "hoàn", "phấn", "chậm", "hạn"].map { Folding.hash($0) })
    let past = Set(["đã", "được", "tổ"].map { Folding.hash($0) })
    var sawPast = false
    for position in sentence {
      for token in items[position].tokens where tokens[token].kind == .word {
        if future.contains(tokens[token].hash) { return .future }
        if past.contains(tokens[token].hash) { sawPast = true }
      }
    }
    return sawPast ? .event : .other
  }

  private func isWord(_ index: Int, _ word: String) -> Bool {
    items[index].tokens.count == 1
      && tokens[items[index].tokens.lowerBound].hash == Folding.hash(word)
  }

  /// The phrase that ends before a token, "số" passed over.
  private func phraseBefore(_ token: Int, _ phrases: [String]) -> String? {
    var end = token
    if end > 0, tokens[end - 1].hash == Folding.hash("số") { end -= 1 }
    var best: String?
    for phrase in phrases {
      let words = phrase.split(separator: " ").map { Folding.hash(String($0)) }
      guard end >= words.count, tokens[(end - words.count)..<end].map(\.hash) == words else {
        continue
      }
      if phrase.utf8.count > best?.utf8.count ?? 0 { best = phrase }
    }
    return best
  }

  /// An issuing body within the next few words, behind "của".
  private func phraseAfter(_ item: Int, _ phrases: [String]) -> String? {
    guard item < items.count, isOf(item) else { return nil }
    let start = items[item].tokens.upperBound
    var best: String?
    for phrase in phrases {
      let words = phrase.split(separator: " ").map { Folding.hash(String($0)) }
      guard start + words.count <= tokens.count,
        tokens[start..<(start + words.count)].map(\.hash) == words
      else { continue }
      if phrase.utf8.count > best?.utf8.count ?? 0 { best = phrase }
    }
    return best
  }

  private func isOf(_ item: Int) -> Bool {
    tokens[items[item].tokens.lowerBound].hash == Folding.hash("của")
  }
}
