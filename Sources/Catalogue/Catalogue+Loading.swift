import DocumentModel

/// The tables that are read row by row, each with what a mistake in it is.
extension Catalogue {
  static let phrases = "phrases.tsv"
  static let phraseColumns = ["phrase", "features"]

  static func concepts(_ source: TableSource) throws(TableError) -> [String: Concept] {
    var concepts: [String: Concept] = [:]
    for row in try source.table("concepts.tsv", ["code", "unit", "period", "vi", "definition"]).rows
    {
      guard isCode(row.cells[0]), isCode(row.cells[1]), !row.cells[3].isEmpty else {
        throw row.mistake(
          vi: "mã và đơn vị phải là chữ thường không dấu, số và _; cột vi không được trống",
          en: "code and unit are lower-case letters, digits and _; the column vi is not empty")
      }
      guard ["instant", "duration"].contains(row.cells[2]) else {
        throw row.mistake(
          vi: "period phải là instant hoặc duration", en: "period is instant or duration")
      }
      concepts[row.cells[0]] = Concept(
        code: row.cells[0], unit: row.cells[1], isStock: row.cells[2] == "instant",
        vi: row.cells[3])
    }
    return concepts
  }

  static func dimensions(_ source: TableSource) throws(TableError) -> [String: [Member]] {
    var dimensions: [String: [Member]] = [:]
    for row in try source.table("dimensions.tsv", ["dimension", "member", "vi"]).rows {
      guard isCode(row.cells[0]), !row.cells[1].isEmpty, !row.cells[2].isEmpty else {
        throw row.mistake(
          vi: "thiếu mã chiều, giá trị hoặc tên tiếng Việt",
          en: "the dimension, the member or its Vietnamese name is missing")
      }
      dimensions[row.cells[0], default: []].append(Member(code: row.cells[1], vi: row.cells[2]))
    }
    return dimensions
  }

  static func weights(_ source: TableSource) throws(TableError) -> [String: Int] {
    let columns = ["feature", "weight"]
    let known = Set(try source.compiledIn("weights.tsv", columns).rows.map { $0.cells[0] })
    var weights: [String: Int] = [:]
    for row in try source.table("weights.tsv", columns).rows {
      guard known.contains(row.cells[0]) else {
        throw row.mistake(
          vi: "không có đặc điểm \(row.cells[0])", en: "there is no feature \(row.cells[0])")
      }
      guard let weight = Int(row.cells[1]) else {
        throw row.mistake(vi: "trọng số phải là số nguyên", en: "a weight is a whole number")
      }
      weights[row.cells[0]] = weight
    }
    return weights
  }

  static func certainty(_ source: TableSource) throws(TableError) -> [String: Int] {
    var certainty: [String: Int] = [:]
    for row in try source.table("certainty.tsv", ["feature", "weight"]).rows {
      guard let weight = Int(row.cells[1]) else {
        throw row.mistake(vi: "trọng số phải là số nguyên", en: "a weight is a whole number")
      }
      certainty[row.cells[0]] = weight
    }
    return certainty
  }

  static func applies(
    _ source: TableSource, _ concepts: [String: Concept], _ dimensions: [String: [Member]]
  ) throws(TableError) -> [String: Set<String>] {
    var applies: [String: Set<String>] = [:]
    for row in try source.table("applies.tsv", ["dimension", "concepts"]).rows {
      guard dimensions[row.cells[0]] != nil else {
        throw row.mistake(vi: "không có chiều \(row.cells[0])", en: "no dimension \(row.cells[0])")
      }
      let codes = row.cells[1].split(separator: " ").map(String.init)
      if let wrong = codes.first(where: { concepts[$0] == nil }) {
        throw row.mistake(vi: "không có khái niệm \(wrong)", en: "no concept \(wrong)")
      }
      applies[row.cells[0], default: []].formUnion(codes)
    }
    return applies
  }

  /// A code is never empty: lower-case ASCII letters, digits, `_`.
  private static func isCode(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
      }
  }
}
