/// Columns padded with spaces, for a terminal.
package struct TextTable: Sendable {
  package enum Alignment: Sendable { case left, right }

  private let alignments: [Alignment]
  private let indent: String
  private var rows: [[String]] = []

  /// Makes an empty table.
  ///
  /// - Parameters:
  ///   - header: the first row, or nil for none; a rule of dashes is drawn below it.
  ///   - alignments: one for each column.
  ///   - indent: what stands before each row.
  package init(header: [String]?, alignments: [Alignment], indent: String = "") {
    self.alignments = alignments
    self.indent = indent
    guard let header else { return }
    rows.append(header)
    rows.append(header.map { String(repeating: "-", count: $0.count) })
  }

  package mutating func add(_ cells: [String]) { rows.append(cells.map(TextTable.plain)) }

  package var text: String {
    guard !rows.isEmpty else { return "" }
    let widths = alignments.indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.enumerated().map { index, row in
      let cells = alignments.indices.map { column in
        let fill = isRule(index) && rows.count > 1 ? "-" : " "
        let padding = String(repeating: fill, count: widths[column] - row[column].count)
        return alignments[column] == .left ? row[column] + padding : padding + row[column]
      }
      return indent + TextTable.trimmed(cells.joined(separator: "  ")) + "\n"
    }.joined()
  }

  private func isRule(_ index: Int) -> Bool {
    index == 1 && rows[1].allSatisfy { cell in cell.allSatisfy { $0 == "-" } }
  }

  private static func trimmed(_ line: String) -> Substring {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return line
  }

  /// A cell on one line, without characters that could move a terminal's cursor.
  private static func plain(_ cell: String) -> String {
    String(
      String.UnicodeScalarView(
        cell.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}
