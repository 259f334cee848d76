/// Bytes that are handed over piece by piece.
protocol ByteSource: AnyObject {
  /// Fills a buffer as far as there are bytes.
  ///
  /// - Returns: how many; 0 at the end, -1 where reading fails.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int

  /// Why reading failed.
  var problem: ReadingProblem? { get }
}

/// The bytes of an array.
final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var problem: ReadingProblem? { nil }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position)
    bytes[position..<(position + count)].withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[...]))
    }
    position += count
    return count
  }
}
