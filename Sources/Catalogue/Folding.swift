/// Folds a Vietnamese word for matching: case, tone placement (hòa, hoà), composed and decomposed
/// letters, and final i/y (kỹ, kĩ) make no difference; tones and vowels do.
///
/// A folded word is its 64-bit hash: base letters in order, the tone last.
package enum Folding {
  /// Base letter and tone of every scalar below U+1F00: base in the upper byte, tone in the lower.
  private static let letters: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x1F00)
    for ascii in UInt8(ascii: "a")...UInt8(ascii: "z") {
      table[Int(ascii)] = UInt16(ascii) << 8
      table[Int(ascii) - 32] = UInt16(ascii) << 8
    }
    for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(digit)] = UInt16(digit) << 8 }
    let rows: [(base: UInt16, forms: String)] = [
      (0x61, "aàáảãạ"), (0x80, "ăằắẳẵặ"), (0x81, "âầấẩẫậ"), (0x65, "eèéẻẽẹ"),
      (0x83, "êềếểễệ"), (0x69, "iìíỉĩị"), (0x6F, "oòóỏõọ"), (0x84, "ôồốổỗộ"),
      (0x85, "ơờớởỡợ"), (0x75, "uùúủũụ"), (0x86, "ưừứửữự"), (0x79, "yỳýỷỹỵ"), (0x82, "đ"),
    ]
    for row in rows {
      for (tone, form) in row.forms.unicodeScalars.enumerated() {
        table[Int(form.value)] = row.base << 8 | UInt16(tone)
        for upper in String(form).uppercased().unicodeScalars where upper.value < 0x1F00 {
          table[Int(upper.value)] = row.base << 8 | UInt16(tone)
        }
      }
    }
    return table
  }()

  /// Hash of the folded word in `bytes[range]`.
  package static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var word: [UInt8] = []
    word.reserveCapacity(range.count)
    var tone: UInt8 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, width) = decode(bytes, index, range.upperBound)
      index += width
      switch scalar {
      case 0x0300: tone = 1
      case 0x0301: tone = 2
      case 0x0309: tone = 3
      case 0x0303: tone = 4
      case 0x0323: tone = 5
      case 0x0302: modify(&word, [0x61: 0x81, 0x65: 0x83, 0x6F: 0x84])
      case 0x0306: modify(&word, [0x61: 0x80])
      case 0x031B: modify(&word, [0x6F: 0x85, 0x75: 0x86])
      default:
        if scalar < 0x1F00, letters[Int(scalar)] != 0 {
          let entry = letters[Int(scalar)]
          word.append(UInt8(entry >> 8))
          if entry & 0xFF != 0 { tone = UInt8(entry & 0xFF) }
        } else {
          for shift in [0, 8, 16] as [UInt32] {
            word.append(UInt8(truncatingIfNeeded: scalar >> shift) | 0xC0)
          }
        }
      }
    }
    if word.count > 1, word[word.count - 1] == 0x79 {
      let before = word[word.count - 2]
      let isGlide = before == 0x75 && !(word.count > 2 && word[word.count - 3] == 0x71)
      if !vowels.contains(before) && !isGlide { word[word.count - 1] = 0x69 }
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for letter in word { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3 }
    return (hash ^ UInt64(tone)) &* 0x100_0000_01b3
  }

  private static let vowels: [UInt8] = [
    0x61, 0x80, 0x81, 0x65, 0x83, 0x69, 0x6F, 0x84, 0x85, 0x86,
  ]

  /// The letter under each of the marked ones, 0x80 (ă) to 0x86 (ư).
  private static let plain: [UInt8] = [0x61, 0x61, 0x64, 0x65, 0x6F, 0x6F, 0x75]

  /// Hash of a word's letters alone, without tones and marks: "đáng", "đang" and "dâng" are one.
  package static func bareHash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, width) = decode(bytes, index, range.upperBound)
      index += width
      guard scalar < 0x1F00, letters[Int(scalar)] != 0 else { continue }
      let base = UInt8(letters[Int(scalar)] >> 8)
      var letter = base < 0x80 ? base : plain[Int(base) - 0x80]
      if letter == 0x79 { letter = 0x69 }
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3
    }
    return hash
  }

  /// True for a combining mark.
  static func isMark(_ scalar: UInt32) -> Bool { (0x300...0x36F).contains(scalar) }

  /// True for a Vietnamese vowel, either case, with or without its marks.
  static func isVowel(_ scalar: UInt32) -> Bool {
    guard scalar < 0x1F00 else { return false }
    switch letters[Int(scalar)] >> 8 {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0x80, 0x81, 0x83...0x86: return true
    default: return false
    }
  }

  /// Hash of a word given as text.
  package static func hash(_ text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    return hash(bytes, 0..<bytes.count)
  }

  private static func modify(_ word: inout [UInt8], _ change: [UInt8: UInt8]) {
    guard let last = word.last, let changed = change[last] else { return }
    word[word.count - 1] = changed
  }

  /// The scalar at `index` and its width in bytes; a broken sequence reads as one byte.
  package static func decode(_ bytes: [UInt8], _ index: Int, _ end: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    func tail(_ offset: Int) -> UInt32? {
      guard index + offset < end, bytes[index + offset] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[index + offset] & 0x3F)
    }
    if first >= 0xC0, first < 0xE0, let a = tail(1) { return ((first & 0x1F) << 6 | a, 2) }
    if first >= 0xE0, first < 0xF0, let a = tail(1), let b = tail(2) {
      return ((first & 0x0F) << 12 | a << 6 | b, 3)
    }
    if first >= 0xF0, first < 0xF8, let a = tail(1), let b = tail(2), let c = tail(3) {
      return ((first & 0x07) << 18 | a << 12 | b << 6 | c, 4)
    }
    return (first, 1)
  }

  /// True for an upper-case letter, Vietnamese ones included.
  package static func isUpper(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    guard scalar < 0x1F00, let unicode = Unicode.Scalar(scalar) else { return false }
    return unicode.properties.isUppercase
  }
}
