import DocumentModel

/// Decodes UTF-16, and tells it by its zero bytes.
struct UTF16Decoder: Sendable {
  let isBigEndian: Bool

  /// Without a byte-order mark: every space and digit gives a zero byte on the same side.
  ///
  /// - Returns: the byte order, or nil where the bytes don't look like UTF-16.
  static func byteOrder(of bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let sample = min(bytes.count, 20_000) / 2 * 2
    guard sample >= 4 else { return nil }
    var zeros = [0, 0]
    for index in 0..<sample where bytes[index] == 0 { zeros[index % 2] += 1 }
    let pairs = sample / 2
    // Vietnamese in UTF-16 has two thirds of its letters in ASCII.
    if zeros[1] * 4 >= pairs, zeros[0] * 50 <= pairs { return .utf16LittleEndian }
    if zeros[0] * 4 >= pairs, zeros[1] * 50 <= pairs { return .utf16BigEndian }
    return nil
  }

  /// Decodes a whole text; the byte-order mark is no part of it.
  ///
  /// - Throws: `ReadingProblem.damagedEncoding` where a code unit lacks its other half.
  func decode(_ bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var offsets = RawOffsets()
    var index = bytes.starts(with: isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) ? 2 : 0
    while index < bytes.count {
      guard var scalar = unit(bytes, index) else { throw damage(index) }
      var length = 2
      if (0xD800...0xDBFF).contains(scalar) {
        guard let low = unit(bytes, index + 2), (0xDC00...0xDFFF).contains(low) else {
          throw damage(index)
        }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
        length = 4
      } else if (0xDC00...0xDFFF).contains(scalar) {
        throw damage(index)
      }
      offsets.note(text: text.count, raw: index)
      text.append(scalar: scalar)
      index += length
    }
    offsets.note(text: text.count, raw: index)
    return ReadText(bytes: text, rawOffsets: offsets)
  }

  private func damage(_ offset: Int) -> ReadingProblem {
    .damagedEncoding(isBigEndian ? .utf16BigEndian : .utf16LittleEndian, offset: offset)
  }

  private func unit(_ bytes: [UInt8], _ index: Int) -> UInt32? {
    guard index + 1 < bytes.count else { return nil }
    let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
    return isBigEndian ? first << 8 | second : second << 8 | first
  }
}

extension [UInt8] {
  /// Appends a scalar as UTF-8; what is none becomes U+FFFD.
  mutating func append(scalar: UInt32) {
    let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
  }
}
