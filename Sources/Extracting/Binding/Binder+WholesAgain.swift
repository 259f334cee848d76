import Catalogue
import DocumentModel

/// Wholes that stand again behind their share.
extension Binder {
  /// "đạt 3,02% so với tổng số đảng viên cuối năm 2017 (61.127 đồng chí)": the share's whole itself.
  func restatedWhole(_ slot: Slot, _ cues: Cues) -> (Reading, TimeMention?)? {
    guard slot.opensParenthesis, slot.clause > 0, !slot.numeral.isPercent, !slot.numeral.isNone,
      slot.left.isEmpty, lastWasPercent, let percent = clauses[slot.clause - 1].numerals.last,
      !cues.features.contains(where: {
        !["noun", "mark", "aside"].contains($0.feature.key)
      })
    else { return nil }
    let tail = (percent + 1)..<clauses[slot.clause - 1].items.upperBound
    guard !tail.contains(where: { items[$0].feature("nature") == "plan" }),
      let whole = tail.first(where: { items[$0].feature("noun") != nil }),
      tail.contains(where: { items[$0].has("mark", "total") || items[$0].has("mark", "versus") }),
      let noun = items[whole].feature("noun"), noun != "person"
    else { return nil }
    let event = tail.compactMap { items[$0].feature("event") }.first { !$0.hasSuffix("?") }
    guard let concept = catalogue.readings["\(event ?? "-") \(noun)"] else { return nil }
    let time = tail.compactMap { items[$0].time }.first
    let reading = Reading(
      concept: concept, event: event, noun: noun, dimensions: [:], own: [:],
      score: weight("noun_left"), source: "share")
    return (reading, time)
  }
}
