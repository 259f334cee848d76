/// Short forms of words within phrases (`abbreviations.tsv`): "KT khi có dấu hiệu VP" is found by the
/// phrase "kiểm tra khi có dấu hiệu vi phạm".
package struct Abbreviations: Sendable {
  /// By the hash of the first word of the long form: its words, and the short form.
  private(set) var byFirstWord: [UInt64: [(long: [UInt64], short: UInt64)]] = [:]

  /// - Throws: `TableError` for a short form of several words or a long form of one.
  package init(_ table: TableFile) throws(TableError) {
    for row in table.rows {
      let short = Abbreviations.words(row.cells[0])
      let long = Abbreviations.words(row.cells[1])
      guard short.count == 1, long.count > 1, let first = long.first else {
        throw row.mistake(
          vi: "bên trái là một chữ tắt, bên phải là từ hai chữ trở lên",
          en: "a short form of one word, and a long form of two words or more")
      }
      byFirstWord[first, default: []].append((long, short[0]))
    }
  }

  private static func words(_ text: String) -> [UInt64] {
    let bytes = Array(text.utf8)
    return Tokenizer.tokens(bytes, [0..<bytes.count]).map(\.hash)
  }
}
