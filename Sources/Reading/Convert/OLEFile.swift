/// Tells what an OLE compound file holds by the names of its streams.
struct OLEFile: Sendable {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Why this is no Word document that can be converted; nil for one.
  var problem: ReadingProblem? {
    if has("EncryptedPackage") { return .locked }
    if has("WordDocument") { return nil }
    if has("Workbook") || has("Book") { return .otherKind(.spreadsheet) }
    if has("PowerPoint Document") { return .otherKind(.presentation) }
    if has("__substg1.0_") { return .otherKind(.mail) }
    return .unsupported(.ole)
  }

  /// True where a directory entry begins with a name; entries are UTF-16 at multiples of 128.
  private func has(_ name: String) -> Bool {
    let pattern: [UInt8] = Array(name.utf8).flatMap { [$0, UInt8(0)] }
    var index = 512
    while index + 128 <= bytes.count {
      if bytes[index] == pattern[0], bytes[index..<(index + pattern.count)].elementsEqual(pattern) {
        return true
      }
      index += 128
    }
    return false
  }
}
