import Synchronization

/// Says from anywhere that a run shall end after what it is doing now.
package final class StopSwitch: Sendable {
  private let signal = Mutex<Int32?>(nil)

  package init() {}

  /// The signal that asked for the end; nil while none has.
  package var requested: Int32? { signal.withLock { $0 } }

  package func request(_ number: Int32) { signal.withLock { $0 = $0 ?? number } }
}
