import DocumentModel
import Foundation
import Glibc
import Testing

@testable import Reading

@Suite("Old encodings")
struct EncodingTests {
  private let sentence =
    "Đảng bộ xã có 312 đảng viên, trong đó nữ 118 đồng chí; kết nạp 14 quần chúng ưu tú.\n"

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: corpus.appending(path: name)))
  }

  private func read(_ bytes: [UInt8], as encoding: TextEncoding? = nil) throws -> Document {
    let options = ReadingOptions(encoding: encoding)
    return try Reader(options: options).read(file: "a.txt", bytes: bytes)
  }

  @Test(
    "each old encoding is found by its syllables",
    arguments: ["k03", "s02", "s04"], ["tcvn3", "vni", "viscii", "cp1258", "utf16", "utf16be"])
  func found(name: String, encoding: String) throws {
    let plain = try bytes("reports/\(name)/\(name).txt")
    let document = try read(try bytes("formats/\(name).\(encoding).txt"))
    // The old encodings have no raised numbers, and none but Windows-1258 a dash.
    let expected = encoding.hasPrefix("utf16") ? plain : Array(typed(plain, encoding).utf8)
    let text = document.text(0..<document.bytes.count)
    if encoding == "tcvn3" {
      #expect(text.lowercased() == String(decoding: expected, as: UTF8.self).lowercased())
      let line = text.split(separator: "\n").first { $0.contains("ĐẢNG") }
      #expect(line?.contains(where: \.isLowercase) == false)
    } else {
      #expect(text == String(decoding: expected, as: UTF8.self))
    }
  }

  private func typed(_ bytes: [UInt8], _ encoding: String) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    for (sign, plain) in [("¹", "(1)"), ("²", "(2)")] {
      if encoding != "cp1258" { text = text.replacing(sign, with: plain) }
    }
    return text
  }

  @Test(
    "every numeral of a decoded text stands where its raw offsets say",
    arguments: ["tcvn3", "vni", "cp1258"])
  func offsets(encoding: String) throws {
    let file = try bytes("formats/k03.\(encoding).txt")
    let document = try read(file)
    var count = 0
    for index in document.bytes.indices where (0x30...0x39).contains(document.bytes[index]) {
      let raw = try #require(document.span(index..<(index + 1)).raw)
      #expect(raw.count == 1)
      #expect(file[raw.lowerBound] == document.bytes[index])
      count += 1
    }
    #expect(count > 400)
  }

  @Test("of UTF-16 a digit has two bytes in the file")
  func wideOffsets() throws {
    let document = try read([0xFF, 0xFE, 0x01, 0x1E, 0x37, 0x00])
    #expect(document.text(0..<document.bytes.count) == "ḁ7")
    #expect(document.span(3..<4).raw == 4..<6)
  }

  @Test("a text in UTF-8 has no raw offsets, its bytes are the file")
  func plain() throws {
    let document = try read(Array(sentence.utf8))
    #expect(document.rawOffsets == nil)
    #expect(document.bytes == Array(sentence.utf8))
  }

  @Test("TCVN3 without capitals: headings get those back that all letters around have")
  func capitals() throws {
    // "ĐảNG Bộ Xã PA HốC" as the ABC fonts store it, then a sentence that keeps its letters.
    let bytes =
      [0xA7, 0xB6] + Array("NG B".utf8) + [0xE9] + Array(" X".utf8) + [0xB7]
      + Array(" PA H".utf8) + [0xE8] + Array("C\n".utf8) + [0xA7, 0xB6] + Array("ng b".utf8) + [
        0xE9
      ]
      + Array(" x".utf8) + [0xB7] + Array(" Pa H".utf8) + [0xE8] + Array("c\n".utf8)
    let document = try read(bytes, as: .tcvn3)
    #expect(
      document.text(0..<document.bytes.count) == "ĐẢNG BỘ XÃ PA HỐC\nĐảng bộ xã Pa Hốc\n")
  }

  @Test("old text that was stored as Western Unicode is decoded, and says where it stood")
  func mojibake() throws {
    let file = try bytes("formats/s04.mojibake.txt")
    let document = try read(file)
    #expect(
      document.text(0..<document.bytes.count).contains("Tổng số đảng viên đầu năm 2015 là 4.216"))
    let place = try #require(document.bytes.firstRange(of: Array("4.216".utf8)))
    let raw = try #require(document.span(place).raw)
    #expect(Array(file[raw]) == Array("4.216".utf8))
  }

  @Test("where encodings fit equally well the user is asked, and --encoding decides")
  func tied() throws {
    // 0xE1 is "ỏ" in TCVN3 and "á" in VISCII and Windows-1258.
    let bytes =
      Array("1 b".utf8) + [0xE1] + Array(" 2 b".utf8) + [0xE1] + Array(" 3 b".utf8) + [0xE1]
    let failure = #expect(throws: InputFailure.self) { try read(bytes) }
    #expect(failure?.message.vi.contains("--encoding tcvn3 hoặc viscii") == true)
    #expect(try read(bytes, as: .tcvn3).bytes == Array("1 bỏ 2 bỏ 3 bỏ".utf8))
    #expect(try read(bytes, as: .viscii).bytes == Array("1 bá 2 bá 3 bá".utf8))
  }

  @Test("the tables are those of glibc")
  func tables() throws {
    for byte in UInt8(0x80)...0xFF {
      let index = Int(byte) - 0x80
      #expect(iconv(byte, "TCVN5712-1") == EightBitTables.tcvn3[index], "TCVN \(byte)")
      #expect(iconv(byte, "VISCII") == EightBitTables.viscii[index], "VISCII \(byte)")
      #expect(iconv(byte, "CP1258") == EightBitTables.windows1258[index], "CP1258 \(byte)")
    }
  }

  /// The scalar of a byte, 0 where it has none.
  private func iconv(_ byte: UInt8, _ encoding: String) -> UInt32 {
    guard let converter = Optional(iconv_open("UTF-8", encoding)),
      converter != iconv_t(bitPattern: -1)
    else { return 0 }
    defer { iconv_close(converter) }
    var input = [CChar(bitPattern: byte)]
    var output = [CChar](repeating: 0, count: 16)
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var fromLeft = 1
        var to = target.baseAddress
        var toLeft = 16
        _ = Glibc.iconv(converter, &from, &fromLeft, &to, &toLeft)
        // A base letter waits for a mark that may follow.
        _ = Glibc.iconv(converter, nil, nil, &to, &toLeft)
        return 16 - toLeft
      }
    }
    let text = String(decoding: output[..<written].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return text.unicodeScalars.first?.value ?? 0
  }

  @Test(
    "what Vietnamese can have is a syllable, what the wrong table gives is none",
    arguments: [
      ("nghiêng", true), ("Quốc", true), ("gì", true), ("giếng", true), ("khuỷu", true),
      ("ƯU", true), ("thuế", true), ("quyết", true), ("uỷ", true), ("đảng", true),
      ("dảc", false), ("ãàng", false), ("ñaûng", false), ("quồg", false), ("cacc", false),
    ])
  func syllables(word: String, isWellFormed: Bool) {
    #expect(Syllable.isWellFormed(word.unicodeScalars.map(\.value)) == isWellFormed)
  }

  @Test(
    "half a code unit, a lone surrogate and bytes of no encoding are refused with a remedy",
    arguments: [
      ([0xFF, 0xFE, 0x41, 0x00, 0x42], "UTF-16LE"),
      ([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], "UTF-16LE"),
      ([0xC3, 0x28, 0xA7, 0x7A, 0x7A, 0x91], "không đúng mã UTF-8"),
    ] as [([UInt8], String)])
  func damaged(bytes: [UInt8], reason: String) throws {
    let failure = #expect(throws: InputFailure.self) { try read(bytes) }
    #expect(failure?.message.vi.contains(reason) == true)
    #expect(failure?.message.vi.contains("; hãy ") == true)
  }
}

let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "corpus")
