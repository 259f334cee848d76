import DocumentModel

/// Where tables come from: compiled in, and a department's own files.
///
/// A file `phrases.tsv` takes the place of the table of that name; `phrases.add.tsv` adds its rows to
/// it, so that a department keeps only what is its own and goes on getting what the program learns.
struct TableSource {
  private let own: [String: String]

  /// - Parameter own: name of a department's file to its text.
  /// - Throws: `TableError` where a file has the name of no table, since it would do nothing.
  init(_ own: [String: String]) throws(TableError) {
    self.own = own
    let known = (Array(GeneratedTables.texts.keys) + GeneratedUnitTables.texts.keys).sorted()
    for name in own.keys.sorted() where !known.contains(TableSource.table(of: name)) {
      let list = known.joined(separator: ", ")
      throw TableError(
        file: name, line: 1,
        message: Message(
          vi: "không có bảng tên này; các bảng là: \(list); thêm dòng thì dùng TÊN.add.tsv",
          en: "there is no table of this name; tables are: \(list); to add rows use NAME.add.tsv"))
    }
  }

  /// The table as the department wants it.
  ///
  /// - Throws: `TableError` with the file and line of the first mistake.
  func table(_ name: String, _ columns: [String]) throws(TableError) -> TableFile {
    var table = try TableFile(
      name: name, text: own[name] ?? TableSource.text(name), expected: columns)
    let addition = TableSource.addition(to: name)
    if let text = own[addition] {
      table.add(try TableFile(name: addition, text: text, expected: columns))
    }
    return table
  }

  /// The table as it is compiled in.
  func compiledIn(_ name: String, _ columns: [String]) throws(TableError) -> TableFile {
    try TableFile(name: name, text: TableSource.text(name), expected: columns)
  }

  /// True where the department has a file for this table.
  func isChanged(_ name: String) -> Bool {
    own[name] != nil || own[TableSource.addition(to: name)] != nil
  }

  private static func text(_ name: String) -> String {
    GeneratedTables.texts[name] ?? GeneratedUnitTables.texts[name] ?? ""
  }

  private static let suffix = ".tsv"
  private static let addingSuffix = ".add.tsv"

  private static func addition(to name: String) -> String {
    name.dropLast(suffix.count) + addingSuffix
  }

  private static func table(of file: String) -> String {
    file.hasSuffix(addingSuffix) ? file.dropLast(addingSuffix.count) + suffix : file
  }
}
