import Foundation

/// A unit's name taken apart for comparison: what kind of unit, and the words that name it.
///
/// "Đảng ủy xã Hoà Bum", "ĐẢNG BỘ XÃ HÒA BUM" and "xã Hòa Bum" are one name.
package struct UnitName: Sendable, Hashable {
  /// "xa", "phuong", "tinh", …; empty where the name doesn't tell.
  package let kind: String
  /// Folded words: letters with their marks, then the tone as a raised digit.
  package let words: [String]
  /// True where a head or a kind told that it names a unit: "Đảng ủy …", "xã …".
  package let isOfUnit: Bool

  /// Takes a name as stated apart.
  package init(_ text: String) {
    let words = UnitName.fold(text)
    self.init(words, readsBare: words == UnitName.bare(words))
  }

  /// Makes a name of a list whose kind stands in a column of its own, and perhaps before the name
  /// too.
  package init(_ text: String, kind stated: String) {
    let kind = UnitName.bare(UnitName.fold(stated))
    // "Xa Dung" of kind "xã" is no unit of the name Dung.
    let name = UnitName(UnitName.fold(text), readsBare: UnitName.fold(stated) == kind)
    let joined = kind.joined(separator: " ")
    let known = UnitWords.compiledIn.kinds.first { $0.kind == joined }?.kind ?? ""
    self.init(kind: name.kind.isEmpty ? known : name.kind, words: name.words)
  }

  /// Takes words apart; bare forms of heads and kinds are read where a text has no diacritics at all.
  private init(_ text: [String], readsBare: Bool) {
    var words = text
    var kind = ""
    var isHeaded = false
    func starts(_ phrase: UnitWords.Phrase) -> Bool {
      guard words.count > phrase.words.count else { return false }
      return words.starts(with: phrase.words) || (readsBare && words.starts(with: phrase.bare))
    }
    while let head = UnitWords.compiledIn.heads.first(where: starts) {
      words.removeFirst(head.words.count)
      isHeaded = true
      if kind.isEmpty { kind = head.kind }
    }
    if kind.isEmpty, let found = UnitWords.compiledIn.kinds.first(where: starts) {
      kind = found.kind
      words.removeFirst(found.words.count)
    }
    self.kind = kind
    self.words = words
    isOfUnit = isHeaded || !kind.isEmpty
  }

  private init(kind: String, words: [String]) {
    self.kind = kind
    self.words = words
    isOfUnit = true
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
    if kind.isEmpty || other.kind.isEmpty || kind == other.kind { return true }
    let levels = UnitWords.compiledIn.levels
    return !(levels[kind] ?? []).isDisjoint(with: levels[other.kind] ?? [])
  }

  // MARK: Folding

  /// What tells names apart, with body and kind: equal for two spellings of one name, "hòa" and
  /// "hoà", "TNHH ITV" and "TNHH 1TV".
  package static func identity(of name: String) -> String { fold(name).joined(separator: " ") }

  /// Words of a text: lower case, composed or not, hòa as hoà, mỹ as mĩ, 1TV as MTV.
  package static func fold(_ text: String) -> [String] {
    UnitSpellings.compiledIn.unified(words(of: text))
  }

  /// The same before spellings are unified.
  static func words(of text: String) -> [String] {
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
}
