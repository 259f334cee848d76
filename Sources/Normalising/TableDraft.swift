import DocumentModel

/// A table found: the rows of the text that it takes, and the table.
struct TableDraft {
  var firstRow: Int
  var table: Table
}
