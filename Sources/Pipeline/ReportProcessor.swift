import DocumentModel
import Extracting
import Normalising
import Reading
import Validating

/// Leads one report through the rooms, in order.
struct ReportProcessor: Sendable {
  let catalogue: LoadedCatalogue
  private let reader: Reader

  init(
    catalogue: LoadedCatalogue, reading: ReadingChoices = ReadingChoices(),
    limits: FileLimits = FileLimits()
  ) {
    self.catalogue = catalogue
    reader = Reader(limits: limits.reading, options: reading.options)
  }

  /// The text as read, without structure.
  func rawDocument(file: String, bytes: [UInt8]) throws(InputFailure) -> Document {
    try reader.read(file: file, bytes: bytes)
  }

  func document(file: String, bytes: [UInt8]) throws(InputFailure) -> Document {
    Normaliser(catalogue: catalogue.tables).normalise(try rawDocument(file: file, bytes: bytes))
  }

  func extraction(
    file: String, bytes: [UInt8], keepsGrounds: Bool = false
  ) throws(InputFailure) -> (Document, Extraction) {
    let document = try document(file: file, bytes: bytes)
    var extractor = Extractor(catalogue: catalogue.tables)
    extractor.keepsGrounds = keepsGrounds
    let found = extractor.extract(document)
    let extraction = try StatedFacts(catalogue: catalogue.tables).applied(to: found, of: document)
    return (document, RecognisedText(document).weighed(extraction))
  }

  /// An extraction that says of each aspect which phrase gave it; takes one extraction for each
  /// phrase of the text.
  func explanation(file: String, bytes: [UInt8]) throws(InputFailure) -> (Document, Extraction) {
    let document = try document(file: file, bytes: bytes)
    return (document, Explainer(catalogue: catalogue.tables).explain(document))
  }

  func report(file: String, bytes: [UInt8]) throws(InputFailure) -> ProcessedReport {
    let (document, extraction) = try extraction(file: file, bytes: bytes)
    let flags = Validator(catalogue: catalogue.tables)
      .flags(for: extraction, file: document.file, sha256: document.sha256)
    let doubts = RecognisedText(document).flags(for: extraction)
    let description = SelfDescription(
      words: catalogue.words, document: document, extraction: extraction)
    return ProcessedReport(
      document: document, extraction: extraction, flags: flags + doubts,
      evidence: description.evidence, secrecy: description.secrecy)
  }
}
