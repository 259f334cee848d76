import Catalogue
import DocumentModel

/// What two statements must share to be statements of the same figure.
struct CellKey: Hashable {
  let entity: String
  let period: Period?
  let concept: String
  let unit: String
  let nature: Fact.Nature
  let statistic: Fact.Statistic
  let dimensions: [String: String]
  let per: String?
  let of: Whole?
  let base: Period?

  /// Takes the aspects of a fact, whose entity the caller has identified with `identity(of:)`.
  init(_ fact: Fact, entity: String) {
    self.entity = entity
    period = fact.period
    concept = fact.concept
    unit = fact.unit
    nature = fact.nature
    statistic = fact.statistic
    dimensions = fact.dimensions
    per = fact.per
    of = fact.of
    base = fact.base
  }

  init(_ cell: ConsolidatedCell) {
    self.init(cell, entity: CellKey.identity(of: cell.entity), period: cell.period)
  }

  /// The same figure of another unit or another time.
  init(_ cell: ConsolidatedCell, entity: String, period: Period?) {
    self.entity = entity
    self.period = period
    concept = cell.concept
    unit = cell.unit
    nature = cell.nature
    statistic = cell.statistic
    dimensions = cell.dimensions
    per = cell.per
    of = cell.of
    base = cell.base
  }

  /// The registry's code where there is one; else the name in one spelling.
  static func identity(of entity: Entity) -> String {
    if let code = entity.code { return "#" + code }
    return UnitName.identity(of: entity.name)
  }

  /// Where the cell stands among the others; the same for equal keys.
  var order: [String] {
    [
      entity, CellKey.text(period), concept, CellKey.text(dimensions), unit, nature.rawValue,
      statistic.rawValue, per ?? "", of.map(CellKey.text) ?? "", CellKey.text(base),
    ]
  }

  private static func text(_ period: Period?) -> String {
    guard let period else { return "" }
    return "\(period.end)/\(period.start.map { $0.description } ?? "")"
  }

  private static func text(_ dimensions: [String: String]) -> String {
    dimensions.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ";")
  }

  private static func text(_ whole: Whole) -> String {
    [
      whole.concept ?? "", text(whole.dimensions), whole.nature.rawValue, text(whole.period),
      whole.noun ?? "",
    ].joined(separator: "|")
  }
}
