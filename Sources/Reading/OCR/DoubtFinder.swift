import DocumentModel

/// Compares two readings of the same pages, numeral by numeral.
enum DoubtFinder {
  /// The places of the text whose digits the other reading has differently.
  ///
  /// A word that the other reading doesn't have at all is no doubt: it left out a rule or a speck
  /// more, or took the place for a picture. `places` says where the words of the first reading stand
  /// in the text.
  static func doubts(
    _ first: [RecognisedPage], _ second: [RecognisedPage], in places: [PlacedText]
  ) -> [ReadingDoubt] {
    var doubts: [ReadingDoubt] = []
    for (own, other) in zip(first, second) {
      for word in own.page.words {
        let counterpart = other.page.words.filter { $0.isSamePlace(as: word) }
          .sorted { $0.left < $1.left }
        guard !counterpart.isEmpty else { continue }
        let text = counterpart.flatMap(\.text)
        guard hasDigit(word.text) || hasDigit(text), signs(word.text) != signs(text),
          let place = places.first(where: { $0.box.touches(word.box) })
        else { continue }
        doubts.append(
          ReadingDoubt(range: place.range, other: String(decoding: text, as: UTF8.self)))
      }
    }
    return doubts
  }

  private static func hasDigit(_ text: [UInt8]) -> Bool {
    text.contains { (0x30...0x39).contains($0) }
  }

  /// Letters and digits: a full stop more or less is no other numeral.
  private static func signs(_ text: [UInt8]) -> [UInt8] {
    text.filter {
      $0 >= 0x80 || (0x30...0x39).contains($0) || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A
    }
  }
}

extension SourceSpan.Box {
  /// True where the two share more than half of the narrower one.
  fileprivate func touches(_ other: SourceSpan.Box) -> Bool {
    let width = min(right, other.right) - max(left, other.left)
    let height = min(bottom, other.bottom) - max(top, other.top)
    return width > 0.5 * min(right - left, other.right - other.left)
      && height > 0.5 * min(bottom - top, other.bottom - other.top)
  }
}
