import Catalogue

/// Finds what stands in the text and is none of it: Markdown signs, tags, footnote marks.
struct InlineScanner {
  let bytes: [UInt8]
  let words: Words
  /// Signs to leave out, in order, never overlapping.
  private(set) var markup: [Range<Int>] = []
  private(set) var marks: [FootnoteMark] = []
  /// Rows that are bold as a whole, and heading signs before rows, by row.
  private(set) var isBold: [Bool] = []
  private(set) var hashes: [Int] = []
  private var boldOpen = false

  init(bytes: [UInt8], words: Words) {
    self.bytes = bytes
    self.words = words
  }

  /// Scans one row; rows must come in order.
  mutating func scan(_ row: Row, index rowIndex: Int) {
    var hashCount = 0
    var plainLetters = 0
    var boldLetters = 0
    defer {
      isBold.append(boldLetters > 0 && plainLetters == 0)
      hashes.append(hashCount)
    }
    if row.isBlank { boldOpen = false }
    let end = row.content.upperBound
    var index = row.content.lowerBound
    hashCount = leadingHashes(&index, end: end)
    while index < end {
      let byte = bytes[index]
      switch byte {
      case 0x2A, 0x5F, 0x2D, 0x3D:  // * _ - =
        let stop = endOfRun(index, end: end)
        let count = stop - index
        if byte == 0x2A && count == 1 {
          if isEmphasis(index, row: row) { exclude(index..<stop) }
        } else if count >= 3 || byte == 0x2A {
          if byte == 0x2A && count <= 3 { boldOpen.toggle() }
          exclude(index..<stop)
        }
        index = stop
      case 0x5C:  // backslash before a punctuation sign, or at the end
        let next = index + 1 < end ? bytes[index + 1] : 0
        if next == 0 || InlineScanner.isPunctuation(next) { exclude(index..<(index + 1)) }
        // The escaped sign is text, not markup; a marker parser reads over the backslash.
        index += next == 0 ? 1 : 2
      case 0x3C:
        index = tag(at: index, row: rowIndex, content: row.content)
      case 0x26 where bytes[index..<end].starts(with: Array("&nbsp;".utf8)):
        exclude(index..<(index + 6))
        index += 6
      case 0x5B, 0x28:
        index = bracket(at: index, row: rowIndex, content: row.content)
      case 0x30...0x39:
        index = digits(at: index, row: rowIndex, content: row.content)
      default:
        let (scalar, length) = Letters.decode(bytes, at: index, end: end)
        if Letters.superscript(scalar) != nil {
          index = superscript(at: index, row: rowIndex, content: row.content)
          continue
        }
        if Letters.isLetter(scalar) {
          if boldOpen { boldLetters += 1 } else { plainLetters += 1 }
        }
        index += length
      }
    }
  }

  // MARK: Markup

  /// `#`, `##`, … and `>` before a row's text.
  private mutating func leadingHashes(_ index: inout Int, end: Int) -> Int {
    var position = index
    while position < end, bytes[position] == 0x3E || bytes[position] == 0x20 { position += 1 }
    let hashStart = position
    while position < end, bytes[position] == 0x23 { position += 1 }
    let count = position - hashStart
    guard count <= 6, position < end, bytes[position] == 0x20 || count == 0 && position > index
    else { return 0 }
    exclude(index..<position)
    index = position
    return count
  }

  private func endOfRun(_ index: Int, end: Int) -> Int {
    var stop = index
    while stop < end, bytes[stop] == bytes[index] { stop += 1 }
    return stop
  }

  /// A lone star that touches a word is emphasis; before a space at the row's start it is a bullet.
  private func isEmphasis(_ index: Int, row: Row) -> Bool {
    let before = index > row.content.lowerBound ? bytes[index - 1] : 0x20
    let after = index + 1 < row.content.upperBound ? bytes[index + 1] : 0x20
    if index == row.content.lowerBound {
      // `*Text` is italic only if it is closed; else a bullet without its space.
      return after != 0x20 && after != 0x09
        && bytes[(index + 1)..<row.content.upperBound].contains(0x2A)
    }
    return before != 0x20 || after != 0x20
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// Records signs to leave out, unless they stand inside a numeral: a numeral is never split.
  private mutating func exclude(_ range: Range<Int>) {
    if isInsideNumeral(range) { return }
    if let last = markup.last, last.upperBound > range.lowerBound { return }
    markup.append(range)
  }

  private func isInsideNumeral(_ range: Range<Int>) -> Bool {
    func joins(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C }
    let left = range.lowerBound - 1
    let right = range.upperBound
    guard left >= 0, right < bytes.count else { return false }
    let digitLeft =
      Letters.isDigit(bytes[left])
      || joins(bytes[left]) && left > 0 && Letters.isDigit(bytes[left - 1])
    let digitRight =
      Letters.isDigit(bytes[right])
      || joins(bytes[right]) && right + 1 < bytes.count && Letters.isDigit(bytes[right + 1])
    return digitLeft && digitRight
  }

  private static let tags: Set<String> = [
    "sup", "sub", "b", "i", "u", "em", "strong", "br", "p", "div", "span", "font", "center", "a",
    "table", "tr", "td", "th", "tbody", "thead", "hr", "small", "big", "s", "mark",
  ]

  /// Reads a known tag, or a whole `<sup>1</sup>` as a mark; returns where to go on.
  private mutating func tag(at index: Int, row: Int, content: Range<Int>) -> Int {
    guard let (name, stop) = tagName(at: index, end: content.upperBound) else { return index + 1 }
    if name == "sup" {
      var position = stop
      while position < content.upperBound, !Letters.isDigit(bytes[position]),
        bytes[position] != 0x3C, position - stop < 3
      {
        position += 1
      }
      let signStart = position
      while position < content.upperBound, Letters.isDigit(bytes[position]) { position += 1 }
      let sign = signStart..<position
      while position < content.upperBound, bytes[position] != 0x3C, position - sign.upperBound < 3 {
        position += 1
      }
      if (1...3).contains(sign.count), position < content.upperBound, bytes[position] == 0x3C,
        let (closing, end) = tagName(at: position, end: content.upperBound), closing == "/sup"
      {
        add(index..<end, sign: sign, row: row, content: content, form: .tag)
        return end
      }
    }
    exclude(index..<stop)
    return stop
  }

  private func tagName(at index: Int, end: Int) -> (String, Int)? {
    var position = index + 1
    var name = ""
    if position < end, bytes[position] == 0x2F {
      name = "/"
      position += 1
    }
    let nameStart = position
    while position < end, position - nameStart < 9, bytes[position] | 0x20 >= 0x61,
      bytes[position] | 0x20 <= 0x7A
    {
      position += 1
    }
    let plain = String(decoding: bytes[nameStart..<position].map { $0 | 0x20 }, as: UTF8.self)
    guard InlineScanner.tags.contains(plain) else { return nil }
    guard let stop = endOfTag(at: position, end: min(end, index + 200)) else { return nil }
    return (name + plain, stop)
  }

  /// Past the `>` of a tag whose name ends at `index`; nil where what stands between is no attribute.
  ///
  /// A numeral outside of a value is text, whatever a damaged tag says around it ("</s 12 up>").
  private func endOfTag(at index: Int, end: Int) -> Int? {
    var position = index
    guard position < end, [0x20, 0x09, 0x2F, 0x3E].contains(bytes[position]) else { return nil }
    var quote: UInt8?
    var isValue = false
    while position < end {
      let byte = bytes[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else {
        switch byte {
        case 0x3E: return position + 1
        case 0x3C: return nil
        case 0x22, 0x27: quote = byte
        case 0x3D: isValue = true
        case 0x20, 0x09: isValue = false
        default:
          if Letters.isDigit(byte), !isValue { return nil }
        }
      }
      position += 1
    }
    return nil
  }

  // MARK: Marks

  private mutating func add(
    _ range: Range<Int>, sign: Range<Int>, row: Int, content: Range<Int>, form: FootnoteMark.Form
  ) {
    var number = 0
    var index = sign.lowerBound
    while index < sign.upperBound {
      let (scalar, length) = Letters.decode(bytes, at: index, end: sign.upperBound)
      if let digit = Letters.superscript(scalar) {
        number = number * 10 + Int(digit)
      } else if scalar < 0x80, Letters.isDigit(UInt8(scalar)) {
        number = number * 10 + Int(scalar - 0x30)
      }
      index += length
    }
    guard number > 0 else { return }
    marks.append(
      FootnoteMark(
        range: range, sign: sign, number: number, row: row, form: form,
        isConfirmed: form.isCertain,
        isLeading: !bytes[content.lowerBound..<range.lowerBound].contains {
          $0 != 0x2A && $0 != 0x20 && $0 != 0x5C
        }))
  }

  private mutating func superscript(at index: Int, row: Int, content: Range<Int>) -> Int {
    var stop = index
    while stop < content.upperBound {
      let (scalar, length) = Letters.decode(bytes, at: stop, end: content.upperBound)
      guard Letters.superscript(scalar) != nil else { break }
      stop += length
    }
    if !isUnit(before: index, row: content) && stop - index <= 6 {
      add(index..<stop, sign: index..<stop, row: row, content: content, form: .superscript)
    }
    return stop
  }

  /// True for "km²": the word before is a unit that carries its own superscript.
  private func isUnit(before index: Int, row: Range<Int>) -> Bool {
    let start = wordStart(before: index, row: row)
    guard start < index else { return false }
    return words.isExactly(.square, Words.fold(bytes, start..<index))
  }

  private func wordStart(before index: Int, row: Range<Int>) -> Int {
    var start = index
    while start > row.lowerBound {
      let (scalar, length) = Letters.decodeLast(bytes, start: row.lowerBound, end: start)
      guard Letters.isLetter(scalar) || Letters.isCombining(scalar) else { break }
      start -= length
    }
    return start
  }

  /// `[^1]`, `[1]`, `(1)`.
  private mutating func bracket(at index: Int, row: Int, content: Range<Int>) -> Int {
    let closing: UInt8 = bytes[index] == 0x5B ? 0x5D : 0x29
    var position = index + 1
    let isReference = position < content.upperBound && bytes[position] == 0x5E
    if isReference { position += 1 }
    let signStart = position
    while position < content.upperBound, Letters.isDigit(bytes[position]) { position += 1 }
    let sign = signStart..<position
    guard (1...3).contains(sign.count), position < content.upperBound, bytes[position] == closing
    else { return index + 1 }
    if bytes[index] == 0x28 && isReference { return index + 1 }
    add(
      index..<(position + 1), sign: sign, row: row, content: content,
      form: isReference ? .tag : .bracket)
    return position + 1
  }

  /// A run of digits: where it is glued to a word ("thuộc1") or is one digit too long for its
  /// groups ("1.8642"), it may end in a mark.
  private mutating func digits(at index: Int, row: Int, content: Range<Int>) -> Int {
    let end = content.upperBound
    var stop = index
    while stop < end, Letters.isDigit(bytes[stop]) { stop += 1 }
    if stop + 1 < end, bytes[stop] == 0x2E || bytes[stop] == 0x2C || bytes[stop] == 0x2F,
      Letters.isDigit(bytes[stop + 1])
    {
      return stop
    }
    if stop < end {
      let (next, _) = Letters.decode(bytes, at: stop, end: end)
      let goesOn = Letters.isLetter(next) || next == 0x2F || next == 0x2D || next == 0x25
      if goesOn { return stop }
    }
    if stop - index <= 2, index > content.lowerBound, bytes[index] != 0x30 {
      let (before, _) = Letters.decodeLast(bytes, start: content.lowerBound, end: index)
      if isGlue(before, at: index, row: content) {
        add(index..<stop, sign: index..<stop, row: row, content: content, form: .glued)
      } else if isApart(index..<stop, row: content) {
        add(index..<stop, sign: index..<stop, row: row, content: content, form: .apart)
      }
    } else if stop - index == 4 || stop - index == 5, isGroup(index, row: content) {
      add(index + 3..<stop, sign: index + 3..<stop, row: row, content: content, form: .glued)
    }
    return stop
  }

  private func isGlue(_ before: UInt32, at index: Int, row: Range<Int>) -> Bool {
    switch before {
    case 0x25, 0x29, 0x22, 0x201D, 0x2019, 0xBB: return true
    case 0x2E, 0x2C, 0x3B:  // "tuổi.4": a word, not a numeral, before the point
      guard index - 1 > row.lowerBound else { return false }
      return Letters.isLetter(Letters.decodeLast(bytes, start: row.lowerBound, end: index - 1).0)
    default:
      guard Letters.letterCase(before) == .lower else { return false }
      let start = wordStart(before: index, row: row)
      return !words.isExactly(.square, Words.fold(bytes, start..<index))
    }
  }

  /// One digit between a word in lower case and a sign that ends a clause, or the row's end.
  private func isApart(_ digits: Range<Int>, row: Range<Int>) -> Bool {
    guard digits.count == 1, digits.lowerBound - 2 >= row.lowerBound,
      bytes[digits.lowerBound - 1] == 0x20
    else { return false }
    let (before, _) = Letters.decodeLast(
      bytes, start: row.lowerBound, end: digits.lowerBound - 1)
    let ends: Set<UInt8> = [0x2E, 0x2C, 0x3B, 0x3A]
    return Letters.letterCase(before) == .lower
      && (digits.upperBound == row.upperBound || ends.contains(bytes[digits.upperBound]))
  }

  /// True where the digits are the last group of a grouped number: "1.864".
  private func isGroup(_ index: Int, row: Range<Int>) -> Bool {
    guard index - 2 >= row.lowerBound, bytes[index - 1] == 0x2E else { return false }
    var start = index - 1
    while start > row.lowerBound, Letters.isDigit(bytes[start - 1]) { start -= 1 }
    return (1...3).contains(index - 1 - start)
  }
}
