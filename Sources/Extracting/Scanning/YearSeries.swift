import Catalogue
import DocumentModel

/// Gives each figure of a series its year: "từ năm 2019 đến năm 2021: 31, 28 và 33", "2020 có 9 em,
/// 2021 có 14 em", and to what sums a series up ("…; tổng cộng 92") the years of all of it.
///
/// The items keep their places in the text; years are put in between them.
struct YearSeries {
  let tokens: [Token]
  let calendar: Calendar

  private static let and = Folding.hash("và")
  private static let from = Folding.hash("từ")
  private static let sums: Set<UInt64> = Set(["cộng", "tổng"].map { Folding.hash($0) })

  func rewritten(_ items: [Item]) -> [Item] {
    guard items.contains(where: { $0.time != nil || year($0) != nil }) else { return items }
    var items = bareYears(items)
    items = runs(items)
    return summedUp(items)
  }

  // MARK: years announced above a list

  /// The years that a line names for the items below it: "qua các năm 2021; 2022; 2023:", "Trong 3 năm
  /// 2021 - 2023 lần lượt:"; empty where it names a single one, or none.
  func announced(_ items: [Item]) -> [Int] {
    let times = items.compactMap(\.time)
    let years = times.filter(\.isOneYear).compactMap { $0.flow?.end.year }
    if years.count > 1, years.count == times.count,
      zip(years, years.dropFirst()).allSatisfy({ $0 < $1 })
    {
      return years
    }
    guard times.count == 1, items.contains(where: isRespectively),
      let at = items.firstIndex(where: { $0.time != nil }),
      let span = span(items[at].time, items, at), let last = span.last, last - span.first < 12
    else { return [] }
    return Array(span.first...last)
  }

  /// "- Nữ: 71 (42,3%); 78 (44,6%); 90 (47,6%)": each of an item's counts with its year before it, where
  /// there are as many as years and no time stands among them.
  func dated(_ items: [Item], _ years: [Int]) -> [Item] {
    guard years.count > 1, !items.contains(where: { $0.time != nil }) else { return items }
    var depth = 0
    var figures: [Int] = []
    for (index, item) in items.enumerated() {
      if item.isSign("(") { depth += 1 }
      if item.isSign(")") { depth -= 1 }
      if depth == 0, item.numeral != nil, index == 0 || !items[index - 1].isSign("/") {
        figures.append(index)
      }
    }
    guard figures.count == years.count,
      zip(figures, figures.dropFirst()).allSatisfy({ left, right in
        items[left...right].contains { isSeparator($0) || $0.isSign(";") }
      })
    else { return items }
    // a semicolon would end what the item's label says
    var result = items
    for index in (figures[0]..<figures[figures.count - 1]) where items[index].isSign(";") {
      result[index] = Item(kind: .sign(","), tokens: items[index].tokens)
    }
    for (figure, year) in zip(figures, years).reversed() {
      result.insert(Item(kind: .time(mention(year)), tokens: items[figure].tokens), at: figure)
    }
    return result
  }

  // MARK: years written as bare numbers

  /// "2020 có 9 em, 2021 có 14 em"; "các năm 2021, 2022 và 2024".
  private func bareYears(_ items: [Item]) -> [Item] {
    var items = items
    for (at, next) in labels(items) {
      for index in [at, next] where items[index].time == nil { items[index] = label(items[index]) }
    }
    for index in items.indices where index > 1 && year(items[index]) != nil {
      // behind a year, in the same list
      guard items[index - 2].time.map(\.isOneYear) ?? false,
        isSeparator(items[index - 1]) || items[index - 1].isSign(";"),
        index + 1 >= items.count || !isNoun(items[index + 1])
      else { continue }
      items[index] = label(items[index])
    }
    return items
  }

  /// Pairs of bare years that follow one another, each with a figure of its own behind it.
  private func labels(_ items: [Item]) -> [(Int, Int)] {
    func named(_ index: Int) -> Int? {
      if let time = items[index].time { return time.isOneYear ? time.flow?.end.year : nil }
      let isCount = index + 1 < items.count && isNoun(items[index + 1])
      return isCount || figure(items, behind: index) == nil ? nil : year(items[index])
    }
    let years = items.indices.filter { named($0) != nil }
    return zip(years, years.dropFirst()).filter { at, next in
      guard let first = named(at), let second = named(next), let told = figure(items, behind: at),
        told < next
      else { return false }
      if second == first + 1 { return true }
      // "2020 91,2%, 2022 92,7%": a year left out, but each with its share at once
      return (first + 2...first + 5).contains(second) && told == at + 1
        && [told, figure(items, behind: next)].allSatisfy {
          $0.flatMap { items[$0].numeral?.isPercent } ?? false
        }
    }
  }

  /// The first number within a few words, and no year itself.
  private func figure(_ items: [Item], behind index: Int) -> Int? {
    for at in items.indices.dropFirst(index + 1).prefix(4) {
      if items[at].isSign(".") || items[at].isSign(";") || items[at].isSign(",") { return nil }
      if year(items[at]) != nil || items[at].time != nil { return nil }
      if items[at].numeral != nil { return at }
    }
    return nil
  }

  // MARK: as many figures as years

  private func runs(_ items: [Item]) -> [Item] {
    var result: [Item] = []
    var copied = 0
    for index in items.indices where index >= copied {
      if let (first, run) = laterYears(items, index) {
        for (number, figure) in run.enumerated() {
          result += items[copied..<figure]
          result.append(Item(kind: .time(mention(first + number)), tokens: items[index].tokens))
          copied = figure
        }
        continue
      }
      let list = list(items, index)
      guard let last = list.last, let run = run(items, behind: last), run.count > 1 else {
        continue
      }
      var years = list.compactMap { items[$0].time?.flow?.end.year }
      if list.count == 1 {
        guard let span = span(items[index].time, items, index) else { continue }
        years = Array(span.first...max(span.first, span.last ?? span.first + run.count - 1))
        guard span.last != nil || run.count > 2 && years.last == calendar.period?.end.year else {
          continue
        }
      }
      guard run.count == years.count else { continue }
      for (number, figure) in run.enumerated() {
        // "Kể từ năm 2019: …": the beginning of a series is not the time of what follows it
        let isStart =
          number == 0 && list.count == 1 && span(items[index].time, items, index)?.last == nil
        result += items[copied..<figure].enumerated().map { place, item in
          if isStart, copied + place == index { return Item(kind: .name, tokens: item.tokens) }
          // the commas of "các năm 2022, 2023, 2024 lần lượt là" part nothing from its label
          let isWithinList = number == 0 && list.count > 1 && copied + place < last
          return isWithinList && item.isSign(",") && copied + place > index
            ? Item(kind: .word, tokens: item.tokens) : item
        }
        let named = list.count == 1 ? index : list[number]
        result.append(Item(kind: .time(mention(years[number])), tokens: items[named].tokens))
        copied = figure
      }
    }
    return result + items[copied...]
  }

  /// "năm 2018 được 341 người, các năm sau lần lượt là 362, 318 và 395", "ba năm kế tiếp lần lượt …": the
  /// years behind the last one that the sentence has named, as many as there are figures.
  private func laterYears(_ items: [Item], _ index: Int) -> (first: Int, run: [Int])? {
    let words = tokens[items[index].tokens.lowerBound...].prefix(3).map(\.hash)
    let count = TimeScanner.Words.counts[words.first ?? 0]
    guard words.count == 3, count != nil || YearSeries.plural.contains(words[0]),
      words[1] == YearSeries.year,
      YearSeries.later.contains(words[2]), items[index].time == nil
    else { return nil }
    let before = items[..<index].lastIndex { $0.time.map(\.isOneYear) ?? false || $0.isSign(".") }
    guard let year = before.flatMap({ items[$0].time?.flow?.end.year }),
      let run = run(items, behind: index), run.count > 1, count == nil || count == run.count,
      calendar.period.map({ year + run.count <= $0.end.year }) ?? true
    else { return nil }
    return (year + 1, run)
  }

  private static let plural: Set<UInt64> = Set(["các", "những"].map { Folding.hash($0) })
  private static let year = Folding.hash("năm")
  private static let later: Set<UInt64> = Set(
    ["sau", "tiếp", "kế", "còn"].map { Folding.hash($0) })

  /// The time at `index`, with the single years that stand in one list with it.
  private func list(_ items: [Item], _ index: Int) -> [Int] {
    guard let time = items[index].time else { return [] }
    var list = [index]
    while time.isOneYear, let last = list.last, last + 2 < items.count,
      isSeparator(items[last + 1]), items[last + 2].time.map(\.isOneYear) ?? false
    {
      list.append(last + 2)
    }
    return list
  }

  /// The years of a span; without the last where only its start is told ("Kể từ năm 2019: …").
  private func span(
    _ time: TimeMention?, _ items: [Item], _ index: Int
  ) -> (first: Int, last: Int?)? {
    guard let time, case .duration(let start, let end)? = time.flow, start.month == 1,
      start.day == 1, !time.isUntil, !time.isEdge, !time.isComparison
    else { return nil }
    if start.year < end.year { return (start.year, end.year) }
    guard end == .lastDay(year: start.year), index > 0,
      tokens[items[index - 1].tokens.upperBound - 1].hash == YearSeries.from
    else { return nil }
    return (start.year, nil)
  }

  /// The figures of a bare list behind a time: nothing but their noun stands between them.
  private func run(_ items: [Item], behind index: Int) -> [Int]? {
    var at = index + 1
    // "lần lượt từ năm 2021 đến năm 2025 là 12, 15, …"
    var isOpened = items[..<index].suffix(2).contains(where: isRespectively)
    while at < items.count, items[at].numeral == nil {
      if items[at].isSign(".") || items[at].isSign(";") || items[at].time != nil { return nil }
      if items[at].isSign(":") || isRespectively(items[at]) { isOpened = true }
      at += 1
      if at - index > 12 { return nil }
    }
    guard isOpened, at < items.count, let first = items[at].numeral else { return nil }
    var figures = [at]
    while true {
      var next = at + 1
      while next < items.count, next - at <= 3, !isSeparator(items[next]), !items[next].isSign(";"),
        !items[next].isSign("("), items[next].numeral == nil
      { next += 1 }
      if next < items.count, items[next].isSign("(") {
        // "31 (18,2%), 28 (16,5%)"
        guard let close = items.indices.dropFirst(next).first(where: { items[$0].isSign(")") }),
          close - next <= 4
        else { break }
        next = close + 1
      }
      guard next + 1 < items.count, isSeparator(items[next]) || items[next].isSign(";"),
        let numeral = items[next + 1].numeral, numeral.isPercent == first.isPercent
      else { break }
      at = next + 1
      figures.append(at)
    }
    return figures
  }

  private func isRespectively(_ item: Item) -> Bool {
    Respectively.length(tokens, at: item.tokens.lowerBound) > 0
  }

  // MARK: what sums a series up

  private func summedUp(_ items: [Item]) -> [Item] {
    var result: [Item] = []
    var series: [(year: Int, tokens: Range<Int>)] = []
    var hasFigure = false
    var summedAt = -1
    for (index, item) in items.enumerated() {
      if item.isSign(".") {
        series = []
      } else if let time = item.time, summedAt >= 0, index - summedAt <= 2, !time.isOneYear,
        item.tokens.count == 2, tokens[item.tokens.lowerBound + 1].hash == YearSeries.year
      {
        // "tổng cộng 5 năm": how many they were
        result.append(Item(kind: .name, tokens: item.tokens))
        continue
      } else if let time = item.time {
        if time.isOneYear, let year = time.flow?.end.year {
          // a year without a figure, or out of turn, begins a series of its own
          if !hasFigure || series.last.map({ $0.year + 1 != year }) ?? true { series = [] }
          series.append((year, item.tokens))
        } else {
          series = []
        }
        hasFigure = false
      } else if item.numeral != nil {
        hasFigure = true
      } else if hasFigure, series.count > 1, sumsUp(items, index), let first = series.first,
        let last = series.last
      {
        let span = Period.duration(
          start: .firstDay(year: first.year), end: .lastDay(year: last.year))
        let time = TimeMention(flow: span, stock: span.end)
        result.append(Item(kind: .time(time), tokens: first.tokens))
        series = []
        summedAt = index
      }
      result.append(item)
    }
    return result
  }

  /// "cộng 45", "tổng cộng 5 năm", "bình quân mỗi năm 9,0".
  private func sumsUp(_ items: [Item], _ index: Int) -> Bool {
    let isSum = items[index].has("mark", "total") || YearSeries.sums.contains(hash(items[index]))
    guard isSum || items[index].has("statistic", "average") else { return false }
    return items.indices.dropFirst(index + 1).prefix(6).contains { items[$0].numeral != nil }
  }

  // MARK: parts

  private func hash(_ item: Item) -> UInt64 { tokens[item.tokens.lowerBound].hash }

  private func isSeparator(_ item: Item) -> Bool {
    if item.isSign(",") { return true }
    guard case .word = item.kind else { return false }
    return hash(item) == YearSeries.and
  }

  private func isNoun(_ item: Item) -> Bool { item.feature("noun") != nil }

  /// The year that a bare number may be.
  private func year(_ item: Item) -> Int? {
    guard let numeral = item.numeral, numeral.range.count == 4, numeral.decimals == 0,
      !numeral.isPercent, numeral.upper == nil, let year = Int(numeral.value.description),
      (1990...2050).contains(year)
    else { return nil }
    return year
  }

  private func label(_ item: Item) -> Item {
    guard let year = year(item), let range = item.numeral?.range else { return item }
    var time = mention(year)
    time.ranges = [range]
    return Item(kind: .time(time), tokens: item.tokens)
  }

  private func mention(_ year: Int) -> TimeMention {
    TimeMention(flow: .year(year), stock: .lastDay(year: year), isLabel: true)
  }
}
