import Catalogue
import DocumentModel

/// Aspects that take more than one cell, or that nest and must become one.
extension CSVBytes {
  /// Three cells: instant, start, end.
  mutating func period(_ period: Period?) {
    switch period {
    case nil:
      for _ in 0..<3 { code(nil) }
    case .instant(let day):
      code(day.description)
      code(nil)
      code(nil)
    case .duration(let start, let end):
      code(nil)
      code(start.description)
      code(end.description)
    }
  }

  /// Four cells: concept, its label, dimensions, their labels.
  mutating func meaning(_ concept: String, _ dimensions: [String: String], _ catalogue: Catalogue) {
    let wording = Wording(.vi)
    let sorted = dimensions.sorted { $0.key < $1.key }
    code(concept)
    text(wording.concept(concept, catalogue))
    code(sorted.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))
    text(sorted.map { wording.member($0.value, of: $0.key, catalogue) }.joined(separator: "; "))
  }

  static func span(_ period: Period) -> String {
    switch period {
    case .instant(let day): return day.description
    case .duration(let start, let end): return "\(start)/\(end)"
    }
  }

  static func whole(_ whole: Whole) -> String {
    var parts = [whole.concept, whole.noun].compactMap { $0 }
    parts += whole.dimensions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    if whole.nature != .actual { parts.append("nature=\(whole.nature.rawValue)") }
    if let period = whole.period { parts.append("period=\(span(period))") }
    return parts.joined(separator: "; ")
  }
}
