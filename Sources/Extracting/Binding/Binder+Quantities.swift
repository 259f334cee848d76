import Catalogue
import DocumentModel

extension Binder {
  /// "tỷ lệ che phủ rừng 52%": a rate of what the catalogue does not know.
  func rateOfSomethingElse(_ slot: Slot) -> String? {
    guard slot.numeral.isPercent else { return nil }
    let rate = Folding.hash("tỷ")
    guard
      let start = slot.left.first(where: { index in
        items[index].tokens.contains { tokens[$0].hash == rate }
      }), start + 1 < slot.item
    else { return nil }
    var words: [String] = []
    for index in (start + 1)..<slot.item {
      switch items[index].kind {
      case .word:
        if isFillerWord(index) { continue }
        words.append(document.text(tokens[items[index].tokens.lowerBound].range))
      case .cue(let features):
        if features.contains(where: {
          !["mark", "qualifier", "statistic", "aside", "place", "namer", "nature"].contains($0.key)
        }) {
          return nil
        }
      default: continue
      }
    }
    return words.count >= 2 ? words.joined(separator: " ") : nil
  }

  /// A first word behind the numeral that names nothing of the catalogue: "15 tổ dân phố".
  func foreignNoun(_ slot: Slot, _ cues: Cues) -> String? {
    if slot.numeral.isPercent, lastReading != nil,
      slot.right.contains(where: { isWholeOfShare(slot, $0) })
    {
      return nil
    }
    if isUnknownNoun(slot.item) {
      if cues.features.contains(where: {
        !$0.isRight
          && ["event", "noun", "sex", "ethnicity", "level", "qualification", "grade", "group"]
            .contains($0.feature.key)
      }),
        isFillerWord(slot.item + 1)
      {
        return nil
      }
      return nounAfter(slot.item)
    }
    if isForeign(cues) { return nounAfter(slot.item) }
    return nil
  }

  /// "Nhắc nhở 21 tổ chức và 64 cá nhân", "17 đơn kiến nghị (có 4 đơn giấu tên)": of what is outside
  /// the catalogue, or a part of it.
  func isOutside(_ slot: Slot, _ cues: Cues) -> Bool {
    let own = cues.features.filter {
      $0.feature.key == "event" && !$0.feature.value.hasSuffix("?") && !isTopic($0.item, slot)
    }.min { $0.distance < $1.distance }
    if !findsEntities { return false }
    if labelEvent == "outside" { return true }
    if commendsAnyone(slot, cues) || sharesWorkers(slot, cues) { return true }
    if cues.features.contains(where: {
      $0.isRight && $0.distance == 1 && $0.feature.value == "outside"
    }),
      !cues.features.contains(where: {
        $0.isRight && ["transfer_in", "transfer_out"].contains($0.feature.value)
      })
    {
      return true
    }
    if let own {
      // "46 hồ sơ đảng viên chuyển đến" are members that came
      let moves = cues.features.contains {
        $0.isRight && ["transfer_in", "transfer_out"].contains($0.feature.value)
      }
      return own.feature.value == "outside" && !isAside(own.item) && !moves
    }
    if frame.event == "outside", frame.entity == base.entity, !cues.has("mark", "total"),
      !cues.has("mark", "self")
    {
      return true
    }
    if cues.features.contains(where: { ["grade", "form", "expelled"].contains($0.feature.key) }) {
      return false
    }
    let clause = clauses[slot.clause]
    guard let previous = previousNumeral(slot), quantities[previous] != nil else {
      return false
    }
    // "đã chi 2,37 tỷ đồng, bằng 46,8% dự toán"
    if slot.numeral.isPercent, items[previous].numeral?.isPercent == false,
      slot.left.contains(where: { items[$0].has("mark", "share") }),
      let other = clauses.first(where: { $0.items.contains(previous) }),
      other.sentence == clause.sentence, other.depth == clause.depth
    {
      return true
    }
    // "1.250 lao động được tạo việc làm, trong đó 540 nữ"
    if slot.left.contains(where: { items[$0].has("mark", "ofwhich") }), lastReading == nil,
      !cues.features.contains(where: { $0.feature.key == "noun" && $0.feature.value != "person" })
    {
      return true
    }
    if slot.opensParenthesis { return !cues.has("mark", "total") }
    return clause.opener == "&" && clause.numerals.first == slot.item
      && outsideItems.contains(previous)
  }

  /// "sau khi tinh giản", "do điều động": a reason, not what was counted.
  private func isAside(_ item: Int) -> Bool {
    let first = items[item].tokens.lowerBound
    return first > 0 && Binder.reasons.contains(tokens[first - 1].hash)
  }

  static let reasons: Set<UInt64> = Set(
    ["sau", "khi", "do", "trước", "vì"].map { Folding.hash($0) })

  /// "Đảng Cộng sản Cuba …", "UBND xã kiểm tra 14 cơ sở": a sentence about others.
  func isForeignSentence(_ slot: Slot) -> Bool {
    guard findsEntities, let start = firstItem(ofSentence: clauses[slot.clause].sentence) else {
      return false
    }
    return (start..<slot.item).contains { index in
      guard let other = items[index].feature("foreign") else { return false }
      if other == "party" { return true }
      // an authority that inspects or fines; what it merely supports may be the party's
      return index + 1 < items.count
        && (index + 1..<min(items.count, index + 4)).contains {
          items[$0].feature("activity") != nil
        }
    }
  }

  /// "Chi bộ có dưới 9 đảng viên thì bầu bí thư", "có từ 30 đảng viên trở lên được lập đảng ủy": a
  /// rule's threshold.
  func isThreshold(_ slot: Slot) -> Bool {
    guard findsEntities else { return false }
    let clause = clauses[slot.clause]
    if let last = slot.left.last, tokens[items[last].tokens.upperBound - 1].hash == Binder.enough,
      items[last].tokens.lowerBound > 0
    {
      // "nơi chưa đủ 03 đảng viên chính thức"
      let before = items[last].tokens.upperBound - 2
      if before >= 0, tokens[before].hash == Binder.notYet { return true }
    }
    if clause.items.contains(where: { index in
      items[index].tokens.contains {
        tokens[$0].hash == Binder.votes && $0 > 0 && tokens[$0 - 1].hash == Binder.shows
      }
    }) {
      return true
    }
    guard !slot.numeral.isPercent,
      slot.left.contains(where: { items[$0].feature("qualifier") != nil })
        || slot.right.contains(where: { items[$0].feature("after") != nil })
    else { return false }
    return ((slot.item + 1)..<max(slot.item + 1, clause.items.upperBound)).contains { index in
      guard case .word = items[index].kind else { return false }
      let hash = firstWord(of: index)
      if hash == Binder.then { return true }
      if hash == Binder.has, index + 1 < items.count,
        firstWord(of: index + 1) == Binder.may
      {
        return true
      }
      return hash == Binder.gets && index + 1 < items.count
        && Binder.founds.contains(firstWord(of: index + 1))
    }
  }

  static let enough = Folding.hash("đủ")
  static let notYet = Folding.hash("chưa")
  static let shows = Folding.hash("biểu")
  static let votes = Folding.hash("quyết")
  static let may = Folding.hash("thể")
  static let then = Folding.hash("thì")
  static let gets = Folding.hash("được")
  static let founds: Set<UInt64> = Set(["lập", "thành"].map { Folding.hash($0) })

  /// "biểu dương 415 tập thể, 1.038 cá nhân": persons, whether of the Party or not.
  private func commendsAnyone(_ slot: Slot, _ cues: Cues) -> Bool {
    guard let next = items[safe: slot.item + 1], next.has("noun", "person"),
      tokens[next.tokens.lowerBound].hash == Binder.each
    else { return false }
    return cues.has("event", "commend") || frame.event == "commend"
      || items[..<slot.item].contains { item in
        tokens[item.tokens.lowerBound].hash == Binder.group
      }
  }

  /// "cán bộ nữ chiếm 24,7%": of officials, not of members.
  private func sharesWorkers(_ slot: Slot, _ cues: Cues) -> Bool {
    guard slot.numeral.isPercent else { return false }
    let nouns = cues.features.filter { !$0.isRight && $0.feature.key == "noun" }
    return nouns.min { $0.distance < $1.distance }?.feature.value == "worker"
  }

  /// "11 đảng viên về lãnh đạo thu ngân sách": what an inspection is about is no deed of its own.
  private func isTopic(_ item: Int, _ slot: Slot) -> Bool {
    guard item > slot.item else { return false }
    return ((slot.item + 1)..<item).contains { index in
      if case .word = items[index].kind {
        return firstWord(of: index) == Binder.about
      }
      return false
    }
  }

  static let about = Folding.hash("về")
  static let each = Folding.hash("cá")
  static let group = Folding.hash("tập")

  /// The numeral before this one in the block.
  func previousNumeral(_ slot: Slot) -> Int? {
    (0..<slot.item).reversed().first { items[$0].numeral != nil }
  }

  func isForeign(_ cues: Cues) -> Bool {
    if cues.rightNoun == "otherpetition" { return true }
    if cues.rightNoun == "letter" {
      if lastReading?.noun == "petition",
        lastFact.map({ facts[$0].context.block == block }) ?? false,
        !cues.features.contains(where: { $0.isRight && $0.feature.key == "mark" }),
        frame.event == "denounce" || frame.event == "complain" || versus != nil
          || cues.has("mark", "versus")
      {
        return false
      }
      return !cues.features.contains {
        !$0.isRight && ["denounce", "complain"].contains($0.feature.value)
      }
    }
    if let noun = cues.rightNoun, noun != "person" { return noun == "turn" || noun == "worker" }
    // "Tổng số đơn, thư nhận được là 402", "Kiến nghị, phản ánh: 303"
    let left = cues.features.filter { !$0.isRight && $0.feature.key == "noun" }
      .min { $0.distance < $1.distance }
    if left?.feature.value == "worker", frame.event == nil || cues.rightNoun != nil { return true }
    return left.map { ["letter", "otherpetition"].contains($0.feature.value) } ?? false
      && !cues.features.contains { ["denounce", "complain"].contains($0.feature.value) }
      && frame.event != "denounce" && frame.event != "complain"
  }

  func isUnknownNoun(_ item: Int) -> Bool {
    let next = item + 1
    guard next < items.count else { return false }
    switch items[next].kind {
    case .word:
      // "trên 90% số chi bộ"
      if items[item].numeral?.isPercent == true, items[safe: next + 1]?.feature("noun") != nil,
        firstWord(of: next) == Binder.number
      {
        return false
      }
      return !isFillerWord(next)
    case .cue(let features):
      // "12 bản", "06 trường học": places and bodies counted themselves
      if features.contains(where: { $0.key == "noun" }) { return false }
      return features.contains { $0.key == "namer" || $0.key == "place" }
    default: return false
    }
  }

  static let fillers: Set<UInt64> = Set(
    [
      "là", "được", "bị", "có", "đã", "còn", "và", "ở", "trong", "tại", "do", "thì", "so", "trên",
      "theo",
      "của", "từ", "phải", "nam", "để", "nhưng", "mà", "khi", "đều", "không", "chưa", "đang",
      "thuộc", "về", "mới", "lên", "xuống",
    ].map { Folding.hash($0) })

  func isFillerWord(_ item: Int) -> Bool {
    guard item < items.count, case .word = items[item].kind else { return false }
    return Binder.fillers.contains(firstWord(of: item))
  }

  func nounAfter(_ item: Int) -> String { nounAfterOrNil(item) ?? "" }

  /// Up to three words behind a numeral, to the first that links to something else.
  func nounAfterOrNil(_ item: Int) -> String? {
    var words: [String] = []
    if let scale = items[item].numeral?.scale { words.append(document.text(scale)) }
    var index = item + 1
    while index < items.count, words.count < 3 {
      switch items[index].kind {
      case .word where !words.isEmpty && isLink(index): return words.joined(separator: " ")
      case .word, .cue:
        if !words.isEmpty, items[index].feature("mark") != nil {
          return words.joined(separator: " ")
        }
        words.append(
          items[index].tokens.map { document.text(tokens[$0].range) }.joined(separator: " "))
        index += 1
      default: return words.isEmpty ? nil : words.joined(separator: " ")
      }
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private func isLink(_ item: Int) -> Bool {
    isFillerWord(item) || Binder.links.contains(firstWord(of: item))
  }

  static let links: Set<UInt64> = Set(
    ["với", "trị", "cho", "các", "nhằm", "tổng", "gồm", "ngày"].map { Folding.hash($0) })
}
