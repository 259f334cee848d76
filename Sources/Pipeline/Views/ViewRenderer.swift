import Catalogue
import DocumentModel
import Exporting

/// Turns one report into the bytes of a view.
struct ViewRenderer: Sendable {
  let view: View
  let processor: ReportProcessor

  struct Rendering: Sendable {
    var bytes: [UInt8]
    var worst: Flag.Severity?
  }

  /// What stands before the first report, between two of them, and behind the last one.
  var frame: (opening: [UInt8], separator: [UInt8], closing: [UInt8]) {
    guard case .sarif(let language) = view.format else { return ([], [], []) }
    let log = SarifLog(language: language, rules: processor.catalogue.tables.rules.rules)
    return (log.opening, SarifLog.separator, SarifLog.closing)
  }

  func render(_ input: Input) -> Result<Rendering, InputFailure> {
    do throws(InputFailure) {
      return .success(try render(file: input.label, bytes: try FileBytes.read(input)))
    } catch {
      return .failure(error)
    }
  }

  private func render(file: String, bytes: [UInt8]) throws(InputFailure) -> Rendering {
    switch view.subject {
    case .rawText:
      return Rendering(bytes: try processor.rawDocument(file: file, bytes: bytes).bytes)
    case .text:
      return Rendering(bytes: text(try processor.document(file: file, bytes: bytes)))
    case .facts(.explained):
      let (document, extraction) = try processor.explanation(file: file, bytes: bytes)
      return Rendering(bytes: facts(extraction, of: document, explained: true))
    case .facts(let detail):
      let (document, extraction) = try processor.extraction(
        file: file, bytes: bytes, keepsGrounds: detail == .weighed)
      return Rendering(bytes: facts(extraction, of: document, explained: false))
    case .numerals:
      let (document, extraction) = try processor.extraction(file: file, bytes: bytes)
      return Rendering(bytes: numerals(extraction, of: document))
    case .flags:
      let report = try processor.report(file: file, bytes: bytes)
      return Rendering(bytes: flags(report), worst: report.flags.map(\.severity).max())
    }
  }

  private func text(_ document: Document) -> [UInt8] {
    switch view.format {
    case .readable(let language):
      return Array(ReadableDocument(language: language).text(document).utf8)
    case .ndjson, .sarif:
      return lines(document.blocks) { $0.value($1, of: document) }
        + lines(document.losses) { $0.value($1, of: document) }
    }
  }

  private func facts(
    _ extraction: Extraction, of document: Document, explained: Bool
  ) -> [UInt8] {
    switch view.format {
    case .readable(let language):
      let facts = ReadableFacts(
        language: language, catalogue: processor.catalogue.tables, explains: explained)
      return Array(facts.text(extraction, of: document).utf8)
    case .ndjson, .sarif: return lines(extraction.facts) { $0.value($1, isExplained: explained) }
    }
  }

  private func flags(_ report: ProcessedReport) -> [UInt8] {
    switch view.format {
    case .readable(let language):
      return Array(ReadableFlags(language: language).text(report.flags, of: report.document).utf8)
    case .ndjson: return lines(report.flags) { $0.value($1) }
    case .sarif(let language):
      return SarifResults(language: language)
        .bytes(report.flags, of: report.document, report.extraction.facts)
    }
  }

  private func numerals(_ extraction: Extraction, of document: Document) -> [UInt8] {
    switch view.format {
    case .readable(let language):
      return Array(ReadableLedger(language: language).text(extraction, of: document).utf8)
    case .ndjson, .sarif: return lines(extraction.ledger) { $0.value($1, file: document.file) }
    }
  }

  private func lines<Element>(
    _ elements: [Element], _ write: (inout JSONBytes, Element) -> Void
  ) -> [UInt8] {
    var json = JSONBytes()
    for element in elements {
      write(&json, element)
      json.endLine()
    }
    return json.bytes
  }
}
