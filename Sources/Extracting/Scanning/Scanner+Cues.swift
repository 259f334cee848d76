import Catalogue
import DocumentModel

/// What a phrase of the tables means where its words alone don't tell.
extension Scanner {
  /// "hơn năm 2024 là 05 đồng chí", "kém cùng kỳ 03": a growth where a time that is compared with
  /// follows, else what else the word may be.
  func compared(
    _ features: [Feature], isMoment: Bool, _ time: () -> TimeMention?
  ) -> [Feature] {
    guard let doubtful = features.first(where: { $0.key == "statistic?" }) else { return features }
    let others = features.filter { $0.key != "statistic?" }
    if isMoment { return [Feature(key: "statistic", value: doubtful.value)] }
    guard let time = time(), !time.isUntil else { return others }
    let isEarlier =
      time.isComparison
      || time.flow.map { flow in calendar.period.map { flow.end < $0.end } ?? true } ?? false
      || time.isEdge
    return isEarlier ? [Feature(key: "statistic", value: doubtful.value)] : others
  }

  /// "lúc bàn giao", "thời điểm sáp nhập", "khi hợp nhất": an earlier day that isn't told.
  static func isMoment(_ tokens: [Token], _ index: Int) -> Bool {
    guard let token = tokens[safe: index] else { return false }
    return Words.moments.contains(token.hash)
      || token.hash == TimeScanner.Words.thoi
        && tokens[safe: index + 1]?.hash == TimeScanner.Words.diem
  }

  /// CBCS are cells of the base beside committees of the base, and officers and soldiers elsewhere.
  func resolved(_ features: [Feature], _ items: [Item]) -> Item.Kind {
    guard let doubtful = features.first(where: { $0.key == "org_type?" }) else {
      return features.isEmpty ? .word : .cue(features)
    }
    let isBeside = items.contains { $0.feature("org_type")?.hasPrefix("grassroots") ?? false }
    guard isBeside else { return .word }
    return .cue([
      Feature(key: "noun", value: "org"), Feature(key: "org_type", value: doubtful.value),
    ])
  }

  /// A group by the name that the report has given it.
  func defined(_ features: [Feature]) -> [Feature] {
    guard !shortNames.groups.isEmpty else { return features }
    return features.map { feature in
      guard feature.key == "group", let full = shortNames.groups[feature.value] else {
        return feature
      }
      return Feature(key: "group", value: full)
    }
  }

  /// "Dân tộc: Kinh: 33; Tày: 03": behind such a label a bare name is a people's.
  func peoples(_ features: [Feature], _ tokens: [Token], _ items: [Item]) -> [Feature] {
    guard features.contains(where: { $0.key == "ethnic?" }),
      items.contains(where: { item in
        item.isSign(":") && item.tokens.lowerBound > 1
          && tokens[item.tokens.lowerBound - 1].hash == Words.people.1
          && tokens[item.tokens.lowerBound - 2].hash == Words.people.0
      })
    else { return features }
    return features.map {
      $0.key == "ethnic?" ? Feature(key: "ethnicity", value: $0.value) : $0
    }
  }

  /// "Lớp đảng viên mới có 303 nữ": who joined, where the words open a sentence; elsewhere a course.
  func cohort(
    _ features: [Feature], _ tokens: [Token], _ index: Int, _ items: [Item]
  ) -> [Feature] {
    guard tokens[index].startsUpper, !tokens[index].isAllUpper,
      items.last.map({ $0.isSign(".") }) ?? true,
      features.contains(where: { $0.key == "course" && $0.value == "new_members" }),
      features.contains(where: { $0.key == "noun" && $0.value == "class" }),
      let has = tokens[index...].prefix(9).firstIndex(where: { $0.hash == Words.co }),
      has + 2 < tokens.count, tokens[has + 1].kind == .number,
      startsCue(tokens, has + 2, stopping: ["sex", "youth_union", "ethnicity", "religious"])
    else { return features }
    return [Feature(key: "event", value: "admit"), Feature(key: "noun", value: "member")]
  }

  /// The longest phrase of the lexicon from `index` on; the first of two where each has a figure of its own
  /// ("12 thạc sĩ, tiến sĩ 02", "thạc sĩ, tiến sĩ lần lượt là 45 và 3"): one figure beside both is of both.
  func phrase(_ tokens: [Token], _ index: Int) -> (features: [Feature], length: Int)? {
    guard let match = catalogue.lexicon.longest(tokens, at: index) else { return nil }
    let end = index + match.length
    guard match.features.allSatisfy({ $0.key == "qualification" && $0.value == "master+" }),
      let comma = (index..<end).first(where: { tokens[$0].isSign(",") })
    else { return match }
    let isBetween = figureBefore(tokens, index) && tokens[safe: end]?.kind == .number
    return isBetween || Respectively.length(tokens, at: end) > 0
      ? catalogue.lexicon.longest(tokens, at: index, before: comma) : match
  }

  // "12 thạc sĩ, …", "12 đồng chí thạc sĩ, …"
  private func figureBefore(_ tokens: [Token], _ index: Int) -> Bool {
    tokens[..<index].suffix(3).contains { $0.kind == .number }
  }

  /// What may be the label of a figure: a name, or what tells members apart.
  func isDescription(_ item: Item) -> Bool {
    switch item.kind {
    case .entity: return true
    case .cue(let features):
      return features.contains { feature in
        Words.describing.contains(feature.key)
          || [
            "age", "level", "theory", "qualification", "org_type", "orgword", "noun", "event",
            "conductor", "reason", "exempt", "expelled",
          ].contains(feature.key)
      }
    default: return false
    }
  }
}
