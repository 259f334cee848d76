/// A letter of Vietnamese taken apart: its quality (a, ă, â, …), its tone, its case.
struct VietnameseLetter: Sendable, Hashable {
  /// The lower-case letter without tone, a scalar.
  var base: UInt32
  /// 0 none, 1 grave, 2 hook, 3 tilde, 4 acute, 5 dot.
  var tone: Int
  var isUpper: Bool

  /// Takes a precomposed scalar apart; nil for what is no letter of the Vietnamese alphabet or of
  /// ASCII.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A where !VietnameseLetter.vowels.contains(scalar):
      (base, tone, isUpper) = (scalar, 0, false)
    case 0x41...0x5A where !VietnameseLetter.vowels.contains(scalar | 0x20):
      (base, tone, isUpper) = (scalar | 0x20, 0, true)
    default:
      guard let known = VietnameseLetter.known[scalar] else { return nil }
      self = known
    }
  }

  private init(base: UInt32, tone: Int, isUpper: Bool) {
    (self.base, self.tone, self.isUpper) = (base, tone, isUpper)
  }

  /// The precomposed scalar with another tone or case.
  static func scalar(base: UInt32, tone: Int, isUpper: Bool) -> UInt32? {
    composed[VietnameseLetter(base: base, tone: tone, isUpper: isUpper)]
  }

  /// A letter with a combining mark put on it, or nil where Vietnamese has no such letter.
  static func composing(_ scalar: UInt32, with mark: UInt32) -> UInt32? {
    guard let letter = VietnameseLetter(scalar) else { return nil }
    if let tone = tones[mark] {
      guard letter.tone == 0 else { return nil }
      return self.scalar(base: letter.base, tone: tone, isUpper: letter.isUpper)
    }
    guard let base = qualities[mark]?[letter.base] else { return nil }
    return self.scalar(base: base, tone: letter.tone, isUpper: letter.isUpper)
  }

  static let tones: [UInt32: Int] = [0x300: 1, 0x309: 2, 0x303: 3, 0x301: 4, 0x323: 5]

  private static let vowels: Set<UInt32> = [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79]

  /// Circumflex, breve and horn.
  private static let qualities: [UInt32: [UInt32: UInt32]] = [
    0x302: [0x61: 0xE2, 0x65: 0xEA, 0x6F: 0xF4],
    0x306: [0x61: 0x103],
    0x31B: [0x6F: 0x1A1, 0x75: 0x1B0],
  ]

  /// One row a quality; the tones in the order of `tone`.
  private static let rows = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
    "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ", "đ",
  ]

  private static let known: [UInt32: VietnameseLetter] = {
    var result: [UInt32: VietnameseLetter] = [:]
    for row in rows {
      let lower = Array(row.unicodeScalars)
      let upper = Array(row.uppercased().unicodeScalars)
      for (tone, pair) in zip(lower, upper).enumerated() {
        result[pair.0.value] = VietnameseLetter(base: lower[0].value, tone: tone, isUpper: false)
        result[pair.1.value] = VietnameseLetter(base: lower[0].value, tone: tone, isUpper: true)
      }
    }
    return result
  }()

  private static let composed: [VietnameseLetter: UInt32] = Dictionary(
    uniqueKeysWithValues: known.map { ($1, $0) })
}
