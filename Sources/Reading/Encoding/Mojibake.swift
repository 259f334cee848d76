import DocumentModel

/// Text of an old encoding that was taken for Western and then stored as Unicode: "§¶ng bé".
///
/// Word processors and PDF printers make it where a document uses the fonts of an old encoding.
/// It is told by the same count of syllables.
enum Mojibake {
  /// Decodes a UTF-8 text that is mojibake throughout.
  ///
  /// - Returns: the decoded text and its offsets in `bytes`, or nil where the text is better as it
  ///   is.
  static func decoded(_ bytes: [UInt8]) -> ReadText? {
    guard let encoding = encoding(of: bytes) else { return nil }
    return EightBitDecoder(encoding: encoding).text(of: bytes) { units(bytes[$0]) }
  }

  /// Decodes a text known to be of an encoding: a run set in one of its fonts.
  static func decoded(_ text: String, from encoding: TextEncoding) -> String {
    let units = units(Array(text.utf8)[...])
    let line = EightBitDecoder(encoding: encoding).decode(units)
    var bytes: [UInt8] = []
    for scalar in line.scalars { bytes.append(scalar: scalar) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The old encoding that a text in UTF-8 fits far better than itself, or nil.
  static func encoding(of bytes: [UInt8]) -> TextEncoding? {
    var lines: [[EightBitDecoder.Unit]] = []
    var size = 0
    for line in bytes.split(separator: 0x0A)
    where line.contains(where: { (0xC2...0xC3).contains($0) }) {
      lines.append(units(line.prefix(20_000)))
      size += line.count
      if size > 200_000 { break }
    }
    guard !lines.isEmpty else { return nil }
    let own = EncodingDetector.score(of: lines.map(asRead))
    guard own.bad > own.good else { return nil }
    guard case .found(let encoding) = EncodingDetector.detect(lines) else { return nil }
    let decoder = EightBitDecoder(encoding: encoding)
    return EncodingDetector.score(of: lines.map(decoder.decode)).good > 3 * own.good
      ? encoding : nil
  }

  private static func asRead(_ units: [EightBitDecoder.Unit]) -> DecodedLine {
    DecodedLine(scalars: units.map(\.value), raws: units.map(\.raw))
  }

  /// A text's scalars as the bytes that they stand for in Windows-1252, others as they are.
  private static func units(_ line: ArraySlice<UInt8>) -> [EightBitDecoder.Unit] {
    var result: [EightBitDecoder.Unit] = []
    result.reserveCapacity(line.count)
    var index = line.startIndex
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      result.append((bytes1252[scalar.value] ?? scalar.value, index))
      index += UTF8.width(scalar)
    }
    return result
  }

  private static let bytes1252: [UInt32: UInt32] = {
    var result: [UInt32: UInt32] = [:]
    for (index, scalar) in EightBitTables.windows1252.enumerated() where scalar != 0 {
      result[scalar] = UInt32(index + 0x80)
    }
    return result
  }()
}
