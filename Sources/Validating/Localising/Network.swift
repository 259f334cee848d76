import Catalogue
import DocumentModel

/// The relations of a document and the figures that they bind, with what became of each.
struct Network {
  let facts: [Fact]
  let relations: [Relation]
  private(set) var outcomes: [Outcome]
  var figures: Figures
  /// Facts that one numeral carries ("không có cách chức, khai trừ") change together.
  private let companions: [[Int]]
  private let relationsOf: [[Int]]

  init(_ facts: [Fact], _ relations: [Relation]) {
    self.facts = facts
    self.relations = relations
    let figures = Figures(facts)
    self.figures = figures
    outcomes = relations.map { relation in
      let isSure = relation.figures.allSatisfy { relation.rule.applies.admits(facts[$0]) }
      return isSure ? figures.outcome(of: relation) : .undecided
    }
    let byPlace = Dictionary(grouping: facts.indices) { facts[$0].source.start }
    companions = facts.indices.map { index in
      let together = byPlace[facts[index].source.start] ?? [index]
      return together.filter { facts[$0].value == facts[index].value }
    }
    var touching: [[Int]] = Array(repeating: [], count: facts.count)
    for (number, relation) in relations.enumerated() where outcomes[number] != .undecided {
      guard relation.readings.contains(where: \.isBinding) else { continue }
      for figure in relation.figures { touching[figure].append(number) }
    }
    relationsOf = touching
  }

  /// Broken relations, in the order of the document.
  var broken: [Int] {
    relations.indices.filter { outcomes[$0] == .fail || outcomes[$0] == .truncated }
  }

  func relations(on figure: Int) -> [Int] { relationsOf[figure] }

  /// All figures that a relation binds to this one, itself among them.
  func neighbours(of figure: Int) -> Set<Int> {
    var found = Set(companions[figure])
    for member in companions[figure] {
      for relation in relationsOf[member] { found.formUnion(relations[relation].figures) }
    }
    return found
  }

  /// The numeral that carries a figure.
  func numeral(_ figure: Int) -> Int { companions[figure].first ?? figure }

  /// What some edits would do: the relations mended, those broken anew, those still broken.
  mutating func attempt(_ edits: [Repair.Edit]) -> (mended: [Int], spoiled: Bool, left: [Int]) {
    var undo: [(Int, Stated)] = []
    var touched: Set<Int> = []
    for edit in edits {
      for figure in companions[edit.figure] {
        undo.append((figure, figures.stated[figure]))
        figures.set(figure, to: edit.stated)
        touched.formUnion(relationsOf[figure])
      }
    }
    defer { for (figure, stated) in undo.reversed() { figures.set(figure, to: stated) } }
    var mended: [Int] = []
    var left: [Int] = []
    for number in touched.sorted() {
      switch (outcomes[number], figures.outcome(of: relations[number])) {
      case (.pass, .pass), (.undecided, _): break
      case (.pass, _): return ([], true, [])
      case (_, .pass): mended.append(number)
      case (.truncated, .truncated): break
      default: left.append(number)
      }
    }
    return (mended, false, left)
  }

  /// The network as it would be after some edits, for a further look.
  func edited(_ edits: [Repair.Edit]) -> Network {
    var other = self
    for edit in edits {
      for figure in companions[edit.figure] { other.figures.set(figure, to: edit.stated) }
    }
    for number in Set(edits.flatMap { relationsOf[$0.figure] }) {
      other.outcomes[number] = other.figures.outcome(of: relations[number])
    }
    return other
  }
}

extension Shape {
  /// False for shapes that only tell something and bind nothing.
  var isBinding: Bool {
    if case .shareBase = self { return false }
    return true
  }
}
