import Catalogue
import DocumentModel

extension HeaderReader {
  func readTimes(_ title: [Block], into header: inout ReportHeader) {
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

  func isCitationContext(_ tokens: [Token], _ index: Int) -> Bool {
    tokens[index].hash == Folding.hash("ngày")
  }

  /// Fills as-of date ("tính đến …", "số liệu đến …") and the span ("từ … đến …") from written days.
  func findDays(
    _ blocks: [Block], _ calendar: Calendar, _ header: inout ReportHeader, spanRequired: Bool
  ) {
    let bytes = document.bytes
    let from = Folding.hash("từ")
    let count = Folding.hash("tính")
    let data = Folding.hash("liệu")
    let close = Folding.hash("chốt")
    let until = Folding.hash("đến")
    let at = Folding.hash("tại")
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
          if header.asOf == nil, block.kind == .paragraph, hash == until || hash == at,
            isAboutData(tokens[..<index]),
            let result = scanner.time(at: hash == at ? index + 1 : index),
            result.mention.isDay, let day = result.mention.stock
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

  /// "Số liệu trong báo cáo là số cộng dồn … đến ngày …": a sentence about the figures themselves.
  private func isAboutData(_ tokens: ArraySlice<Token>) -> Bool {
    let so = Folding.hash("số")
    let lieu = Folding.hash("liệu")
    var previous: UInt64 = 0
    for token in tokens.reversed() {
      if token.isSign(".") { return false }
      if token.hash == so, previous == lieu { return true }
      previous = token.hash
    }
    return false
  }

  func isWritten(_ ranges: [Range<Int>]) -> Bool { ranges.allSatisfy { $0.count >= 8 } }

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
}
