package import DocumentModel
import Storing

/// What a dataset holds.
package struct DatasetStatus: Sendable {
  package let path: String
  /// One for each file, duplicates and failures too, by file.
  package let files: [IngestedFile]
  package let numerals: Int
  package let explained: Int

  /// Reads it from a dataset.
  ///
  /// - Throws: `DatasetFailure`, `CatalogueFailure`.
  package init(of location: DatasetLocation, catalogue: String? = nil) throws {
    let tables = try LoadedCatalogue(replacing: catalogue)
    do {
      let dataset = try Dataset(path: location.path, creates: false, wait: location.wait)
      path = location.path
      (files, numerals, explained) = try dataset.read { snapshot in
        let files = try ResolvedDataset(snapshot, catalogue: tables).submissions.map {
          submission in
          let content =
            [.failed, .refused, .needsOCR].contains(submission.outcome)
            ? nil : submission.duplicateOf ?? submission.id
          return IngestedFile(
            submission: submission, content: content, isNew: false, isUnreadable: false,
            flags: try content.map { try snapshot.flagCounts(report: $0) } ?? [:])
        }
        let coverage = try snapshot.coverage()
        return (files, coverage.numerals, coverage.explained)
      }
    } catch let error as DatasetError {
      throw DatasetFailure(error)
    }
  }

  /// In ten-thousandths.
  package var coverage: Int { numerals == 0 ? 10_000 : explained * 10_000 / numerals }

  package func count(_ outcome: Submission.Outcome) -> Int {
    files.count { $0.submission.outcome == outcome }
  }

  package var units: Int { Set(accepted.compactMap { $0.unit ?? $0.entity }).count }

  package var periods: Int { Set(accepted.compactMap(\.period)).count }

  package var facts: Int { accepted.reduce(0) { $0 + $1.facts } }

  package func flags(_ severity: Flag.Severity) -> Int {
    files.reduce(0) { $0 + ($1.submission.outcome == .duplicate ? 0 : $1.flags[severity] ?? 0) }
  }

  private var accepted: [Submission] {
    files.map(\.submission).filter { $0.outcome == .accepted }
  }
}
