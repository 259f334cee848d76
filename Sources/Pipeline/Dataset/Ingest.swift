import DocumentModel
import Storing

/// Reads reports into a dataset: side by side, recorded one after another, each in one transaction.
package struct Ingest: Sendable {
  private let location: DatasetLocation
  private let processor: ReportProcessor
  private let batch: Batch
  private let allowsClassified: Bool

  /// Makes an ingest.
  ///
  /// - Parameters:
  ///   - location: the dataset; it is made where it does not exist.
  ///   - catalogue: a folder of tables that replace the compiled-in ones.
  ///   - rules: files of rules that come on top.
  ///   - reading: how files are read.
  ///   - jobs: how many reports at once; nil for one a processor.
  ///   - limits: what one file may cost.
  ///   - allowsClassified: whether reports that are stamped as secret are taken in.
  /// - Throws: `CatalogueFailure`.
  package init(
    into location: DatasetLocation, catalogue: String?, rules: [String] = [],
    reading: ReadingChoices = ReadingChoices(), jobs: Int?, limits: FileLimits = FileLimits(),
    allowsClassified: Bool = false
  ) throws(CatalogueFailure) {
    self.location = location
    processor = ReportProcessor(
      catalogue: try LoadedCatalogue(replacing: catalogue, adding: rules), reading: reading,
      limits: limits)
    batch = Batch(jobs: jobs)
    self.allowsClassified = allowsClassified
  }

  /// Ingests all inputs, in the order of their paths in the dataset.
  ///
  /// - Parameters:
  ///   - search: the inputs.
  ///   - stop: ends the run after the transaction that is under way.
  ///   - recorded: is told of each file once it is recorded; what became of it beside the others is
  ///     told by the summary.
  /// - Returns: what came of it.
  /// - Throws: `DatasetFailure`, or what `recorded` throws.
  package func run(
    _ search: InputSearch, stop: StopSwitch, recorded: (IngestedFile) throws -> Void
  ) async throws -> IngestSummary {
    do {
      return try await record(search, stop: stop, recorded: recorded)
    } catch let error as DatasetError {
      throw DatasetFailure(error)
    }
  }

  private func record(
    _ search: InputSearch, stop: StopSwitch, recorded: (IngestedFile) throws -> Void
  ) async throws -> IngestSummary {
    let dataset = try Dataset(path: location.path, creates: true, wait: location.wait)
    let recorder = IngestRecorder(dataset: dataset)
    let reader = IngestReader(
      processor: processor, allowsClassified: allowsClassified,
      known: try dataset.read { try $0.knownFiles() })
    var summary = IngestSummary(search)
    do {
      try await batch.run(inputs(of: search)) { input in
        stop.requested == nil ? reader.read(input) : nil
      } receive: { _, reading in
        guard let reading, stop.requested == nil else { throw Stopped() }
        let file = try recorder.record(reading)
        summary.add(file)
        try recorded(file)
      }
    } catch is Stopped {
      summary.isStopped = true
    }
    // What became of a report may depend on one that came after it.
    summary.resolve(
      try dataset.read { try ResolvedDataset($0, catalogue: processor.catalogue).submissions })
    return summary
  }

  /// The inputs under their paths in the dataset, each once, sorted.
  private func inputs(of search: InputSearch) -> [Input] {
    let relative = RelativePath(root: location.root)
    var seen: Set<[UInt8]> = []
    return search.inputs
      .map { input in
        var input = input
        if input.origin != .standardInput { input.label = relative(input.label) }
        return input
      }
      .filter { seen.insert(Array($0.label.utf8)).inserted }
      .sorted { $0.label.utf8.lexicographicallyPrecedes($1.label.utf8) }
  }

  private struct Stopped: Error {}
}
