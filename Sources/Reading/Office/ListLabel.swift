/// How automatic numbers are written.
enum NumberFormat: Sendable, Hashable {
  case decimal, zeroPadded, upperRoman, lowerRoman, upperLetter, lowerLetter, bullet, none

  /// The number as written; empty for formats without one.
  func text(_ number: Int) -> String {
    switch self {
    case .decimal: String(number)
    case .zeroPadded: number < 10 ? "0\(number)" : String(number)
    case .upperRoman: NumberFormat.roman(number)
    case .lowerRoman: NumberFormat.roman(number).lowercased()
    case .upperLetter: NumberFormat.letter(number)
    case .lowerLetter: NumberFormat.letter(number).lowercased()
    case .bullet, .none: ""
    }
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  /// A to Z, then AA, BB, … as word processors go on.
  private static func letter(_ number: Int) -> String {
    guard number > 0, number <= 26 * 20, let sign = Unicode.Scalar(0x41 + (number - 1) % 26) else {
      return String(number)
    }
    return String(repeating: Character(sign), count: (number - 1) / 26 + 1)
  }

  /// The sign for a bullet: hyphens and pluses stay, pictures of symbol fonts become "•".
  static func bullet(_ text: String) -> String {
    switch text.trimmingSpaces {
    case "-", "–", "—", "\u{F02D}", "\u{2010}", "\u{2011}", "\u{2012}": "-"
    case "+", "\u{F02B}": "+"
    case "*": "*"
    case "": ""
    default: "•"
    }
  }
}

/// Counts the items of one list, level by level.
struct ListCounter: Sendable {
  private var counts: [Int: Int] = [:]

  init() {}

  /// Counts one more item on a level; deeper levels begin anew.
  ///
  /// - Parameters:
  ///   - level: from 0.
  ///   - start: the first number on a level.
  /// - Returns: the numbers of the levels 0 to `level`.
  mutating func next(level: Int, start: (Int) -> Int) -> [Int] {
    counts[level] = counts[level].map { $0 + 1 } ?? start(level)
    counts = counts.filter { $0.key <= level }
    return (0...level).map { counts[$0] ?? start($0) }
  }

  /// Sets the number that the next item on a level gets.
  mutating func restart(level: Int, at number: Int) { counts[level] = number - 1 }
}

extension String {
  var trimmingSpaces: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
