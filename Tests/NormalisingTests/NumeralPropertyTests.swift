import DocumentModel
import Foundation
import Normalising
import TestSupport
import Testing

@testable import Reading

@Suite("Every numeral has its place")
struct NumeralPropertyTests {
  static let reports: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: corpus.path())
    return (names ?? []).sorted()
  }()

  private func bytes(of report: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: corpus.appending(path: "\(report)/\(report).txt")))
  }

  @Test("the samples are there")
  func census() { #expect(NumeralPropertyTests.reports.count >= 13) }

  @Test("each numeral of a sample stands in exactly one region", arguments: reports)
  func once(report: String) throws {
    let bytes = try bytes(of: report)
    try expectEachNumeralOnce(try normalised(bytes))
  }

  @Test("positions stay sound after random damage", arguments: reports)
  func damage(report: String) throws {
    let original = try bytes(of: report)
    var random = SplitMix(state: UInt64(original.count))
    for _ in 0..<12 {
      var bytes = original
      for _ in 0..<(1 + random.next() % 60) {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 5 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(0x0A, at: place)
        case 3: bytes.insert(contentsOf: Array("   12 ".utf8), at: place)
        default:
          let sign: [UInt8] = [0x2A, 0x7C, 0x31, 0x0C, 0x28, 0x2E]
          bytes[place] = sign[Int(random.next() % 6)]
        }
      }
      // Past the Reader on purpose: damaged UTF-8 must not matter here.
      let document = normaliser.normalise(Document(file: "x", sha256: "", bytes: bytes))
      try expectEachNumeralOnce(document)
    }
  }

  @Test("a text cut anywhere is read as far as it goes", arguments: reports)
  func truncation(report: String) throws {
    let bytes = try bytes(of: report)
    for end in stride(from: 1, to: bytes.count, by: 311) {
      let cut = Document(file: "x", sha256: "", bytes: Array(bytes[..<end]))
      try expectEachNumeralOnce(normaliser.normalise(cut))
    }
  }

  @Test("soups of all signs that mean something lose no numeral", arguments: 1...60)
  func soup(seed: Int) throws {
    let signs = [
      "- ", "1. ", "a) ", "¹", "², ", "|", "|---|---|", "\n", "\n", "\n\n", "  ", "\t", "12 ",
      "1.286 ",
      "Đảng viên ", "BÁO CÁO\n", "\u{0C}", "(", "(1) ", "[1] ", "[^2]", "**", "*", "____\n",
      "<sup>1</sup>", "</sup>", "<br>", ";", ".", ":", "I. ", "A. ", "PHẦN I ", "\\", "3,5%",
      "2024",
      "Trang 2\n", "            3\n", "Nơi nhận:\n", "T/M ĐẢNG ỦY\n", "PHỤ LỤC\n", "Biểu số 1\n",
      "thuộc1 ", "│ 1 │ 2 │\n", "\r", "\u{A0}", "e\u{323}", "+ ", "• ", "abc   12   13\n",
      "1.8642 ",
      "x   1   2   3\n", "km² ", "#### ", "> ", "l. Abc\n",
      "một hai ba bốn năm sáu bảy tám chín\n\n",
    ]
    var random = SplitMix(state: UInt64(seed))
    let text = (0..<300).map { _ in signs[Int(random.next() % UInt64(signs.count))] }.joined()
    let document = Document(file: "x", sha256: "", bytes: Array(text.utf8))
    try expectEachNumeralOnce(normaliser.normalise(document))
  }

  @Test("each numeral of a PDF too", arguments: ["k03", "s02", "s04"])
  func pdf(name: String) throws {
    let file = corpus.deletingLastPathComponent().appending(path: "formats/\(name).pdf")
    try expectEachNumeralOnce(try normalised([UInt8](try Data(contentsOf: file))))
  }

  @Test("pages with words strewn over rows and columns lose no numeral", arguments: 1...60)
  func strewn(seed: Int) throws {
    let words = [
      "12", "1.286", "45,6", "-", "2024", "Đảng", "viên", "(16,3%)", "TT", "Cộng", "xã", "3/4",
      "0", "I", "1.", "không", "đồng", "chí;", "31/12/2024", "Biểu",
    ]
    var random = SplitMix(state: UInt64(seed))
    let pages = (1...3).map { number in
      var page = PDFPage(number: number, width: 600, height: 840)
      var top = 40.0
      while top < 800 {
        let columns = Int(random.next() % 8)
        for column in 0..<columns where random.next() % 4 > 0 {
          var left = 60 + Double(column) * 66 + Double(random.next() % 20)
          for _ in 0...(random.next() % 3) {
            let text = words[Int(random.next() % UInt64(words.count))]
            let width = 6 * Double(text.count)
            let height = random.next() % 9 == 0 ? 8.0 : 13.0
            page.words.append(
              PDFWord(
                text: Array(text.utf8), left: left, top: top, right: left + width,
                bottom: top + height))
            left += width + Double(random.next() % 12)
          }
        }
        top += Double(6 + random.next() % 22)
      }
      return page
    }
    let text = PDFText.text(of: pages)
    try expectEachNumeralOnce(
      normaliser.normalise(
        Document(
          file: "x", sha256: "", bytes: text.bytes, lines: text.lines, structure: text.structure)))
  }

  private func expectEachNumeralOnce(_ document: Document) throws {
    var owner = [Int](repeating: -1, count: document.bytes.count)
    var number = 0
    for block in document.blocks {
      try #require(isOrdered(block.segments))
      for range in regions(of: block) {
        try #require(range.lowerBound >= 0 && range.upperBound <= document.bytes.count)
        for index in range {
          try #require(owner[index] < 0, "read twice: \(document.text(range))")
          owner[index] = number
        }
        number += 1
      }
    }
    // A mark glued to a numeral ("1.8642") ends it.
    var bytes = document.bytes
    for mark in document.blocks.flatMap(\.marks) { for index in mark { bytes[index] = 0x20 } }
    for numeral in numerals(bytes) {
      let owners = Set(numeral.map { owner[$0] })
      try #require(
        owners.count == 1 && !owners.contains(-1),
        "line \(document.lineNumber(at: numeral.lowerBound)): \(around(numeral, document))")
    }
  }

  /// The numeral with the text beside it, and the kinds of the blocks that touch it.
  private func around(_ numeral: Range<Int>, _ document: Document) -> String {
    let wide =
      max(0, numeral.lowerBound - 60)..<min(document.bytes.count, numeral.upperBound + 60)
    let kinds = document.blocks.filter { regions(of: $0).contains { $0.overlaps(wide) } }.map(
      \.kind)
    return "\(document.text(numeral)) in «\(document.text(wide))» \(kinds)"
  }

  private func isOrdered(_ segments: [Range<Int>]) -> Bool {
    zip(segments, segments.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
  }

  private func regions(of block: Block) -> [Range<Int>] {
    var result = block.segments + block.marks
    if let marker = block.marker { result.append(marker) }
    if let footnote = block.footnote { result.append(footnote.markRange) }
    if let table = block.table {
      result += table.caption
      for row in table.rows { for cell in row.cells { result += cell.segments } }
    }
    return result
  }

  /// Runs of digits with points and commas between them, superscripts apart.
  private func numerals(_ bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < bytes.count,
        isDigit(bytes[end])
          || end + 1 < bytes.count && (bytes[end] == 0x2E || bytes[end] == 0x2C)
            && isDigit(bytes[end + 1])
      {
        end += 1
      }
      result.append(index..<end)
      index = end
    }
    return result
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
