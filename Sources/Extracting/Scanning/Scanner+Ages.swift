import Catalogue
import DocumentModel

extension Scanner {
  enum Ages {
    static let under = Folding.hash("dưới")
    static let over = Folding.hash("trên")
    static let from = Folding.hash("từ")
    static let to = Folding.hash("đến")
    static let age = Folding.hash("tuổi")
    static let party = Folding.hash("đảng")
    static let and = Folding.hash("và")
    static let year = Folding.hash("năm")
    static let up = [Folding.hash("trở"), Folding.hash("lên")]
    static let down = Folding.hash("xuống")
    /// Kinds of bounds that signs tell: up to an age, and from it, it included.
    static let most = Folding.hash("≤")
    static let least = Folding.hash("≥")
    static let bounds: [UInt64: UInt64] = [
      under: under, over: over, from: from, Folding.hash("ngoài"): over, Folding.hash("quá"): over,
    ]
  }

  /// "dưới 35 tuổi", "từ 35 đến 50 tuổi", "trên 60:", "tuổi 18 - 30"; "30 năm" of membership.
  func ageOrYears(
    _ tokens: [Token], _ index: Int, _ items: [Item]
  ) -> (Feature, Int)? {
    func word(_ at: Int, _ hash: UInt64) -> Bool {
      at < tokens.count && tokens[at].kind == .word && tokens[at].hash == hash
    }
    if let years = membership(tokens, index) {
      var next = index + 1
      guard word(next, Ages.year) else {
        // "các loại 45, 40 và 30 năm": the years of what is counted elsewhere
        return (Feature(key: "aside", value: "years"), next)
      }
      next += 1
      if word(next, Ages.age), word(next + 1, Ages.party) { next += 2 }
      let isOver = word(next, Ages.up[0]) && word(next + 1, Ages.up[1])
      if isOver { next += 2 }
      return (
        Feature(key: "years_of_membership", value: isOver ? "\(years)+" : String(years)), next
      )
    }
    var position = index
    var kind: UInt64 = 0
    let afterAge =
      tokens[max(0, index - 2)..<index].contains { $0.hash == Ages.age }
      || isBelowAgeLabel(tokens, index) || !findsEntities && isAgeHeader(tokens, index)
    if word(position, Ages.age), small(tokens, position + 1) != nil {
      position += 1
    }
    let isLater = !afterAge && speaksOfAge(tokens, index)
    if position < tokens.count, tokens[position].kind == .word,
      let bound = Ages.bounds[tokens[position].hash]
    {
      kind = bound
      position += 1
    } else if position + 1 < tokens.count, let sign = bound(tokens, position),
      afterAge || isLater || word(sign.next + 1, Ages.age)
    {
      // "Tuổi: <35: 173; ≥ 36: 20"
      kind = sign.kind
      position = sign.next
    }
    if position == index && !afterAge && small(tokens, index) == nil { return nil }
    guard let low = small(tokens, position), low >= 14, low <= 95 else { return nil }
    position += 1
    var high: Int?
    let isDash =
      position < tokens.count && (tokens[position].isSign("-") || tokens[position].isSign("–"))
    if position + 1 < tokens.count, word(position, Ages.to) || isDash,
      let value = small(tokens, position + 1), value > low,
      // "dưới 35 - 72": the figure stands behind the dash
      !isDash || kind == 0 || kind == Ages.from || word(position + 2, Ages.age)
    {
      high = value
      position += 2
    }
    let named = word(position, Ages.age)
    if named { position += 1 }
    let up = word(position, Ages.up[0]) && word(position + 1, Ages.up[1])
    let down = word(position, Ages.up[0]) && word(position + 1, Ages.down)
    if up || down { position += 2 }
    if named {
      // "47,6 tuổi" and "đủ 18 tuổi" are ages of somebody, no group
      if high == nil && kind == 0 && !up && !down { return nil }
    } else {
      let isLabel =
        position + 1 < tokens.count && tokens[position].isSign(":")
        && tokens[position + 1].kind == .number
      guard isLabel || afterAge || isLater && leadsToFigure(tokens, position),
        kind != 0 || high != nil || up || down
      else { return nil }
    }
    if let high { return (Feature(key: "age", value: "\(low)-\(high)"), position) }
    if down || kind == Ages.most { return (Feature(key: "age", value: "-\(low)"), position) }
    if up || kind == Ages.least { return (Feature(key: "age", value: "\(low)+"), position) }
    if kind == Ages.under { return (Feature(key: "age", value: "-\(low - 1)"), position) }
    if kind == Ages.over { return (Feature(key: "age", value: "\(low + 1)+"), position) }
    return nil
  }

  /// "<", "≤", "< =", ">", "≥" before an age.
  private func bound(_ tokens: [Token], _ index: Int) -> (kind: UInt64, next: Int)? {
    let isOr = tokens[index + 1].isSign("=")
    let next = isOr ? index + 2 : index + 1
    guard next < tokens.count, tokens[next].kind == .number else { return nil }
    if tokens[index].isSign("≤") { return (Ages.most, next) }
    if tokens[index].isSign("≥") { return (Ages.least, next) }
    if tokens[index].isSign("<") { return (isOr ? Ages.most : Ages.under, next) }
    if tokens[index].isSign(">") { return (isOr ? Ages.least : Ages.over, next) }
    return nil
  }

  /// "Nhìn vào tuổi, …": ages were named in the same sentence.
  private func speaksOfAge(_ tokens: [Token], _ index: Int) -> Bool {
    for token in tokens[max(0, index - 80)..<index].reversed() {
      if token.isSign(".") { return false }
      if token.kind == .word, token.hash == Ages.age { return true }
    }
    return false
  }

  /// "31 đến 45 có 287", "51 trở lên - 22": a figure follows within a few words.
  private func leadsToFigure(_ tokens: [Token], _ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind != .number || tokens[index].spaced,
      catalogue.lexicon.longest(tokens, at: index)?.features.contains(where: { $0.key == "noun" })
        != true
    else { return false }
    for token in tokens[index..<min(tokens.count, index + 3)] {
      if token.kind == .number { return true }
      if token.isSign(".") || token.isSign(";") || token.isSign(",") { return false }
    }
    return false
  }

  /// "Tuổi: 171 người dưới 35; 248 người trong khoảng 35 - 50": in a list that the label heads.
  private func isBelowAgeLabel(_ tokens: [Token], _ index: Int) -> Bool {
    var position = index - 1
    while position > 0, index - position < 60 {
      if tokens[position].isSign(".") { return false }
      if tokens[position].isSign(":") {
        return tokens[position - 1].kind == .word && tokens[position - 1].hash == Ages.age
      }
      position -= 1
    }
    return false
  }

  /// "Dưới 35", "35-50", "Trên 50" in a table's header.
  private func isAgeHeader(_ tokens: [Token], _ index: Int) -> Bool {
    let isOpen = tokens[index].hash == Ages.under || tokens[index].hash == Ages.over
    let first = isOpen ? index + 1 : index
    guard let low = small(tokens, first), low >= 18, low <= 70 else { return false }
    var next = first + 1
    if !isOpen {
      guard next + 1 < tokens.count, tokens[next].isSign("-") || tokens[next].isSign("–"),
        let high = small(tokens, next + 1), high > low, high <= 70
      else { return false }
      next += 2
    }
    return next >= tokens.count || !tokens[next].isSign("%")
  }

  /// 30, 35 … 95 before "năm", or in a list that ends so.
  private func membership(_ tokens: [Token], _ index: Int) -> Int? {
    guard let years = small(tokens, index), years >= 30, years <= 95, years % 5 == 0 else {
      return nil
    }
    var next = index + 1
    while next + 1 < tokens.count,
      tokens[next].isSign(",") || tokens[next].hash == Ages.and,
      let other = small(tokens, next + 1), other >= 30, other % 5 == 0
    {
      next += 2
    }
    guard next < tokens.count, tokens[next].kind == .word, tokens[next].hash == Ages.year else {
      return nil
    }
    return years
  }
}
