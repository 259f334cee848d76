import Consolidating
import DocumentModel
import Storing
import Validating

/// Flags of a unit's figures against its other reports and against its peers, of what stands.
struct FlagsBetweenReports {
  /// With the ids of the submissions that state the doubtful figures.
  let flags: [(flag: Flag, submission: String)]

  init(
    _ dataset: ResolvedDataset, _ snapshot: DatasetSnapshot, catalogue: LoadedCatalogue
  ) throws {
    let tree = ReportingTree(dataset.units)
    var periods: [String: Period] = [:]
    for submission in dataset.standingSubmissions { periods[submission.id] = submission.period }
    var figures: [DatasetFigure] = []
    var reports: [String: String] = [:]
    try snapshot.forEachFact { stored, report in
      // One dimension at the most: finer figures are small, and vary as they like.
      guard dataset.isAccepted(report), stored.dimensions.count <= 1 else { return }
      let fact = dataset.fact(stored, report: report)
      guard let code = fact.entity.code, code == dataset.unitCode(ofReport: report) else { return }
      let parent = (fact.period?.end).flatMap { tree.parent(of: code, on: $0) }
      reports[fact.id] = report
      figures.append(
        DatasetFigure(fact: fact, report: report, period: periods[report], group: parent))
    }
    flags = DatasetValidator(catalogue: catalogue.tables).flags(figures).compactMap { flag in
      flag.facts.first.flatMap { reports[$0] }.map { (flag, $0) }
    }
  }
}
