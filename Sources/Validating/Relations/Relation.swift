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
  /// Figures that are shown though no formula binds them.
  var witnesses: [Int] = []

  init(
    _ rule: Rule, _ readings: [Shape], severity: Flag.Severity? = nil, witnesses: [Int] = []
  ) {
    self.rule = rule
    self.readings = readings
    self.severity = min(severity ?? rule.severity, rule.severity)
    self.witnesses = witnesses
  }

  init(_ relation: Relation, readings: [Shape]) {
    self.init(
      relation.rule, readings, severity: relation.severity, witnesses: relation.witnesses)
  }

  /// Every figure of every reading, each once.
  var figures: [Int] {
    var seen: Set<Int> = []
    return readings.flatMap(\.figures).filter { seen.insert($0).inserted }
  }
}
