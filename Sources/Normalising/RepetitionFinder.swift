/// Finds passages that stand twice across a page break, and cuts the second copy out.
///
/// A passage is repeated where the last words before a gap are the first words after it.
struct RepetitionFinder {
  private static let leastBytes = 40
  private static let leastWords = 6
  private static let mostWords = 800

  private struct Word {
    var range: Range<Int>
    var row: Int
    var hash: UInt64
  }

  private let bytes: [UInt8]
  private var words: [Word] = []

  static func find(in draft: inout Draft) {
    let finder = RepetitionFinder(draft)
    let cuts = finder.cuts(draft)
    if !cuts.isEmpty { finder.apply(cuts, to: &draft) }
  }

  private init(_ draft: Draft) {
    bytes = draft.bytes
    for (index, row) in draft.rows.enumerated() where row.role == .body { split(row, index) }
  }

  private mutating func split(_ row: Row, _ index: Int) {
    var start = row.content.lowerBound
    var position = start
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while position <= row.content.upperBound {
      let isEnd = position == row.content.upperBound
      if isEnd || bytes[position] == 0x20 || bytes[position] == 0x09 {
        if position > start { words.append(Word(range: start..<position, row: index, hash: hash)) }
        start = position + 1
        hash = 0xCBF2_9CE4_8422_2325
      } else {
        hash = (hash ^ UInt64(bytes[position])) &* 0x100_0000_01B3
      }
      position += 1
    }
  }

  /// The word ranges of second copies, in order.
  private func cuts(_ draft: Draft) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var latest: [UInt64: Int] = [:]
    var earlier = [Int](repeating: -1, count: words.count)
    var index = 0
    var last = 0
    while index + 2 < words.count {
      if index > 0, index >= last, isGap(words[index - 1].row, words[index].row, draft),
        let length = repeated(at: index, latest, earlier)
      {
        result.append(index..<(index + length))
        last = index + length
      }
      let key = trigram(index)
      earlier[index] = latest[key] ?? -1
      latest[key] = index
      index += 1
    }
    return result
  }

  private func trigram(_ index: Int) -> UInt64 {
    (words[index].hash &* 31 &+ words[index + 1].hash) &* 31 &+ words[index + 2].hash
  }

  private func isGap(_ left: Int, _ right: Int, _ draft: Draft) -> Bool {
    right > left && (right > left + 1 || draft.rows[right].startsPage)
  }

  /// How many words from `start` on repeat the words that end right before it.
  private func repeated(at start: Int, _ latest: [UInt64: Int], _ earlier: [Int]) -> Int? {
    var candidate = latest[trigram(start)] ?? -1
    var tries = 0
    var best: Int?
    while candidate >= 0, tries < 8, start - candidate <= RepetitionFinder.mostWords {
      let length = start - candidate
      if length >= RepetitionFinder.leastWords, start + length <= words.count,
        isSame(candidate, start, length), size(start, length) >= RepetitionFinder.leastBytes
      {
        best = length
      }
      candidate = earlier[candidate]
      tries += 1
    }
    return best
  }

  private func isSame(_ left: Int, _ right: Int, _ length: Int) -> Bool {
    for offset in 0..<length {
      let one = words[left + offset]
      let other = words[right + offset]
      guard one.hash == other.hash, bytes[one.range].elementsEqual(bytes[other.range]) else {
        return false
      }
    }
    return true
  }

  private func size(_ start: Int, _ length: Int) -> Int {
    words[start..<(start + length)].reduce(0) { $0 + $1.range.count + 1 }
  }

  /// Splits the rows in which a copy ends, and marks the copies' rows.
  private func apply(_ cuts: [Range<Int>], to draft: inout Draft) {
    // Where the copy ends in its last row; the other rows of a copy are copy throughout.
    var ends: [Int: Int] = [:]
    var resuming: Set<Int> = []
    for cut in cuts {
      let first = words[cut.lowerBound]
      let last = words[cut.upperBound - 1]
      for row in first.row...last.row where draft.rows[row].role == .body {
        ends[row] = draft.rows[row].content.upperBound
      }
      ends[last.row] = last.range.upperBound
      // The line after a copy that broke off goes on with the first copy's sentence.
      let ending = Sentence.ending(bytes, first.range.lowerBound..<last.range.upperBound)
      if ending == .open || ending == .comma { resuming.insert(last.row + 1) }
    }
    var rows: [Row] = []
    var isBold: [Bool] = []
    var hashes: [Int] = []
    for (index, row) in draft.rows.enumerated() {
      isBold.append(draft.isBold[index])
      hashes.append(draft.hashes[index])
      guard let end = ends[index] else {
        rows.append(row)
        rows[rows.count - 1].resumes = resuming.contains(index)
        continue
      }
      var copy = row
      copy.isRepeated = true
      copy.content = row.content.lowerBound..<end
      rows.append(copy)
      if end < row.content.upperBound {
        var rest = RowScanner.measure(bytes, end..<row.content.upperBound, line: row.line)
        rest.resumes = true
        rows.append(rest)
        isBold.append(draft.isBold[index])
        hashes.append(0)
      }
    }
    draft.rows = rows
    draft.isBold = isBold
    draft.hashes = hashes
  }
}
