import Catalogue
import DocumentModel

extension Binder {
  /// "không có cách chức, khai trừ": one word, a fact for each thing it denies.
  mutating func emitNone(_ slot: Slot, _ cues: Cues, _ reading: Reading) {
    let isStock = catalogue.concepts[reading.concept]?.isStock ?? true
    if isStock, reading.own.isEmpty { return }
    if isStock, reading.event == nil, !slot.right.isEmpty, !hasSubject(slot) { return }
    if !slot.right.isEmpty, speaksOfSome(slot) { return }
    if !slot.right.isEmpty, !isStock,
      !cues.features.contains(where: { entry in
        ["event", "form", "expelled", "reason", "grade"].contains(entry.feature.key)
          && entry.feature.value == reading.event
          || ["form", "expelled", "reason", "grade", "activity"].contains(entry.feature.key)
      }), frame.event != reading.event
    {
      return
    }
    if isStock, reading.event == nil, !(slot.left.isEmpty || frame.event == nil) { return }
    emit(slot, reading, cues: cues, nature: nil, asPart: true)
    // further things denied in the same breath
    var seen: Set<String> = [key(reading)]
    var extra: [Reading] = []
    let isLabel = slot.right.isEmpty
    for entry in cues.features where entry.isRight || isLabel && entry.feature.key == "event" {
      var other = reading
      switch entry.feature.key {
      case "form": other.dimensions["form"] = entry.feature.value
      case "expelled":
        if reading.concept == "removals" {
          other.dimensions["reason"] = "expelled"
        } else {
          other.dimensions["form"] = "expulsion"
        }
      case "noun":
        guard entry.feature.value != "person", entry.feature.value != reading.noun,
          let concept = catalogue.readings["\(reading.event ?? "-") \(entry.feature.value)"]
        else { continue }
        other.concept = concept
        other.noun = entry.feature.value
        other.dimensions = other.dimensions.filter {
          catalogue.allows($0.key, on: concept) && $0.key != "org_type"
        }
      case "event":
        guard ["complain", "denounce"].contains(entry.feature.value),
          let concept = catalogue.readings["\(entry.feature.value) petition"]
        else { continue }
        other.concept = concept
      default: continue
      }
      if seen.insert(key(other)).inserted { extra.append(other) }
    }
    for index in deniedBehind(slot) {
      guard case .cue(let features) = items[index].kind else { continue }
      var other = reading
      for feature in features {
        switch feature.key {
        case "event"
        where ["complain", "denounce"].contains(feature.value) && reading.noun == "petition":
          if let concept = catalogue.readings["\(feature.value) petition"] {
            other.concept = concept
          }
        case "event" where Binder.movements.contains(feature.value) && movesMembers(reading):
          // "không có đảng viên từ trần, xin ra khỏi Đảng"
          guard let concept = catalogue.readings["\(feature.value) member"] else { continue }
          other.concept = concept
          other.event = feature.value
          other.dimensions["reason"] = features.first { $0.key == "reason" }?.value
        case "form" where reading.dimensions["form"] != nil:
          other.dimensions["form"] = feature.value
        case "expelled" where reading.dimensions["form"] != nil:
          other.dimensions["form"] = "expulsion"
        case "expelled" where reading.dimensions["reason"] != nil:
          other.dimensions["reason"] = "expelled"
        case "noun" where feature.value == "member" && reading.concept.hasSuffix("_organizations"):
          if let concept = catalogue.readings["\(reading.event ?? "-") member"] {
            other.concept = concept
            other.noun = "member"
            other.dimensions["org_type"] = nil
          }
        default: continue
        }
      }
      if seen.insert(key(other)).inserted { extra.append(other) }
    }
    for other in extra { emit(slot, other, cues: cues, nature: nil, asPart: true) }
  }

  /// "Đảng bộ hiện không có đảng viên là học sinh": the unit itself, or nobody, stands before.
  func hasSubject(_ slot: Slot) -> Bool {
    let start = clauses[slot.clause].items.lowerBound
    return (start..<slot.item).contains {
      items[$0].has("mark", "self") || items[$0].has("noun", "org")
    }
      || slot.item == start
  }

  /// "Một số chi bộ chưa kết nạp được đảng viên", "nhiều doanh nghiệp chưa …": true of some only.
  func speaksOfSome(_ slot: Slot) -> Bool {
    if frame.entity != nil, frame.entity != base.entity { return false }
    let sentence = clauses[slot.clause].sentence
    guard let start = clauses.first(where: { $0.sentence == sentence })?.items.lowerBound else {
      return false
    }
    let some: Set<UInt64> = Set(["nhiều", "những", "nơi", "vài", "còn"].map { Folding.hash($0) })
    let of = Folding.hash("số")
    let one = Folding.hash("một")
    for index in start..<slot.item {
      let first = items[index].tokens.lowerBound
      if case .word = items[index].kind {
        if some.contains(tokens[first].hash) { return true }
        if tokens[first].hash == one, first + 1 < tokens.count, tokens[first + 1].hash == of {
          return true
        }
      }
    }
    return false
  }

  func key(_ reading: Reading) -> String {
    reading.concept
      + reading.dimensions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined()
  }

  private func movesMembers(_ reading: Reading) -> Bool {
    reading.event.map(Binder.movements.contains) ?? false
  }

  /// The clauses behind commas that go on listing what there was none of.
  func deniedBehind(_ slot: Slot) -> Range<Int> {
    guard clauses[slot.clause].closer == "," else { return 0..<0 }
    let further = clauses[(slot.clause + 1)...].prefix {
      $0.numerals.isEmpty && $0.items.count <= 4 && $0.opener == ","
    }
    guard let first = further.first, let last = further.last else { return 0..<0 }
    return first.items.lowerBound..<last.items.upperBound
  }
}
