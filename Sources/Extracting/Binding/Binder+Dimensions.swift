import Catalogue
import DocumentModel

extension Binder {
  /// A member whose meaning hangs on who reports: bare "cán bộ, công chức" are a commune's own only
  /// in a commune's report.
  func placed(_ value: String) -> String {
    value == "~commune_officials"
      ? (reportsAsCommune ? "commune_officials" : "officials_and_employees") : value
  }

  /// The dimensions that a numeral's own cues state, and how many of them the concept cannot take.
  func ownDimensions(
    _ cues: Cues, concept: String, event: String?, slot: Slot
  ) -> (dimensions: [String: String], misfits: Int) {
    var dimensions: [String: String] = [:]
    var distances: [String: Int] = [:]
    var misfits = 0
    func put(
      _ key: String, _ stated: String,
      _ entry: (feature: Feature, distance: Int, isRight: Bool, item: Int)
    ) {
      let value = placed(stated)
      guard catalogue.allows(key, on: concept) else {
        if key == "status", concept == "confirmations" || concept == "admissions" { return }
        if key == "grade", concept == "commended_members" { return }
        if key != "activity" && key != "course" && key != "conductor" && key != "org_type"
          && key != "group"
        {
          misfits += 1
        }
        return
      }
      // "kiểm tra 5 tổ chức đảng khi có dấu hiệu vi phạm": the narrower kind of inspection
      let isNarrower =
        key == "activity" && value == "violation_signs" && dimensions[key] == "inspection"
      if let known = distances[key], known <= entry.distance, !isNarrower { return }
      dimensions[key] = value
      distances[key] = entry.distance
    }
    let scale =
      cues.features.filter { $0.feature.key == "scale" }.min { $0.distance < $1.distance }?.feature
      .value ?? frame.scale
    for entry in cues.features {
      var value = entry.feature.value
      if entry.feature.key == "activity", value == "inspection" {
        // below "Kiểm tra khi có dấu hiệu vi phạm"
        let isNarrow =
          base.carried["activity"] == "violation_signs"
          && !items[..<slot.item].contains { $0.feature("subject") != nil }
          && !cues.features.contains { $0.feature.key == "subject" }
        if let activity = labelActivity ?? (isNarrow ? "violation_signs" : nil) { value = activity }
      }
      if slot.numeral.isPercent, entry.isRight, isWholeOfShare(slot, entry.item) { continue }
      switch entry.feature.key {
      case "level":
        put(scale == "theory" ? "theory" : "qualification", value, entry)
      case "any":
        if let scale { put(scale, "any", entry) }
      case "scale":
        let isOf =
          entry.item < slot.item
          && (entry.item..<slot.item).contains { items[$0].has("mark", "of") }
        if value != "education", !isOf,
          !cues.features.contains(where: {
            ["level", "qualification", "theory", "any"].contains($0.feature.key)
          }), catalogue.allows(value, on: concept), !entry.isRight
        {
          put(value, "any", entry)
        }
      case "ethnic?":
        if entry.distance <= (entry.isRight ? 2 : 4),
          tokens[items[entry.item].tokens.lowerBound].startsUpper || entry.distance == 1,
          concept != "organizations"
        {
          put("ethnicity", value, entry)
        }
      case "grade"
      where value == "good" && entry.item + 1 < items.count
        && items[entry.item + 1].has("after", "at_least"):
        put("grade", "good+", entry)
      case "grade?":
        if event == "rate" || concept.hasPrefix("rated_") { put("grade", value, entry) }
      case "rated?":
        if concept.hasPrefix("rated_") { put("rated", value, entry) }
      case "exempt?":
        if concept.hasPrefix("rated_") {
          put("rated", "exempt", entry)
        } else {
          put("exempt", "yes", entry)
        }
      case "reason?":
        // "cho ra khỏi Đảng 03" is at one's own wish, unless the reasons follow
        if concept == "removals", !reasonsFollow(slot) { put("reason", value, entry) }
      case "expelled":
        if concept == "removals" {
          put("reason", "expelled", entry)
        } else {
          put("form", "expulsion", entry)
        }
      case "post?":
        let listed =
          slot.clause + 1 < clauses.count
          && (clauses[slot.clause + 1].items.first.map {
            items[$0].has("mark", "complete") || items[$0].has("mark", "ofwhich")
          } ?? false)
        if concept == "committee_appointments", entry.isRight, entry.distance == 1, !listed {
          put("position", value, entry)
        }
      case "post":
        if concept == "committee_appointments" {
          if entry.isRight, value == "committee_member", slot.clause + 1 < clauses.count,
            clauses[slot.clause + 1].items.first.map({
              items[$0].has("mark", "complete") || items[$0].has("mark", "ofwhich")
            }) ?? false || listsPosts(slot.clause + 1)
          {
            continue
          }
          put("position", value.hasSuffix("?") ? String(value.dropLast()) : value, entry)
        } else if concept == "disciplined_members", frame.opensParts,
          wholeReading?.dimensions["committee_member"] != nil
        {
          put("position", value, entry)
        } else if concept == "disciplined_members", !value.hasPrefix("committee_member") {
          put("position", value, entry)
        } else if value == "committee_member" {
          put("committee_member", "yes", entry)
        }
      case "org_type":
        var code = value
        if code == "~subordinate_cell" || code == "~commune_cell" {
          code = reportsAsCommune ? "commune_cell" : "subordinate_cell"
          if value == "~subordinate_cell",
            isBelowCommittee(slot) || frame.entity != nil
          {
            code = "subordinate_cell"
          }
        }
        if !entry.isRight, let right = cues.rightNoun, right == "org" || right == "orgword",
          cues.features.contains(where: {
            $0.isRight && ($0.feature.key == "org_type" || $0.feature.key == "orgword")
          })
        {
          continue
        }
        if concept == "members", entry.isRight == false || slot.numeral.isPercent { continue }
        if concept == "members" { continue }
        put("org_type", code, entry)
      case "under":
        if concept == "organizations", !entry.isRight, cues.rightNoun == "org",
          !cues.features.contains(where: { $0.isRight && $0.feature.value.hasSuffix("cell") })
        {
          // "trực thuộc Đảng ủy xã có 41 đầu mối"
          put("org_type", "subordinate", entry)
        } else if concept == "organizations",
          cues.features.contains(where: {
            $0.feature.value == "cell" || $0.feature.value == "~subordinate_cell"
          })
        {
          dimensions["org_type"] =
            value == "~subordinate_cell"
            ? (reportsAsCommune ? "commune_cell" : "subordinate_cell") : value
          distances["org_type"] = 0
        }
      case "orgword"
      where value == "cell" && (event == "inspect" || event == "discipline") && !entry.isRight
        && isSubject("org", entry.distance, false, cues):
        // "Chi bộ các khu phố kiểm tra 11 cuộc"
        put("conductor", "grassroots", entry)
      case "orgword":
        guard concept == "organizations" || concept == "rated_organizations",
          dimensions["org_type"] == nil
        else { continue }
        if !entry.isRight, cues.rightNoun != nil {
          continue
        }
        if value == "cell", concept == "organizations", let last = lastReading,
          last.concept == "organizations", let type = last.dimensions["org_type"],
          type.hasSuffix("_cell"), type != "grassroots_cell",
          !cues.features.contains(where: { $0.feature.key == "group" }),
          slot.left.contains(where: {
            items[$0].has("mark", "versus") || items[$0].feature("statistic") != nil
          })
        {
          // "287 chi bộ trực thuộc, so với 291 chi bộ cuối năm 2023"
          put("org_type", type, entry)
          continue
        }
        let ofGrassroots =
          (frame.opensParts || clauses[slot.clause].depth > 0)
          && (wholeReading?.dimensions["org_type"] ?? lastReading?.dimensions["org_type"] ?? "")
            .hasPrefix("grassroots")
        if value == "cell", !ofGrassroots,
          event == "rate" || frame.event == "rate" || concept == "rated_organizations"
        {
          if let type = cellType {
            let bare =
              type.hasPrefix("~") ? (reportsAsCommune ? "commune_cell" : "subordinate_cell") : type
            put("org_type", bare, entry)
            continue
          }
        }
        if value == "cell", frame.opensParts, concept == "organizations",
          let type = wholeReading?.dimensions["org_type"], type.hasSuffix("_cell")
        {
          // "24 chi bộ trực thuộc, trong đó có 03 chi bộ sinh viên"
          put("org_type", type, entry)
          continue
        }
        if value == "cell", concept == "organizations", clauses[slot.clause].depth > 0,
          isBelowCommittee(slot), slot.left.contains(where: { comprises($0) })
        {
          put("org_type", "subordinate_cell", entry)
          continue
        }
        let parent =
          wholeReading?.dimensions["org_type"] ?? lastReading?.dimensions["org_type"] ?? ""
        if (frame.opensParts || clauses[slot.clause].depth > 0), parent.hasPrefix("grassroots") {
          put("org_type", value == "cell" ? "grassroots_cell" : "grassroots_committee", entry)
        } else if concept == "organizations", value == "cell", frame.entity != nil {
          put("org_type", "subordinate_cell", entry)
        } else if concept == "organizations", value == "cell", let type = blockCellType,
          !cues.features.contains(where: { $0.feature.key == "group" })
        {
          put(
            "org_type",
            type.hasPrefix("~") ? (reportsAsCommune ? "commune_cell" : "subordinate_cell") : type,
            entry)
        } else if concept == "organizations" {
          let hasGroup = cues.features.contains { $0.feature.key == "group" }
          if value == "cell" {
            put("org_type", hasGroup && reportsAsCommune ? "commune_cell" : "cell", entry)
          } else {
            put("org_type", "grassroots_committee", entry)
          }
        }
      case "activity", "subject":
        put(entry.feature.key, value, entry)
      case "conductor":
        if value != "several", !entry.isRight || isAgent(entry.item) {
          put("conductor", value, entry)
        }
      case "conductor?":
        if !entry.isRight && isActing(entry.item) || isAgent(entry.item) {
          put("conductor", value, entry)
        }
      case "course":
        put("course", value, entry)
      case "group"
      where entry.isRight
        && ["commune_officials", "officials_and_employees"].contains(placed(value))
        && cues.features.contains(where: { $0.feature.key == "group" && !$0.isRight }):
        // "khối cơ quan nhà nước có 3.812 cán bộ, công chức"
        continue
      case "group":
        if !entry.isRight || entry.distance <= 9 { put("group", value, entry) }
      case "education", "qualification", "theory":
        let isOver =
          !value.hasSuffix("+") && entry.item + 1 < items.count
          && items[entry.item + 1].has("after", "at_least")
        put(entry.feature.key, isOver ? value + "+" : value, entry)
      case "sex", "status", "ethnicity", "religious", "youth_union", "exempt", "age",
        "reason", "form", "grade", "rated", "trained", "passed",
        "years_of_membership":
        put(entry.feature.key, value, entry)
      default:
        // A dimension that a department's tables add has no rules of its own.
        if catalogue.dimensions[entry.feature.key] != nil { put(entry.feature.key, value, entry) }
      }
    }
    if event == "violate", cues.features.contains(where: { $0.feature.value == "violate" }),
      dimensions["activity"] == nil, frame.carried["activity"] == "inspection",
      facts.contains(where: { $0.dimensions["activity"] == "violation_signs" })
    {
      // "Kết luận 02 đảng viên có vi phạm": of the inspections on signs of violation
      dimensions["activity"] = "violation_signs"
    }
    if dimensions["grade"] == "good", slot.clause + 1 < clauses.count,
      clauses[slot.clause].numerals.last == slot.item, clauses[slot.clause].closer == "(",
      clauses[slot.clause + 1].items.contains(where: { items[$0].feature("plus") != nil })
    {
      dimensions["grade"] = "good+"
    }
    if dimensions["grade"] == "good", slot.clause > 0,
      clauses[slot.clause - 1].depth > clauses[slot.clause].depth,
      clauses[slot.clause - 1].items.contains(where: { items[$0].feature("plus") != nil })
    {
      dimensions["grade"] = "good+"
    }
    if concept.hasPrefix("training_"), dimensions["course"] == nil, teachesNewMembers(slot) {
      dimensions["course"] = "new_members"
    }
    if concept == "removals", dimensions["reason"] != nil,
      Set(
        cues.features.filter { !$0.isRight && $0.distance < 9 }.compactMap {
          $0.feature.key == "reason"
            ? $0.feature.value
            : $0.feature.key == "expelled" ? "expelled" : nil
        }
      ).count > 1, !frame.opensParts, !slot.left.contains(where: { items[$0].isSign(",") })
    {
      // "khai trừ, xóa tên đưa ra khỏi Đảng 12"
      dimensions["reason"] = nil
    }
    if concept == "confirmations" { dimensions["status"] = nil }
    if event == "admit" || concept == "admissions" { dimensions["status"] = nil }
    return (dimensions, misfits)
  }

  /// "03 đảng bộ cơ sở với 17 chi bộ trực thuộc", "02 đảng bộ cơ sở (bên dưới còn 09 chi bộ)".
  private func isBelowCommittee(_ slot: Slot) -> Bool {
    guard lastReading?.dimensions["org_type"] == "grassroots_committee" else { return false }
    guard reportsAsCommune else { return true }
    return clauses[slot.clause].opener != ";"
      && (clauses[slot.clause].depth > 0
        || slot.left.contains { comprises($0) })
  }

  private func comprises(_ item: Int) -> Bool {
    Binder.comprising.contains(firstWord(of: item))
  }

  private static let comprising: Set<UInt64> = Set(
    ["với", "có", "gồm", "dưới", "trong", "quản"].map { Folding.hash($0) })

  /// "15 lớp bồi dưỡng lý luận chính trị cho 671 đảng viên mới".
  private func teachesNewMembers(_ slot: Slot) -> Bool {
    clauses[slot.clause].items.contains {
      $0 > slot.item && items[$0].has("event", "admit") && items[$0].has("noun", "member")
    }
  }

  /// "31 cấp ủy viên (06 bí thư, 05 phó bí thư, …)", "…: 01 bí thư": the posts follow.
  private func listsPosts(_ clause: Int) -> Bool {
    let next = clauses[clause]
    return (next.opener == "(" || next.opener == ":") && !next.numerals.isEmpty
      && next.items.contains { items[$0].feature("post") != nil }
  }

  /// "cho ra khỏi Đảng 21 (xóa tên 14, …)".
  private func reasonsFollow(_ slot: Slot) -> Bool {
    clauses[(slot.clause + 1)...].prefix(2).contains { next in
      next.sentence == clauses[slot.clause].sentence && !next.numerals.isEmpty
        && (next.depth > clauses[slot.clause].depth || next.opener == ":"
          || next.items.first.map { items[$0].feature("mark") != nil } ?? false)
        && next.items.contains {
          items[$0].feature("reason") != nil || items[$0].feature("expelled") != nil
        }
    }
  }
}
