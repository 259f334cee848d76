/// How a cell looks.
struct XLSXStyle: Hashable {
  enum Number: Hashable {
    /// 1.205 whatever the language of the program that shows it.
    case count
    /// With this many decimals, separated as the program that shows it does.
    case decimal(Int)
  }

  enum Fill: UInt32, Hashable {
    case header = 0xD9E1F2
    case total = 0xF2F2F2
    /// Statements that can't all be true.
    case disputed = 0xF8CBAD
    /// A figure that a flag is about.
    case flagged = 0xFFE699
  }

  enum Alignment: Hashable { case left, center, right }

  var number: Number?
  var fill: Fill?
  var alignment: Alignment?
  var isBold = false
  var isItalic = false
  var wraps = false
  var hasBorder = false
  var size = 11
}
