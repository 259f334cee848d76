import Catalogue
import DocumentModel

/// Rewrites "nam, nữ lần lượt là 486 và 384 đồng chí" into "nam 486, nữ 384 đồng chí", so that what
/// follows sees each figure beside what it counts.
///
/// The items keep their places in the text; only their order changes.
struct Respectively {
  let tokens: [Token]

  private static let and = Folding.hash("và")
  private static let inOrder = ["lần lượt", "theo thứ tự", "tương ứng"].map { words in
    words.split(separator: " ").map { Folding.hash(String($0)) }
  }

  /// How many tokens from `index` on say that figures stand in the order of what was named: 0 where none.
  static func length(_ tokens: [Token], at index: Int) -> Int {
    inOrder.first { words in
      index + words.count <= tokens.count
        && words.indices.allSatisfy { tokens[index + $0].hash == words[$0] }
    }?.count ?? 0
  }

  /// The items in their new order; unchanged where the labels and the figures don't match.
  func rewritten(_ items: [Item]) -> [Item] {
    var items = items
    var from = 0
    while let at = (from..<max(from, items.count)).first(where: { end(items, $0) != nil }),
      let end = end(items, at)
    {
      from = end
      if let changed = rewrite(items, at, end) { items = changed }
    }
    return items
  }

  /// Figures behind such words that no label stands before, as item indices: what they count was said of
  /// the facts before ("nữ 12, DTTS 08, tăng lần lượt 02 và 01").
  func runs(_ items: [Item]) -> [[Int]] {
    var runs: [[Int]] = []
    for index in items.indices where runs.last?.last.map({ $0 < index }) ?? true {
      guard var at = end(items, index) else { continue }
      while at < items.count, items[at].numeral == nil, !ends(items[at]), !isSeparator(items[at]) {
        at += 1
      }
      var run: [Int] = []
      while at < items.count, items[at].numeral != nil {
        run.append(at)
        var next = at + 1
        while next < items.count, next - at < 3, !isSeparator(items[next]),
          items[next].numeral == nil, !ends(items[next])
        { next += 1 }
        guard next + 1 < items.count, isSeparator(items[next]), items[next + 1].numeral != nil
        else {
          break
        }
        at = next + 1
      }
      if run.count > 1 { runs.append(run) }
    }
    return runs
  }

  /// The item behind the words that begin at `index`, which may be one item or several.
  private func end(_ items: [Item], _ index: Int) -> Int? {
    let first = items[index].tokens.lowerBound
    let length = Respectively.length(tokens, at: first)
    guard length > 0 else { return nil }
    var end = index + 1
    while end < items.count, items[end].tokens.upperBound <= first + length { end += 1 }
    return items[end - 1].tokens.upperBound == first + length ? end : nil
  }

  private func isWord(_ item: Item, _ hash: UInt64) -> Bool {
    if case .word = item.kind { return tokens[item.tokens.lowerBound].hash == hash }
    return false
  }

  private func rewrite(_ items: [Item], _ at: Int, _ end: Int) -> [Item]? {
    // figures: up to the sentence's end, each behind a comma, "và" or the words of the first
    var figures: [Range<Int>] = []
    var index = end
    while index < items.count, items[index].numeral == nil {
      if case .sign(let sign) = items[index].kind, sign == "." || sign == ";" { return nil }
      index += 1
    }
    let link = end..<index
    while index < items.count, items[index].numeral != nil {
      var next = index + 1
      while next < items.count, !isSeparator(items[next]), items[next].numeral == nil,
        !ends(items[next])
      { next += 1 }
      figures.append(index..<next)
      guard next + 1 < items.count, isSeparator(items[next]), items[next + 1].numeral != nil else {
        index = next
        break
      }
      index = next + 1
    }
    guard figures.count >= 2, let last = figures.last else { return nil }
    // labels: the pieces before, as many as there are figures
    var starts: [Int] = []
    var begin = at
    while begin > 0, !ends(items[begin - 1]) {
      begin -= 1
      if isSeparator(items[begin]) { starts.append(begin) }
    }
    let cuts = Array(starts.prefix(figures.count - 1).reversed())
    guard cuts.count == figures.count - 1 else { return nil }
    var labels: [Range<Int>] = []
    var start = begin
    for cut in cuts {
      labels.append(start..<cut)
      start = cut + 1
    }
    labels.append(start..<at)
    guard labels.allSatisfy({ !$0.isEmpty }) else { return nil }
    // "143 sinh viên, 38 học sinh, tăng lần lượt 15 và 09": no labels, but figures of their own
    let hasFigures = labels.contains { label in
      label.contains { items[$0].numeral != nil && asYear(items[$0]).numeral != nil }
    }
    if hasFigures { return nil }
    var result = Array(items[..<begin])
    for (number, label) in labels.enumerated() {
      if number > 0 { result.append(items[cuts[number - 1]]) }
      result += items[label].map(asYear)
      if number == 0 { result += items[link] }
      result += items[figures[number]]
      // "28, 30 và 31 đồng chí": the noun stands behind the last
      if number < figures.count - 1, figures[number].count == 1 {
        result += items[(last.lowerBound + 1)..<last.upperBound]
      }
    }
    result += items[last.upperBound...]
    return result
  }

  private func isSeparator(_ item: Item) -> Bool {
    item.isSign(",") || item.isSign("/") || isWord(item, Respectively.and)
  }

  private func ends(_ item: Item) -> Bool {
    item.isSign(".") || item.isSign(";") || item.isSign(":") || item.isSign("(") || item.isSign(")")
  }

  /// "các năm 2023, 2024, 2025": a bare year among the labels.
  private func asYear(_ item: Item) -> Item {
    guard let numeral = item.numeral, let year = Int(numeral.value.description),
      (1990...2050).contains(year)
    else { return item }
    return Item(
      kind: .time(
        TimeMention(flow: .year(year), stock: .lastDay(year: year), ranges: [numeral.range])),
      tokens: item.tokens)
  }
}
