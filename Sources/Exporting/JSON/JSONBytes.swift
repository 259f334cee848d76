import DocumentModel

/// JSON written by hand, byte by byte, because a dataset holds a million facts.
///
/// Members are separated by commas on their own; the caller opens and closes what it nests.
package struct JSONBytes: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// True where the next member or element needs a comma before it.
  private var needsComma = false

  package init() {}

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  package mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  // MARK: Structure

  mutating func object(_ body: (inout JSONBytes) -> Void) { nest(0x7B, 0x7D, body) }

  mutating func array(_ body: (inout JSONBytes) -> Void) { nest(0x5B, 0x5D, body) }

  /// Writes a member's name, a code that needs no escaping; a value must follow.
  mutating func name(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  // MARK: Values

  mutating func null() { literal("null") }

  mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  mutating func number(_ value: Int) { literal(String(value)) }

  /// Writes the decimal digits themselves, whole numbers without a point.
  mutating func number(_ value: ExactDecimal) { literal(value.description) }

  mutating func string(_ text: some StringProtocol) {
    separate()
    quote(text)
    needsComma = true
  }

  /// Writes an object of strings, its names in byte order.
  mutating func strings(_ members: [String: String]) {
    object { json in
      for (name, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      ) {
        json.separate()
        json.quote(name)
        json.bytes.append(0x3A)
        json.needsComma = false
        json.string(value)
      }
    }
  }

  mutating func strings(_ elements: [String]) {
    array { json in
      for element in elements { json.string(element) }
    }
  }

  // MARK: Bytes

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONBytes) -> Void) {
    separate()
    bytes.append(open)
    needsComma = false
    body(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
  }

  private mutating func quote(_ text: some StringProtocol) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
      case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
      case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
      case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
      case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
      case 0..<0x20, 0x7F:
        bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30])
        bytes.append(JSONBytes.hexDigit(byte >> 4))
        bytes.append(JSONBytes.hexDigit(byte & 0xF))
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  private static func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? 0x30 + nibble : 0x57 + nibble
  }
}

/// Records of counts, for the rooms that report on a run.
extension JSONBytes {
  /// Writes a line `{"name": {…}}`.
  package mutating func record(_ name: StaticString, _ body: (inout JSONBytes) -> Void) {
    object { $0.object(name, body) }
    endLine()
  }

  /// Writes one object and ends the line.
  package mutating func document(_ body: (inout JSONBytes) -> Void) {
    object(body)
    endLine()
  }
}
