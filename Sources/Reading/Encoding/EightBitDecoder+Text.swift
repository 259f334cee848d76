import DocumentModel

extension EightBitDecoder {
  /// Decodes line by line, so that a large file costs no more than its text.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - units: what a line, a range of the file's bytes without its end, consists of.
  /// - Returns: the decoded text with its offsets in the file.
  func text(of bytes: [UInt8], _ units: (Range<Int>) -> some Sequence<Unit>) -> ReadText {
    var text: [UInt8] = []
    // Half of Vietnamese letters take more than one byte of UTF-8.
    text.reserveCapacity(bytes.count * 3 / 2)
    var offsets = RawOffsets()
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      text.append(decode(units(start..<end)), noting: &offsets)
      if end < bytes.count {
        offsets.note(text: text.count, raw: end)
        text.append(0x0A)
      }
      start = end + 1
    }
    offsets.note(text: text.count, raw: bytes.count)
    return ReadText(bytes: text, rawOffsets: offsets)
  }
}

extension [UInt8] {
  /// Appends a decoded line as UTF-8 and notes where its scalars came from.
  fileprivate mutating func append(_ line: DecodedLine, noting offsets: inout RawOffsets) {
    for (scalar, raw) in zip(line.scalars, line.raws) {
      offsets.note(text: count, raw: raw)
      append(scalar: scalar)
    }
  }
}
