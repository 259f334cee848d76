import DocumentModel

/// Numbers as people write them: 1.286 and 44,1 in Vietnamese, 1,286 and 44.1 in English.
struct NumberText {
  enum Language { case vi, en }

  let language: Language

  func text(_ value: ExactDecimal, decimals: Int? = nil) -> String {
    let places = max(decimals ?? value.scale, value.scale)
    let padded = Int128(value.mantissa.magnitude) * powerOfTen(places - value.scale)
    var digits = String(padded)
    while digits.utf8.count <= places { digits = "0" + digits }
    let cut = digits.index(digits.endIndex, offsetBy: -places)
    let whole = grouped(String(digits[..<cut]))
    let sign = value.mantissa < 0 ? "−" : ""
    guard places > 0 else { return sign + whole }
    return sign + whole + (language == .vi ? "," : ".") + digits[cut...]
  }

  private func grouped(_ digits: String) -> String {
    var result = ""
    for (position, digit) in digits.enumerated() {
      if position > 0 && (digits.count - position) % 3 == 0 {
        result += language == .vi ? "." : ","
      }
      result.append(digit)
    }
    return result
  }
}
