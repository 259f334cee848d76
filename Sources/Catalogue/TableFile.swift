package import DocumentModel

/// A reviewed table: tab-separated text with a header row; `#` starts a comment line.
package struct TableFile: Sendable {
  package let name: String
  package let columns: [String]
  package private(set) var rows: [Row]

  package struct Row: Sendable {
    /// The file that the row stands in: a table's own or the one that adds to it.
    package let file: String
    /// Line in the file, from 1.
    package let line: Int
    package let cells: [String]
  }

  /// Parses a table.
  ///
  /// - Parameters:
  ///   - name: the file's name, for messages.
  ///   - text: the whole file.
  ///   - expected: the columns that must be there, in this order; the last ones may be left empty
  ///     in a row.
  /// - Throws: `TableError` with the line of the first mistake.
  package init(name: String, text: String, expected: [String]) throws(TableError) {
    var header: [String]?
    var rows: [Row] = []
    var number = 0
    // "\r\n" is one Character, which a split at "\n" passes over.
    let ends: Set<Character> = ["\n", "\r\n"]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: ends.contains) {
      number += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard header != nil else {
        guard cells == expected else {
          throw TableError(
            file: name, line: number,
            message: Message(
              vi: "dòng tiêu đề phải là: \(expected.joined(separator: " | "))",
              en: "the header row must be: \(expected.joined(separator: " | "))"))
        }
        header = cells
        continue
      }
      guard cells.count <= expected.count else {
        throw TableError(
          file: name, line: number,
          message: Message(
            vi: "có \(cells.count) cột, bảng chỉ có \(expected.count)",
            en: "has \(cells.count) columns, the table has \(expected.count)"))
      }
      let padding = Array(repeating: "", count: expected.count - cells.count)
      rows.append(Row(file: name, line: number, cells: cells + padding))
    }
    guard header != nil else {
      throw TableError(
        file: name, line: 1, message: Message(vi: "bảng trống", en: "the table is empty"))
    }
    self.name = name
    self.columns = expected
    self.rows = rows
  }

  /// Puts another table's rows behind these.
  mutating func add(_ other: TableFile) { rows += other.rows }
}

extension TableFile.Row {
  /// A mistake in this row.
  func mistake(vi: String, en: String) -> TableError {
    TableError(file: file, line: line, message: Message(vi: vi, en: en))
  }
}

/// A mistake in a reviewed table.
package struct TableError: Error, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let message: Message

  package init(file: String, line: Int, message: Message) {
    self.file = file
    self.line = line
    self.message = message
  }

  package var description: String { "\(file):\(line): \(message.vi) (\(message.en))" }
}
