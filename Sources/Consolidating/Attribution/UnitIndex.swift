import Catalogue
import DocumentModel

/// Finds the unit of a list that a stated name means.
///
/// What two units could mean is not decided: it is for a person.
struct UnitIndex {
  private let units: [Candidate]
  private let register: UnitRegister
  /// All names of the register: what is one of them is no slip of another.
  private let known: Set<String>
  private let former: [String: [UnitRegister.Entry]]

  /// A unit of the list with its name in the forms that are compared.
  private struct Candidate {
    let unit: ReportingUnit
    let name: UnitName
    let bareWords: [String]
    let initials: String

    init(_ unit: ReportingUnit) {
      self.unit = unit
      name = UnitName(unit.name, kind: unit.kind)
      bareWords = name.bareWords
      initials = name.initials
    }

    /// True where a path's words hold the name, apart or written together: "binh lu", "binhlu".
    func isNamed(in words: [String]) -> Bool {
      guard !bareWords.isEmpty else { return false }
      if bareWords.count > 1, words.contains(bareWords.joined()) { return true }
      return words.indices.contains { words[$0...].starts(with: bareWords) }
    }
  }

  enum Match: Hashable {
    case one(ReportingUnit)
    case several([ReportingUnit])
    case none
  }

  init(units: [ReportingUnit], register: UnitRegister) {
    self.units = units.map(Candidate.init)
    self.register = register
    var known: Set<String> = []
    var former: [String: [UnitRegister.Entry]] = [:]
    for entry in register.entries {
      let name = entry.key.joined
      known.insert(name)
      if entry.isFormer { former[name, default: []].append(entry) }
    }
    self.known = known
    self.former = former
  }

  var isEmpty: Bool { units.isEmpty }

  /// The unit that bears this very name, without guessing.
  func exact(_ text: String, on day: CalendarDate?) -> ReportingUnit? {
    let stated = UnitName(text)
    let found = valid(day).filter {
      $0.name.words == stated.words && ($0.name.kind == stated.kind || stated.kind.isEmpty)
    }
    return found.count == 1 ? found[0].unit : nil
  }

  /// The unit that a name means, with what the letterhead names above it to tell namesakes apart.
  func match(_ text: String, under parent: String?, on day: CalendarDate?) -> Match {
    let stated = UnitName(text)
    guard !stated.words.isEmpty else { return .none }
    let candidates = valid(day)
    let bearers = candidates.filter { same(stated, $0.name) }
    if !bearers.isEmpty { return decide(bearers.map(\.unit), under: parent) }
    if let renamed = successor(of: stated, among: candidates.map(\.unit)) { return renamed }
    for stage in [sameWords, bare, slip] as [(UnitName, UnitName) -> Bool] {
      let found = candidates.filter { stage(stated, $0.name) }
      if !found.isEmpty { return decide(found.map(\.unit), under: parent) }
    }
    return .none
  }

  /// Units whose names stand in a path, the file's name before its folders; the longest names.
  func match(path: String, on day: CalendarDate?) -> Match {
    for part in path.split(separator: "/").reversed() {
      let words = UnitName.bare(UnitName.fold(String(part)))
      let named = valid(day).filter { $0.isNamed(in: words) }
      let longest = named.map(\.bareWords.count).max()
      var best = named.filter { $0.bareWords.count == longest }
      if best.isEmpty {
        best = valid(day).filter { $0.initials.count > 1 && words.contains($0.initials) }
      }
      if !best.isEmpty { return decide(best.map(\.unit), under: nil) }
    }
    return .none
  }

  // MARK: Stages, the surest first

  private func same(_ stated: UnitName, _ name: UnitName) -> Bool {
    stated.words == name.words && stated.kind == name.kind
  }

  /// A commune that has become a ward, or a name that doesn't tell its kind.
  private func sameWords(_ stated: UnitName, _ name: UnitName) -> Bool {
    stated.words == name.words && stated.mayBe(name)
  }

  private func bare(_ stated: UnitName, _ name: UnitName) -> Bool {
    stated.isBare && stated.words == name.bareWords && stated.mayBe(name)
  }

  /// One letter, mark or tone off; never where the stated name is some unit's own.
  private func slip(_ stated: UnitName, _ name: UnitName) -> Bool {
    guard stated.joined.count > 3, stated.mayBe(name), !known.contains(stated.joined) else {
      return false
    }
    return EditDistance.isOne(Array(stated.joined), Array(name.joined))
      || (stated.isBare
        && EditDistance.isOne(Array(stated.joined), Array(name.bareWords.joined(separator: " "))))
  }

  /// The unit of the list that a former unit went into; several where it was divided.
  private func successor(of stated: UnitName, among units: [ReportingUnit]) -> Match? {
    let entries = (former[stated.joined] ?? []).filter {
      stated.mayBe($0.key)
    }
    let codes = Set(entries.flatMap { register.successors[$0.code] ?? [] })
    let found = units.filter { codes.contains($0.code) }
    guard !found.isEmpty else { return nil }
    return found.count == 1 ? .one(found[0]) : .several(found)
  }

  private func decide(_ found: [ReportingUnit], under parent: String?) -> Match {
    guard found.count > 1 else { return .one(found[0]) }
    if let parent {
      let above = UnitName(parent)
      let fitting = found.filter { unit in
        units.contains { $0.unit.code == unit.parent && $0.name.words == above.words }
      }
      if fitting.count == 1 { return .one(fitting[0]) }
    }
    return .several(found)
  }

  private func valid(_ day: CalendarDate?) -> [Candidate] {
    guard let day else { return units }
    return units.filter { $0.unit.isValid(on: day) }
  }
}
