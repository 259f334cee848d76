import DocumentModel

/// A table found: the rows of the text that it takes, and the table.
struct TableDraft {
  var firstRow: Int
  /// Rows of the text that are header rows of the table.
  var headerLines: [Int] = []
  var table: Table
}
