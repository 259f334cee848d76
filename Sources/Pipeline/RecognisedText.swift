import DocumentModel
import Reading

/// What it means for findings that the text was recognised from pictures of pages.
struct RecognisedText: Sendable {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// Of 1000: what is left of a fact's confidence, and of one whose numeral is in doubt.
  private static let share = 800
  private static let shareInDoubt = 300

  /// The findings with the confidence that recognition leaves them; unchanged for other texts.
  func weighed(_ extraction: Extraction) -> Extraction {
    guard document.via == "ocr" else { return extraction }
    var extraction = extraction
    for index in extraction.facts.indices {
      let isInDoubt = doubts(of: extraction.facts[index].source).first != nil
      let share = isInDoubt ? RecognisedText.shareInDoubt : RecognisedText.share
      extraction.facts[index].confidence = extraction.facts[index].confidence * share / 1000
    }
    return extraction
  }

  /// One flag for each numeral that two looks at the page read differently, for a person's eye.
  func flags(for extraction: Extraction) -> [Flag] {
    document.structure.doubts.map { doubt in
      let source = document.span(doubt.range)
      let facts = extraction.facts.filter { self.doubts(of: $0.source).contains(doubt) }
      let key = "ocr_doubt \(document.sha256) \(doubt.range.lowerBound)"
      return Flag(
        id: "r" + ContentHash.sha256(of: Array(key.utf8)).prefix(16), file: document.file,
        rule: "ocr_doubt", severity: .warning, facts: facts.map(\.id), sources: [source],
        message: Message(
          vi: "Nhận dạng chữ đọc “\(source.text)” hoặc “\(doubt.other)”; hãy xem bản quét để biết "
            + "số nào đúng.",
          en: "Recognition reads “\(source.text)” or “\(doubt.other)”; look at the scan to see "
            + "which is right."))
    }
  }

  private func doubts(of source: SourceSpan) -> [ReadingDoubt] {
    document.structure.doubts.filter {
      $0.range.lowerBound < source.end && source.start < $0.range.upperBound
    }
  }
}
