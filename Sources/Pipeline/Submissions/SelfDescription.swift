import Catalogue
import DocumentModel

/// Reads what a report says of itself beyond its header: what it replaces, whom it is for, how
/// secret it is.
struct SelfDescription {
  let words: ReportWords
  let document: Document
  let extraction: Extraction

  /// How many lines with text a stamp is looked for in.
  private static let reach = 40
  /// How many bytes behind "thay thế báo cáo" the number may stand.
  private static let distance = 120

  var evidence: ReportEvidence {
    let header = extraction.header
    let replaced = replacedNumbers
    return ReportEvidence(
      unit: header.unit, parent: header.parent, title: header.title, recipient: recipient,
      topic: header.title.map(words.topic) ?? "",
      isReplacement: replaced != nil || corrects, replaces: replaced ?? [])
  }

  /// `secret`, `top_secret` or `absolutely_secret`; nil for a report that anyone may read.
  var secrecy: String? {
    for line in firstLines {
      for piece in SelfDescription.pieces(of: document.text(line.range)) {
        if let degree = words.secrecy(piece) { return degree }
      }
    }
    return nil
  }

  // MARK: Replacement

  /// The numbers of the reports that this one says it replaces; nil where it says nothing.
  private var replacedNumbers: [String]? {
    var numbers: [String]?
    for block in document.blocks where block.kind != .furniture && block.kind != .table {
      guard let start = block.segments.first?.lowerBound, let end = block.segments.last?.upperBound
      else { continue }
      for place in words.ends(of: .replaces, in: Array(document.bytes[start..<end])) {
        let range = start + place..<start + place + SelfDescription.distance
        let cited = extraction.citations.filter { range.contains($0.symbol.start) }
        numbers =
          (numbers ?? [])
          + cited.prefix(1).map {
            String($0.symbol.text.lowercased().filter { !$0.isWhitespace })
          }
      }
    }
    return numbers
  }

  /// True where title or the lines below it say that an earlier report is corrected.
  private var corrects: Bool {
    guard let title = document.blocks.firstIndex(where: { $0.kind == .title }) else { return false }
    let front = document.blocks[title...].prefix { $0.kind != .heading }.prefix { block in
      block.kind != .listItem && block.kind != .table
    }
    return front.prefix(4).contains { block in
      let text = block.segments.map(document.text).joined(separator: " ")
      // What stands in a title or in brackets below it; a sentence of the body is no title.
      guard block.kind == .title || text.hasPrefix("(") else { return false }
      return !words.ends(of: .corrects, in: Array(text.utf8)).isEmpty
    }
  }

  // MARK: Front

  private var recipient: String? {
    for line in firstLines {
      let text = document.text(line.range)
      guard let end = words.ends(of: .recipient, in: Array(text.utf8)).first else { continue }
      let rest = String(decoding: Array(text.utf8)[end...], as: UTF8.self)
        .drop { $0 == ":" || $0 == " " || $0 == "-" }
      if !rest.isEmpty { return String(rest) }
    }
    return nil
  }

  private var firstLines: ArraySlice<Line> {
    document.lines.filter { !$0.range.isEmpty }.prefix(SelfDescription.reach)
  }

  /// The columns of a letterhead's line: parts with two spaces, a tab or a bar between them.
  private static func pieces(of line: String) -> [String] {
    var pieces: [String] = [""]
    var spaces = 0
    for character in line {
      if character == "\t" || character == "|" {
        pieces.append("")
      } else if character.isWhitespace {
        spaces += 1
        if spaces == 2 { pieces.append("") } else { pieces[pieces.count - 1] += " " }
        continue
      } else {
        pieces[pieces.count - 1].append(character)
      }
      spaces = 0
    }
    return pieces.map { String($0.drop { $0 == " " || $0 == "*" || $0 == "#" }) }
      .filter { !$0.isEmpty }
  }
}
