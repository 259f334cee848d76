package import Catalogue
package import DocumentModel

/// Whose report it is, and for which period.
package struct Attribution: Sendable, Hashable {
  /// The unit's code, or nil where no list and no register has one for it.
  package var unit: String?
  /// The unit's name: the list's, or the report's own.
  package var name: String?
  package var period: Period?
  /// True where a person said whose it is.
  package var isAssigned: Bool
  /// True where a person said for which period it is.
  package var isPeriodAssigned: Bool
  /// What is worth telling of a decided one: a file that is named after another unit.
  package var note: Message?
  /// Why it is for a person to decide; nil where it is decided.
  package var doubt: Message?
}

/// Decides whose report it is.
///
/// From letterhead and body, then from folder and file name, which are often wrong. A decision of a
/// person goes before all.
package struct Attributor {
  private let units: [String: [ReportingUnit]]
  private let index: UnitIndex
  private let official: OfficialUnits
  private let assigned: [String: (unit: String?, period: Period?)]

  /// Makes an attributor.
  ///
  /// - Parameters:
  ///   - units: a department's list; empty where there is none.
  ///   - register: the country's units.
  ///   - decisions: of persons, oldest first.
  package init(units: [ReportingUnit], register: UnitRegister, decisions: [Decision]) {
    self.units = Dictionary(grouping: units, by: \.code)
    index = UnitIndex(units: units, register: register)
    official = OfficialUnits(register)
    var assigned: [String: (unit: String?, period: Period?)] = [:]
    for decision in decisions {
      guard case .assign(let unit, let period) = decision.action else { continue }
      let earlier = assigned[decision.report]
      assigned[decision.report] = (unit ?? earlier?.unit, period ?? earlier?.period)
    }
    self.assigned = assigned
  }

  /// Decides for one report.
  package func attribution(of submission: Submission, evidence: ReportEvidence) -> Attribution {
    let person = assigned[submission.id]
    var result = Attribution(
      period: person?.period ?? stated(submission),
      isAssigned: person?.unit != nil, isPeriodAssigned: person?.period != nil)
    let day = result.period?.end ?? submission.date
    if let code = person?.unit {
      result.unit = code
      result.name = unit(code, on: day)?.name ?? code
    } else if index.isEmpty {
      nameFreely(&result, evidence, day)
    } else {
      search(&result, submission, evidence, day)
    }
    if result.doubt == nil, result.period == nil {
      result.doubt = Message(
        vi: "không rõ kỳ báo cáo; hãy chỉ rõ bằng `tonghop assign … --period`",
        en: "the period isn't clear; name it with `tonghop assign … --period`")
    }
    return result
  }

  /// What the report says; a report that has only its own date goes by its path where that names a
  /// period.
  private func stated(_ submission: Submission) -> Period? {
    let named = PeriodCode.period(inPath: submission.file)
    guard let period = submission.period else { return named }
    let isOwnDate = period.start == nil && period.end == submission.date
    return isOwnDate ? named ?? period : period
  }

  /// The code of a unit that is named within a report; exact names only.
  package func code(ofNamed name: String, on day: CalendarDate?) -> String? {
    index.exact(name, on: day)?.code
  }

  package func unit(_ code: String, on day: CalendarDate?) -> ReportingUnit? {
    let found = units[code] ?? []
    guard let day else { return found.last }
    return found.first { $0.isValid(on: day) } ?? found.last
  }

  private func nameFreely(
    _ result: inout Attribution, _ evidence: ReportEvidence, _ day: CalendarDate?
  ) {
    guard let name = evidence.unit else {
      result.doubt = Attributor.unknown
      return
    }
    result.name = name
    result.unit = official.code(name, under: evidence.parent, on: day)
  }

  private func search(
    _ result: inout Attribution, _ submission: Submission, _ evidence: ReportEvidence,
    _ day: CalendarDate?
  ) {
    let byPath = index.match(path: submission.file, on: day)
    guard let name = evidence.unit else {
      let byTitle = evidence.title.map { index.match(path: $0, on: day) } ?? .none
      decide(&result, byTitle == .none ? byPath : byTitle, named: nil)
      return
    }
    var match = index.match(name, under: evidence.parent, on: day)
    if case .several(let namesakes) = match, case .one(let unit) = byPath,
      namesakes.contains(unit)
    {
      match = byPath
    }
    if match == .none, let parent = evidence.parent,
      let code = official.code(name, under: parent, on: day)
    {
      // No unit of the department's own, but a known one of a province that the letterhead names.
      result.unit = code
      result.name = name
      return
    }
    decide(&result, match, named: name)
    guard case .one(let unit) = match, case .one(let other) = byPath, other.code != unit.code,
      result.unit == unit.code
    else { return }
    result.note = Message(
      vi: "tên tệp nêu \(other.name), văn bản là của \(unit.name): đã theo văn bản",
      en: "the file is named after \(other.name), the text is of \(unit.name): the text counts")
  }

  private func decide(_ result: inout Attribution, _ match: UnitIndex.Match, named name: String?) {
    switch match {
    case .one(let unit):
      result.unit = unit.code
      result.name = unit.name
    case .several(let units):
      let names = units.map { "\($0.name) (\($0.code))" }.joined(separator: ", ")
      result.name = name
      result.doubt = Message(
        vi: "có thể là của: \(names); hãy chỉ rõ bằng `tonghop assign … --unit`",
        en: "could be of: \(names); name the unit with `tonghop assign … --unit`")
    case .none:
      result.name = name
      result.doubt =
        name.map {
          Message(
            vi:
              "“\($0)” không có trong danh sách đơn vị; hãy chỉ rõ bằng `tonghop assign … --unit`",
            en: "“\($0)” isn't in the list of units; name the unit with `tonghop assign … --unit`")
        } ?? Attributor.unknown
    }
  }

  private static let unknown = Message(
    vi: "không rõ báo cáo của đơn vị nào; hãy chỉ rõ bằng `tonghop assign … --unit`",
    en: "it isn't clear whose report it is; name the unit with `tonghop assign … --unit`")
}
