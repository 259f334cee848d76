import Catalogue
import Consolidating
import DocumentModel
import Storing

/// A dataset as it stands: whose each report is, what became of it, and what the figures come to.
struct ResolvedDataset {
  /// All submissions with their outcomes, by file.
  let submissions: [Submission]
  let units: [ReportingUnit]
  private let attributions: [String: Attribution]
  private let attributor: Attributor
  /// By report, the unit as its header names it, and what tells that name apart.
  private let headers: [String: (name: String, identity: String)]
  private let concepts: [String: Catalogue.Concept]
  private let accepted: Set<String>

  /// Works it out from one state of a dataset.
  init(_ snapshot: DatasetSnapshot, catalogue: LoadedCatalogue) throws {
    let register = try catalogue.register()
    let units = ResolvedDataset.completed(try snapshot.units(), register)
    let decisions = try snapshot.decisions()
    let evidence = try snapshot.evidence()
    let attributor = Attributor(
      units: units, register: register, decisions: decisions)
    let resolver = SubmissionResolver(attributor: attributor, decisions: decisions)
    let resolved = resolver.resolve(try snapshot.submissions(), evidence: evidence)
    self.units = units
    self.attributor = attributor
    submissions = resolved.submissions
    attributions = resolved.attributions
    headers = evidence.compactMapValues(\.unit).mapValues { ($0, UnitName.identity(of: $0)) }
    concepts = catalogue.tables.concepts
    accepted = Set(standing(resolved.submissions).map(\.id))
  }

  /// A department's list with the official units that its units report to.
  private static func completed(
    _ units: [ReportingUnit], _ register: UnitRegister
  ) -> [ReportingUnit] {
    let codes = Set(units.map(\.code))
    let above = Set(units.compactMap(\.parent)).subtracting(codes).sorted()
    return units
      + above.compactMap { code in
        register.current(code).map {
          ReportingUnit(code: code, name: "\($0.kind) \($0.name)", kind: $0.kind)
        }
      }
  }

  /// The submissions whose figures count.
  var standingSubmissions: [Submission] { standing(submissions) }

  func isAccepted(_ report: String) -> Bool { accepted.contains(report) }

  func unitCode(ofReport report: String) -> String? { attributions[report]?.unit }

  /// A fact with the code of its unit, and with what a person has said of its report.
  func fact(_ fact: Fact, report: String) -> Fact {
    guard let attribution = attributions[report] else { return fact }
    var fact = fact
    if fact.entity.name.isEmpty || isReporter(fact.entity.name, ofReport: report) {
      if attribution.isAssigned || fact.entity.name.isEmpty {
        fact.entity.name = attribution.name ?? fact.entity.name
      }
      fact.entity.code = attribution.unit
    } else if fact.entity.code == nil {
      let day = fact.period?.end ?? attribution.period?.end
      fact.entity.code = attributor.code(ofNamed: fact.entity.name, on: day)
    }
    if fact.period == nil, attribution.isPeriodAssigned, let period = attribution.period {
      let isStock = concepts[fact.concept]?.isStock ?? false
      fact.period = isStock ? .instant(period.end) : period
    }
    return fact
  }

  private func isReporter(_ name: String, ofReport report: String) -> Bool {
    guard let unit = headers[report] else { return false }
    return name == unit.name || UnitName.identity(of: name) == unit.identity
  }

  /// The figures of the submissions that stand.
  func consolidation(_ snapshot: DatasetSnapshot) throws -> Consolidation {
    var consolidator = Consolidator()
    try snapshot.forEachFact { fact, report in
      guard isAccepted(report) else { return }
      consolidator.add(self.fact(fact, report: report), from: unitCode(ofReport: report))
    }
    return Consolidation(consolidator, units: units, accepted: standingSubmissions)
  }
}

private func standing(_ submissions: [Submission]) -> [Submission] {
  submissions.filter { $0.outcome == .accepted }
}
