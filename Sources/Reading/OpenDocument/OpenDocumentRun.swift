/// How a piece of an OpenDocument paragraph is set.
struct OpenDocumentRun: Sendable {
  var font: String?
  var isRaised = false
  var isHidden = false

  init(font: String?) { self.font = font }

  /// The same with what a text style changes.
  func styled(by style: OpenDocumentStyles.Style?) -> OpenDocumentRun {
    guard let style else { return self }
    var run = self
    run.font = style.font ?? font
    run.isRaised = style.isRaised || isRaised
    run.isHidden = style.isHidden || isHidden
    return run
  }

  /// Appends text as XML holds it: white space collapses, at a paragraph's start it vanishes.
  func append(_ text: String, to paragraph: inout OfficeParagraph) {
    var collapsed = ""
    var isAfterSpace = OpenDocumentRun.endsWithSpace(paragraph)
    for scalar in text.unicodeScalars {
      let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
      if !isSpace {
        collapsed.unicodeScalars.append(scalar)
      } else if !isAfterSpace {
        collapsed.append(" ")
      }
      isAfterSpace = isSpace
    }
    append(raw: collapsed, to: &paragraph)
  }

  /// Appends text as it is.
  func append(raw text: String, to paragraph: inout OfficeParagraph) {
    guard !isHidden, !text.isEmpty else { return }
    let isMark = isRaised && text.count <= 3 && text.allSatisfy { ("0"..."9").contains($0) }
    paragraph.pieces.append(isMark ? .raised(text) : .text(text, LegacyFont(font: font)))
  }

  private static func endsWithSpace(_ paragraph: OfficeParagraph) -> Bool {
    switch paragraph.pieces.last {
    case nil: true
    case .text(let text, _): text.last?.isWhitespace ?? false
    case .raised, .note: false
    }
  }
}
