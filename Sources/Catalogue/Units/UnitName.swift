import Foundation

/// A unit's name taken apart for comparison: what kind of unit, and the words that name it.
///
/// "Đảng ủy xã Hoà Bum", "ĐẢNG BỘ XÃ HÒA BUM" and "xã Hòa Bum" are one name.
package struct UnitName: Sendable, Hashable {
  /// "xa", "phuong", "tinh", …; empty where the name doesn't tell.
  package let kind: String
  /// Folded words: letters with their marks, then the tone as a raised digit.
  package let words: [String]

  /// Takes a name as stated apart.
  package init(_ text: String) {
    var words = UnitName.fold(text)
    var kind = ""
    while let head = UnitName.heads.first(where: { UnitName.starts(words, with: $0.words) }) {
      words.removeFirst(head.words.count)
      if kind.isEmpty { kind = head.kind }
    }
    if kind.isEmpty,
      let found = UnitName.kinds.first(where: { UnitName.starts(words, with: $0.words) }),
      words.count > found.words.count
    {
      kind = found.kind
      words.removeFirst(found.words.count)
    }
    self.kind = kind
    self.words = words
  }

  /// Makes a name of a list whose kind stands in a column of its own.
  package init(_ text: String, kind stated: String) {
    let name = UnitName(text)
    let bare = UnitName.bare(UnitName.fold(stated)).joined(separator: " ")
    let known = UnitName.kinds.first { $0.kind == bare }?.kind ?? ""
    self.init(kind: name.kind.isEmpty ? known : name.kind, words: name.words)
  }

  private init(kind: String, words: [String]) {
    self.kind = kind
    self.words = words
  }

  /// All words in one string, for comparing and for measuring distance.
  package var joined: String { words.joined(separator: " ") }

  /// Words without tones and marks.
  package var bareWords: [String] { UnitName.bare(words) }

  /// First letters: "bl" for Bình Lư.
  package var initials: String { String(bareWords.compactMap(\.first)) }

  /// True where no letter has a tone or a mark: a name typed without diacritics.
  package var isBare: Bool { words == bareWords }

  /// False where both tell their kind and the kinds are of different levels: a commune may have
  /// become a ward, but never a district.
  package func mayBe(_ other: UnitName) -> Bool {
    kind.isEmpty || other.kind.isEmpty || kind == other.kind
      || UnitName.levels.contains { $0.contains(kind) && $0.contains(other.kind) }
  }

  private static let levels: [Set<String>] = [
    ["xa", "phuong", "thi tran", "dac khu"], ["huyen", "quan", "thi xa", "thanh pho"],
    ["tinh", "thanh pho"],
  ]

  // MARK: Folding

  /// Words of a text: lower case, composed or not, hòa as hoà, mỹ as mĩ.
  package static func fold(_ text: String) -> [String] {
    var words: [String] = []
    var letters = ""
    var tone = ""
    func end() {
      guard !letters.isEmpty else { return }
      if letters.hasSuffix("y"), letters.count > 1,
        let before = letters.dropLast().last, !"aăâeêioôơuưy".contains(before)
      {
        letters = letters.dropLast() + "i"
      }
      words.append(letters + tone)
      letters = ""
      tone = ""
    }
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      case 0x300: tone = "¹"
      case 0x301: tone = "²"
      case 0x309: tone = "³"
      case 0x303: tone = "⁴"
      case 0x323: tone = "⁵"
      case 0x302: letters = mark(letters, ["a": "â", "e": "ê", "o": "ô"])
      case 0x306: letters = mark(letters, ["a": "ă"])
      case 0x31B: letters = mark(letters, ["o": "ơ", "u": "ư"])
      default:
        if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
          letters.unicodeScalars.append(scalar)
        } else {
          end()
        }
      }
    }
    end()
    return words
  }

  private static func mark(_ letters: String, _ change: [Character: Character]) -> String {
    guard let last = letters.last, let changed = change[last] else { return letters }
    return letters.dropLast() + String(changed)
  }

  package static func bare(_ words: [String]) -> [String] {
    words.map { word in
      let letters = word.last.map { "¹²³⁴⁵".contains($0) } == true ? word.dropLast() : word[...]
      return String(letters.map { plain[$0] ?? $0 })
    }
  }

  private static let plain: [Character: Character] = [
    "ă": "a", "â": "a", "đ": "d", "ê": "e", "ô": "o", "ơ": "o", "ư": "u",
  ]

  // MARK: Heads and kinds

  private struct Head {
    let words: [[String]]
    let kind: String
  }

  /// A head matches as written and, in a text without diacritics, bare.
  private static func starts(_ words: [String], with forms: [[String]]) -> Bool {
    guard words.count > forms.count else { return false }
    return zip(words, forms).allSatisfy { $1.contains($0) }
  }

  private static func head(_ text: String, kind: String = "") -> Head {
    Head(words: fold(text).map { [$0, bare([$0])[0]] }, kind: kind)
  }

  private static let heads: [Head] = [
    head("ban chấp hành"), head("ban thường vụ"), head("bch"), head("btv"), head("đảng bộ"),
    head("đảng ủy"), head("đảng uỷ"), head("chi bộ"), head("chi ủy"), head("đu"), head("đb"),
    head("cb"), head("tỉnh ủy", kind: "tinh"), head("thành ủy", kind: "thanh pho"),
    head("huyện ủy", kind: "huyen"), head("quận ủy", kind: "quan"),
    head("thị ủy", kind: "thi xa"), head("đặc khu ủy", kind: "dac khu"),
  ]

  private static let kinds: [Head] =
    [
      "thành phố", "thị trấn", "thị xã", "đặc khu", "phường", "huyện", "quận", "tỉnh", "xã",
    ].map { head($0, kind: bare(fold($0)).joined(separator: " ")) } + [
      head("tp", kind: "thanh pho"), head("tt", kind: "thi tran"), head("tx", kind: "thi xa"),
    ]
}
