import Catalogue
import DocumentModel

extension HeaderReader {
  func readTimes(_ title: [Block], into header: inout ReportHeader) {
    let bytes = document.bytes
    var calendar = Calendar()
    calendar.date = header.date
    let vu = Folding.hash("vụ")
    // "phương hướng", "nhiệm vụ", not "quốc phòng địa phương", "nhiệm kỳ"
    let skip = [Folding.hash("phương"): Folding.hash("hướng"), Folding.hash("nhiệm"): vu]
    for block in title where header.period == nil {
      let tokens = words[block]
      let times = TimeScanner(bytes: bytes, tokens: tokens, calendar: calendar)
      var index = 0
      var planned = false
      while index < tokens.count {
        if index + 1 < tokens.count, skip[tokens[index].hash] == tokens[index + 1].hash {
          let previousIsAction = index > 0 && tokens[index - 1].hash == Folding.hash("hiện")
          planned = !(tokens[index + 1].hash == vu && previousIsAction)
        }
        if let result = times.time(at: index) {
          if !planned, header.period == nil, !result.mention.isDay, let flow = result.mention.flow,
            flow.start != nil
          {
            let isCited = index > 1 && isCitationContext(tokens, index)
            if !isCited { header.period = schoolYear(times, index, dated: header.date) ?? flow }
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
    let named = header.period
    findDays(openings, calendar, &header, spanRequired: header.period == nil)
    if header.asOf == nil || header.period == nil {
      let rest = document.blocks.filter {
        [.paragraph, .listItem, .heading, .footnote].contains($0.kind)
      }
      var calendar = calendar
      calendar.asOf = header.asOf
      findDays(rest, calendar, &header, spanRequired: true)
    }
    if let named, named != header.period { header.nominal = named }
    if header.period == nil { header.period = yearsOfDirective(title, header) }
    if header.period == nil, let start = termStart(), let now = header.asOf ?? header.date {
      if start <= now { header.period = .duration(start: start, end: now) }
    }
    // a report on a term that still runs counts up to its own day
    if let period = header.period, let start = period.start, let date = header.asOf ?? header.date,
      start < date, period.end > date, period.end.year - start.year >= 3
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

  func isCitationContext(_ tokens: [Token], _ index: Int) -> Bool {
    tokens[index].hash == Folding.hash("ngày")
  }

  /// Fills as-of date ("tính đến …", "số liệu chốt ngày …") and the span ("từ … đến …") from written
  /// days.
  ///
  /// Where several spans are declared the first holds; those of what is compared with don't.
  func findDays(
    _ blocks: [Block], _ calendar: Calendar, _ header: inout ReportHeader, spanRequired: Bool
  ) {
    var isSpanDeclared = false
    for block in blocks {
      let tokens = words[block]
      var scanner = TimeScanner(bytes: document.bytes, tokens: tokens, calendar: calendar)
      scanner.calendar.asOf = header.asOf
      var index = 0
      while index < tokens.count {
        if let (next, flow, isWhole) = writtenSpan(scanner, index) {
          if isWhole, isCompared(tokens[..<index]) {
            header.earlier = header.earlier ?? flow
          } else if isWhole {
            if header.period == nil || !spanRequired, !isSpanDeclared {
              header.period = flow
              isSpanDeclared = true
            }
            if header.asOf == nil { header.asOf = flow.end }
          }
          index = next
          continue
        }
        if header.asOf == nil, let day = declaredDay(scanner, index, block.kind),
          header.period?.start.map({ $0 < day }) ?? true, !isCompared(tokens[..<index])
        {
          // "tại thời điểm 31/12/2020 có … đảng viên" in a report on 2021 - 2025 is where it begins
          header.asOf = day
        }
        index += 1
      }
    }
  }

  /// "từ 16/12/2023 đến 15/9/2024", "Kỳ số liệu: 01/01/2026 - 30/9/2026"; its flow only where both
  /// days are written out.
  private func writtenSpan(
    _ scanner: TimeScanner, _ index: Int
  ) -> (next: Int, flow: Period, isWhole: Bool)? {
    if let first = scanner.day(at: index), let from = first.date, first.grain == 3,
      isAboutData(scanner.tokens[..<index]),
      scanner.sign(first.next, "-") || scanner.sign(first.next, "–"),
      let last = scanner.day(at: first.next + 1), last.grain == 3, let to = last.date, from < to
    {
      return (last.next, .duration(start: from, end: to), true)
    }
    guard
      scanner.word(index, Words.from)
        || scanner.word(index, Words.count) && scanner.word(index + 1, Words.from),
      let result = scanner.time(at: index), let flow = result.mention.flow, flow.start != nil
    else { return nil }
    let isWhole = result.mention.ranges.count == 2 && isWritten(result.mention.ranges)
    return (result.next, flow, isWhole)
  }

  /// The day that a report says its figures are of.
  private func declaredDay(
    _ scanner: TimeScanner, _ index: Int, _ kind: Block.Kind
  ) -> CalendarDate? {
    let before = scanner.tokens[..<index]
    let isNote = kind == .paragraph || kind == .title
    var start = index
    if scanner.word(index, Words.until) {
      let isLed =
        index > 0
        && ([Words.count, Words.data, Words.close].contains(scanner.tokens[index - 1].hash)
          || scanner.tokens[index - 1].isSign("."))
      guard isLed || isNote && (index == 0 && kind == .paragraph || isAboutData(before)) else {
        return nil
      }
    } else if scanner.word(index, Words.at) {
      guard isNote, isAboutData(before) else { return nil }
      start += 1
    } else if scanner.word(index, Words.time), scanner.word(index + 1, Words.point) {
      // "tại thời điểm 31/3/2026, …"
      guard !isCompared(before) else { return nil }
    } else {
      // "(Thời điểm chốt số liệu: 30/4/2025)", "số liệu chốt ngày 31/12/2025"
      guard isNote, isAboutData(before), before.last?.hash != Words.from else { return nil }
    }
    guard let result = scanner.time(at: start), result.mention.isDay else { return nil }
    return result.mention.stock
  }

  private enum Words {
    static let from = Folding.hash("từ")
    static let count = Folding.hash("tính")
    static let data = Folding.hash("liệu")
    static let close = Folding.hash("chốt")
    static let until = Folding.hash("đến")
    static let at = Folding.hash("tại")
    static let time = Folding.hash("thời")
    static let point = Folding.hash("điểm")
    static let number = Folding.hash("số")
    static let before = Folding.hash("trước")
    static let same = Folding.hash("cùng")
    static let period = Folding.hash("kỳ")
    static let than = Folding.hash("so")
    static let year = Folding.hash("năm")
    static let against: Set<UInt64> = [Folding.hash("sánh"), Folding.hash("với")]
  }

  /// "Số liệu trong báo cáo là số cộng dồn … đến ngày …": a sentence about the figures themselves.
  private func isAboutData(_ tokens: ArraySlice<Token>) -> Bool {
    var previous: UInt64 = 0
    for token in tokens.reversed() {
      if token.isSign(".") { return false }
      if token.hash == Words.close || token.hash == Words.number && previous == Words.data {
        return true
      }
      previous = token.hash
    }
    return false
  }

  /// "; cùng kỳ năm trước lấy từ …", "; mốc so sánh: …": the clause is about what is compared with.
  private func isCompared(_ tokens: ArraySlice<Token>) -> Bool {
    var previous: UInt64 = 0
    for token in tokens.reversed() {
      if token.isSign(".") || token.isSign(";") || token.isSign("(") { return false }
      if token.hash == Words.before { return true }
      if token.hash == Words.same, previous == Words.period { return true }
      if token.hash == Words.than, Words.against.contains(previous) { return true }
      previous = token.hash
    }
    return false
  }

  func isWritten(_ ranges: [Range<Int>]) -> Bool { ranges.allSatisfy { $0.count >= 8 } }

  /// "kết quả 07 năm thực hiện Chỉ thị số …, ngày 21/01/2019": so many years from that of the directive.
  private func yearsOfDirective(_ title: [Block], _ header: ReportHeader) -> Period? {
    guard let now = header.asOf ?? header.date else { return nil }
    for block in title {
      let tokens = words[block]
      let scanner = TimeScanner(bytes: document.bytes, tokens: tokens, calendar: Calendar())
      for index in tokens.indices where scanner.word(index + 1, Words.year) {
        guard let years = scanner.digits(index) ?? TimeScanner.Words.counts[tokens[index].hash],
          (2...30).contains(years), scanner.yearNumber(index + 2) == nil
        else { continue }
        let day = ((index + 2)..<tokens.endIndex).lazy.compactMap { scanner.day(at: $0)?.date }
        guard let year = day.first?.year, year <= now.year else { continue }
        if let counted = spanOfBody(from: year, years: years, until: now) { return counted }
        return .duration(
          start: .firstDay(year: year), end: min(now, .lastDay(year: year + years - 1)))
      }
    }
    return nil
  }

  /// "từ tháng 01/2019 đến hết tháng 3/2026": the first span of about so many years that the text
  /// itself counts from the year of the directive.
  private func spanOfBody(from year: Int, years: Int, until now: CalendarDate) -> Period? {
    for block in document.blocks where [.paragraph, .listItem].contains(block.kind) {
      let tokens = words[block]
      let scanner = TimeScanner(
        bytes: document.bytes, tokens: tokens, calendar: Calendar(asOf: now))
      var index = 0
      while index < tokens.count {
        guard let result = scanner.time(at: index) else {
          index += 1
          continue
        }
        index = max(index + 1, result.next)
        if let flow = result.mention.flow, flow.start == .firstDay(year: year), flow.end <= now,
          abs(flow.end.year - year + 1 - years) <= 1, flow.end.year > year
        {
          return flow
        }
      }
    }
    return nil
  }

  /// The first "nhiệm kỳ YYYY-YYYY" of the document.
  func termStart() -> CalendarDate? {
    let term = Folding.hash("nhiệm")
    for block in document.blocks where block.kind != .furniture {
      let tokens = words[block]
      let scanner = TimeScanner(bytes: document.bytes, tokens: tokens, calendar: Calendar())
      for index in tokens.indices where tokens[index].hash == term {
        if let result = scanner.time(at: index), let start = result.mention.flow?.start {
          return start
        }
      }
    }
    return nil
  }
}
