/// Reads CSV as spreadsheets write it: quoted cells, a byte-order mark, commas, semicolons or tabs.
enum CSVText {
  struct Row: Hashable {
    /// Where the row begins, from 1.
    let line: Int
    let cells: [String]
  }

  /// The rows that hold anything, the header first.
  static func rows(_ text: String) -> [Row] {
    let scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
    let separator = separator(of: scalars)
    var rows: [Row] = []
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var line = 1
    var start = 1
    func endRow() {
      cells.append(String(cell))
      if cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
        rows.append(Row(line: start, cells: cells))
      }
      cells = []
      cell = String.UnicodeScalarView()
    }
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar == "\n" { line += 1 }
      if isQuoted {
        guard scalar == "\"" else {
          cell.append(scalar)
          continue
        }
        if index < scalars.count, scalars[index] == "\"" {
          cell.append(scalar)
          index += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" && cell.isEmpty {
        isQuoted = true
      } else if scalar == separator {
        cells.append(String(cell))
        cell = String.UnicodeScalarView()
      } else if scalar == "\n" {
        endRow()
        start = line
      } else if scalar != "\r" {
        cell.append(scalar)
      }
    }
    if !cell.isEmpty || !cells.isEmpty { endRow() }
    return rows
  }

  /// The one of comma, semicolon and tab that the header has most of.
  private static func separator(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    let header = scalars.prefix { $0 != "\n" }
    let candidates: [Unicode.Scalar] = [",", ";", "\t"]
    return candidates.max { left, right in
      header.count { $0 == left } < header.count { $0 == right }
    } ?? ","
  }
}
