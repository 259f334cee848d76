/// Parses what `pdftotext -tsv` prints.
///
/// One row a page, flow, line and word, with the columns level, page_num, par_num, block_num,
/// line_num, word_num, left, top, width, height, conf, text; level 1 is a page, 5 a word.
struct TSVParser {
  /// Pages in order, empty ones too.
  static func pages(of bytes: [UInt8]) -> [PDFPage] {
    var pages: [PDFPage] = []
    for row in bytes.split(separator: 0x0A) {
      let fields = row.split(separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
      guard fields.count == 12, let level = integer(fields[0]), let number = integer(fields[1]),
        let left = decimal(fields[6]), let top = decimal(fields[7]),
        let width = decimal(fields[8]), let height = decimal(fields[9])
      else { continue }
      if level == 1 {
        pages.append(PDFPage(number: number, width: width, height: height))
      } else if level == 5, !pages.isEmpty, width >= 0, height > 0 {
        let text = clean(fields[11])
        guard !text.isEmpty else { continue }
        pages[pages.count - 1].words.append(
          PDFWord(
            text: text, left: left, top: top, right: left + width, bottom: top + height))
      }
    }
    return pages
  }

  /// Control characters and white space inside a word are left out; other bytes than UTF-8 too.
  private static func clean(_ field: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(field)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let length = PlainText.sequenceLength(bytes, at: index)
      guard length > 0 else {
        index += 1
        continue
      }
      let sequence = bytes[index..<(index + length)]
      let isNoBreakSpace = length == 2 && sequence.elementsEqual([0xC2, 0xA0])
      if length > 1 ? !isNoBreakSpace : bytes[index] > 0x20 && bytes[index] != 0x7F {
        result += sequence
      }
      index += length
    }
    return result
  }

  private static func integer(_ field: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: field, as: UTF8.self))
  }

  private static func decimal(_ field: ArraySlice<UInt8>) -> Double? {
    guard let value = Double(String(decoding: field, as: UTF8.self)), value.isFinite,
      abs(value) < 1_000_000
    else { return nil }
    return value
  }
}
