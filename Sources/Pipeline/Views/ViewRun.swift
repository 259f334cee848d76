package import DocumentModel

/// Shows many reports, one after another in the order given, worked on side by side.
package struct ViewRun: Sendable {
  private let renderer: ViewRenderer
  private let batch: Batch

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - view: what to show of each report.
  ///   - catalogue: a folder of tables that replace the compiled-in ones.
  ///   - rules: files of rules that come on top.
  ///   - reading: how files are read.
  ///   - jobs: how many reports at once; nil for one a processor.
  ///   - limits: what one file may cost.
  /// - Throws: `CatalogueFailure`.
  package init(
    _ view: View, catalogue: String?, rules: [String] = [],
    reading: ReadingChoices = ReadingChoices(), jobs: Int?, limits: FileLimits = FileLimits()
  ) throws(CatalogueFailure) {
    renderer = ViewRenderer(
      view: view,
      processor: ReportProcessor(
        catalogue: try LoadedCatalogue(replacing: catalogue, adding: rules), reading: reading,
        limits: limits))
    batch = Batch(jobs: jobs)
  }

  /// Renders all inputs.
  ///
  /// - Parameters:
  ///   - search: the inputs.
  ///   - output: takes the bytes of one report after another.
  ///   - failed: is told of each input that could not be read.
  /// - Returns: what came of it.
  /// - Throws: what `output` throws.
  package func run(
    _ search: InputSearch, output: ([UInt8]) throws -> Void, failed: (InputFailure) -> Void
  ) async throws -> RunTally {
    var tally = RunTally()
    let renderer = renderer
    let frame = renderer.frame
    var isFirst = true
    try output(frame.opening)
    try await batch.run(search.inputs, work: { renderer.render($0) }) { _, result in
      switch result {
      case .success(let rendering):
        tally.addRead(worst: rendering.worst)
        guard !rendering.bytes.isEmpty else { return }
        if !isFirst { try output(frame.separator) }
        isFirst = false
        try output(rendering.bytes)
      case .failure(let failure):
        tally.add(failure)
        failed(failure)
      }
    }
    try output(frame.closing)
    return tally
  }
}
