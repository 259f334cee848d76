import Foundation
import Synchronization
import Testing

@testable import Pipeline

@Suite("Work side by side")
struct BatchTests {
  @Test("results come in the order of the inputs, whatever the workers", arguments: [1, 2, 8])
  func order(jobs: Int) async throws {
    var received: [Int] = []
    try await Batch(jobs: jobs).run(Array(0..<100)) { input in
      usleep(UInt32((input * 37) % 5) * 100)
      return input * 2
    } receive: { input, output in
      #expect(output == input * 2)
      received.append(input)
    }
    #expect(received == Array(0..<100))
  }

  @Test("no more is under way than was asked for")
  func limit() async throws {
    let running = Mutex((now: 0, most: 0))
    try await Batch(jobs: 2).run(Array(0..<50)) { _ in
      running.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      usleep(500)
      running.withLock { $0.now -= 1 }
    } receive: { _, _ in
    }
    #expect(running.withLock { $0.most } <= 2)
  }

  @Test("an error of the receiver ends the batch")
  func failure() async {
    struct Enough: Error {}
    var received = 0
    await #expect(throws: Enough.self) {
      try await Batch(jobs: 2).run(Array(0..<1000)) {
        $0
      } receive: { _, _ in
        received += 1
        if received == 3 { throw Enough() }
      }
    }
    #expect(received == 3)
  }

  @Test("nothing to do is done at once")
  func nothing() async throws {
    try await Batch(jobs: 4).run([Int]()) {
      $0
    } receive: { _, _ in
      Issue.record("nothing")
    }
  }
}
