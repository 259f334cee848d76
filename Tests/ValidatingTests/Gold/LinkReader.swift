import DocumentModel
import Foundation

/// The ties that a text states, found by plain patterns: "x/y", "x (p%)", "gồm", total rows.
struct LinkReader {
  let lines: [String]
  let starts: [Int]
  let facts: [Fact]

  func links() -> [FactLink] { fractions() + breakdowns() + columns() }

  private func text(from: Int, to: Int) -> String {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    guard from <= to, to <= bytes.count else { return "" }
    return String(decoding: bytes[from..<to], as: UTF8.self)
  }

  /// "6.798/7.620 … 89,2%" and "384 đồng chí (44,1%)".
  private func fractions() -> [FactLink] {
    let all = lines.joined(separator: "\n")
    let bytes = Array(all.utf8)
    func between(_ left: Int, _ right: Int) -> String {
      String(decoding: bytes[facts[left].source.end..<facts[right].source.start], as: UTF8.self)
    }
    var wholes: [Int: Int] = [:]
    for index in facts.indices.dropLast()
    where facts[index].source.end <= facts[index + 1].source.start {
      let gap = between(index, index + 1).trimmingCharacters(in: .whitespaces)
      if gap == "/" { wholes[index] = index + 1 }
    }
    return facts.indices.compactMap { percent in
      guard facts[percent].unit == "percent", facts[percent].statistic == .total else { return nil }
      let near = facts.indices.filter { part in
        facts[part].isCountLike && facts[part].concept == facts[percent].concept
          && facts[part].dimensions == facts[percent].dimensions
          && facts[part].entity == facts[percent].entity
          && facts[part].source.line == facts[percent].source.line
          && facts[part].period == facts[percent].period
          && facts[part].nature == facts[percent].nature
      }
      guard
        let part = near.min(by: {
          abs(facts[$0].source.start - facts[percent].source.start)
            < abs(facts[$1].source.start - facts[percent].source.start)
        })
      else { return nil }
      return .share(percent: percent, part: part, whole: wholes[part])
    }
  }

  /// A whole before "gồm", its parts behind it to the end of the sentence, or in the list below.
  private func breakdowns() -> [FactLink] {
    var links: [FactLink] = []
    for (number, line) in lines.enumerated() {
      for match in line.matches(of: /[Gg]ồm:?|[Cc]hia theo|[Pp]hân theo/) {
        let at = starts[number] + line[..<match.range.lowerBound].utf8.count
        let rest = line[match.range.upperBound...].trimmingCharacters(in: .whitespaces)
        let listed = rest.isEmpty || rest == ":" ? list(below: number) : inline(after: at)
        guard let whole = anchor(line, number) ?? whole(before: at, listed) else { continue }
        let parts = listed.filter { isPart($0, whole) }
        guard parts.count >= 2 else { continue }
        links.append(.breakdown(whole: whole, parts: parts, complete: !leavesRest(behind: parts)))
      }
    }
    return links
  }

  /// "…, Nùng 31, còn lại dân tộc khác", "…, các dân tộc khác 136" that the gold has no figure for.
  private func leavesRest(behind parts: [Int]) -> Bool {
    guard let last = parts.map({ facts[$0].source.end }).max() else { return false }
    let next = facts.map(\.source.start).filter { $0 >= last }.min() ?? Int.max
    let rest = text(from: last, to: min(next, last + 60)).prefix { !";.\n".contains($0) }
    return rest.contains("còn lại") || rest.contains("khác")
  }

  /// Figures to the end of the sentence or to "trong đó", without those in parentheses.
  private func inline(after at: Int) -> [Int] {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let stop = Array("trong đó".utf8)
    var depth = 0
    var end = at
    var hidden: [Range<Int>] = []
    var open = at
    while end + 2 < bytes.count {
      let byte = bytes[end]
      if byte == 0x28 {
        if depth == 0 { open = end }
        depth += 1
      } else if byte == 0x29 {
        depth -= 1
        if depth < 0 { break }
        hidden.append(open..<end)
      }
      if byte == 0x2E && (bytes[end + 1] == 0x20 || bytes[end + 1] == 0x0A) { break }
      if byte == 0x0A && [0x0A, 0x2D, 0x2B, 0x2A].contains(bytes[end + 1]) { break }
      if bytes[end...].starts(with: stop) { break }
      end += 1
    }
    return facts.indices.filter { index in
      let start = facts[index].source.start
      return start > at && start < end && !hidden.contains { $0.contains(start) }
    }
  }

  /// The figure at a footnote's mark, for a list that opens the note.
  private func anchor(_ line: String, _ number: Int) -> Int? {
    let mark = String(line.prefix(while: { "⁰¹²³⁴⁵⁶⁷⁸⁹".contains($0) }))
    guard !mark.isEmpty, let body = lines[..<number].firstIndex(where: { $0.contains(mark) }),
      let place = lines[body].range(of: mark)
    else { return nil }
    let at = starts[body] + lines[body][..<place.lowerBound].utf8.count
    return facts.indices.last { facts[$0].source.start < at && facts[$0].isCountLike }
  }

  private func whole(before at: Int, _ parts: [Int]) -> Int? {
    facts.indices.last { index in
      facts[index].source.start < at && facts[index].isCountLike
        && parts.count(where: { isPart($0, index) && isWithin($0, index) }) >= 2
        && !parts.contains(index)
    }
  }

  private func isWithin(_ part: Int, _ whole: Int) -> Bool {
    let own = facts[whole].dimensions
    let differing = own.filter { facts[part].dimensions[$0.key] != $0.value }
    let added = facts[part].dimensions.keys.filter { own[$0] == nil }
    let isKept = own.keys.allSatisfy { facts[part].dimensions[$0] != nil }
    return isKept && differing.count + added.count <= 1
  }

  private func isPart(_ part: Int, _ whole: Int) -> Bool {
    let a = facts[part]
    let b = facts[whole]
    return a.isCountLike && a.unit == b.unit && a.nature == b.nature && a.period == b.period
      && a.concept == b.concept
      && (a.entity != b.entity
        || (a.dimensions != b.dimensions && b.dimensions.keys.allSatisfy { a.dimensions[$0] != nil }
          && !isNested(part, whole)))
  }

  /// A part of a part: more than one dimension beyond the whole's.
  private func isNested(_ part: Int, _ whole: Int) -> Bool {
    facts[part].dimensions.count > facts[whole].dimensions.count + 1
  }

  /// The first figures of the items right below, with one marker.
  private func list(below number: Int) -> [Int] {
    var parts: [Int] = []
    var marker: String?
    for line in (number + 1)..<lines.count {
      let item = lines[line].trimmingCharacters(in: .whitespaces)
      guard let first = item.split(separator: " ").first.map(String.init),
        ["-", "+", "*", "•"].contains(first)
      else { break }
      if marker == nil { marker = first }
      if first != marker {
        if marker == "+" || first != "+" { break }
        continue
      }
      if let part = facts.indices.first(where: { facts[$0].source.line == line + 1 }) {
        parts.append(part)
      }
    }
    return parts
  }

  /// Columns over units, with the reporting unit's row as the total.
  private func columns() -> [FactLink] {
    var groups: [String: [Int]] = [:]
    for (index, fact) in facts.enumerated() where fact.context.region == .table {
      guard fact.isCountLike else { continue }
      let key = [
        fact.concept, fact.nature.rawValue, "\(String(describing: fact.period))",
        fact.dimensions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
          .joined(separator: ","),
      ].joined(separator: "|")
      groups[key, default: []].append(index)
    }
    let columns = groups.values.filter { column in
      column.count >= 4 && Set(column.map { facts[$0].entity.name }).count == column.count
    }
    // The rows of a table, by its last: a column that misses one of them has parts of another kind.
    var rows: [Int: Int] = [:]
    for column in columns {
      guard let total = column.last else { continue }
      rows[facts[total].source.line] = max(rows[facts[total].source.line] ?? 0, column.count)
    }
    return columns.compactMap { column in
      guard let total = column.last else { return nil }
      return .breakdown(
        whole: total, parts: Array(column.dropLast()),
        complete: rows[facts[total].source.line] == column.count)
    }.sorted { "\($0)" < "\($1)" }
  }
}

extension Fact {
  fileprivate var isCountLike: Bool {
    !["percent", "years", "ratio"].contains(unit) && statistic == .total && per == nil
  }
}
