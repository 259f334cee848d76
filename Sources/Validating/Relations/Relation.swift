import Catalogue
import DocumentModel

/// One instance of a rule: the figures that it binds, and how sure the tie is.
struct Relation {
  let rule: Rule
  /// Readings of the same tie; it holds if one of them does.
  ///
  /// Messages show the first.
  let readings: [Shape]
  /// The rule's own severity, or less where the tie is only possible.
  var severity: Flag.Severity
  var tie: Tie

  /// What makes it likely that these figures belong together.
  enum Tie: Hashable {
    /// The text itself puts them together: "x/y, chiếm z%", "gồm", a total row.
    case stated
    /// They share aspects, any of which may have been misread.
    case aspects
    /// Another breakdown of the same words, of another concept, adds up.
    case corroborated
  }

  /// Every figure of every reading, each once; kept, because each attempt at a repair asks for it.
  let figures: [Int]

  init(
    _ rule: Rule, _ readings: [Shape], severity: Flag.Severity? = nil, tie: Tie = .aspects
  ) {
    self.rule = rule
    self.readings = readings
    self.severity = min(severity ?? rule.severity, rule.severity)
    self.tie = tie
    figures = Relation.distinct(readings)
  }

  private static func distinct(_ readings: [Shape]) -> [Int] {
    if readings.count == 1 {
      let figures = readings[0].figures
      if figures.indices.allSatisfy({ !figures[..<$0].contains(figures[$0]) }) { return figures }
    }
    var found: [Int] = []
    // most bind a handful, which is looked through faster than it is hashed
    var seen: Set<Int>?
    for reading in readings {
      for figure in reading.figures {
        if found.count == 16, seen == nil { seen = Set(found) }
        if seen?.insert(figure).inserted ?? !found.contains(figure) { found.append(figure) }
      }
    }
    return found
  }

  /// The formula of each reading, nil for a shape that is none.
  var formulas: [Formula?] { readings.map(\.formula) }

  init(_ relation: Relation, readings: [Shape]) {
    self.init(relation.rule, readings, severity: relation.severity, tie: relation.tie)
  }
}
