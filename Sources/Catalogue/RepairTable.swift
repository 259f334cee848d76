import DocumentModel

/// Damaged phrases and what they stand for; only matching sees the repair, the source never changes.
package struct RepairTable: Sendable {
  /// By the first word's bare letters: what a phrase reads as whatever its tones and marks.
  private var bare: [UInt64: [(letters: [UInt64], right: [UInt64])]] = [:]
  private var phrases: [UInt64: [(wrong: [UInt64], right: [UInt64])]] = [:]

  package init(_ table: TableFile) throws(TableError) {
    for row in table.rows {
      if row.cells[0] == "*" {
        let bytes = Array(row.cells[1].utf8)
        let tokens = Tokenizer.tokens(bytes, [0..<bytes.count])
        let letters = tokens.map { Folding.bareHash(bytes, $0.range) }
        guard letters.count > 1, let first = letters.first else {
          throw row.mistake(
            vi: "dạng * cần cụm từ hai chữ trở lên", en: "a * row needs two words or more")
        }
        bare[first, default: []].append((letters, tokens.map(\.hash)))
        continue
      }
      let wrong = RepairTable.words(row.cells[0])
      let right = RepairTable.words(row.cells[1])
      guard wrong.count == right.count, let first = wrong.first else {
        throw row.mistake(
          vi: "hai vế phải có cùng số chữ", en: "both sides must have as many words")
      }
      phrases[first, default: []].append((wrong, right))
    }
  }

  package func apply(_ tokens: inout [Token], bytes: [UInt8]) {
    repairMarks(&tokens, bytes)
    for index in tokens.indices {
      guard tokens[index].kind == .word, let candidates = phrases[tokens[index].hash] else {
        continue
      }
      for (wrong, right) in candidates
      where index + wrong.count <= tokens.count
        && (0..<wrong.count).allSatisfy({ tokens[index + $0].hash == wrong[$0] })
      {
        for offset in right.indices { tokens[index + offset].hash = right[offset] }
        break
      }
    }
  }

  private func repairMarks(_ tokens: inout [Token], _ bytes: [UInt8]) {
    var letters: [UInt64] = []
    letters.reserveCapacity(tokens.count)
    for token in tokens {
      letters.append(token.kind == .word ? Folding.bareHash(bytes, token.range) : 0)
    }
    for index in tokens.indices {
      guard tokens[index].kind == .word, let candidates = bare[letters[index]] else { continue }
      for (wanted, right) in candidates
      where index + wanted.count <= tokens.count
        && (0..<wanted.count).allSatisfy({ letters[index + $0] == wanted[$0] })
      {
        // one word at least must be whole: two damaged ones are as likely another phrase
        let whole = right.indices.count { tokens[index + $0].hash == right[$0] }
        guard whole > 0, whole < right.count else { continue }
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
