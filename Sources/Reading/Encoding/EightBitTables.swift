/// What the bytes of the eight-bit encodings stand for.
///
/// The tables of TCVN 5712-1, VISCII and Windows-1258 are glibc's; a test compares them. A dot
/// stands for a byte without meaning.
enum EightBitTables {
  /// Scalars of the bytes 0x80 to 0xFF; 0 where there is none.
  static let tcvn3 = scalars(
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
      + "\u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴ"
      + "ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò" + "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ")

  static let viscii = scalars(
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ" + "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
      + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư" + "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ")

  static let windows1258 = scalars(
    "€.‚ƒ„…†‡ˆ‰.‹Œ....‘’“”•–—˜™.›œ..Ÿ"
      + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
      + "ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ß"
      + "àáâăäåæçèéêë\u{301}íîïđñ\u{323}óôơö÷øùúûüư₫ÿ")

  /// Signs of Windows-1252 that Western word processors put between letters of any old encoding.
  static let windows1252 = scalars("€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ")

  /// The six capitals that VISCII keeps among the control characters.
  static let visciiControls: [UInt8: UInt32] = [
    0x02: 0x1EB2, 0x05: 0x1EB4, 0x06: 0x1EAA, 0x14: 0x1EF6, 0x19: 0x1EF8, 0x1E: 0x1EF4,
  ]

  /// VNI: letters that have a byte of their own.
  static let vniLetters: [UInt8: UInt32] = letters([
    (0xD1, "Đ"), (0xF1, "đ"), (0xD6, "Ư"), (0xF6, "ư"), (0xD4, "Ơ"), (0xF4, "ơ"), (0xCD, "Í"),
    (0xED, "í"), (0xCC, "Ì"), (0xEC, "ì"), (0xC6, "Ỉ"), (0xE6, "ỉ"), (0xD3, "Ĩ"), (0xF3, "ĩ"),
    (0xD2, "Ị"), (0xF2, "ị"), (0xCE, "Ỵ"), (0xEE, "ỵ"),
  ])

  /// VNI: what a sign's byte (in its lower-case form) makes of the letter before it: the letter's
  /// quality and its tone, as in the combining marks of Unicode.
  static let vniSigns: [UInt8: [UInt32]] = [
    0xF9: [0x301], 0xF8: [0x300], 0xFB: [0x309], 0xF5: [0x303], 0xEF: [0x323],
    0xE2: [0x302], 0xE1: [0x302, 0x301], 0xE0: [0x302, 0x300], 0xE5: [0x302, 0x309],
    0xE3: [0x302, 0x303], 0xE4: [0x302, 0x323],
    0xEA: [0x306], 0xE9: [0x306, 0x301], 0xE8: [0x306, 0x300], 0xFA: [0x306, 0x309],
    0xFC: [0x306, 0x303], 0xEB: [0x306, 0x323],
  ]

  private static func scalars(_ text: String) -> [UInt32] {
    text.unicodeScalars.map { $0 == "." ? 0 : $0.value }
  }

  private static func letters(_ pairs: [(UInt8, Unicode.Scalar)]) -> [UInt8: UInt32] {
    Dictionary(uniqueKeysWithValues: pairs.map { ($0, $1.value) })
  }
}
