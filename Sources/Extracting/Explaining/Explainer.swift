package import Catalogue
package import DocumentModel

/// Says which phrase gave each aspect of each figure, by trying: a phrase is blanked, the document is
/// extracted again, and what is another now came from that phrase.
///
/// The rejected way was to note, while binding, which cue was looked at: such notes told what the
/// program had in hand, not what decided, and were silent about most periods and entities. Trying takes
/// one extraction for each phrase of the document, so it is done on request only.
package struct Explainer: Sendable {
  private let catalogue: Catalogue

  package init(catalogue: Catalogue) { self.catalogue = catalogue }

  /// Extracts a document and explains every aspect of every fact that isn't the default.
  ///
  /// Concept, period and entity are always explained. An aspect that no single phrase decides, because
  /// several say the same or the text says nothing, has an evidence without a span.
  package func explain(_ document: Document) -> Extraction {
    var trial = Trial(catalogue: catalogue, document: document)
    let phrases = PhraseFinder(catalogue: catalogue, document: document).phrases
    for phrase in phrases where !phrase.isPlain { trial.blank(phrase) }
    // Words that no table knows decide seldom: only beside figures with something left to explain,
    // and many at a time.
    let open = trial.openBlocks
    trial.blank(anyOf: phrases.filter { $0.isPlain && open.contains($0.block) }[...])
    return trial.explained
  }

  /// The same document with a phrase's letters and digits replaced by letters that mean nothing.
  ///
  /// Places, spaces, capitals and blocks stay as they are.
  package static func blanked(_ range: Range<Int>, in document: Document) -> Document {
    blanked([range], in: document)
  }

  static func blanked(_ ranges: [Range<Int>], in document: Document) -> Document {
    var other = document
    for range in ranges { blank(range, in: &other) }
    return other
  }

  private static func blank(_ range: Range<Int>, in document: inout Document) {
    var index = range.lowerBound
    for scalar in document.text(range).unicodeScalars {
      let letter = UInt8(ascii: scalar.properties.isUppercase ? "Q" : "q")
      let end = index + UTF8.width(scalar)
      if scalar.value > 0x20 { for place in index..<end { document.bytes[place] = letter } }
      index = end
    }
  }
}
