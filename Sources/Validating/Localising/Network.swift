import Catalogue
import DocumentModel

/// The relations of a document and the figures that they bind, with what became of each.
struct Network {
  let facts: [Fact]
  let relations: [Relation]
  private(set) var outcomes: [Outcome]
  private(set) var figures: Figures
  /// Facts that one numeral carries ("không có cách chức, khai trừ") change together.
  private let companions: [[Int]]
  private let relationsOf: [[Int]]
  /// The formulas of each relation; every attempt at a repair asks for them.
  private let formulas: [[Formula?]]

  init(_ facts: [Fact], _ relations: [Relation]) {
    self.facts = facts
    self.relations = relations
    let figures = Figures(facts)
    self.figures = figures
    let formulas = relations.map(\.formulas)
    self.formulas = formulas
    outcomes = relations.indices.map { number in
      let relation = relations[number]
      let isSure = relation.figures.allSatisfy {
        relation.rule.applies.admits(
          facts[$0].concept, facts[$0].nature, confidence: facts[$0].confidence)
      }
      return isSure ? figures.outcome(of: relation, formulas[number]) : .undecided
    }
    companions = Network.companions(facts)
    var touching: [[Int]] = Array(repeating: [], count: facts.count)
    for (number, relation) in relations.enumerated() where outcomes[number] != .undecided {
      guard relation.readings.contains(where: \.isBinding) else { continue }
      for figure in relation.figures { touching[figure].append(number) }
    }
    relationsOf = touching
  }

  private static func companions(_ facts: [Fact]) -> [[Int]] {
    let starts = facts.map(\.source.start)
    var found = facts.indices.map { [$0] }
    for together in Dictionary(grouping: facts.indices, by: { starts[$0] }).values
    where together.count > 1 {
      for index in together {
        found[index] = together.filter { facts[$0].value == facts[index].value }
      }
    }
    return found
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
    let undo = edit(edits)
    defer { revert(undo) }
    var mended: [Int] = []
    var left: [Int] = []
    for number in relations(on: undo.map(\.figure)) {
      switch (outcomes[number], outcome(of: number)) {
      case (.pass, .pass), (.undecided, _): break
      case (.pass, _): return ([], true, [])
      case (_, .pass): mended.append(number)
      case (.truncated, .truncated): break
      default: left.append(number)
      }
    }
    return (mended, false, left)
  }

  private func outcome(of relation: Int) -> Outcome {
    figures.outcome(of: relations[relation], formulas[relation])
  }

  /// What there is to choose from for a relation that is broken, or is still after some edits.
  mutating func edits(
    mending relation: Int, _ candidates: Candidates, after edits: [Repair.Edit] = []
  ) -> [Repair.Edit] {
    let undo = edit(edits)
    defer { revert(undo) }
    return candidates.edits(mending: relations[relation], formulas[relation], &figures)
  }

  private mutating func edit(_ edits: [Repair.Edit]) -> [(figure: Int, stated: Stated)] {
    var undo: [(figure: Int, stated: Stated)] = []
    for edit in edits {
      for figure in companions[edit.figure] {
        undo.append((figure, figures.stated[figure]))
        figures.set(figure, to: edit.stated)
      }
    }
    return undo
  }

  private mutating func revert(_ undo: [(figure: Int, stated: Stated)]) {
    for (figure, stated) in undo.reversed() { figures.set(figure, to: stated) }
  }

  /// The relations on any of some figures, each once, in their order.
  private func relations(on edited: [Int]) -> [Int] {
    if edited.count == 1 { return relationsOf[edited[0]] }
    return Set(edited.flatMap { relationsOf[$0] }).sorted()
  }

  /// Takes some edits over, for a further look.
  mutating func accept(_ edits: [Repair.Edit]) {
    _ = edit(edits)
    for number in Set(edits.flatMap { relationsOf[$0.figure] }) {
      outcomes[number] = outcome(of: number)
    }
  }
}

extension Shape {
  /// False for shapes that only tell something and bind nothing.
  var isBinding: Bool {
    if case .shareBase = self { return false }
    return true
  }
}
