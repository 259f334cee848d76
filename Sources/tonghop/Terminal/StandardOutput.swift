import Foundation

/// Data on its way out.
enum StandardOutput {
  /// The reader has gone away; nobody wants the rest.
  struct Closed: Error {}

  /// The data cannot be written: the disk is full, for example.
  struct Broken: Error { let reason: String }

  /// Writes all bytes.
  ///
  /// - Throws: `Closed` or `Broken`.
  static func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var waiting = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, 1000)
      case EPIPE: throw Closed()
      default: throw Broken(reason: String(cString: strerror(errno)))
      }
    }
  }

  static func write(_ text: String) throws { try write(Array(text.utf8)) }
}
