import DocumentModel
import Foundation
import Testing

@testable import Pipeline

@Suite("The source of every numeral")
struct SpanPropertyTests {
  static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus")

  static let samples: [String] = {
    let files = FileManager.default
    let reports = (try? files.contentsOfDirectory(atPath: corpus.appending(path: "reports").path()))
    return
      ((reports ?? []).map { "reports/\($0)/\($0).txt" }
      + ["k03", "s02", "s04"].map { "formats/\($0).pdf" }).sorted()
  }()

  private let processor: ReportProcessor

  init() throws {
    processor = ReportProcessor(catalogue: try LoadedCatalogue(replacing: nil, adding: []))
  }

  private func bytes(of sample: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: SpanPropertyTests.corpus.appending(path: sample)))
  }

  @Test("the samples are there")
  func census() { #expect(SpanPropertyTests.samples.count >= 29) }

  @Test("is what stands in the text as read", arguments: samples)
  func sound(sample: String) throws {
    try expectSound(processor.extraction(file: sample, bytes: try bytes(of: sample)))
  }

  /// Every second one: each is read several times.
  static let damagedSamples = samples.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)

  @Test("also where bytes were damaged; what can't be read then says so", arguments: damagedSamples)
  func damaged(sample: String) throws {
    let original = try bytes(of: sample)
    var state = UInt64(original.count)
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, limit)))
    }
    for _ in 0..<4 {
      var bytes = original
      for _ in 0...random(20) {
        let place = random(bytes.count)
        switch random(4) {
        case 0: bytes[place] = UInt8(random(256))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(0x30 + random(10)), at: place)
        default: bytes[place] = [0x0A, 0x0C, 0x20, 0x2E][random(4)]
        }
      }
      do throws(InputFailure) {
        try expectSound(processor.extraction(file: sample, bytes: bytes))
      } catch {
        #expect(error.file == sample)
        #expect(error.message.vi.contains("; hãy "))
      }
    }
  }

  private func expectSound(_ result: (Document, Extraction)) {
    let (document, extraction) = result
    let sources = extraction.ledger.map(\.source) + extraction.facts.map(\.source)
    for source in sources {
      guard 0 <= source.start, source.start < source.end, source.end <= document.bytes.count else {
        Issue.record("no place: \(source)")
        continue
      }
      #expect(document.text(source.start..<source.end) == source.text)
      #expect(document.lineNumber(at: source.start) == source.line)
      #expect((source.page == nil) == document.structure.boxes.isEmpty)
      #expect((source.box == nil) == document.structure.boxes.isEmpty, "\(source)")
    }
  }
}
