import Dispatch
import Foundation
import Pipeline

/// Turns SIGINT and SIGTERM into a wish to stop; the second one ends the program at once.
struct StopSignals {
  let stop = StopSwitch()
  private let sources: [any DispatchSourceSignal]

  init() {
    let stop = stop
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if let first = stop.requested { _exit(128 + first) }
        stop.request(number)
      }
      source.resume()
      return source
    }
  }

  func cancel() {
    for source in sources { source.cancel() }
  }
}
