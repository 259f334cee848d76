/// The encodings that Vietnamese text arrives in; the raw value is its name on the command line.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// TCVN 5712:1993 as the ABC fonts (.VnTime) show it; capitals with a tone live in the font.
  case tcvn3
  /// VNI-Windows: a letter of ASCII and a byte for its signs.
  case vni
  /// RFC 1456.
  case viscii
  /// Letters with a quality sign, tones as combining marks behind them.
  case windows1258 = "windows-1258"

  /// The name that people know it by.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .tcvn3: "TCVN3 (ABC)"
    case .vni: "VNI-Windows"
    case .viscii: "VISCII"
    case .windows1258: "Windows-1258"
    }
  }

  /// Those with a byte for a letter or a sign, in the order that a tie is told in.
  static let eightBit: [TextEncoding] = [.tcvn3, .vni, .viscii, .windows1258]
}
