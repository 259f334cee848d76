/// Which features a department's phrases may have: anything else would silently do nothing.
///
/// A key is one of a dimension, or one that the compiled-in phrases use, since the program knows no
/// others. A value is a member of the dimension, a word that `readings.tsv` has, or one that the
/// compiled-in phrases use.
struct KnownFeatures {
  private var values: [String: Set<String>] = [:]
  /// Dimensions whose members are open: a name without diacritics, an age, a number of years.
  private var open: Set<String> = ["ethnicity"]

  init(
    phrases: TableFile, dimensions: [String: [Catalogue.Member]], readings: [TableFile.Row]
  ) throws(TableError) {
    for row in phrases.rows {
      for feature in try Lexicon.features(row) {
        values[KnownFeatures.plain(feature.key), default: []].insert(feature.value)
      }
    }
    for (code, members) in dimensions {
      values[code, default: []].formUnion(members.map(\.code))
      // A member in capitals ("NN", "LOW-HIGH") stands for a pattern.
      if members.contains(where: { $0.code.contains(where: \.isUppercase) }) { open.insert(code) }
    }
    for row in readings {
      values["event", default: []].insert(row.cells[0])
      values["noun", default: []].insert(row.cells[1])
    }
  }

  /// The mistake in a row of phrases, if there is one.
  func mistake(in row: TableFile.Row) throws(TableError) -> TableError? {
    for feature in try Lexicon.features(row) {
      let key = KnownFeatures.plain(feature.key)
      guard let known = values[key] else {
        return row.mistake(
          vi: "không có đặc trưng hay chiều tên \(key)",
          en: "there is no feature or dimension \(key)")
      }
      guard !open.contains(key) else { continue }
      if !known.contains(feature.value) && !known.contains(KnownFeatures.member(feature.value)) {
        return row.mistake(
          vi: "\(key) không có giá trị \(feature.value)", en: "\(key) has no value \(feature.value)"
        )
      }
    }
    return nil
  }

  /// The key without the mark of a weaker claim ("org_type~", "grade?").
  private static func plain(_ key: String) -> String {
    key.hasSuffix("~") || key.hasSuffix("?") ? String(key.dropLast()) : key
  }

  /// The member without the sign that it includes all above ("college+") or is a guess.
  private static func member(_ value: String) -> String {
    var value = value[...]
    if value.hasPrefix("~") { value = value.dropFirst() }
    if let last = value.last, "+-?".contains(last) { value = value.dropLast() }
    return String(value)
  }
}
