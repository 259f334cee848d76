import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Validating

/// The figures of the corpus as its gold has them, whole and damaged as a reader's mistakes would.
@Suite("What isn't read rightly isn't flagged") struct RobustnessTests {
  private struct Count {
    var reports = 0
    var raised = 0
    var wanted = 0
    var alarms: [String] = []
  }

  /// Counts over every report, or over every fifth one: the damaged ones take a while.
  private func count(_ kind: Damage, step: Int = 1) throws -> Count {
    var count = Count()
    for url in stride(from: 0, to: Corpus.golds().count, by: step).map({ Corpus.golds()[$0] }) {
      count.reports += 1
      let (gold, extraction) = try Corpus.read(url)
      var random = SplitMix(state: 13)
      let flags = try Corpus.flags(kind.apply(extraction, &random), gold.file)
      let wanted = gold.flags ?? []
      for flag in flags
      where flag.severity != .info && !wanted.contains(where: { $0.touches(flag) }) {
        count.alarms.append("\(gold.file) \(flag.rule): \(flag.message.en)")
      }
      for want in wanted where want.optional != true && want.severity != "info" {
        count.wanted += 1
        if flags.contains(where: { want.touches($0) }) { count.raised += 1 }
      }
    }
    return count
  }

  @Test(
    "read as the gold has them, nine contradictions of ten are raised and one report in eight has a false alarm"
  )
  func gold() throws {
    let count = try count(.none)
    #expect(count.wanted >= 70)
    #expect(count.raised * 10 >= count.wanted * 9, "\(count.raised) of \(count.wanted)")
    #expect(count.alarms.count * 8 <= count.reports, "\(count.alarms)")
  }

  @Test(
    "with each twentieth figure misread, most reports still raise no false alarm",
    arguments: Damage.allCases)
  func damaged(kind: Damage) throws {
    let count = try count(kind, step: 5)
    #expect(count.alarms.count * 2 <= count.reports, "\(kind): \(count.alarms)")
    #expect(count.raised * 4 >= count.wanted * 3, "\(kind): \(count.raised) of \(count.wanted)")
  }
}

extension GoldFile.GoldFlag {
  func touches(_ flag: Flag) -> Bool {
    flag.sources.contains { lines.contains($0.line) }
      && flag.sources.contains { texts.contains($0.text) }
  }
}
