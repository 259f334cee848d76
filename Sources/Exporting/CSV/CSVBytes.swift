import DocumentModel

/// CSV that a spreadsheet opens with its letters intact: UTF-8 with a byte-order mark, CRLF, cells
/// quoted where needed.
package struct CSVBytes: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var isFirstCell = true

  package init() {}

  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  package mutating func header(_ columns: [String]) {
    bytes.append(contentsOf: [0xEF, 0xBB, 0xBF])
    for column in columns { code(column) }
    endRow()
  }

  mutating func endRow() {
    bytes.append(contentsOf: [0x0D, 0x0A])
    isFirstCell = true
  }

  /// Writes words; what a spreadsheet could take for a formula gets an apostrophe before it.
  mutating func text(_ text: String?) {
    guard let text, let first = text.utf8.first else { return cell("") }
    let startsFormula = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
    cell(startsFormula ? "'" + text : text)
  }

  /// Writes what the program itself words: a code, a date, an id.
  mutating func code(_ text: String?) { cell(text ?? "") }

  mutating func number(_ value: ExactDecimal?) { cell(value?.description ?? "") }

  mutating func number(_ value: Int?) { cell(value.map { String($0) } ?? "") }

  private mutating func cell(_ text: String) {
    if !isFirstCell { bytes.append(0x2C) }
    isFirstCell = false
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
