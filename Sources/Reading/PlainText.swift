/// Reads a UTF-8 text: its bytes are the text as read, byte-order mark included.
struct PlainText: Sendable {
  let limits: ReadingLimits

  func read(_ bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    if let problem = problem(in: bytes) { throw problem }
    return ReadText(bytes: bytes)
  }

  /// Returns the first thing that keeps these bytes from being read, or nil.
  func problem(in bytes: [UInt8]) -> ReadingProblem? {
    var line = 1
    var lineStart = 0
    var hasText = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A {
        line += 1
        lineStart = index + 1
      } else if byte == 0 {
        return .binary(offset: index)
      } else if index - lineStart > limits.maximumLine {
        return .lineTooLong(line: line, limit: limits.maximumLine)
      }
      if byte > 0x20 { hasText = true }
      let length = PlainText.sequenceLength(bytes, at: index)
      if length == 0 { return .notUTF8(line: line, offset: index) }
      index += length
    }
    return hasText ? nil : .blank
  }

  /// The length of the well-formed UTF-8 sequence at an offset, or 0 where there is none.
  static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    func continues(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + distance < bytes.count && range.contains(bytes[index + distance])
    }
    switch lead {
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }
}
