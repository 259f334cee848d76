import Catalogue
import DocumentModel

/// The spans that a report gives names of its own: "chặng đầu là 4 năm 2019-2022, chặng sau từ năm
/// 2023 đến hết ngày 28/02/2026", "giai đoạn I (2015 - 2020)".
struct NamedSpans {
  private var spans: [[UInt64]: Period] = [:]

  /// The name that begins at `index`, as its words; nil where none does.
  static func name(_ tokens: [Token], at index: Int) -> [UInt64]? {
    guard tokens[index].kind == .word else { return nil }
    var next = index + 1
    if tokens[index].hash == TimeScanner.Words.giai {
      guard tokens[safe: next]?.hash == TimeScanner.Words.doan else { return nil }
      next += 1
    } else if tokens[index].hash != stretch {
      return nil
    }
    if tokens[safe: next]?.hash == ordinal { next += 1 }
    guard let last = tokens[safe: next], orders.contains(last.hash) else { return nil }
    return tokens[index...next].map(\.hash)
  }

  func span(_ tokens: [Token], at index: Int) -> (span: Period, next: Int)? {
    guard !spans.isEmpty, let name = NamedSpans.name(tokens, at: index), let span = spans[name]
    else { return nil }
    return (span, index + name.count)
  }

  /// Reads the names that the document explains; the first explanation of a name holds.
  init(_ document: Document, _ words: BlockTokens, calendar: Calendar) {
    for block in document.blocks where [.paragraph, .listItem, .footnote].contains(block.kind) {
      let tokens = words[block]
      let scanner = TimeScanner(bytes: document.bytes, tokens: tokens, calendar: calendar)
      for index in tokens.indices {
        guard let name = NamedSpans.name(tokens, at: index), spans[name] == nil,
          let span = NamedSpans.explained(scanner, behind: index + name.count)
        else { continue }
        spans[name] = span
      }
    }
    // one name alone tells nothing apart
    if spans.count < 2 { spans = [:] }
  }

  init() {}

  private static func explained(_ scanner: TimeScanner, behind index: Int) -> Period? {
    for at in index..<min(index + 4, scanner.tokens.count) {
      if let years = scanner.yearRange(at: at) {
        return .duration(start: .firstDay(year: years.first), end: .lastDay(year: years.last))
      }
      if let flow = scanner.time(at: at)?.mention.flow {
        if case .duration = flow { return flow }
        return nil
      }
      let token = scanner.tokens[at]
      guard token.isSign("(") || token.isSign(":") || links.contains(token.hash) else { return nil }
    }
    return nil
  }

  private static let stretch = Folding.hash("chặng")
  private static let ordinal = Folding.hash("thứ")
  private static let orders: Set<UInt64> = Set(
    ["đầu", "sau", "trước", "một", "hai", "ba", "nhất", "nhì", "1", "2", "3", "i", "ii", "iii"]
      .map { Folding.hash($0) })
  private static let links: Set<UInt64> = Set(
    ["là", "gồm", "tính", "kéo", "dài", "ứng", "với"].map { Folding.hash($0) })
}
