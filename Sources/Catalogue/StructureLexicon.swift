import DocumentModel

/// The words of `structure.tsv`: what a line that begins with them is to the document.
package struct StructureLexicon: Sendable, Hashable {
  /// Phrases as written in the table, by role.
  package let phrases: [Role: [String]]

  package enum Role: String, Sendable, Hashable, CaseIterable {
    case title, salutation, opening, recipients, signature, appendix, caption, part, ordinal, page
    case none, square, introduces, note
    case neutralBefore = "neutral_before"
    case neutralAfter = "neutral_after"
  }

  static let columns = ["role", "phrase", "note"]

  init(_ table: TableFile) throws(TableError) {
    var phrases: [Role: [String]] = [:]
    for row in table.rows {
      guard let role = Role(rawValue: row.cells[0]) else {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw row.mistake(
          vi: "vai trò lạ “\(row.cells[0])”; chỉ có: \(known)",
          en: "unknown role “\(row.cells[0])”; known are: \(known)")
      }
      guard !row.cells[1].isEmpty else {
        throw row.mistake(vi: "thiếu cụm từ", en: "the phrase is missing")
      }
      phrases[role, default: []].append(row.cells[1])
    }
    self.phrases = phrases
  }
}
