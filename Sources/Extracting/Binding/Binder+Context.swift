import Catalogue
import DocumentModel

extension Binder {
  /// Takes the context cues of items that no numeral needs for itself.
  mutating func absorb(_ range: Range<Int>, clause: Int) {
    var conductors: Set<String> = []
    for index in range {
      let item = items[index]
      if let event = item.feature("event"), !event.hasSuffix("?") { frame.event = event }
      if let noun = item.feature("noun"), noun != "person", noun != "class", noun != "orgword" {
        frame.noun = noun
      }
      if let scale = item.feature("scale") { frame.scale = scale }
      if let nature = item.feature("nature") {
        if nature == "plan" || nature == "program" {
          // a plan is the numeral's own label, not the sentence's mood
        } else if nature == "actual?" {
          if frame.nature == .target, base.nature != .target { frame.nature = nil }
        } else {
          frame.nature = Fact.Nature(rawValue: nature)
        }
      }
      if let per = item.feature("per") { frame.per = per }
      if item.has("statistic", "average") { frame.averages = clause }
      if let activity = item.feature("activity") {
        frame.carried["activity"] = activity
        carriedAge = 0
        frame.carried["subject"] = nil
        if let subject = item.feature("subject") { frame.carried["subject"] = subject }
      }
      if let course = item.feature("course") { frame.carried["course"] = course }
      if let conductor = item.feature("conductor") { conductors.insert(conductor) }
      if let conductor = item.feature("conductor?"), isActing(index) {
        conductors.insert(conductor)
      }
      if let type = item.feature("org_type") {
        frame.orgType = type
        if type.hasSuffix("_cell") && type != "grassroots_cell" {
          cellType = type
          blockCellType = type
        }
      }
      if item.has("mark", "self") { frame.entity = base.entity }
      if case .entity(let name) = item.kind {
        frame.entity = Entity(name: name)
      }
      switch item.feature("mark") {
      case "series":
        frame.opensParts = true
        frame.isComplete = true
        if facts.count == factsBeforeSentence, let first = readings[0] {
          wholeReading = first
          frame.whole = offset
        } else {
          noteWhole(clause, index)
        }
      case "regroup":
        if let first = readings[0] { frame.carried["activity"] = first.dimensions["activity"] }
      case "ofwhich":
        frame.opensParts = true
        frame.isComplete = false
        noteWhole(clause, index)
      case "complete":
        frame.opensParts = true
        frame.isComplete = true
        noteWhole(clause, index)
      case "versus":
        versusPending = true
      default: break
      }
      if let growth = item.feature("statistic"), growth.hasPrefix("growth") { _ = growth }
      if case .time(let time) = item.kind, time.isLabel {
        labelTime = (time, clause)
      } else if case .time(let time) = item.kind {
        let grown =
          index > 0 && (items[index - 1].feature("statistic")?.hasPrefix("growth") ?? false)
        if versusPending || time.isComparison || grown {
          versus = time
          versusPending = false
        } else {
          frame.time = time
          let opening =
            clauses[clause].sentence == 0 && clauses[clause].numerals.isEmpty
            && clauses[clause].closer == ":" && clauses[clause].items.lowerBound == 0
          if index == firstItem(ofSentence: clauses[clause].sentence) || opening, !time.isEdge,
            clauses[clause].depth == 0
          {
            sentenceTime = time
          }
        }
      }
    }
    sentenceConductors.formUnion(conductors)
    if conductors.count == 1, let only = conductors.first {
      frame.carried["conductor"] = only == "several" ? nil : only
      if only == "several" { frame.carried["conductor"] = nil }
      carriedAge = 0
    } else if conductors.count > 1 {
      frame.carried["conductor"] = nil
    }
  }
}
