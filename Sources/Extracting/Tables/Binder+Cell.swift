import Catalogue
import DocumentModel

extension Binder {
  private func isYearEnd(_ item: Item) -> Bool {
    !item.tokens.contains { tokens[$0].kind == .number }
      && item.tokens.contains { tokens[$0].hash == Folding.hash("cuối") }
  }

  /// Makes the cell's own number the only numeral of a virtual sentence "caption header label: n".
  mutating func prepareCell(_ cell: Range<Int>, isPercent: Bool) {
    let namesYear = items.contains { item in
      if let numeral = item.numeral, let first = item.tokens.first,
        !cell.contains(tokens[first].range.lowerBound),
        let year = Int(numeral.value.description), (1990...2100).contains(year)
      {
        return true
      }
      guard case .time = item.kind else { return false }
      return item.tokens.contains { tokens[$0].kind == .number && tokens[$0].range.count == 4 }
    }
    for index in items.indices {
      let range = tokens[items[index].tokens.lowerBound].range
      if cell.contains(range.lowerBound) {
        if case .numeral(var numeral) = items[index].kind {
          numeral.isPercent = numeral.isPercent || isPercent
          items[index].kind = .numeral(numeral)
        } else if case .name = items[index].kind,
          tokens[items[index].tokens.lowerBound].kind == .number
        {
          let (value, decimals) = Scanner(
            catalogue: catalogue, bytes: document.bytes, calendar: calendar
          ).value(range)
          items[index].kind = .numeral(
            Numeral(
              value: value, decimals: decimals, upper: nil, isPercent: isPercent, isNone: false,
              isWord: false, range: range))
        } else if case .sign(let sign) = items[index].kind,
          sign == "-" || sign == "–" || sign == "—",
          cell.count <= 3
        {
          items[index].kind = .numeral(
            Numeral(
              value: ExactDecimal(0), decimals: 0, upper: nil, isPercent: isPercent, isNone: false,
              isWord: true, range: range))
        }
      } else if let numeral = items[index].numeral, let year = Int(numeral.value.description),
        (1990...2100).contains(year)
      {
        items[index].kind = .time(
          TimeMention(flow: .year(year), stock: .lastDay(year: year), ranges: [numeral.range]))
      } else if items[index].numeral != nil {
        items[index].kind = .name
      } else if case .time = items[index].kind, namesYear, isYearEnd(items[index]) {
        // "Đảng viên có đến cuối năm" under "Năm 2024": the year is the column's
        items[index].kind = .word
      } else if case .sign = items[index].kind {
        items[index].kind = .word
      } else if case .entity = items[index].kind {
        items[index].kind = .word
      }
    }
    clauses = [
      Clause(
        items: 0..<items.count, sentence: 0, depth: 0, opener: nil, closer: nil,
        numerals: items.indices.filter { items[$0].numeral != nil })
    ]
  }
}
