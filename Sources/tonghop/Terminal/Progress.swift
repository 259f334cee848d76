import Foundation

/// One line on a terminal that is written over; nothing where standard error is no terminal.
struct Progress {
  private let total: Int
  private let isShown: Bool

  init(total: Int, isQuiet: Bool) {
    self.total = total
    isShown = !isQuiet && isatty(STDERR_FILENO) == 1
  }

  func show(_ done: Int, _ name: String) {
    guard isShown else { return }
    let name = name.count > 60 ? "…" + name.suffix(59) : name
    put("\r\u{1B}[K[\(done)/\(total)] \(name)")
  }

  func clear() {
    if isShown { put("\r\u{1B}[K") }
  }

  private func put(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
