import Catalogue
import DocumentModel

/// Columns that are a share, an index or the plan of the columns beside them.
extension TableReader {
  /// "Đạt (%)", "% so kế hoạch": of what was planned.
  func saysDone(_ path: [Range<Int>]) -> Bool {
    says(path) { $0.has("mark", "share") || $0.feature("nature") != nil }
  }

  /// "Tỷ lệ (%)" alone: the share of the column to its left.
  func copiesLeft(_ path: [Range<Int>]) -> Bool {
    guard isPercent(path) else { return false }
    let tokens = catalogue.tokens(document.bytes, path)
    // "% CT": of the plan
    if zip(tokens, tokens.dropFirst()).contains(where: {
      $0.isSign("%") && Words.plans.contains($1.hash)
    }) {
      return true
    }
    let items = Scanner(
      catalogue: catalogue, bytes: document.bytes, calendar: calendar, findsEntities: false
    ).items(tokens)
    return !items.contains { item in
      guard case .cue(let features) = item.kind else { return false }
      return features.contains { !["mark", "namer", "nature", "place", "aside"].contains($0.key) }
    }
  }

  /// What a column "Tăng (%)" beside two years compares.
  struct Growth {
    /// Indices of facts of the table.
    let later: Int
    let earlier: Int
    /// 1 where the header says "tăng", -1 for "giảm".
    let sign: Int64
    let isPercent: Bool
  }

  /// "2024 | 2025 | Tăng (%)": of the row's last two figures; nil for any other column.
  func growth(
    _ path: [Range<Int>], _ cell: [Range<Int>], _ facts: [Fact], in row: Range<Int>?
  ) -> Growth? {
    guard let row else { return nil }
    // "giảm 5 (18,5%)" under "So cùng kỳ"
    let isSaid = items(cell).contains {
      ["growth+", "growth-"].contains($0.feature("statistic") ?? "")
    }
    var sign: Int64? = isSaid ? 1 : nil
    for item in items(path) {
      switch item.feature("statistic") {
      case "growth+": sign = sign ?? 1
      case "growth-": sign = sign == nil ? -1 : 1
      case nil: break
      default: return nil
      }
      if ["event", "noun", "nature"].contains(where: { item.feature($0) != nil })
        || item.time.map({ !$0.isComparison }) ?? false
      {
        return nil
      }
    }
    let told = facts.indices.filter {
      row.contains(facts[$0].source.start) && facts[$0].statistic == .total
        && facts[$0].unit != "percent"
    }
    guard let sign, let last = told.last, let first = told.dropLast().last,
      facts[first].concept == facts[last].concept, facts[first].nature == facts[last].nature,
      facts[first].dimensions == facts[last].dimensions,
      let left = facts[first].period, let right = facts[last].period, left.end != right.end
    else { return nil }
    let isLater = left.end < right.end
    return Growth(
      later: isLater ? last : first, earlier: isLater ? first : last, sign: sign,
      isPercent: isPercent(path))
  }

  /// The change that a column beside both years tells.
  func change(
    _ cell: Table.Cell, _ growth: Growth, firstFact: Int,
    _ result: inout Result
  ) {
    let tokens = catalogue.tokens(document.bytes, cell.segments)
    let numbers = tokens.indices.filter { tokens[$0].kind == .number }
    let said = items(cell.segments).compactMap { $0.feature("statistic") }.first
    let scanner = Scanner(catalogue: catalogue, bytes: document.bytes, calendar: calendar)
    for at in numbers {
      let (value, decimals) = scanner.value(tokens[at].range)
      let isNegative = at > 0 && (tokens[at - 1].isSign("-") || tokens[at - 1].isSign("–"))
      let sign = isNegative || said == "growth-" ? -1 : said == "growth+" ? 1 : growth.sign
      let isPercent = tokens[safe: at + 1]?.isSign("%") ?? false
      var fact = result.facts[growth.later]
      fact.value = sign < 0 ? ExactDecimal(-value.mantissa, scale: value.scale) : value
      fact.decimals = decimals
      if isPercent || growth.isPercent && numbers.count == 1 { fact.unit = "percent" }
      fact.statistic = .growth
      fact.base = result.facts[growth.earlier].period
      fact.source = document.span(tokens[at].range)
      let number = result.facts.count
      result.facts.append(fact)
      result.readings[number] = result.readings[growth.later]
      result.entries.append((.fact, tokens[at].range, [number + firstFact], nil, fact.source))
    }
  }

  /// The first year of "2024/2023 (%)" less one where the second is the year before, or nil.
  func comparedYear(_ path: [Range<Int>]) -> Int? {
    let tokens = catalogue.tokens(document.bytes, path)
    for index in tokens.indices where index + 2 < tokens.count && tokens[index + 1].isSign("/") {
      guard isYear(tokens[index]), isYear(tokens[index + 2]),
        let year = Int(document.text(tokens[index + 2].range)),
        let later = Int(document.text(tokens[index].range)), year < later
      else { continue }
      return year
    }
    return nil
  }

  /// "2024/2023 (%)": the later figure of the row in per cent of the earlier one.
  func index(
    _ cell: Table.Cell, against year: Int, firstFact: Int, _ result: inout Result
  ) {
    let part = result.facts.count - 1
    let tokens = catalogue.tokens(document.bytes, cell.segments)
    guard let token = tokens.first(where: { $0.kind == .number }) else { return }
    let scanner = Scanner(catalogue: catalogue, bytes: document.bytes, calendar: calendar)
    let (value, decimals) = scanner.value(token.range)
    var fact = result.facts[part]
    fact.value = value
    fact.decimals = decimals
    fact.unit = "percent"
    fact.statistic = .index
    fact.base = fact.period.map { period in
      period.start == nil
        ? .instant(period.end.moved(toYear: year)) : TimeScanner.moved(period, to: year)
    }
    fact.source = document.span(token.range)
    let at = result.facts.count
    result.facts.append(fact)
    result.readings[at] = result.readings[part]
    result.entries.append((.fact, token.range, [at + firstFact], nil, fact.source))
  }

  mutating func share(
    _ cell: Table.Cell, of part: Int, firstFact: Int, _ row: Range<Int>, _ result: inout Result
  ) {
    var part = part
    var planAt: Int? = part - 1
    if part > 0, result.facts[part].nature == .target, result.facts[part - 1].nature == .actual,
      result.facts[part].concept == result.facts[part - 1].concept,
      row.contains(result.facts[part - 1].source.start)
    {
      // "Kết nạp 6 tháng | Chỉ tiêu năm | %": the plan stands between
      planAt = part
      part -= 1
    }
    let last = result.facts[part]
    let tokens = catalogue.tokens(document.bytes, cell.segments)
    guard let token = tokens.first(where: { $0.kind == .number }) else { return }
    let scanner = Scanner(catalogue: catalogue, bytes: document.bytes, calendar: calendar)
    let (value, decimals) = scanner.value(token.range)
    var fact = last
    fact.value = value
    fact.decimals = decimals
    fact.unit = "percent"
    fact.source = document.span(token.range)
    if let planAt, planAt >= 0, case let plan = result.facts[planAt],
      row.contains(plan.source.start), plan.nature == .target, last.nature == .actual,
      plan.concept == last.concept
    {
      fact.of = Whole(
        concept: plan.concept, dimensions: plan.dimensions, nature: .target,
        period: plan.period == last.period ? nil : plan.period)
      result.links.append(
        .share(
          percent: result.facts.count + firstFact, part: part + firstFact,
          whole: planAt + firstFact))
    } else {
      result.links.append(
        .share(
          percent: result.facts.count + firstFact, part: part + firstFact, whole: nil))
    }
    let at = result.facts.count
    result.facts.append(fact)
    result.readings[at] = result.readings[part]
    result.entries.append((.fact, token.range, [at + firstFact], nil, fact.source))
  }

  /// "CT 2026", "CT năm", "KH 2026": a plan's column, where CT alone is the official members.
  func isShortPlan(_ path: [Range<Int>]) -> Bool {
    let tokens = catalogue.tokens(document.bytes, path)
    return tokens.indices.contains { index in
      guard Words.plans.contains(tokens[index].hash), index + 1 < tokens.count else { return false }
      let next = tokens[index + 1]
      return isYear(next) || Words.given.contains(next.hash)
    }
  }
}
