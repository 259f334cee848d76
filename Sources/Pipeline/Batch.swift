import Foundation

/// Runs work over many inputs at once and hands the results on in the order of the inputs.
struct Batch: Sendable {
  let jobs: Int

  /// Makes a batch.
  ///
  /// - Parameter jobs: how many inputs are worked on at once; nil for one a processor.
  init(jobs: Int?) {
    self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Runs `work` for every input, side by side, and `receive` for every result, one after another.
  ///
  /// At most a few times `jobs` results wait at once. An error of `receive` ends the batch.
  func run<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], work: @escaping @Sendable (Input) -> Output,
    receive: (Input, Output) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var next = 0
      var due = 0
      var waiting: [Int: Output] = [:]
      /// Tops up the running work; results that must wait for an earlier one hold it back.
      func start() {
        while next < inputs.count, next - due - waiting.count < jobs, waiting.count < jobs * 4 {
          let index = next
          let input = inputs[index]
          group.addTask { (index, work(input)) }
          next += 1
        }
      }
      start()
      while let (index, output) = try await group.next() {
        waiting[index] = output
        while let output = waiting.removeValue(forKey: due) {
          try receive(inputs[due], output)
          due += 1
        }
        start()
      }
    }
  }
}
