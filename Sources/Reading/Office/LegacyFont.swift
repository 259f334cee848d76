/// An old encoding as the name of a font tells it.
struct LegacyFont: Sendable, Hashable {
  var encoding: TextEncoding
  /// A font that shows all letters as capitals (.VnTimeH).
  var isCapitals: Bool

  /// - Parameter font: the font's name; nil and names of Unicode fonts give nil.
  init?(font: String?) {
    guard let font else { return nil }
    let name = font.lowercased()
    if name.hasPrefix(".vn") {
      self.init(encoding: .tcvn3, isCapitals: name.hasSuffix("h") && !name.hasSuffix("arabiah"))
    } else if name.hasPrefix("vni-") || name.hasPrefix("vni ") {
      self.init(encoding: .vni, isCapitals: false)
    } else {
      return nil
    }
  }

  private init(encoding: TextEncoding, isCapitals: Bool) {
    self.encoding = encoding
    self.isCapitals = isCapitals
  }

  /// The text that the font shows; text that is Unicode already stays.
  func decoded(_ text: String) -> String {
    let isUnicode = text.unicodeScalars.contains {
      $0.value >= 0x100 && VietnameseLetter($0.value) != nil
    }
    let decoded = isUnicode ? text : Mojibake.decoded(text, from: encoding)
    return isCapitals ? decoded.uppercased() : decoded
  }
}
