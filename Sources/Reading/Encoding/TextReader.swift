import DocumentModel

/// Reads text files, whatever they are encoded in.
///
/// The text as read of UTF-8 is the file itself; of other encodings the decoded text, with the
/// file's own offsets kept beside it.
struct TextReader: Sendable {
  let limits: ReadingLimits
  /// What the user says the encoding is; nil to find out.
  let encoding: TextEncoding?

  func read(_ bytes: [UInt8]) throws(ReadingProblem) -> ReadText {
    let encoding =
      if let encoding = self.encoding { encoding } else { try TextReader.encoding(of: bytes) }
    switch encoding {
    case .utf8:
      let text = try PlainText(limits: limits).read(bytes)
      return self.encoding == nil ? Mojibake.decoded(bytes) ?? text : text
    case .utf16LittleEndian, .utf16BigEndian:
      let decoder = UTF16Decoder(isBigEndian: encoding == .utf16BigEndian)
      return try checked(try decoder.decode(bytes))
    case .tcvn3, .vni, .viscii, .windows1258:
      if let zero = bytes.firstIndex(of: 0) { throw .binary(offset: zero) }
      return try checked(TextReader.decode(bytes, from: encoding))
    }
  }

  /// - Throws: the problem where no encoding fits, or more than one.
  private static func encoding(of bytes: [UInt8]) throws(ReadingProblem) -> TextEncoding {
    if let order = UTF16Decoder.byteOrder(of: bytes) { return order }
    guard let (line, offset) = firstDamage(bytes) else { return .utf8 }
    if let zero = bytes.firstIndex(of: 0) { throw .binary(offset: zero) }
    switch EncodingDetector.detect(EncodingDetector.sample(of: bytes)) {
    case .found(let encoding): return encoding
    case .tied(let encodings): throw .ambiguousEncoding(encodings)
    case .none: throw .notUTF8(line: line, offset: offset)
    }
  }

  /// The first place that is not UTF-8: line from 1, offset from 0.
  private static func firstDamage(_ bytes: [UInt8]) -> (line: Int, offset: Int)? {
    var line = 1
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0x0A { line += 1 }
        index += 1
        continue
      }
      let length = PlainText.sequenceLength(bytes, at: index)
      if length == 0 { return (line, index) }
      index += length
    }
    return nil
  }

  private func checked(_ text: ReadText) throws(ReadingProblem) -> ReadText {
    if let problem = PlainText(limits: limits).problem(in: text.bytes) { throw problem }
    return text
  }

  static func decode(
    _ bytes: [UInt8], from encoding: TextEncoding
  ) -> ReadText {
    EightBitDecoder(encoding: encoding).text(of: bytes) { line in
      line.lazy.map { (UInt32(bytes[$0]), $0) }
    }
  }
}
