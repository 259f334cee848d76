import Catalogue
import DocumentModel

/// Reads what a report says of itself: unit, number, date, title, period, as-of date.
struct HeaderReader {
  let catalogue: Catalogue
  let document: Document
  let words: BlockTokens

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
      let tokens = words[block]
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
}
