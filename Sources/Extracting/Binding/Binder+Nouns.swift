import Catalogue
import DocumentModel

extension Binder {
  /// What a numeral may count, by the nouns beside it and those handed down, each with its weight.
  ///
  /// With the events that the nouns imply; `explicit` where a noun of its own stands behind the numeral.
  func nouns(
    _ slot: Slot, _ cues: Cues, explicit: Bool
  ) -> (nouns: [(String, Int)], events: [(String, Int)]) {
    var nouns: [(String, Int)] = []
    var events: [(String, Int)] = []
    let rightNoun = cues.rightNoun
    for entry in cues.features where entry.feature.key == "noun" {
      // behind "33/42 tổ chức" the noun stands two items further off
      if entry.feature.value == "orgword",
        !(entry.isRight && entry.distance <= (slot.isNumerator ? 3 : 1))
      {
        continue
      }
      if isSubject(entry.feature.value, entry.distance, entry.isRight, cues) { continue }
      if !entry.isRight,
        isGenitive(entry.item) || entry.feature.value == "org" && countsPersons(slot)
      {
        continue
      }
      let base = weight(entry.isRight ? "noun_right" : "noun_left") - min(3, entry.distance / 3)
      if entry.isRight && entry.feature.value != rightNoun { continue }
      if !entry.isRight, entry.feature.value == "class", rightNoun == "person" {
        // "Học lớp nhận thức về Đảng: 05 người"
        nouns.append(("participant", base))
        continue
      }
      nouns.append((entry.feature.value, base - (entry.feature.value == "person" ? 5 : 0)))
    }
    if !explicit {
      if frame.noun == nil, base.noun == nil || base.level == "heading",
        let noun = previousSentenceReading?.noun, noun != "person"
      {
        nouns.append((noun, 2))
      }
      if let noun = frame.noun { nouns.append((noun, weight("noun_sentence"))) }
      if let noun = base.noun {
        nouns.append((noun, weight(base.level == "heading" ? "noun_heading" : "noun_parent")))
      }
      if cues.features.contains(where: { $0.feature.key == "noun~" }) {
        nouns.append(("candidate", weight("noun_parent") + 2))
      }
      if cues.features.contains(where: {
        !$0.isRight && $0.feature.key == "noun" && $0.feature.value == "class"
      }), slot.left.last.map({ firstWord(of: $0) == Binder.has }) ?? false {
        // "lớp tháng 4 có 64"
        nouns.append(("participant", weight("noun_right")))
      }
      if cues.features.contains(where: { !$0.isRight && $0.feature.key == "lifts" }),
        !cues.features.contains(where: {
          !$0.isRight && $0.feature.key == "event" && !$0.feature.value.hasSuffix("?")
        })
      {
        // "đưa tỷ lệ nữ lên 46,5%"
        nouns.append(("member", weight("noun_right")))
        events.append(("-", weight("event_right")))
      }
      if rightNoun == "person", frame.entity != nil, frame.entity != base.entity {
        // "Chi bộ An ninh - 13 đ/c"
        nouns.append(("member", 4))
      }
      if cues.rightNoun == nil, [frame.event, base.event].contains("discipline"),
        cues.features.contains(where: {
          !$0.isRight && $0.feature.key == "post" && $0.feature.value == "committee_member"
        })
      {
        // "4. Kỷ luật / - Cấp ủy viên: 06/33"
        nouns.append(("member", weight("noun_left")))
      }
      if cues.rightNoun == nil, [frame.event, base.event].contains("appoint"),
        cues.features.contains(where: { !$0.isRight && $0.feature.key == "post" })
      {
        // "II. Kiện toàn cấp ủy / - Bí thư: 02"
        nouns.append(("post", weight("noun_left")))
      }
      if perBehind(slot) == "class" {
        nouns.append(("participant", weight("noun_right")))
        events.append(("train", weight("event_right")))
      }
      nouns.append(("-", 0))
    }
    return (nouns, events)
  }
}
