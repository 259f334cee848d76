import Consolidating
import DocumentModel
import Exporting
import Reading
import Storing

/// Flags between documents: figures of one report that aren't what other reports add up to.
struct DerivedFlags {
  /// With the ids of the submissions that state the doubtful figures, by file and place.
  let flags: [(flag: Flag, submission: String)]

  init(
    _ consolidation: Consolidation, _ dataset: ResolvedDataset, _ snapshot: DatasetSnapshot
  ) throws {
    guard !consolidation.mismatches.isEmpty else {
      flags = []
      return
    }
    let wanted = Set(consolidation.mismatches.flatMap(\.cell.sources))
    var found: [String: (fact: Fact, submission: String)] = [:]
    try snapshot.forEachFact { fact, submission in
      if wanted.contains(fact.id) { found[fact.id] = (fact, submission) }
    }
    flags = consolidation.mismatches.compactMap { mismatch in
      let stated = mismatch.cell.sources.compactMap { found[$0] }
      guard let first = stated.first else { return nil }
      let flag = DerivedFlags.flag(
        mismatch, stated.map(\.fact).filter { $0.file == first.fact.file })
      return (flag, first.submission)
    }.sorted {
      let left = [$0.flag.file, $0.flag.sources.first.map { String($0.start) } ?? "", $0.flag.id]
      let right = [$1.flag.file, $1.flag.sources.first.map { String($0.start) } ?? "", $1.flag.id]
      return left.lexicographicallyPrecedes(right)
    }
  }

  private static func flag(_ mismatch: Mismatch, _ stated: [Fact]) -> Flag {
    let facts = stated.map(\.id) + mismatch.sources
    let rule: String
    switch mismatch.kind {
    case .units: rule = "rollup_mismatch"
    case .quarters: rule = "sum_mismatch"
    }
    let identity = Array((rule + ":" + facts.joined(separator: ",")).utf8)
    return Flag(
      id: "g" + ContentHash.sha256(of: identity).prefix(16), file: stated.first?.file ?? "",
      rule: rule, severity: mismatch.severity, facts: facts, sources: stated.map(\.source),
      observed: mismatch.observed, expected: mismatch.expected,
      difference: mismatch.observed - mismatch.expected, message: message(mismatch))
  }

  private static func message(_ mismatch: Mismatch) -> Message {
    let (vi, en) = (Wording(.vi), Wording(.en))
    switch mismatch.kind {
    case .units(let coverage) where coverage.expected == 1:
      return Message(
        vi: "ghi \(vi.number(mismatch.observed)) cho \(mismatch.cell.entity.name), đơn vị tự báo "
          + "\(vi.number(mismatch.expected)). Đối chiếu lại với báo cáo của đơn vị.",
        en: "states \(en.number(mismatch.observed)) for \(mismatch.cell.entity.name), which itself "
          + "reported \(en.number(mismatch.expected)). Compare with the unit's report.")
    case .units(let coverage):
      return Message(
        vi: "\(mismatch.cell.entity.name) ghi \(vi.number(mismatch.observed)), cộng "
          + "\(vi.coverage(coverage)) được \(vi.number(mismatch.expected)). "
          + "Đối chiếu với báo cáo của từng đơn vị.",
        en: "\(mismatch.cell.entity.name) states \(en.number(mismatch.observed)), "
          + "\(en.coverage(coverage)) add up to \(en.number(mismatch.expected)). "
          + "Compare with the reports of the units.")
    case .quarters:
      return Message(
        vi: "lũy kế ghi \(vi.number(mismatch.observed)), cộng các quý đã báo được "
          + "\(vi.number(mismatch.expected)). Đối chiếu với báo cáo các quý.",
        en: "the cumulated figure is \(en.number(mismatch.observed)), the quarters reported add up "
          + "to \(en.number(mismatch.expected)). Compare with the quarterly reports.")
    }
  }
}
