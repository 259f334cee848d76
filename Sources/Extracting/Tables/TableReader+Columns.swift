import Catalogue
import DocumentModel

/// Columns whose header leaves out what they count.
extension TableReader {
  /// "Chỉ tiêu năm 2026" beside "Kết nạp 6 tháng": what the plan is of, by the next column that says so; nil
  /// for any other column.
  func eventOfPlan(_ headers: [Table.Row], _ column: Int, _ columns: Int) -> String? {
    let own = items(path(headers, column).flatMap { $0 })
    guard own.contains(where: { $0.has("nature", "plan") }),
      !own.contains(where: {
        $0.feature("event") != nil || $0.feature("noun") != nil || $0.has("mark", "share")
          || $0.feature("nature") == "actual?"
      }), !isPercent(path(headers, column).flatMap { $0 })
    else { return nil }
    for next in [column + 1, column - 1] where (0..<columns).contains(next) {
      let other = items(path(headers, next).flatMap { $0 })
      let event = other.compactMap { $0.feature("event") }.first { !$0.hasSuffix("?") }
      if let event, Set(["admit", "confirm", "inspect", "train"]).contains(event) { return event }
    }
    return nil
  }

  /// "Có đến 31/12", "Cuối kỳ": how many there are, in a table of how they came and went.
  func isStock(_ path: [Range<Int>]) -> Bool {
    let said = items(path)
    return !said.contains {
      $0.feature("event") != nil || $0.feature("noun") != nil || $0.feature("nature") != nil
    } && !isPercent(path)
      && said.contains {
        $0.has("mark", "stock") || $0.time.map { $0.isEdge || $0.isDay || $0.isUntil } ?? false
      }
  }

  /// "2024", "Năm 2024": the only year that a label names.
  func year(of label: [Range<Int>]) -> Int? {
    let numbers = catalogue.tokens(document.bytes, label).filter { $0.kind == .number }
    guard numbers.count == 1, let year = Int(document.text(numbers[0].range)) else { return nil }
    return (1990...2100).contains(year) ? year : nil
  }

  /// "Cộng 3 năm" below the rows of 2022, 2023 and 2024: of the last so many years; nil for other rows.
  func spanOf(_ years: [Int], _ label: [Range<Int>]) -> TimeMention? {
    let tokens = catalogue.tokens(document.bytes, label)
    guard isTotalLabel(label), let at = tokens.firstIndex(where: { $0.kind == .number }),
      let count = Int(document.text(tokens[at].range)), count > 1,
      count <= years.count, tokens[safe: at + 1]?.hash == TimeScanner.Words.nam
    else { return nil }
    let own = years.suffix(count)
    guard let first = own.first, let last = own.last, last - first == count - 1 else { return nil }
    let span = Period.duration(start: .firstDay(year: first), end: .lastDay(year: last))
    return TimeMention(flow: span, stock: span.end, ranges: [])
  }

  /// "Đảng bộ xã Hạ Khê (cũ) | 30/6/2025 | 367 | 149": the day that a cell of the row names for all of it.
  func timeOfRow(_ row: Table.Row, besides label: Table.Cell?) -> TimeMention? {
    for cell in row.cells where cell != label && !cell.segments.isEmpty {
      let said = items(cell.segments)
      guard said.count == 1, let time = said[0].time, time.isDay, time.stock != nil else {
        continue
      }
      return time
    }
    return nil
  }

  /// "Làng, tổ dân phố | 571", "Trường học | 201", "Cộng | 1.012": rows that tell the total's people apart by
  /// one thing, and only by it.
  func areKinds(_ rows: [Int], of total: Int, _ facts: [Fact]) -> Bool {
    guard rows.count > 1, facts.indices.contains(total) else { return false }
    let whole = facts[total]
    var axis: String?
    var members: Set<String> = []
    for row in rows {
      let fact = facts[row]
      let own = fact.dimensions.filter { whole.dimensions[$0.key] != $0.value }
      guard let (key, value) = own.first, own.count == 1,
        fact.dimensions.count == whole.dimensions.count + 1, axis ?? key == key,
        fact.concept == whole.concept, fact.unit == whole.unit, fact.unit != "percent",
        fact.entity == whole.entity, fact.period == whole.period, fact.nature == whole.nature,
        members.insert(value).inserted
      else { return false }
      axis = key
    }
    return true
  }
}
