import Catalogue
import DocumentModel

/// What one or several tokens of a block are.
struct Item {
  var kind: Kind
  /// Token indices in the block.
  var tokens: Range<Int>

  enum Kind {
    case word
    case sign(Unicode.Scalar)
    case cue([Feature])
    case numeral(Numeral)
    case time(TimeMention)
    case citation(CitationMention)
    case name
    case numbering
    case superscript
    case entity(String)
  }

  func feature(_ key: String) -> String? {
    guard case .cue(let features) = kind else { return nil }
    return features.first { $0.key == key }?.value
  }

  func has(_ key: String, _ value: String) -> Bool { feature(key) == value }

  func isSign(_ wanted: Unicode.Scalar) -> Bool {
    if case .sign(let scalar) = kind { return scalar == wanted }
    return false
  }

  var numeral: Numeral? {
    if case .numeral(let numeral) = kind { return numeral }
    return nil
  }

  /// True for a number that is no percentage.
  ///
  /// `numeral.map { !$0.isPercent } ?? false` in a chain of conditions makes the optimiser of Swift
  /// 6.3.1 fail ("Found ownership error").
  var isCount: Bool {
    if case .numeral(let numeral) = kind { return !numeral.isPercent }
    return false
  }

  var time: TimeMention? {
    if case .time(let time) = kind { return time }
    return nil
  }
}

/// A number as written.
struct Numeral {
  var value: ExactDecimal
  var decimals: Int
  var upper: ExactDecimal?
  var isPercent: Bool
  /// "không có", "chưa": a stated none.
  var isNone: Bool
  var isWord: Bool
  /// Byte range of the numeral alone.
  var range: Range<Int>
  /// Byte range of "triệu", "nghìn" behind it.
  var scale: Range<Int>?
  /// Byte range of the other end of a stated range.
  var upperRange: Range<Int>?
}

/// A stretch of time as the text names it, resolved against the report's own dates.
struct TimeMention {
  /// For flows; nil where only a day is named.
  var flow: Period?
  /// For stocks.
  var stock: CalendarDate?
  /// For "đầu năm 2024", "cuối quý II": the whole of what it is the edge of.
  var span: Period?
  /// "2015: 18": a year that labels the one number behind it.
  var isLabel = false
  /// True for a single written day.
  var isDay = false
  /// "đến", "tính đến": the end of something that started earlier.
  var isUntil = false
  /// "đầu năm", "cuối quý".
  var isEdge = false
  /// "cùng kỳ", "năm trước": the same span a year before.
  var isComparison = false
  /// Byte ranges of the dates inside, for the ledger.
  var ranges: [Range<Int>] = []
}

extension TimeMention {
  /// True for a whole year, named for itself.
  var isOneYear: Bool {
    flow.map { $0 == .year($0.end.year) } ?? false && !isEdge && !isComparison
  }
}

/// A document cited by its symbol.
struct CitationMention {
  var symbol: Range<Int>
}

extension Array {
  /// The element at `index`, or nil outside the array.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
