import DocumentModel

/// Reads one row of `rules.tsv`; a mistake is a `TableError`, never bad data.
struct RuleRow {
  static let columns = [
    "id", "family", "severity", "relation", "operands", "applies", "vi", "en", "source",
  ]

  static let families: Set<String> = [
    "sum_mismatch", "part_exceeds_whole", "share_mismatch", "shares_exceed_whole",
    "average_mismatch", "rate_mismatch", "restatement_conflict", "balance_mismatch",
    "impossible_value", "impossible_date", "citation_conflict", "rollup_mismatch", "outlier",
    "missing_report",
  ]

  let file: String
  let row: TableFile.Row

  func rule() throws(TableError) -> Rule {
    let cells = row.cells
    guard !cells[0].isEmpty else { throw mistake("thiếu mã quy tắc", "the id is missing") }
    guard RuleRow.families.contains(cells[1]) else {
      throw mistake("không có nhóm \(cells[1])", "there is no family \(cells[1])")
    }
    guard let severity = Flag.Severity(rawValue: cells[2]) else {
      throw mistake("mức \(cells[2]) không hợp lệ", "\(cells[2]) is no severity")
    }
    guard let kind = Rule.Kind(rawValue: cells[3]) else {
      throw mistake("không có quan hệ \(cells[3])", "there is no relation \(cells[3])")
    }
    guard let applies = OperandParser.applicability(cells[5]) else {
      throw mistake(
        "không đọc được điều kiện \"\(cells[5])\"", "cannot read the condition \"\(cells[5])\"")
    }
    guard !cells[6].isEmpty, !cells[7].isEmpty else {
      throw mistake("thiếu hướng dẫn vi hoặc en", "the vi or en instruction is missing")
    }
    return Rule(
      id: cells[0], family: cells[1], severity: severity, relation: kind,
      operands: try operands(of: kind, cells[4], severity),
      wording: (cells[4], cells[5]), applies: applies,
      instruction: Message(vi: cells[6], en: cells[7]), source: cells[8],
      place: Rule.Place(file: file, line: row.line))
  }

  private func operands(
    of kind: Rule.Kind, _ text: String, _ severity: Flag.Severity
  ) throws(TableError) -> Rule.Operands {
    let parsed: Rule.Operands?
    switch kind {
    case .partition: parsed = OperandParser.partition(text, severity)
    case .exclusive, .separate, .share:
      let names = OperandParser.names(text)
      parsed = names.isEmpty ? nil : .dimensions(names)
    case .subset, .within: parsed = OperandParser.subset(text)
    case .scale: parsed = OperandParser.scale(text)
    case .conceptPart: parsed = OperandParser.conceptPart(text)
    case .balance: parsed = OperandParser.balance(text)
    case .coverage: parsed = OperandParser.coverage(text)
    case .equal: parsed = OperandParser.equal(text)
    case .range: parsed = OperandParser.range(text)
    case .outlier:
      // What is unusual may still be true.
      guard severity < .error else {
        throw mistake("outlier không thể ở mức error", "an outlier is never an error")
      }
      parsed = OperandParser.outlier(text)
    default: parsed = text.isEmpty ? Rule.Operands.none : nil
    }
    guard let parsed else {
      throw mistake(
        "không đọc được toán hạng \"\(text)\" của quan hệ \(kind.rawValue)",
        "cannot read the operands \"\(text)\" of the relation \(kind.rawValue)")
    }
    return parsed
  }

  private func mistake(_ vi: String, _ en: String) -> TableError {
    TableError(file: file, line: row.line, message: Message(vi: vi, en: en))
  }
}
