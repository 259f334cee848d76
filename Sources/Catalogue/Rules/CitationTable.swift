import DocumentModel

/// Which type codes, bodies and suffixes a document symbol may join.
package struct CitationTable: Sendable {
  /// Type word ("chỉ thị") to the codes that a symbol of that type may have.
  package let codes: [String: Set<String>]
  /// Issuing body ("ban bí thư") to the suffixes that its symbols may have, longest words first.
  package let suffixes: [(words: String, codes: Set<String>)]
  /// Issuing body to a name under which two spellings are one body.
  package let bodies: [(words: String, body: String)]
  /// Word of an issuer's name ("tỉnh") to the level of its committee.
  package let levels: [(words: String, level: String)]

  init(_ table: TableFile) throws(TableError) {
    var codes: [String: Set<String>] = [:]
    var suffixes: [(words: String, codes: Set<String>)] = []
    var bodies: [(words: String, body: String)] = []
    var levels: [(words: String, level: String)] = []
    for row in table.rows {
      let words = row.cells[1]
      let list = Set(row.cells[2].split(separator: " ").map(String.init))
      guard !words.isEmpty, !list.isEmpty else {
        throw TableError(
          file: row.file, line: row.line,
          message: Message(vi: "thiếu từ hoặc mã", en: "the words or the code are missing"))
      }
      switch row.cells[0] {
      case "type": codes[words, default: []].formUnion(list)
      case "suffix": suffixes.append((words, list))
      case "body": bodies.append((words, row.cells[2]))
      case "level": levels.append((words, row.cells[2]))
      default:
        throw TableError(
          file: row.file, line: row.line,
          message: Message(
            vi: "vai trò phải là type, suffix, body hoặc level",
            en: "the role is type, suffix, body or level"))
      }
    }
    self.codes = codes
    self.suffixes = suffixes.sorted { $0.words.utf8.count > $1.words.utf8.count }
    self.levels = levels
    self.bodies = bodies.sorted { $0.words.utf8.count > $1.words.utf8.count }
  }
}
