import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("The same report in every format")
struct FormatTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus")
  private static let names = ["k03", "s02", "s04"]
  private static let formats = [
    "docx", "odt", "fodt", "pdf", "pdf.xml", "bbox.xml", "tcvn3.txt", "vni.txt", "viscii.txt",
    "cp1258.txt", "nfd.txt", "utf16.txt", "utf16be.txt", "mojibake.txt",
  ]

  private func report(_ path: String, ocr: Bool = false) throws -> ProcessedReport {
    let bytes = Array(try Data(contentsOf: FormatTests.corpus.appending(path: path)))
    let processor = ReportProcessor(
      catalogue: try LoadedCatalogue(replacing: nil), reading: ReadingChoices(recognises: ocr))
    return try processor.report(file: path, bytes: bytes)
  }

  private func plain(_ name: String) throws -> ProcessedReport {
    try report("reports/\(name)/\(name).txt")
  }

  /// Facts without their places, sorted.
  private func facts(_ report: ProcessedReport, page: Int? = nil) -> [String] {
    report.extraction.facts.filter { page == nil || $0.source.page == page }.map { fact in
      let dimensions = fact.dimensions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return [
        fact.concept, "\(fact.value)", "\(fact.upper as Any)", fact.unit, "\(fact.decimals)",
        fact.qualifier.rawValue, fact.nature.rawValue, fact.statistic.rawValue, fact.per ?? "",
        fact.entity.name, "\(fact.period as Any)", "\(fact.base as Any)", whole(fact.of),
        dimensions.joined(separator: " "),
      ].joined(separator: "|")
    }.sorted()
  }

  private func whole(_ whole: Whole?) -> String {
    guard let whole else { return "" }
    let dimensions = whole.dimensions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return [
      whole.concept ?? "", whole.nature.rawValue, "\(whole.period as Any)", whole.noun ?? "",
      dimensions.joined(separator: " "),
    ].joined(separator: ",")
  }

  /// Flags without their places, sorted: rule, severity, the figures as written and their values.
  private func flags(_ report: ProcessedReport) -> [String] {
    report.flags.map { flag in
      let values = [flag.observed, flag.expected, flag.difference].map { "\($0 as Any)" }
      return ([flag.rule, flag.severity.rawValue] + flag.sources.map(\.text.composed) + values)
        .joined(separator: " ")
    }.sorted()
  }

  private func composed(_ texts: [String]) -> [String] { texts.map(\.composed) }

  @Test("gives the same facts", arguments: names, formats)
  func sameFacts(name: String, format: String) throws {
    let found = facts(try report("formats/\(name).\(format)"))
    #expect(composed(found) == composed(facts(try plain(name))))
  }

  @Test("gives the same flags", arguments: names, formats)
  func sameFlags(name: String, format: String) throws {
    #expect(flags(try report("formats/\(name).\(format)")) == flags(try plain(name)))
  }

  @Test(
    "Word 97–2003 gives the same facts and flags, and each fact says by what it was converted",
    .enabled(if: FormatTests.has("soffice")), arguments: names)
  func oldWord(name: String) throws {
    let found = try report("formats/\(name).doc")
    let expected = try plain(name)
    #expect(facts(found) == facts(expected))
    #expect(flags(found) == flags(expected))
    #expect(found.extraction.facts.allSatisfy { $0.source.via == "soffice" })
  }

  @Test("a PDF whose letters are of an old font is decoded")
  func oldFont() throws {
    let found = Set(facts(try report("formats/s04.mojibake.pdf")))
    let expected = Set(facts(try plain("s04")))
    #expect(found.intersection(expected).count * 10 >= expected.count * 9)
  }

  @Test("a scanned page is never read as nothing")
  func scan() throws {
    let failure = #expect(throws: InputFailure.self) { try report("formats/s04.scan.pdf") }
    #expect(failure?.outcome == .needsOCR)
    #expect(failure?.message.vi.contains("--ocr") == true)
  }

  @Test(
    "a recognised page gives at least nine tenths of its facts, less sure and marked",
    .enabled(if: FormatTests.has("tesseract")))
  func recognised() throws {
    let expected = facts(try report("formats/s04.pdf"), page: 1)
    let found = try report("formats/s04.scan.pdf", ocr: true)
    var left = facts(found)
    let common = expected.count { fact in
      left.firstIndex(of: fact).map { _ = left.remove(at: $0) } != nil
    }
    #expect(common * 10 >= expected.count * 9)
    #expect(found.extraction.facts.allSatisfy { $0.source.via == "ocr" && $0.confidence <= 800 })
  }

  @Test("a unit report's figures have the codes that it states")
  func unitReport() throws {
    let found = try report("formats/unit-report.xml")
    #expect(found.extraction.header.unit == "Đảng bộ xã Nậm Pắng")
    let lines = found.extraction.facts.map { fact in
      "\(fact.source.text) \(fact.concept) \(fact.unit) \(fact.nature.rawValue) \(fact.entity.name) "
        + fact.dimensions.map { "\($0.key)=\($0.value)" }.joined()
    }
    #expect(
      lines == [
        "1.286 members person actual Đảng bộ xã Nậm Pắng ",
        "542 members person actual Đảng bộ xã Nậm Pắng sex=female",
        "42,1 members percent actual Đảng bộ xã Nậm Pắng sex=female",
        "17 admissions person actual Đảng bộ xã Nậm Pắng ",
        "31 members person actual Chi bộ bản Nà Lửa ",
        "60 admissions person target Đảng bộ xã Nậm Pắng ",
        "03 disciplined_members person actual Đảng bộ xã Nậm Pắng ",
        "02 disciplined_members person actual Đảng bộ xã Nậm Pắng form=reprimand",
        "01 disciplined_members person actual Đảng bộ xã Nậm Pắng form=warning",
      ])
  }

  @Test(
    "a folder of all formats goes through ingest, with one line a file that says what came of it")
  func folder() async throws {
    let folder = try TemporaryFolder()
    let names = (FormatTests.formats + ["scan.pdf"]).map { "s02." + $0 }
    for name in names {
      let bytes = try Data(contentsOf: FormatTests.corpus.appending(path: "formats/" + name))
      try folder.write(Array(bytes), to: "in/" + name)
    }
    let ingest = try Ingest(
      into: DatasetLocation(path: folder.file("d.sqlite")), catalogue: nil, jobs: 2)
    var lines: [String: Submission] = [:]
    let summary = try await ingest.run(
      InputSearch(paths: [folder.file("in")]), stop: StopSwitch()
    ) { lines[$0.submission.file] = $0.submission }
    #expect(lines.count == names.count)
    #expect(lines["in/s02.scan.pdf"]?.outcome == .needsOCR)
    #expect(lines["in/s02.scan.pdf"]?.reason?.vi.contains("; hãy ") == true)
    #expect(summary.tally.failed == 1)
    for (file, submission) in lines where file != "in/s02.scan.pdf" {
      #expect(![.failed, .needsOCR].contains(submission.outcome), "\(file)")
      #expect(submission.entity == "Đảng bộ xã Pa Hốc", "\(file)")
      #expect(submission.facts == 125, "\(file)")
    }
  }

  private static func has(_ program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/" + program)
    }
  }
}
