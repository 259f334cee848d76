import DocumentModel

/// Shows the arithmetic of a broken relation: "36 + 16 + 16 = 68, báo cáo ghi 62".
struct Explainer {
  let facts: [Fact]
  let figures: Figures

  func finding(_ shape: Shape, outcome: Outcome) -> Finding {
    switch shape {
    case .sum(let whole, let parts):
      return equation(whole, total(parts)) { text in
        parts.map { text($0) }.joined(separator: " + ")
      }
    case .balance(let opening, let inflows, let outflows, let closing):
      return equation(closing, total([opening] + inflows) - total(outflows)) { text in
        ([text(opening)] + inflows.map { "+ " + text($0) } + outflows.map { "− " + text($0) })
          .joined(separator: " ")
      }
    case .change(let change, let current, let earlier):
      return equation(change, total([current]) - total([earlier])) { text in
        "\(text(current)) − \(text(earlier))"
      }
    case .share, .average, .averageOver, .rate, .rateOfChange, .index:
      return rate(shape, outcome)
    case .atMost(let parts, let whole): return atMost(parts, whole)
    case .shareBase(let percent, let whole): return shareBase(percent, whole)
    case .sharesTotal(let shares): return sharesTotal(shares)
    case .equal(let left, let right): return equal(left, right)
    case .wholeNumber(let figure):
      return single(figure, vi: "không thể có số lẻ", en: "cannot be a fraction")
    case .notAbove(let figure, let bound):
      return single(figure, vi: "vượt \(bound)", en: "is more than \(bound)")
    case .notBelow(let figure, let bound):
      return single(figure, vi: "nhỏ hơn \(bound)", en: "is less than \(bound)")
    }
  }

  private func total(_ figures: [Int]) -> Exact {
    figures.reduce(Exact.zero) { $0 + Exact(facts[$1].value) }
  }

  private func text(_ figure: Int, _ language: NumberText.Language) -> String {
    let number = NumberText(language: language)
      .text(facts[figure].value, decimals: facts[figure].decimals)
    return facts[figure].unit == "percent" ? number + "%" : number
  }

  /// `left = computed, the report states …`.
  private func equation(
    _ whole: Int, _ computed: Exact, _ left: ((Int) -> String) -> String
  ) -> Finding {
    let expected = computed.decimal
    func side(_ language: NumberText.Language) -> String {
      let result = expected.map { NumberText(language: language).text($0) } ?? "?"
      return left { text($0, language) } + " = " + result
    }
    return Finding(
      observed: facts[whole].value, expected: expected,
      arithmetic: Message(
        vi: "\(side(.vi)), báo cáo ghi \(text(whole, .vi))",
        en: "\(side(.en)); the report states \(text(whole, .en))"))
  }

  private func rate(_ shape: Shape, _ outcome: Outcome) -> Finding {
    guard let (rate, quotient) = figures.recomputed(shape) else {
      return Finding(arithmetic: Message(vi: "không chia được cho 0", en: "division by zero"))
    }
    let decimals = facts[rate].decimals
    let expected = quotient.rounded(decimals: decimals)
    let shown = outcome == .truncated ? quotient.rounded(decimals: decimals + 2) : expected
    func side(_ language: NumberText.Language) -> String {
      let number = NumberText(language: language)
      let places = outcome == .truncated ? decimals + 2 : decimals
      let result = shown.map { number.text($0, decimals: places) } ?? "?"
      let sign = facts[rate].unit == "percent" ? "%" : ""
      return division(shape) { text($0, language) } + " = " + result + sign
    }
    let vi = outcome == .truncated ? "báo cáo cắt còn" : "báo cáo ghi"
    let en = outcome == .truncated ? "the report cuts it off to" : "the report states"
    return Finding(
      observed: facts[rate].value, expected: expected,
      arithmetic: Message(
        vi: "\(side(.vi)), \(vi) \(text(rate, .vi))", en: "\(side(.en)); \(en) \(text(rate, .en))"))
  }

  private func division(_ shape: Shape, _ text: (Int) -> String) -> String {
    switch shape {
    case .share(_, let part, let whole): return "\(text(part)) / \(text(whole))"
    case .average(_, let total, let count): return "\(text(total)) / \(text(count))"
    case .averageOver(_, let total, let numerator, let denominator):
      return denominator == 1
        ? "\(text(total)) / \(numerator)" : "\(text(total)) / (\(numerator)/\(denominator))"
    case .rate(_, let current, let earlier):
      return "(\(text(current)) − \(text(earlier))) / \(text(earlier))"
    case .rateOfChange(_, let current, let change):
      return "\(text(change)) / (\(text(current)) − \(text(change)))"
    case .index(_, let current, let earlier, _): return "\(text(current)) / \(text(earlier))"
    default: return ""
    }
  }

  private func atMost(_ parts: [Int], _ whole: Int) -> Finding {
    let sum = total(parts).decimal
    func left(_ language: NumberText.Language) -> String {
      let terms = parts.map { text($0, language) }.joined(separator: " + ")
      let result = sum.map { NumberText(language: language).text($0) } ?? "?"
      return parts.count > 1 ? terms + " = " + result : terms
    }
    return Finding(
      observed: sum, expected: facts[whole].value,
      arithmetic: Message(
        vi: "\(left(.vi)), lớn hơn \(text(whole, .vi)) của tổng",
        en: "\(left(.en)), more than the whole's \(text(whole, .en))"))
  }

  private func shareBase(_ percent: Int, _ whole: Int) -> Finding {
    let near = Quotient(
      Exact(facts[percent].value) * Exact(facts[whole].value), by: Exact(100))
    let low = near?.truncated(decimals: 0) ?? ExactDecimal(0)
    func side(_ count: ExactDecimal, _ language: NumberText.Language) -> String {
      let share = Quotient(Exact(count) * Exact(100), by: Exact(facts[whole].value))?
        .rounded(decimals: facts[percent].decimals)
      let number = NumberText(language: language)
      let result = share.map { number.text($0, decimals: facts[percent].decimals) } ?? "?"
      return "\(number.text(count)) / \(text(whole, language)) = \(result)%"
    }
    let high = low + ExactDecimal(1)
    return Finding(
      observed: facts[percent].value, expected: nil,
      arithmetic: Message(
        vi: "không số nguyên nào trên \(text(whole, .vi)) cho \(text(percent, .vi)): "
          + "\(side(low, .vi)), \(side(high, .vi))",
        en: "no whole number of \(text(whole, .en)) is \(text(percent, .en)): "
          + "\(side(low, .en)), \(side(high, .en))"))
  }

  private func sharesTotal(_ shares: [Int]) -> Finding {
    let sum = total(shares).decimal
    func left(_ language: NumberText.Language) -> String {
      let result = sum.map { NumberText(language: language).text($0) } ?? "?"
      return shares.map { text($0, language) }.joined(separator: " + ") + " = \(result)%"
    }
    return Finding(
      observed: sum, expected: ExactDecimal(100),
      arithmetic: Message(vi: "\(left(.vi)), vượt 100%", en: "\(left(.en)), more than 100%"))
  }

  private func equal(_ left: Int, _ right: Int) -> Finding {
    let first = min(left, right)
    let second = max(left, right)
    let lines = (facts[first].source.line, facts[second].source.line)
    return Finding(
      observed: facts[right].value, expected: facts[left].value,
      arithmetic: Message(
        vi: "dòng \(lines.0) ghi \(text(first, .vi)), dòng \(lines.1) ghi \(text(second, .vi))",
        en: "line \(lines.0) states \(text(first, .en)), line \(lines.1) \(text(second, .en))"))
  }

  private func single(_ figure: Int, vi: String, en: String) -> Finding {
    Finding(
      observed: facts[figure].value, expected: nil,
      arithmetic: Message(
        vi: "\(text(figure, .vi)) \(vi)", en: "\(text(figure, .en)) \(en)"))
  }
}
