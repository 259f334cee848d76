import DocumentModel

/// The words by which a report says what it is about, that it replaces another, that it is secret:
/// `report_words.tsv`.
package struct ReportWords: Sendable {
  private let phrases: [Role: [Phrase]]

  package enum Role: String, Sendable, Hashable, CaseIterable {
    case topic, replaces, corrects, negation, secret, recipient
    case secretLabel = "secret_label"
  }

  private struct Phrase: Sendable {
    let value: String
    let words: [UInt64]
  }

  /// Loads the table.
  ///
  /// - Parameter texts: file name to text for tables that replace the compiled-in ones.
  /// - Throws: `TableError` naming file and line of the first mistake.
  package init(replacing texts: [String: String] = [:]) throws(TableError) {
    let name = "report_words.tsv"
    let table = try TableSource(texts).table(name, ["role", "value", "phrase"])
    var phrases: [Role: [Phrase]] = [:]
    for row in table.rows {
      let words = ReportWords.words(Array(row.cells[2].utf8)).map(\.hash)
      guard let role = Role(rawValue: row.cells[0]), !words.isEmpty else {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw TableError(
          file: row.file, line: row.line,
          message: Message(
            vi: "vai trò lạ hoặc thiếu cụm từ; vai trò chỉ có: \(known)",
            en: "unknown role or no phrase; roles are: \(known)"))
      }
      phrases[role, default: []].append(Phrase(value: row.cells[1], words: words))
    }
    self.phrases = phrases
  }

  /// The topic of a title; empty for a general report.
  package func topic(of title: String) -> String {
    let words = ReportWords.words(Array(title.utf8)).map(\.hash)
    let phrase = (phrases[.topic] ?? []).first { phrase in
      words.indices.contains { words[$0...].starts(with: phrase.words) }
    }
    return phrase?.value ?? ""
  }

  /// Byte offsets, from the text's start, behind each phrase of a role that isn't negated.
  package func ends(of role: Role, in bytes: [UInt8]) -> [Int] {
    let words = ReportWords.words(bytes)
    let hashes = words.map(\.hash)
    var ends: [Int] = []
    for index in hashes.indices {
      let longest = (phrases[role] ?? []).filter { hashes[index...].starts(with: $0.words) }
        .map(\.words.count).max()
      guard let longest else { continue }
      let isNegated =
        index > 0 && (phrases[.negation] ?? []).contains { $0.words == [hashes[index - 1]] }
      if !isNegated { ends.append(words[index + longest - 1].range.upperBound) }
    }
    return ends
  }

  /// The degree of secrecy that a piece of the letterhead states, where it states nothing else.
  package func secrecy(_ piece: String) -> String? {
    let words = ReportWords.words(Array(piece.utf8))
    let label = (phrases[.secretLabel] ?? []).first { label in
      words.map(\.hash).starts(with: label.words)
    }
    let rest = words.dropFirst(label?.words.count ?? 0)
    let degree = (phrases[.secret] ?? []).first { $0.words == rest.map(\.hash) }
    guard let degree else { return nil }
    // A stamp is in capitals; "mật" in small letters is a word of a sentence, but for the label.
    let isStamp = rest.allSatisfy { $0.isAllUpper }
    let isBracketed = piece.hasPrefix("(") || piece.hasPrefix("[")
    return label != nil || isStamp || isBracketed ? degree.value : nil
  }

  private static func words(_ bytes: [UInt8]) -> [Token] {
    Tokenizer.tokens(bytes, [0..<bytes.count]).filter { $0.kind == .word || $0.kind == .number }
  }
}
