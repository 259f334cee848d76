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

  /// How many characters a Word document's main text has, by the head of its text stream; nil where
  /// that isn't found.
  ///
  /// Source: [MS-DOC], Fib: `wIdent` 0xA5EC, `ccpText` at offset 0x4C.
  var textLength: Int? {
    var index = 512
    while index + 0x50 <= bytes.count {
      if bytes[index] == 0xEC, bytes[index + 1] == 0xA5 {
        let length = (0..<4).reduce(0) { $0 | Int(bytes[index + 0x4C + $1]) << (8 * $1) }
        return length < 1 << 31 ? length : nil
      }
      index += 512
    }
    return nil
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
