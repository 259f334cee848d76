import DocumentModel

/// Writes a number as the clerk wrote the one it replaces: "05" becomes "13", "1.286" becomes "1.268".
struct NumeralStyle {
  private let original: String

  init(like original: String) { self.original = original }

  /// The number with the original's points, comma and leading zero, and without a sign where the
  /// words tell it ("giảm 8,3%").
  func text(_ value: ExactDecimal) -> String {
    let parts = value.description.split(separator: ".")
    var whole = String(parts.first ?? "0")
    let isNegative = whole.hasPrefix("-")
    if isNegative { whole.removeFirst() }
    if original.hasPrefix("0"), whole.count == 1, !original.contains(",") { whole = "0" + whole }
    if original.contains(".") || original.count <= 3, whole.count > 3 { whole = grouped(whole) }
    let decimals = original.split(separator: ",").dropFirst().first?.count ?? 0
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    while fraction.count < decimals { fraction += "0" }
    let sign = isNegative && original.hasPrefix("-") ? "-" : ""
    return sign + whole + (fraction.isEmpty ? "" : "," + fraction)
  }

  private func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { result += "." }
      result.append(digit)
    }
    return result
  }
}
