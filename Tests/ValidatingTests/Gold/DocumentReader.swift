import DocumentModel
import Foundation

/// Dates and citations of a text, found by plain patterns: enough for the gold samples.
struct DocumentReader {
  let lines: [String]
  let starts: [Int]

  func dates() -> [DateMention] {
    eachLine { line, number in
      line.matches(of: /(\d{1,2})\s*\/\s*(\d{1,2})\s*\/\s*(\d{4})/).map { match in
        let date = CalendarDate(
          year: Int(match.3) ?? 0, month: Int(match.2) ?? 0, day: Int(match.1) ?? 0)
        return DateMention(
          source: span(line, number, match.range), date: date,
          role: role(line, match.range))
      }
    }
  }

  private func role(_ line: String, _ range: Range<String.Index>) -> DateMention.Role {
    let before = String(line[..<range.lowerBound].suffix(24)).lowercased()
    let around = String(line[..<range.lowerBound].suffix(60)) + line[range.upperBound...].prefix(60)
    if before.contains("/tw, ngày") || before.contains("/tu, ngày") || before.contains("/tw ngày") {
      return .citation
    }
    if before.contains("đến") { return .asOf }
    if before.contains("trước") { return .future }
    if around.contains("đã tổ chức") || around.contains("được tổ chức ngày") { return .event }
    return .other
  }

  func citations() -> [Citation] {
    eachLine { line, number in
      line.matches(of: /\d+\s?-\s?[A-ZĐ][A-Za-zĐđ]*\/[A-ZĐ]+/).map { match in
        let before = String(line[..<match.range.lowerBound].suffix(40)).lowercased()
        let kinds = [
          "chỉ thị", "nghị quyết", "quy định", "quyết định", "kết luận", "hướng dẫn", "kế hoạch",
          "chương trình hành động", "thông báo", "công văn", "thông tri", "tờ trình", "đề án",
        ]
        let kind = kinds.first { kind in
          before.hasSuffix(kind + " số ") || before.hasSuffix(kind + " ")
        }
        var citation = Citation(symbol: span(line, number, match.range), kind: kind)
        let rest = line[match.range.upperBound...]
        if let found = rest.prefix(40).firstMatch(
          of: /^[^\d]{0,24}ngày (\d{1,2})\/(\d{1,2})\/(\d{4})/)
        {
          citation.date = CalendarDate(
            year: Int(found.3) ?? 0, month: Int(found.2) ?? 0, day: Int(found.1) ?? 0)
          citation.dateSpan = span(line, number, found.1.startIndex..<found.3.endIndex)
          let tail = rest[found.range.upperBound...]
          if let issuer = tail.firstMatch(of: /^ của ([^,;.“"]*?)( về| quy| thực| hướng|,|;|$)/) {
            citation.issuer = String(issuer.1).lowercased()
          }
        }
        return citation
      }
    }
  }

  /// The date of the letterhead: "ngày 05 tháng 7 năm 2024" in the first lines.
  func reportDate() -> CalendarDate? {
    for line in lines.prefix(10) {
      if let match = line.firstMatch(of: /ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})/) {
        return CalendarDate(
          year: Int(match.3) ?? 0, month: Int(match.2) ?? 0, day: Int(match.1) ?? 0)
      }
    }
    return nil
  }

  func asOf() -> CalendarDate? {
    for line in lines.prefix(22) {
      if let match = line.firstMatch(
        of: /(số liệu|liệu)[^\d]*(\d{1,2})\/(\d{1,2})\/(\d{4})/)
      {
        return CalendarDate(
          year: Int(match.4) ?? 0, month: Int(match.3) ?? 0, day: Int(match.2) ?? 0)
      }
    }
    return nil
  }

  private func eachLine<Value>(_ read: (String, Int) -> [Value]) -> [Value] {
    lines.indices.flatMap { read(lines[$0], $0) }
  }

  private func span(_ line: String, _ number: Int, _ range: Range<String.Index>) -> SourceSpan {
    let start = starts[number] + line[..<range.lowerBound].utf8.count
    let text = String(line[range])
    return SourceSpan(line: number + 1, start: start, end: start + text.utf8.count, text: text)
  }
}
