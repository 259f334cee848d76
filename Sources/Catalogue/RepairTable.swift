import DocumentModel

/// Damaged phrases and what they stand for; only matching sees the repair, the source never changes.
package struct RepairTable: Sendable {
  private var phrases: [UInt64: [(wrong: [UInt64], right: [UInt64])]] = [:]

  package init(_ table: TableFile) throws(TableError) {
    for row in table.rows {
      let wrong = RepairTable.words(row.cells[0])
      let right = RepairTable.words(row.cells[1])
      guard wrong.count == right.count, let first = wrong.first else {
        throw TableError(
          file: table.name, line: row.line,
          message: Message(
            vi: "hai vế phải có cùng số chữ", en: "both sides must have as many words"))
      }
      phrases[first, default: []].append((wrong, right))
    }
  }

  package func apply(_ tokens: inout [Token]) {
    for index in tokens.indices {
      guard tokens[index].kind == .word, let candidates = phrases[tokens[index].hash] else { continue }
      for (wrong, right) in candidates
      where index + wrong.count <= tokens.count
        && (0..<wrong.count).allSatisfy({ tokens[index + $0].hash == wrong[$0] })
      {
        for offset in right.indices { tokens[index + offset].hash = right[offset] }
        break
      }
    }
  }

  private static func words(_ text: String) -> [UInt64] {
    let bytes = Array(text.utf8)
    return Tokenizer.tokens(bytes, [0..<bytes.count]).map(\.hash)
  }
}
