import Catalogue
import DocumentModel

extension Binder {
  /// The concept of the whole, of the numeral before, or of the list's parent.
  func inherited(_ slot: Slot, _ cues: Cues, explicit: Bool) -> [Candidate] {
    var result: [Candidate] = []
    let own = cues.features.first { $0.feature.key == "event" && !$0.feature.value.hasSuffix("?") }?
      .feature.value
    func add(
      _ reading: Reading?, _ score: Int, inheritsDimensions: Bool, isSibling: Bool = false
    ) {
      guard let reading else { return }
      if explicit, let noun = cues.rightNoun, !sameNoun(noun, reading) { return }
      if cues.rightNoun == "person", catalogue.concepts[reading.concept]?.unit == "organization",
        countsPersons(slot)
      {
        return
      }
      // households, hectares and what else stands behind a population are none of it
      if reading.concept == "population",
        !cues.features.contains(where: {
          ["sex", "ethnicity", "religious"].contains($0.feature.key)
        })
      {
        return
      }
      if reading.concept == "members" || reading.concept == "organizations",
        cues.features.contains(where: { $0.isRight && $0.feature.key == "post" })
      {
        return
      }
      if let own, own != reading.event,
        catalogue.readings["\(own) \(reading.noun ?? "-")"] != reading.concept
      {
        return
      }
      let dimensions = ownDimensions(
        cues, concept: reading.concept, event: reading.event, slot: slot)
      let isBare = isBareYear(slot, cues)
      var merged = inheritsDimensions || isBare ? reading.dimensions : [:]
      for (key, value) in dimensions.dimensions { merged[key] = value }
      result.append(
        Candidate(
          reading: Reading(
            concept: reading.concept, event: reading.event, noun: reading.noun, dimensions: merged,
            own: dimensions.dimensions, score: 0, source: "inherited"),
          score: score + dimensions.misfits * weight("foreign_dimension")
            + (cues.rightNoun != nil ? 1 : 0) + (isBare && isSibling ? 5 : 0)))
    }
    if frame.opensParts, let reading = wholeReading {
      add(reading, weight("inherit_part"), inheritsDimensions: true)
    }
    if let reading = lastReading {
      add(reading, weight("inherit_sibling"), inheritsDimensions: false, isSibling: true)
    } else if let reading = previousSentenceReading, explicit == false {
      add(reading, weight("inherit_label") - 1, inheritsDimensions: false)
    }
    if let topic = base.topic, !explicit, cues.rightNoun == "person" || slot.numeral.isPercent {
      // "3. Đảng viên được miễn sinh hoạt đảng / Toàn Đảng bộ có 187 đồng chí"
      add(
        Reading(
          concept: "members", noun: "member", dimensions: topic, own: [:], score: 0, source: "topic"
        ),
        weight("inherit_part"), inheritsDimensions: true)
    }
    if let concept = base.concept {
      let reading = Reading(
        concept: concept, event: base.event, noun: base.noun, dimensions: base.dimensions, own: [:],
        score: 0, source: "parent")
      add(
        reading, base.opensParts ? weight("inherit_part") : weight("inherit_label"),
        inheritsDimensions: base.opensParts)
    }
    return result
  }

  func sameNoun(_ noun: String, _ reading: Reading) -> Bool {
    if noun == reading.noun { return true }
    if noun == "letter", reading.noun == "petition" { return true }
    if noun == "orgword" || noun == "org" {
      return reading.noun == "org" || reading.noun == "orgword"
    }
    return catalogue.readings["\(reading.event ?? "-") \(noun)"] == reading.concept
  }

  /// "năm 2020: 06 sinh viên; năm 2021: 05": a figure that only its time tells from the one before.
  private func isBareYear(_ slot: Slot, _ cues: Cues) -> Bool {
    let isCounted = slot.right.isEmpty || slot.right.count == 1 && cues.rightNoun == "person"
    guard
      cues.features.allSatisfy({
        ["mark", "statistic"].contains($0.feature.key)
          || $0.isRight && $0.feature.value == "person"
      }), isCounted, lastFact != nil
    else { return false }
    let label = labelClause(slot) ?? 0..<0
    return label.contains { items[$0].time != nil } || slot.left.contains { items[$0].time != nil }
  }
}
