import Consolidating
import DocumentModel
import Storing

/// What an export writes, in its order, of one state of a dataset.
struct ExportStreams {
  let dataset: ResolvedDataset
  let consolidation: Consolidation
  let derivedFlags: DerivedFlags
  let snapshot: DatasetSnapshot

  init(_ snapshot: DatasetSnapshot, catalogue: LoadedCatalogue) throws {
    self.snapshot = snapshot
    dataset = try ResolvedDataset(snapshot, catalogue: catalogue)
    consolidation = try dataset.consolidation(snapshot)
    derivedFlags = try DerivedFlags(consolidation, dataset, snapshot)
  }

  /// All facts, of superseded and withdrawn submissions too, by file and place.
  func forEachFact(_ body: (Fact, String) throws -> Void) throws {
    try snapshot.forEachFact { try body(dataset.fact($0, report: $1), $1) }
  }

  /// All flags with the ids of their submissions, by file and place.
  func flags() throws -> [(flag: Flag, submission: String)] {
    var flags = derivedFlags.flags
    try snapshot.forEachFlag { flags.append((flag: $0, submission: $1)) }
    return flags.sorted { left, right in
      if Array(left.flag.file.utf8) != Array(right.flag.file.utf8) {
        return left.flag.file.utf8.lexicographicallyPrecedes(right.flag.file.utf8)
      }
      let starts = (left.flag.sources.first?.start ?? 0, right.flag.sources.first?.start ?? 0)
      return starts.0 == starts.1 ? left.flag.id < right.flag.id : starts.0 < starts.1
    }
  }

  /// Who should have reported and has not, for every period that somebody has reported for.
  func missing() -> [ReportingLine] {
    PeriodStatus.periods(of: dataset).flatMap { period in
      PeriodStatus(dataset, period: period, asOf: nil, flags: [:]).lines
        .filter { !$0.state.isIn }
    }
  }
}
